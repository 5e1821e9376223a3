using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Anomalies;

/// <summary>Numbers the intervals of days: days, weeks from Monday (ISO 8601), months.</summary>
internal static class IntervalClock
{
    // 1970-01-01 was a Thursday.
    private const int MondayShift = 3;

    /// <summary>The number of the interval in which a day lies.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    public static int StepOf(AnomalyInterval interval, int day) => interval switch
    {
        AnomalyInterval.Week => (day + MondayShift) / 7,
        AnomalyInterval.Month => Months(Date(day)),
        _ => day,
    };

    /// <summary>The first day of an interval.</summary>
    public static DateTime Start(AnomalyInterval interval, int step) => interval switch
    {
        AnomalyInterval.Week => Date((step * 7) - MondayShift),
        AnomalyInterval.Month => new DateTime(step / 12, (step % 12) + 1, 1),
        _ => Date(step),
    };

    /// <summary>The interval that the distances between days tell.</summary>
    public static AnomalyInterval Infer(IEnumerable<int> days)
    {
        var sorted = days.Distinct().OrderBy(day => day).ToArray();
        if (sorted.Length < 2) return AnomalyInterval.Day;
        var gaps = sorted.Skip(1).Select((day, i) => day - sorted[i]).OrderBy(gap => gap).ToArray();
        return gaps[gaps.Length / 2] switch { < 5 => AnomalyInterval.Day, < 20 => AnomalyInterval.Week, _ => AnomalyInterval.Month };
    }

    /// <summary>How many steps the usual season of an interval has.</summary>
    public static int Season(AnomalyInterval interval) => interval switch { AnomalyInterval.Week => 52, AnomalyInterval.Month => 12, _ => 7 };

    private static DateTime Date(int day) => new DateTime(1970, 1, 1).AddDays(day);

    private static int Months(DateTime date) => (date.Year * 12) + date.Month - 1;
}
