using System;
using System.Collections.Generic;
using System.Globalization;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>How many values fall on each day from 1900 to 2099: quantiles of dates are exact and months need no second pass.</summary>
internal sealed class DayCounts
{
    private static readonly int First = CivilDate.ToDays(1900, 1, 1);
    private static readonly int End = CivilDate.ToDays(2100, 1, 1);
    private readonly long[] _counts = new long[End - First];
    private int _min = int.MaxValue;
    private int _max = int.MinValue;

    /// <summary>How many days were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a day.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="times">How often.</param>
    public void Add(int day, long times = 1)
    {
        if (day < First || day >= End) return;
        _counts[day - First] += times;
        Count += times;
        _min = Math.Min(_min, day);
        _max = Math.Max(_max, day);
    }

    /// <summary>The day that a share of all is at or before; null where there are none.</summary>
    public int? Quantile(double share)
    {
        if (Count == 0) return null;
        var rank = (long)Math.Floor(share * (Count - 1));
        for (var day = _min; day <= _max; day++)
        {
            rank -= _counts[day - First];
            if (rank < 0) return day;
        }

        return _max;
    }

    /// <summary>How many fall after a day.</summary>
    public long After(int day)
    {
        long after = 0;
        for (var at = Math.Max(day + 1, _min); at <= _max; at++) after += _counts[at - First];
        return after;
    }

    /// <summary>The counts by month, from the first to the last, months without any included.</summary>
    public IEnumerable<(string Month, long Count)> Months()
    {
        if (Count == 0) yield break;
        var month = Date(_min);
        month = month.AddDays(1 - month.Day);
        for (var day = _min; day <= _max;)
        {
            var next = month.AddMonths(1);
            long count = 0;
            for (; day <= _max && Date(day) < next; day++) count += _counts[day - First];
            yield return (month.ToString("yyyy-MM", CultureInfo.InvariantCulture), count);
            month = next;
        }
    }

    /// <summary>A day as text.</summary>
    public static string? Text(int? day) => day is { } value ? Date(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static DateTime Date(int day) => new DateTime(1970, 1, 1).AddDays(day);
}
