using System;
using System.Globalization;

namespace MopsPS;

/// <summary>One point of a series with what was expected.</summary>
public sealed class AnomalyPoint
{
    /// <summary>The first day of the interval.</summary>
    public DateTime Date { get; init; }

    /// <summary>What was measured; a ratio as a fraction.</summary>
    public double Value { get; init; }

    /// <summary>The whole of a ratio; null for other measures.</summary>
    public double? Denominator { get; init; }

    /// <summary>What level, trend and season lead to expect.</summary>
    public double Expected { get; init; }

    /// <summary>The lower end of what chance explains.</summary>
    public double Lower { get; init; }

    /// <summary>The upper end of what chance explains.</summary>
    public double Upper { get; init; }

    /// <summary>How far it lies from what is expected, in standard deviations.</summary>
    public double Score { get; init; }

    /// <summary>What is the matter with it.</summary>
    public AnomalyKind Kind { get; init; }

    /// <summary>Whether it is an alarm.</summary>
    public bool IsAnomaly => Kind != AnomalyKind.None;

    /// <summary>Value less what was expected, in percent of that; null where nothing was expected.</summary>
    public double? DeviationPercent => Expected == 0 ? null : 100 * (Value - Expected) / Math.Abs(Expected);

    /// <summary>Reads like <c>2026-11-03: 412, expected 230 to 310 (Spike)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0:yyyy-MM-dd}: {1:#,0.####}, expected {2:#,0.####} to {3:#,0.####} ({4})", Date, Value, Lower, Upper, Kind);
}
