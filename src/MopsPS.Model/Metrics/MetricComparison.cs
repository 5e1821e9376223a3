using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>How one source of a metric stands to the reference.</summary>
public sealed record MetricComparison : IMopsResult
{
    /// <summary>The metric.</summary>
    public string Metric { get; init; } = string.Empty;

    /// <summary>The source that the others are compared with.</summary>
    public string Reference { get; init; } = string.Empty;

    /// <summary>The other source.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>The total of the reference; null where it has none.</summary>
    public double? ReferenceValue { get; init; }

    /// <summary>The total of the other source; null where it has none.</summary>
    public double? Value { get; init; }

    /// <summary>The other source less the reference.</summary>
    public double Difference { get; init; }

    /// <summary>The difference in percent of the reference; null where that is 0 or missing.</summary>
    public double? RelativeDifference { get; init; }

    /// <summary>Whether the totals differ materially.</summary>
    public bool IsMaterial { get; init; }

    /// <summary>Whether the totals agree while differences below cancel each other out.</summary>
    public bool IsOffsetting { get; init; }

    /// <summary>The first level from the top at which the sources part: Total, a dimension, or null where they agree everywhere.</summary>
    public string? FirstLevel { get; init; }

    /// <summary>The dimensions that both sources have, from the top.</summary>
    public IReadOnlyList<string> Levels { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>How many places of the lowest level were compared.</summary>
    public int Cells { get; init; }

    /// <summary>How many of them agree.</summary>
    public int AgreeingCells { get; init; }

    /// <summary>Where they part, from the top down; within a level the largest difference first.</summary>
    public IReadOnlyList<MetricPart> Parts { get; init => field = ResultList<MetricPart>.Of(value); } = ResultList<MetricPart>.Empty;

    /// <summary>How many more parts there are than are listed.</summary>
    public int MoreParts { get; init; }

    /// <inheritdoc/>
    public string Title => $"{Metric}: {Source} against {Reference}";

    /// <summary>Whether they agree everywhere.</summary>
    public bool? IsCompliant => FirstLevel is null;

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The share of places that agree.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>Leads: crm.csv against ga4.csv: 980 against 1,000, parts at Region</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} against {2}, {3}", Title, Value is null ? "nothing" : Value.Value.ToString("#,0.##", CultureInfo.InvariantCulture),
        ReferenceValue is null ? "nothing" : ReferenceValue.Value.ToString("#,0.##", CultureInfo.InvariantCulture), FirstLevel is null ? "agrees" : $"parts at {FirstLevel}");
}
