using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Sla;

/// <summary>The open hours of a week on the wall clock, and how they are written: <c>09:00-17:00</c>, up to <c>24:00</c>.</summary>
internal static class WeeklyHours
{
    /// <summary>Reads the open hours of a day.</summary>
    /// <param name="texts">Such as <c>09:00-12:30</c>.</param>
    /// <param name="hours">Ticks since midnight, in order.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? Read(IReadOnlyList<string> texts, out (long Start, long End)[] hours)
    {
        var found = new List<(long Start, long End)>();
        hours = [];
        foreach (var text in texts)
        {
            var parts = text.Split('-');
            if (parts.Length != 2 || Clock(parts[0].Trim()) is not long start || Clock(parts[1].Trim()) is not long end)
                return $"'{text}' is no span of time; expected one like 09:00-17:00.";
            if (end <= start) return $"'{text}' ends before it starts; a span over midnight is written as two, one on each day.";
            found.Add((start, end));
        }

        found.Sort();
        for (var i = 1; i < found.Count; i++)
            if (found[i].Start < found[i - 1].End) return "two spans of the day overlap.";
        hours = [.. found];
        return null;
    }

    /// <summary>The day of the week by its English name, without regard to case; null for another word.</summary>
    public static DayOfWeek? Day(string name) =>
        Enum.GetNames(typeof(DayOfWeek)).FirstOrDefault(day => string.Equals(day, name, StringComparison.OrdinalIgnoreCase)) is { } known
            ? (DayOfWeek)Enum.Parse(typeof(DayOfWeek), known) : null;

    private static long? Clock(string text)
    {
        if (text == "24:00") return TimeSpan.TicksPerDay;
        return text.Length == 5 && TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, out var time) ? time.Ticks : null;
    }
}
