using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Events;

/// <summary>
/// Reads the dates of one report. Zoom, GoTo and Teams write month first whatever the reader's country; where one value of the report cannot be a month first, and all
/// can be a day first, the whole report is read so. One report is never read in two ways.
/// </summary>
internal sealed class ReportClock
{
    private static readonly CultureInfo MonthFirst = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo DayFirst = CultureInfo.GetCultureInfo("en-GB");

    private readonly DateParser _dates;

    private ReportClock(DateParser dates, string order)
    {
        _dates = dates;
        Order = order;
    }

    /// <summary>How dates of numbers are read, for people.</summary>
    public string Order { get; }

    /// <summary>Chooses by all dates of a report.</summary>
    /// <param name="values">The dates as they stand.</param>
    /// <param name="options">A culture that is named is not doubted.</param>
    public static ReportClock Of(IEnumerable<string> values, EventOptions options)
    {
        DateParser Parser(CultureInfo culture) => new(culture, options.Zone);
        if (options.Culture is { } named) return new ReportClock(Parser(named), $"as in {named.Name}");
        var all = values.Distinct(StringComparer.Ordinal).ToArray();
        bool Reads(DateParser parser) => all.All(value => parser.Parse(value, out _) is DateProblem.None or DateProblem.Empty);
        var first = Parser(MonthFirst);
        if (Reads(first)) return new ReportClock(first, "month first");
        var second = Parser(DayFirst);
        return Reads(second) ? new ReportClock(second, "day first") : new ReportClock(first, "month first");
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="moment">UTC seconds since 1970; null where there is nothing.</param>
    /// <returns>False where it cannot be read.</returns>
    public bool TryRead(string? text, out long? moment)
    {
        var problem = _dates.Parse(text, out var value);
        moment = problem == DateProblem.None ? value.UtcSeconds : null;
        return problem is DateProblem.None or DateProblem.Empty;
    }

    /// <summary>The moment of UTC seconds.</summary>
    public static DateTime? ToDate(long? seconds) => seconds is long value ? new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(value) : null;
}
