using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>What records are rolled up to.</summary>
public enum RollUpKind
{
    /// <summary>Nothing: duplicates are looked for.</summary>
    None,

    /// <summary>People of one family at one address.</summary>
    Household,

    /// <summary>People and companies of one account.</summary>
    Account,
}

/// <summary>Records that belong together without being the same: a household or an account. Never a merge.</summary>
public sealed class RecordRollUp
{
    /// <summary>Makes a roll-up.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="number">Its one-based number; the same input gives the same numbers.</param>
    /// <param name="name">What they have in common: the domain or the company of an account; for a household the town, if there is one.</param>
    /// <param name="reason">How it was found, in words.</param>
    /// <param name="members">Two or more records, in input order.</param>
    public RecordRollUp(RollUpKind kind, int number, string name, string reason, IReadOnlyList<DuplicateMember> members)
    {
        Kind = kind;
        Number = number;
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Reason = reason ?? throw new ArgumentNullException(nameof(reason));
        Members = members ?? throw new ArgumentNullException(nameof(members));
        if (members.Count < 2) throw new ArgumentException("A roll-up has two or more members.", nameof(members));
    }

    /// <summary>What it is.</summary>
    public RollUpKind Kind { get; }

    /// <summary>Its one-based number.</summary>
    public int Number { get; }

    /// <summary>What they have in common.</summary>
    public string Name { get; }

    /// <summary>How it was found.</summary>
    public string Reason { get; }

    /// <summary>How many records it has.</summary>
    public int Count => Members.Count;

    /// <summary>The records, in input order.</summary>
    public IReadOnlyList<DuplicateMember> Members { get; }

    /// <summary>Reads like <c>Account 3: 12 records</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind} {Number}: {Count} records");
}
