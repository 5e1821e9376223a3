using System;

namespace MopsPS;

/// <summary>One record of a group of duplicates and where it comes from.</summary>
public sealed class DuplicateMember
{
    /// <summary>Makes a member.</summary>
    /// <param name="record">The whole record, as it was read.</param>
    /// <param name="ordinal">Its one-based number over all input.</param>
    public DuplicateMember(MopsRecord record, int ordinal)
    {
        Record = record ?? throw new ArgumentNullException(nameof(record));
        Ordinal = ordinal;
    }

    /// <summary>The whole record, as it was read: it holds personal data.</summary>
    public MopsRecord Record { get; }

    /// <summary>The one-based number of the record over all input.</summary>
    public int Ordinal { get; }

    /// <summary>The record's own key; null where the input has none.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of object it is: <c>Lead</c>, <c>Contact</c>, <c>Account</c>, or the name of the input; null where it is not known.</summary>
    public string? ObjectType { get; init; }

    /// <summary>Whether the record comes from the known records that were given with -Against.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether the group suggests that this record survives.</summary>
    public bool IsSurvivor { get; init; }

    /// <summary>Where the record stands.</summary>
    public SourcePosition Source => Record.GetPosition();

    /// <summary>The key and the place, without personal data.</summary>
    public override string ToString() => Id is null ? Source.ToString() : $"{Id} ({Source})";
}
