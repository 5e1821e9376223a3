using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>What a search for duplicates did and found, in figures. Holds no values of records.</summary>
public sealed class DuplicateSummary : IMopsResult
{
    /// <summary>The records of all input.</summary>
    public long Records { get; init; }

    /// <summary>Those of them that came with -Against.</summary>
    public long Known { get; init; }

    /// <summary>The records that have at least one value to compare.</summary>
    public long Comparable { get; init; }

    /// <summary>The fields that were found, and why.</summary>
    public IReadOnlyList<DuplicateField> Fields { get; init; } = [];

    /// <summary>How many pairs were brought together and compared.</summary>
    public double CandidatePairs { get; init; }

    /// <summary>The keys that brought them together; empty where every record was compared with every other.</summary>
    public IReadOnlyList<string> BlockingKeys { get; init; } = [];

    /// <summary>The share of duplicates that were probably never compared, 0 to 1: an estimate by the model.</summary>
    public double MissedShare { get; init; }

    /// <summary>Where the probabilities come from.</summary>
    public DuplicateModelSource Model { get; init; }

    /// <summary>The probability from which records are the same.</summary>
    public double Threshold { get; init; }

    /// <summary>The probability from which a pair is worth a look.</summary>
    public double ReviewThreshold { get; init; }

    /// <summary>How many groups are sure enough (band Match).</summary>
    public int MatchGroups { get; init; }

    /// <summary>How many groups want a look (band Review).</summary>
    public int ReviewGroups { get; init; }

    /// <summary>How many records would go if each group of band Match became one: its members without the survivor, new records only.</summary>
    public long Duplicates { get; init; }

    /// <summary>How many pairs have which score; pairs below the review threshold are not counted.</summary>
    public IReadOnlyList<DuplicateScoreBin> Scores { get; init; } = [];

    /// <inheritdoc/>
    public string Title { get; init; } = "Duplicates";

    /// <inheritdoc/>
    public bool? IsCompliant => null;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The duplicate rate.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init; } = [];

    /// <summary>Reads like <c>40 records, 3 groups (1 for review), 5 duplicates</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Records} records, {MatchGroups + ReviewGroups} groups ({ReviewGroups} for review), {Duplicates} duplicates");
}
