using System;
using System.Globalization;

namespace MopsPS.Core.Records.Values;

/// <summary>
/// Dates as people and reports write them: <c>3/14/2026 9:26 AM</c>, <c>14.03.2026 09:26:53</c>, <c>14-Mar-2026</c>,
/// <c>Mar 14, 2026 09:26:53</c>. Months by their English names or those of the culture. Nothing is guessed: day and month in
/// numbers need a culture, but for dates with dots, which are written day first wherever they are written.
/// </summary>
internal sealed class DateText(CultureInfo? culture)
{
    private readonly DateOrder _order = DateOrders.Of(culture);
    private readonly DateTimeFormatInfo _english = CultureInfo.InvariantCulture.DateTimeFormat;
    private readonly DateTimeFormatInfo? _own = culture?.DateTimeFormat;
    private readonly int _pivot = (culture ?? CultureInfo.InvariantCulture).Calendar.TwoDigitYearMax;

    /// <summary>Reads one.</summary>
    /// <param name="text">The whole text, without blanks around it.</param>
    /// <param name="local">Seconds since 1970-01-01 00:00 on the clock of the text.</param>
    /// <param name="hasTime">Whether there is a time of day.</param>
    /// <param name="offset">What the text says its clock is ahead of UTC, in seconds; null where it says nothing.</param>
    /// <returns>None, Unreadable or Ambiguous.</returns>
    public DateProblem Read(string text, out long local, out bool hasTime, out int? offset)
    {
        local = 0;
        hasTime = false;
        offset = null;
        if (text.Length > 64) return DateProblem.Unreadable;
        var at = 0;
        var problem = Day(text, ref at, out var days);
        if (problem != DateProblem.None) return problem;
        local = (long)days * CivilDate.SecondsPerDay;
        while (at < text.Length && text[at] is ' ' or ',' or 'T' or '\u00A0') at++;
        if (at == text.Length) return DateProblem.None;
        if (!Time(text, ref at, out var seconds)) return DateProblem.Unreadable;
        local += seconds;
        hasTime = true;
        return Zone(text, at, out offset) ? DateProblem.None : DateProblem.Unreadable;
    }

    private DateProblem Day(string text, ref int at, out int days)
    {
        days = 0;
        var parts = new int[3];
        var widths = new int[3];
        var named = -1;
        var separator = '\0';
        for (var part = 0; part < 3; part++)
        {
            if (at >= text.Length) return DateProblem.Unreadable;
            if (char.IsLetter(text[at]))
            {
                // A weekday in front says nothing that the date does not.
                if (part == 0 && named < 0 && SkipWeekday(text, ref at)) { part--; continue; }
                if (named >= 0 || !Month(text, ref at, out parts[part])) return DateProblem.Unreadable;
                named = part;
            }
            else if (!Number(text, ref at, out parts[part], out widths[part]))
            {
                return DateProblem.Unreadable;
            }

            if (part == 2) break;
            var start = at;
            while (at < text.Length && text[at] is ' ' or '-' or '/' or '.' or ',') at++;
            if (at == start) return DateProblem.Unreadable;
            var found = text[start];
            if (named < 0 && (at > start + 1 && text[start] != '.' || (part == 1 && separator != found))) return DateProblem.Unreadable;
            separator = found;
        }

        return Resolve(parts, widths, named, separator, out days);
    }

