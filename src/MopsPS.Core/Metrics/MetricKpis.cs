using System.Collections.Generic;

namespace MopsPS.Core.Metrics;

/// <summary>The metrics of comparing metrics.</summary>
public static class MetricKpis
{
    /// <summary>Places that agree.</summary>
    public static readonly KpiDefinition Agreement = new(
        "MetricAgreement", "Metrics", "Metric agreement", "%", KpiDirection.HigherIsBetter, null, "Places of the lowest level in which a source agrees with the reference within the materiality, out of all.");

    /// <summary>How old the newest date is.</summary>
    public static readonly KpiDefinition Freshness = new(
        "MetricFreshness", "Metrics", "Data freshness", "hours", KpiDirection.LowerIsBetter, 24, "The age of the newest date of a source.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Agreement, Freshness];
}
