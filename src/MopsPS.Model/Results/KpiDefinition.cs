using System;

namespace MopsPS;

/// <summary>What a KPI measures, in which unit, and where its target stands when the policy names none.</summary>
public sealed class KpiDefinition
{
    /// <summary>Defines a KPI.</summary>
    /// <param name="id">The stable name, for example <c>UtmCompliance</c>; the key under <c>kpiTargets</c> in a policy.</param>
    /// <param name="area">The area of the module, for example <c>Utm</c>.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="unit">The unit of value and target: <c>%</c>, <c>hours</c>, <c>days</c> …</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="defaultTarget">The target without a policy; null for none.</param>
    /// <param name="summary">One sentence: what is counted out of what.</param>
    public KpiDefinition(string id, string area, string name, string unit, KpiDirection direction, double? defaultTarget, string summary)
    {
        Id = id ?? throw new ArgumentNullException(nameof(id));
        Area = area ?? throw new ArgumentNullException(nameof(area));
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Unit = unit ?? throw new ArgumentNullException(nameof(unit));
        Direction = direction;
        DefaultTarget = defaultTarget;
        Summary = summary ?? throw new ArgumentNullException(nameof(summary));
    }

    /// <summary>The stable name, for example <c>UtmCompliance</c>.</summary>
    public string Id { get; }

    /// <summary>The area of the module.</summary>
    public string Area { get; }

    /// <summary>The name for people.</summary>
    public string Name { get; }

    /// <summary>The unit of value and target.</summary>
    public string Unit { get; }

    /// <summary>Which way is better.</summary>
    public KpiDirection Direction { get; }

    /// <summary>The target without a policy; null for none.</summary>
    public double? DefaultTarget { get; }

    /// <summary>One sentence: what is counted out of what.</summary>
    public string Summary { get; }

    /// <summary>The largest target that a policy may set: 100 for percentages, a billion for anything else. The least is 0.</summary>
    public double MaxTarget => Unit == "%" ? 100 : 1e9;

    /// <summary>The target under a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The policy's target, else the default one; null for none.</returns>
    public double? Target(MopsPolicy policy) =>
        (policy ?? throw new ArgumentNullException(nameof(policy))).KpiTargets.TryGetValue(Id, out var target) ? target : DefaultTarget;

    /// <summary>The KPI with a value, for example a median in hours.</summary>
    /// <param name="policy">The policy that may set the target.</param>
    /// <param name="value">The value in <see cref="Unit"/>; null where nothing was measured.</param>
    /// <param name="segment">The segment, for example <c>source = google</c>; null for all.</param>
    /// <param name="period">The period, for example <c>2026-11</c>; null for all that was given.</param>
    /// <returns>The KPI.</returns>
    public Kpi Of(MopsPolicy policy, double? value, string? segment = null, string? period = null) =>
        new(Id, Name, value, Unit, Target(policy), Direction) { Segment = segment, Period = period };

    /// <summary>The KPI of a count out of a whole, in percent.</summary>
    /// <param name="policy">The policy that may set the target.</param>
    /// <param name="numerator">What was counted.</param>
    /// <param name="denominator">Out of what; 0 gives a KPI without a value.</param>
    /// <param name="segment">The segment, or null.</param>
    /// <param name="period">The period, or null.</param>
    /// <returns>The KPI.</returns>
    /// <exception cref="InvalidOperationException">The unit is not <c>%</c>.</exception>
    public Kpi Ratio(MopsPolicy policy, double numerator, double denominator, string? segment = null, string? period = null) =>
        Unit != "%" ? throw new InvalidOperationException($"{Id} is measured in {Unit}; a ratio is in percent.")
        : new Kpi(Id, Name, denominator == 0 ? null : 100.0 * numerator / denominator, Unit, Target(policy), Direction)
        {
            Numerator = numerator,
            Denominator = denominator,
            Segment = segment,
            Period = period,
        };

    /// <summary>Reads like <c>UtmCompliance: UTM compliance in %</c>.</summary>
    public override string ToString() => $"{Id}: {Name} in {Unit}";
}
