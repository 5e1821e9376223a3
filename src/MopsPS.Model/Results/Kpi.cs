using System;
using System.Globalization;

namespace MopsPS;

/// <summary>Which way a KPI is better.</summary>
public enum KpiDirection
{
    /// <summary>The value should be at or above the target.</summary>
    HigherIsBetter,

    /// <summary>The value should be at or below the target.</summary>
    LowerIsBetter,
}

/// <summary>Whether a KPI meets its target.</summary>
public enum KpiStatus
{
    /// <summary>There is no value or no target, so nothing can be said. Never a pass.</summary>
    Unknown,

    /// <summary>The target is met.</summary>
    Met,

    /// <summary>The target is missed.</summary>
    Missed,
}

/// <summary>One metric with its target. The same shape for every metric of the module.</summary>
public sealed class Kpi
{
    /// <summary>Makes a KPI of a ratio.</summary>
    /// <param name="id">A stable name, for example <c>UtmCompliance</c>.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="value">The value in <paramref name="unit"/>; null where there is none (nothing was counted).</param>
    /// <param name="unit">The unit, for example <c>%</c>, <c>days</c> or <c>links</c>.</param>
    /// <param name="target">The target in the same unit; null where there is none.</param>
    /// <param name="direction">Which way is better.</param>
    public Kpi(string id, string name, double? value, string unit, double? target, KpiDirection direction)
    {
        Id = id ?? throw new ArgumentNullException(nameof(id));
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Value = value is double v && (double.IsNaN(v) || double.IsInfinity(v)) ? null : value;
        Unit = unit ?? throw new ArgumentNullException(nameof(unit));
        Target = target;
        Direction = direction;
    }

    /// <summary>A stable name, for example <c>UtmCompliance</c>.</summary>
    public string Id { get; }

    /// <summary>The name for people.</summary>
    public string Name { get; }

    /// <summary>The value, unrounded; null where nothing was counted.</summary>
    public double? Value { get; }

    /// <summary>The unit of value and target.</summary>
    public string Unit { get; }

    /// <summary>What was counted; null where the metric is no ratio.</summary>
    public double? Numerator { get; init; }

    /// <summary>Out of what; null where the metric is no ratio.</summary>
    public double? Denominator { get; init; }

    /// <summary>The target; null where there is none.</summary>
    public double? Target { get; }

    /// <summary>Which way is better.</summary>
    public KpiDirection Direction { get; }

    /// <summary>The period it is about, for example <c>2026-11</c>; null for all that was given.</summary>
    public string? Period { get; init; }

    /// <summary>The segment it is about, for example <c>source = google</c>; null for all.</summary>
    public string? Segment { get; init; }

    /// <summary>Whether the target is met; compared unrounded.</summary>
    public KpiStatus Status =>
        Value is not double value || Target is not double target ? KpiStatus.Unknown
        : (Direction == KpiDirection.HigherIsBetter ? value >= target : value <= target) ? KpiStatus.Met
        : KpiStatus.Missed;

    /// <summary>A ratio in percent; its value is null where the denominator is 0.</summary>
    /// <param name="id">A stable name.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="numerator">What was counted.</param>
    /// <param name="denominator">Out of what.</param>
    /// <param name="target">The target in percent.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="segment">The segment, or null.</param>
    /// <returns>The KPI.</returns>
    public static Kpi Percentage(
        string id, string name, double numerator, double denominator, double? target, KpiDirection direction, string? segment = null) =>
        new(id, name, denominator == 0 ? null : 100.0 * numerator / denominator, "%", target, direction)
        {
            Numerator = numerator,
            Denominator = denominator,
            Segment = segment,
        };

    /// <summary>Reads like <c>UTM compliance: 93.2 % (target 95 %), Missed</c>.</summary>
    public override string ToString()
    {
        var value = Value is double v ? $"{v.ToString("0.##", CultureInfo.InvariantCulture)} {Unit}" : "no value";
        var target = Target is double t ? $" (target {t.ToString("0.##", CultureInfo.InvariantCulture)} {Unit})" : string.Empty;
        return $"{Name}{(Segment is null ? string.Empty : $" [{Segment}]")}: {value}{target}, {Status}";
    }
}
