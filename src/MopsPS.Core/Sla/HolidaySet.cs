using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Sla;

/// <summary>Closed days: of each year (<c>12-25</c>) and single ones (<c>2026-04-03</c>, for those that move).</summary>
internal sealed class HolidaySet
{
    private readonly HashSet<(int Month, int Day)> _yearly = [];
    private readonly HashSet<DateTime> _days = [];

    public HolidaySet(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (!TryRead(text, out var month, out var day, out var date)) throw new ArgumentException($"'{text}' is no holiday; expected MM-dd for each year or yyyy-MM-dd for one.", nameof(texts));
            if (date is DateTime single) _days.Add(single);
            else _yearly.Add((month, day));
        }
    }

    /// <summary>Whether a day is closed.</summary>
    public bool Has(DateTime day) => _yearly.Contains((day.Month, day.Day)) || _days.Contains(day.Date);

    /// <summary>Reads a holiday.</summary>
    public static bool TryRead(string text, out int month, out int day, out DateTime? date)
    {
        (month, day, date) = (0, 0, null);
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var single))
        {
            date = single;
            return true;
        }

        // Of a leap year, so that 02-29 can be written.
        if (text.Length != 5 || !DateTime.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var yearly)) return false;
        (month, day) = (yearly.Month, yearly.Day);
        return true;
    }
}
