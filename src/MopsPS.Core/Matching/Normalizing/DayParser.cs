using System;
using System.Collections.Generic;
using System.Globalization;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Text;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>
/// Reads days as people write them, several ways in one column. Whether 3/4 is in March or in April is decided for the whole column by the days above 12 in it;
/// matching also knows the level "Swapped" for those that are written the other way.
/// </summary>
internal sealed class DayParser
{
    private static readonly string[] Worded =
        ["MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d-MMM-yyyy", "d-MMM-yy", "dd MMM yy"];

    private readonly bool _dayFirst;

    /// <summary>Looks at some values for the order of day and month.</summary>
    public DayParser(IEnumerable<string> samples)
    {
        int dayFirst = 0, monthFirst = 0;
        foreach (var sample in samples)
        {
            if (Parts(sample) is not { } parts || parts.Length != 3 || parts[0].Length > 2) continue;
            if (Number(parts[0]) > 12) dayFirst++;
            else if (Number(parts[1]) > 12) monthFirst++;
        }

        _dayFirst = dayFirst > monthFirst;
    }

    /// <summary>The day as yyyyMMdd; the folded text where it is none; null where it stands for none.</summary>
    public string? Normalize(string text)
    {
        var day = Parse(text.Trim());
        if (day is null)
        {
            var folded = Folding.Squeeze(MatchText.Normalize(text));
            return folded.Length == 0 || PlaceholderValues.IsPlaceholder(PlaceholderKind.Date, text.Trim().ToLowerInvariant()) ? null : folded.Length == 8 ? folded + "?" : folded;
        }

        // What programs write for "not known".
        return day is "19000101" or "19700101" or "00010101" or "99991231" ? null : day;
    }

    private string? Parse(string text)
    {
        if (text.Length > 10 && text[10] is 'T' or ' ' && text.Length > 11 && text[4] is '-' or '/') text = text.Substring(0, 10);
        // A day that is none (the 31st of June) has a slip in it and is still worth comparing digit by digit.
        if (text.Length == 8 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return Make(Number(text.Substring(0, 4)), Number(text.Substring(4, 2)), Number(text.Substring(6, 2)))
                ?? Make(Number(text.Substring(4, 4)), Number(text.Substring(2, 2)), Number(text.Substring(0, 2))) ?? text;
        if (Parts(text) is { Length: 3 } parts)
        {
            if (parts[0].Length == 4)
                return Make(Number(parts[0]), Number(parts[1]), Number(parts[2])) ?? Make(Number(parts[0]), Number(parts[2]), Number(parts[1])) ?? parts[0] + parts[1].PadLeft(2, '0') + parts[2].PadLeft(2, '0');
            var year = Number(parts[2]);
            if (parts[2].Length == 2) year += year > 30 ? 1900 : 2000;
            int first = Number(parts[0]), second = Number(parts[1]);
            return _dayFirst ? Make(year, second, first) ?? Make(year, first, second) : Make(year, first, second) ?? Make(year, second, first);
        }

        return DateTime.TryParseExact(text, Worded, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : null;
    }

    private static string[]? Parts(string text)
    {
        if (text.Length is < 6 or > 10) return null;
        foreach (var c in text)
            if (c is not (>= '0' and <= '9' or '-' or '/' or '.')) return null;
        var parts = text.Split('-', '/', '.');
        return parts.Length == 3 && Array.TrueForAll(parts, part => part.Length is 1 or 2 or 4) ? parts : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? Make(int year, int month, int day) =>
        year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null
            : new DateTime(year, month, day).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
