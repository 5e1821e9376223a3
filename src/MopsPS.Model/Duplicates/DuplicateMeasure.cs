using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How right groups of duplicates are, measured against the truth at one threshold. Shares are from 0 to 1.</summary>
public sealed class DuplicateMeasure : IMopsResult
{
    /// <summary>The threshold at which the groups were formed; null where they were taken as they came.</summary>
    public double? Threshold { get; init; }

    /// <summary>The records of which the truth is known.</summary>
    public long Records { get; init; }

    /// <summary>Records that are not in the truth; no pair with one of them is counted.</summary>
    public long Unjudged { get; init; }

    /// <summary>Records of the truth that are not in the input; they are not counted. Null where only groups came in, since then such a record counts as found alone.</summary>
    public long? Absent { get; init; }

    /// <summary>The pairs that were found: each two records of one group.</summary>
    public long FoundPairs { get; init; }

    /// <summary>The pairs that are true.</summary>
    public long TruePairs { get; init; }

    /// <summary>The pairs that were found and are true.</summary>
    public long CorrectPairs { get; init; }

    /// <summary>The pairs that were found and are not true.</summary>
    public long FalsePairs => FoundPairs - CorrectPairs;

    /// <summary>The pairs that are true and were not found.</summary>
    public long MissingPairs => TruePairs - CorrectPairs;

    /// <summary>The share of the found pairs that are true; 1 where nothing was found.</summary>
    public double Precision { get; init; }

    /// <summary>The share of the true pairs that were found; 1 where there are none.</summary>
    public double Recall { get; init; }

    /// <summary>The harmonic mean of precision and recall (van Rijsbergen 1979).</summary>
    public double F1 { get; init; }

    /// <summary>B-cubed precision (Bagga and Baldwin 1998): the mean over records of the share of their group that belongs there.</summary>
    public double BCubedPrecision { get; init; }

    /// <summary>B-cubed recall: the mean over records of the share of their true group that is there.</summary>
    public double BCubedRecall { get; init; }

    /// <summary>The harmonic mean of both.</summary>
    public double BCubedF1 { get; init; }

    /// <summary>The true groups of two and more that were found exactly.</summary>
    public int ExactGroups { get; init; }

    /// <summary>The found groups that hold records of two true groups and more.</summary>
    public int MergedGroups { get; init; }

    /// <summary>The true groups of which not all records were found together.</summary>
    public int SplitGroups { get; init; }

    /// <summary>Whether the truth speaks of all records; a reviewed plan speaks only of the groups in it, so recall is out of those.</summary>
    public bool IsWholeTruth { get; init; }

    /// <summary>The false pairs, the surest first, then the missing ones, the nearest first; of each kind at most as many as were asked for.</summary>
    public IReadOnlyList<DuplicateError> Errors { get; init => field = ResultList<DuplicateError>.Of(value); } = ResultList<DuplicateError>.Empty;

    /// <inheritdoc/>
    public string Title { get; init; } = "Accuracy of duplicates";

    /// <inheritdoc/>
    public bool? IsCompliant => null;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings => ResultList<Finding>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>At 0.5: precision 0.981, recall 0.964, F1 0.972</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{(Threshold is { } threshold ? FormattableString.Invariant($"At {threshold:0.####}") : "As found")}: precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}");
}
