using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MopsPS.Core.Records.Values;

namespace MopsPS.Common;

/// <summary>The base of cmdlets that read dates and numbers of rows: how they are written, and on which clock.</summary>
public abstract class MopsDatedRecordCmdlet : MopsRecordCmdlet
{
    private CultureInfo? _culture;

    /// <summary>How dates and numbers are written, for example en-US or de-DE; without it, what the policy says under funnel, else ISO dates and plain numbers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <summary>The time zone of dates without an offset and of days, for example Europe/Berlin; without it, what the policy says under funnel, else UTC.</summary>
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
        _culture = FindCulture(Culture ?? TeamPolicy.Funnel.Culture);
        Zone = FindZone(TimeZone ?? TeamPolicy.Funnel.TimeZone) ?? TimeZoneInfo.Utc;
        Dates = new DateParser(_culture, Zone, TimeZone is null ? FindZone(TeamPolicy.Funnel.ExportTimeZone) : null);
        Numbers = new NumberParser(_culture);
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

    private CultureInfo? FindCulture(string name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        // .NET makes a culture of almost any name; those that nobody knows would read dates like the invariant one.
        var known = CultureInfo.GetCultures(CultureTypes.AllCultures).FirstOrDefault(culture => string.Equals(culture.Name, name, StringComparison.OrdinalIgnoreCase));
        if (known is not null) return CultureInfo.GetCultureInfo(known.Name);
        ThrowTerminatingError(new ErrorRecord(
            new ArgumentException($"There is no culture '{name}'. Give a name such as en-US, en-GB or de-DE."), "MopsCultureUnknown", ErrorCategory.InvalidArgument, name));
        return null;
    }

    private TimeZoneInfo? FindZone(string name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        if (TimeZones.Find(name) is { } zone) return zone;
        ThrowTerminatingError(new ErrorRecord(
            new ArgumentException($"There is no time zone '{name}'. Give a name such as Europe/Berlin or 'W. Europe Standard Time'."), "MopsTimeZoneUnknown", ErrorCategory.InvalidArgument, name));
        return null;
    }
}
