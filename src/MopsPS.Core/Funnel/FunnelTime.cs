using System;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Funnel;

/// <summary>Bounds that a user gives on the reporting clock, as UTC seconds.</summary>
internal static class FunnelTime
{
    private static readonly DateTime Epoch = new(1970, 1, 1);

    /// <summary>The first second; null for no bound.</summary>
    public static long? Start(DateTime? bound, DateParser dates) => bound is { } time ? Utc(time, dates) : null;

    /// <summary>The second after the last; null for no bound. A day without a time is meant with all its hours.</summary>
    public static long? End(DateTime? bound, DateParser dates) =>
        bound is not { } time ? null : time.TimeOfDay == TimeSpan.Zero ? Utc(time.AddDays(1), dates) : Utc(time, dates) + 1;

    private static long Utc(DateTime time, DateParser dates)
    {
        var seconds = (long)Math.Floor((time - Epoch).TotalSeconds);
        return time.Kind == DateTimeKind.Utc ? seconds : dates.Clock.ToUtc(seconds);
    }
}