    private DateProblem Resolve(int[] parts, int[] widths, int named, char separator, out int days)
    {
        days = 0;
        DateOrder order;
        if (widths[0] == 4) order = DateOrder.YearMonthDay;
        else if (named == 0) order = DateOrder.MonthDayYear;
        else if (named == 1) order = DateOrder.DayMonthYear;
        else if (named == 2) return DateProblem.Unreadable;
        else if (separator == '.') order = DateOrder.DayMonthYear;
        else if (separator is not ('/' or '-')) return DateProblem.Unreadable;
        else if (widths[2] == 4 && _order == DateOrder.YearMonthDay) return DateProblem.Ambiguous;
        else order = _order;
        if (order == DateOrder.Unknown) return DateProblem.Ambiguous;
        var (y, m, d) = order switch { DateOrder.YearMonthDay => (0, 1, 2), DateOrder.MonthDayYear => (2, 0, 1), _ => (2, 1, 0) };
        if (widths[y] is not (2 or 4) || widths[d] > 2 || (named < 0 && widths[m] > 2)) return DateProblem.Unreadable;
        var year = parts[y];
        if (widths[y] == 2) year += (_pivot / 100 * 100) - (year > _pivot % 100 ? 100 : 0);
        if (!CivilDate.IsDay(year, parts[m], parts[d])) return DateProblem.Unreadable;
        days = CivilDate.ToDays(year, parts[m], parts[d]);
        return DateProblem.None;
    }

    private bool Time(string text, ref int at, out int seconds)
    {
        seconds = 0;
        if (!Number(text, ref at, out var hour, out var width) || width > 2 || at >= text.Length || text[at++] != ':') return false;
        if (!Number(text, ref at, out var minute, out width) || width != 2 || minute > 59) return false;
        var second = 0;
        if (at < text.Length && text[at] == ':')
        {
            at++;
            if (!Number(text, ref at, out second, out width) || width != 2 || second > 59) return false;
            if (at < text.Length && text[at] is '.' or ',')
            {
                at++;
                if (!Number(text, ref at, out _, out _)) return false;
            }
        }

        var half = at;
        while (half < text.Length && text[half] is ' ' or '\u202F' or '\u00A0') half++;
        if (half + 1 < text.Length && (text[half] | 0x20) is 'a' or 'p' && (text[half + 1] | 0x20) == 'm' && (half + 2 == text.Length || !char.IsLetter(text[half + 2])))
        {
            if (hour is < 1 or > 12) return false;
            hour = (hour % 12) + ((text[half] | 0x20) == 'p' ? 12 : 0);
            at = half + 2;
        }

        if (hour > 23) return false;
        seconds = (((hour * 60) + minute) * 60) + second;
        return true;
    }

    private static bool Zone(string text, int at, out int? offset)
    {
        offset = null;
        var rest = text.Substring(at).Trim();
        if (rest.Length == 0) return true;
        // The zone of an ISO text, read by the one who knows it.
        return IsoDate.TryRead(System.Text.Encoding.UTF8.GetBytes("2000-01-01T00:00" + rest), out _, out _, out offset);
    }

    private bool Month(string text, ref int at, out int month)
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '.')) at++;
        var word = text.Substring(start, at - start).TrimEnd('.');
        month = Find(_english, word);
        if (month == 0 && _own is not null) month = Find(_own, word);
        return month > 0;
    }

    private static int Find(DateTimeFormatInfo names, string word)
    {
        for (var i = 0; i < 12; i++)
        {
            if (Is(names.MonthNames[i], word) || Is(names.AbbreviatedMonthNames[i], word) || Is(names.MonthGenitiveNames[i], word) ||
                Is(names.AbbreviatedMonthGenitiveNames[i], word)) return i + 1;
        }

        return word.Equals("Sept", StringComparison.OrdinalIgnoreCase) ? 9 : 0;
    }

    private bool SkipWeekday(string text, ref int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        var word = text.Substring(at, end - at);
        var isDay = Array.Exists(_english.DayNames, name => Is(name, word)) || Array.Exists(_english.AbbreviatedDayNames, name => Is(name, word));
        if (!isDay) return false;
        while (end < text.Length && text[end] is ' ' or ',' or '.') end++;
        at = end;
        return true;
    }

    private static bool Is(string name, string word) => name.Length > 0 && string.Equals(name.TrimEnd('.'), word, StringComparison.OrdinalIgnoreCase);

    private static bool Number(string text, ref int at, out int number, out int width)
    {
        number = 0;
        width = 0;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            if (++width > 9) return false;
            number = (number * 10) + (text[at++] - '0');
        }

        return width > 0;
    }
}
