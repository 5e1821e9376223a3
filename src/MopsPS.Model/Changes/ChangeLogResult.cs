using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>What the check of a change log found.</summary>
public sealed class ChangeLogResult : IMopsResult
{
    /// <summary>The log.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>How many entries it has.</summary>
    public int Entries { get; init; }

    /// <summary>When the first entry was written (UTC); null for an empty log.</summary>
    public DateTime? First { get; init; }

    /// <summary>When the last entry was written (UTC).</summary>
    public DateTime? Last { get; init; }

    /// <summary>The hash of the last entry: the anchor to keep elsewhere. Null for an empty log.</summary>
    public string? Head { get; init; }

    /// <summary>How many entries came after the anchor of -ExpectedHead; null where none was given or it was not found.</summary>
    public int? EntriesSinceExpectedHead { get; init; }

    /// <summary>What is wrong with the log.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>How many entries have what the policy asks for.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>The name of the log.</summary>
    public string Title => "Change log " + System.IO.Path.GetFileName(Path);

    /// <summary>Whether the chain is whole: no finding of severity Error that is not suppressed.</summary>
    public bool? IsCompliant { get; init; }

    /// <summary>Reads like <c>Change log changes.jsonl: 12 entries, intact</c>.</summary>
    public override string ToString() => $"{Title}: {Entries} entries, {(IsCompliant == true ? "intact" : "not intact")}";
}
