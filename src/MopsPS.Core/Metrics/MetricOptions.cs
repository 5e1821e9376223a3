using System;
using System.Collections.Generic;

namespace MopsPS.Core.Metrics;

/// <summary>How sources of metrics are compared. Column names have no case.</summary>
public sealed record MetricOptions
{
    /// <summary>Wide tables: the columns that are metrics. Long tables: the metrics to compare; empty for all.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Long tables: the column with the name of the metric; null for wide tables.</summary>
    public string? MetricField { get; init; }

    /// <summary>Long tables: the column with the value.</summary>
    public string? ValueField { get; init; }

    /// <summary>The dimensions as a hierarchy, the outermost first.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Other names of columns and metrics in some sources, by the name that is used here.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The column that names the source of a row; null where each input is a source.</summary>
    public string? SourceField { get; init; }

    /// <summary>The column of the date, for freshness; null for none.</summary>
    public string? DateField { get; init; }

    /// <summary>The source that the others are compared with; null for the first input, or the first by name where a column names the sources.</summary>
    public string? Reference { get; init; }

    /// <summary>The largest difference that does not matter, over the policy's.</summary>
    public double? Absolute { get; init; }

    /// <summary>The largest difference in percent of the reference that does not matter, over the policy's.</summary>
    public double? Relative { get; init; }

    /// <summary>The moment at which freshness is read, in UTC.</summary>
    public DateTime AsOf { get; init; }
}
