using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>Which differences between two sources of a metric matter.</summary>
public sealed class MetricsPolicy
{
    /// <summary>What holds for metrics that are not named.</summary>
    public MetricMateriality Materiality { get; init; } = new();

    /// <summary>What holds for a metric, by its name.</summary>
    public IReadOnlyDictionary<string, MetricMateriality> Metrics { get; init; } = new Dictionary<string, MetricMateriality>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>From which size on a difference matters: it must be above both.</summary>
public sealed class MetricMateriality
{
    /// <summary>The largest difference, in the unit of the metric, that does not matter.</summary>
    public double Absolute { get; init; }

    /// <summary>The largest difference, in percent of the reference, that does not matter.</summary>
    public double Relative { get; init; } = 1;
}
