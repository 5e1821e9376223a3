using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>One series with its alarms and changes.</summary>
public sealed class AnomalyResult : IMopsResult
{
    /// <summary>What is measured, for example <c>Count</c> or the column's name.</summary>
    public string Metric { get; init; } = string.Empty;

    /// <summary>The segment, for example <c>Country = Germany</c>; null for all rows.</summary>
    public string? Segment { get; init; }

    /// <summary>What the metric is made of.</summary>
    public AnomalyMeasure Measure { get; init; }

    /// <summary>The step of the series.</summary>
    public AnomalyInterval Interval { get; init; }

    /// <summary>How many steps the season has; 0 where none was found.</summary>
    public int Season { get; init; }

    /// <summary>The points in order; empty where there are too few to judge.</summary>
    public IReadOnlyList<AnomalyPoint> Points { get; init => field = ResultList<AnomalyPoint>.Of(value); } = ResultList<AnomalyPoint>.Empty;

    /// <summary>The points that are alarms.</summary>
    public IReadOnlyList<AnomalyPoint> Anomalies { get; init => field = ResultList<AnomalyPoint>.Of(value); } = ResultList<AnomalyPoint>.Empty;

    /// <summary>Where level or trend changed.</summary>
    public IReadOnlyList<AnomalyChange> Changes { get; init => field = ResultList<AnomalyChange>.Of(value); } = ResultList<AnomalyChange>.Empty;

    /// <summary>The alarms and changes, and what could not be judged.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Empty: an alarm is no target.</summary>
    public IReadOnlyList<Kpi> Kpis => Array.Empty<Kpi>();

    /// <summary>The metric and the segment.</summary>
    public string Title => Segment is null ? Metric : $"{Metric} [{Segment}]";

    /// <summary>Always null: whether an alarm is bad is for people to say.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Count [Country = Germany]: 120 points, 2 anomalies, 1 change</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} points, {2} anomalies, {3} changes", Title, Points.Count, Anomalies.Count, Changes.Count);
}
