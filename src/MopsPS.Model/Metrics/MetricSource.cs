using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>One source of metrics: what it holds and how fresh it is.</summary>
public sealed class MetricSource : IMopsResult
{
    /// <summary>The source.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Whether the others are compared with it.</summary>
    public bool IsReference { get; init; }

    /// <summary>How many rows it has.</summary>
    public long Rows { get; init; }

    /// <summary>How many values could not be read; they count as nothing.</summary>
    public long Unreadable { get; init; }

    /// <summary>The metrics that it has.</summary>
    public IReadOnlyList<string> Metrics { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The dimensions that it has.</summary>
    public IReadOnlyList<string> Levels { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The newest date in UTC; the end of the day where there is no time of day. Null where no date column was named or read.</summary>
    public DateTime? Newest { get; init; }

    /// <summary>How old that is in hours; null where it is not known.</summary>
    public double? AgeHours { get; init; }

    /// <inheritdoc/>
    public string Title => Source;

    /// <inheritdoc/>
    public bool? IsCompliant => null;

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The freshness.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>crm.csv: 120 rows, 6 hours old</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1:#,0} rows{2}", Source, Rows, AgeHours is double age ? $", {age.ToString("0.#", CultureInfo.InvariantCulture)} hours old" : string.Empty);
}
