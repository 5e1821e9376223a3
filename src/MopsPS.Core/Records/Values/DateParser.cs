using System;
using System.Globalization;
using System.Text;

namespace MopsPS.Core.Records.Values;

/// <summary>
/// Reads dates of exports: ISO 8601 (Salesforce, SQL) straight from UTF-8, milliseconds and seconds since 1970 (HubSpot, Unix),
/// and the forms of reports by a culture that is named. A time without an offset is on the clock of the export's time zone; a
/// day without a time is that day in the reporting time zone. What does not read gives the reason. Not for several threads at once.
/// </summary>
public sealed class DateParser
{
    private const long Earliest = 315532800;  // 1980-01-01
    private const long Latest = 3092601600;   // 2068-01-01
    private static readonly string[] Nothing = ["null", "\\N", "-", "--", "n/a", "na", "#n/a", "none", "(none)", "(blank)", "undefined"];

    private readonly DateText _text;
    private readonly ZoneClock _export;
    private readonly ZoneClock _report;

    /// <summary>Makes a parser.</summary>
    /// <param name="culture">Says the order of day and month and names the months; null or invariant: only what needs none is read.</param>
    /// <param name="reporting">The time zone in which days begin; null for UTC.</param>
    /// <param name="export">The time zone of times without an offset; null for the reporting one.</param>
    public DateParser(CultureInfo? culture = null, TimeZoneInfo? reporting = null, TimeZoneInfo? export = null)
    {
        _text = new DateText(culture);
        _report = new ZoneClock(reporting ?? TimeZoneInfo.Utc);
        _export = export is null ? _report : new ZoneClock(export);
    }

    /// <summary>The reporting clock.</summary>
    internal ZoneClock Clock => _report;

    /// <summary>Reads a date from UTF-8.</summary>
    /// <param name="utf8">The value as it stands.</param>
    /// <param name="value">The date; zero where there is none.</param>
    /// <returns>None where it was read, else why not.</returns>
    public DateProblem Parse(ReadOnlySpan<byte> utf8, out DateValue value)
    {
        while (utf8.Length > 0 && utf8[0] <= ' ') utf8 = utf8.Slice(1);
        while (utf8.Length > 0 && utf8[utf8.Length - 1] <= ' ') utf8 = utf8.Slice(0, utf8.Length - 1);
        value = default;
        if (utf8.IsEmpty) return DateProblem.Empty;
        if (IsoDate.TryRead(utf8, out var local, out var hasTime, out var offset)) return Make(local, hasTime, offset, out value);
        if (Epoch(utf8, out var seconds)) return Make(seconds, true, 0, out value);
        return utf8.Length > 256 ? DateProblem.Unreadable : ParseText(Encoding.UTF8.GetString(utf8.ToArray()).Trim(), out value);
    }

    /// <summary>Reads a date from text.</summary>
    /// <param name="text">The value as it stands; null is empty.</param>
    /// <param name="value">The date; zero where there is none.</param>
    /// <returns>None where it was read, else why not.</returns>
    public DateProblem Parse(string? text, out DateValue value) => Parse(text is null ? default : Encoding.UTF8.GetBytes(text), out value);

    /// <summary>The day of a date in the reporting time zone, as days since 1970-01-01.</summary>
    /// <param name="utcSeconds">The moment.</param>
    /// <returns>The day.</returns>
    public int DayOf(long utcSeconds) => CivilDate.DayOf(_report.ToLocal(utcSeconds));

    // Apart from the quick ways: what the lambda holds would be made anew for every value.
    private DateProblem ParseText(string text, out DateValue value)
    {
        value = default;
        if (text.Length == 0 || Array.Exists(Nothing, word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))) return DateProblem.Empty;
        var problem = _text.Read(text, out var local, out var hasTime, out var offset);
        return problem == DateProblem.None ? Make(local, hasTime, offset, out value) : problem;
    }

    private DateProblem Make(long local, bool hasTime, int? offset, out DateValue value)
    {
        var utc = offset is int ahead ? local - ahead : (hasTime ? _export : _report).ToUtc(local);
        value = utc is >= Earliest and < Latest ? new DateValue(utc, !hasTime) : default;
        return utc is >= Earliest and < Latest ? DateProblem.None : DateProblem.Implausible;
    }

    // 13 digits are milliseconds since 1970 as HubSpot exports them (12 before September 2001), 10 are seconds; 9 and fewer could be anything.
    private static bool Epoch(ReadOnlySpan<byte> utf8, out long seconds)
    {
        seconds = 0;
        if (utf8.Length is not (10 or 12 or 13)) return false;
        foreach (var value in utf8)
        {
            var digit = (uint)(value - '0');
            if (digit > 9) return false;
            seconds = (seconds * 10) + digit;
        }

        if (utf8.Length > 10) seconds /= 1000;
        return true;
    }
}
