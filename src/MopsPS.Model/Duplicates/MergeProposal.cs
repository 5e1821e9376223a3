using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS;

/// <summary>How one group of duplicates would be merged, or why it is not. Nothing is merged by it.</summary>
public sealed class MergeProposal
{
    /// <summary>Makes a proposal.</summary>
    /// <param name="group">The group.</param>
    /// <param name="master">The record that stays.</param>
    /// <param name="masterReason">Why that one.</param>
    /// <param name="picks">The surviving values in the order of the master's columns.</param>
    /// <param name="refusals">Why it is not merged; empty where it can be.</param>
    public MergeProposal(DuplicateGroup group, DuplicateMember master, string masterReason, IReadOnlyList<MergePick> picks, IReadOnlyList<MergeRefusal> refusals)
    {
        Group = group ?? throw new ArgumentNullException(nameof(group));
        Master = master ?? throw new ArgumentNullException(nameof(master));
        MasterReason = masterReason ?? throw new ArgumentNullException(nameof(masterReason));
        Picks = ResultList<MergePick>.Of(picks ?? throw new ArgumentNullException(nameof(picks)));
        Refusals = ResultList<MergeRefusal>.Of(refusals ?? throw new ArgumentNullException(nameof(refusals)));
    }

    /// <summary>The number of the group.</summary>
    public int Number => Group.Number;

    /// <summary>The group.</summary>
    public DuplicateGroup Group { get; }

    /// <summary>How sure the group is, 0 to 1.</summary>
    public double Score => Group.Score;

    /// <summary>How many records it has.</summary>
    public int Count => Group.Count;

    /// <summary>The record that stays.</summary>
    public DuplicateMember Master { get; }

    /// <summary>Why that one, without personal data.</summary>
    public string MasterReason { get; }

    /// <summary>The surviving values in the order of the master's columns.</summary>
    public IReadOnlyList<MergePick> Picks { get; }

    /// <summary>How many values of the master would change.</summary>
    public int ChangeCount => Picks.Count(pick => pick.IsChange);

    /// <summary>Why the group is not merged; empty where it can be.</summary>
    public IReadOnlyList<MergeRefusal> Refusals { get; }

    /// <summary>Whether the group is not merged.</summary>
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>Reads like <c>Group 3: 2 records into 00Q1 (leads.csv, row 1), 4 changes</c>; without personal data.</summary>
    public override string ToString() => IsRefused
        ? $"Group {Number}: {Count} records, refused: {string.Join("; ", Refusals)}"
        : string.Format(CultureInfo.InvariantCulture, "Group {0}: {1} records into {2}, {3} {4}", Number, Count, Master, ChangeCount, ChangeCount == 1 ? "change" : "changes");
}
