using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>Records that are the same person or firm, with the one that should survive.</summary>
public sealed class DuplicateGroup
{
    /// <summary>Makes a group.</summary>
    /// <param name="number">The one-based number of the group; the same input gives the same numbers.</param>
    /// <param name="members">Two or more records, in input order.</param>
    /// <param name="score">How sure the group is, 0 to 1: the least sure link that holds it together.</param>
    /// <param name="survivor">The member that should survive.</param>
    /// <param name="survivorReason">Why that one, in words.</param>
    public DuplicateGroup(int number, IReadOnlyList<DuplicateMember> members, double score, DuplicateMember survivor, string survivorReason)
    {
        Number = number;
        Members = ResultList<DuplicateMember>.Of(members ?? throw new ArgumentNullException(nameof(members)));
        if (members.Count < 2) throw new ArgumentException("A group has two or more members.", nameof(members));
        Score = score;
        Survivor = survivor ?? throw new ArgumentNullException(nameof(survivor));
        SurvivorReason = survivorReason ?? throw new ArgumentNullException(nameof(survivorReason));
    }

    /// <summary>The one-based number of the group.</summary>
    public int Number { get; }

    /// <summary>How sure the group is, 0 to 1.</summary>
    public double Score { get; }

    /// <summary>What should be done with the group.</summary>
    public DuplicateBand Band { get; init; }

    /// <summary>How many records it has.</summary>
    public int Count => Members.Count;

    /// <summary>The records, in input order.</summary>
    public IReadOnlyList<DuplicateMember> Members { get; }

    /// <summary>The pairs that link them; of a large group the surest ones.</summary>
    public IReadOnlyList<DuplicatePair> Pairs { get; init => field = ResultList<DuplicatePair>.Of(value); } = ResultList<DuplicatePair>.Empty;

    /// <summary>
    /// Pairs that lead out of the group and are worth a look: each has one member of this group and one record of another group or of none, and a score from the
    /// review threshold on. No record is in two groups, so this is where such a doubt stands.
    /// </summary>
    public IReadOnlyList<DuplicatePair> Related { get; init; } = [];

    /// <summary>The member that should survive.</summary>
    public DuplicateMember Survivor { get; }

    /// <summary>Why that one.</summary>
    public string SurvivorReason { get; }

    /// <summary>Reads like <c>Group 12: 3 records, 0.987 (Match), survivor 00Q12 (leads.csv, row 4)</c>.</summary>
    public override string ToString() =>
        $"Group {Number}: {Count} records, {Score.ToString("0.000", CultureInfo.InvariantCulture)} ({Band}), survivor {Survivor}";
}
