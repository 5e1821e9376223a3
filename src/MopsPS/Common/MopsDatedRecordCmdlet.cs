using System;
using System.Management.Automation;
using MopsPS.Core.Records.Values;

namespace MopsPS.Common;

/// <summary>The base of cmdlets that read dates and numbers of rows: how they are written, and on which clock.</summary>
public abstract class MopsDatedRecordCmdlet : MopsRecordCmdlet
{
    /// <summary>How dates and numbers are written, for example en-US or de-DE; without it, what the policy says under funnel, else ISO dates and plain numbers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <summary>The time zone in which days begin, for example Europe/Berlin, and of dates without an offset where the policy names no funnel.exportTimeZone; without it, what the policy says under funnel, else UTC.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>The time zone in which days begin.</summary>
    protected TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Reads dates.</summary>
    protected DateParser Dates { get; private set; } = null!;

    /// <summary>Reads numbers.</summary>
    protected NumberParser Numbers { get; private set; } = null!;

    /// <inheritdoc/>
    protected override void OnStart()
    {
        var culture = DateParameters.Culture(this, Culture ?? TeamPolicy.Funnel.Culture);
        Zone = DateParameters.TimeZone(this, TimeZone ?? TeamPolicy.Funnel.TimeZone) ?? TimeZoneInfo.Utc;
        Dates = new DateParser(culture, Zone, DateParameters.TimeZone(this, TeamPolicy.Funnel.ExportTimeZone));
        Numbers = new NumberParser(culture);
    }

    /// <summary>The moment that a parameter means: a time without a zone is on the clock of <see cref="Zone"/>.</summary>
    /// <param name="value">The parameter; null for none.</param>
    /// <param name="isEnd">Whether a day without a time means its end.</param>
    /// <returns>The moment in UTC.</returns>
    protected DateTime? Moment(DateTime? value, bool isEnd = false)
    {
        if (value is not DateTime moment) return null;
        if (isEnd && moment.TimeOfDay == TimeSpan.Zero) moment = moment.AddDays(1);
        if (moment.Kind != DateTimeKind.Unspecified) return moment.ToUniversalTime();
        // A time that the clocks jump over is the moment of the jump.
        while (Zone.IsInvalidTime(moment)) moment = moment.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(moment, Zone);
    }
}
