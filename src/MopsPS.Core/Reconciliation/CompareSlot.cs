namespace MopsPS.Core.Reconciliation;

/// <summary>What a slot of a stored row is for.</summary>
internal enum SlotRole
{
    /// <summary>A part of the key, as it stands.</summary>
    Key,

    /// <summary>A field that is compared.</summary>
    Field,

    /// <summary>The e-mail address, for what the policy excludes.</summary>
    Email,

    /// <summary>When the record changed.</summary>
    Changed,

    /// <summary>When the change arrived.</summary>
    Synced,

    /// <summary>The status.</summary>
    Status,
}

/// <summary>A value that is kept of each row of both sides.</summary>
internal sealed class CompareSlot
{
    public SlotRole Role { get; init; }

    /// <summary>The name for people: the canonical field, else the column of the left side.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The canonical field; null where the column plays no known part.</summary>
    public CanonicalField? Field { get; init; }

    /// <summary>The column of the left side; null where the slot has none there.</summary>
    public string? LeftColumn { get; init; }

    /// <summary>The column of the right side.</summary>
    public string? RightColumn { get; init; }

    public ComparedAs As { get; init; }

    public Tolerance Tolerance { get; init; }

    /// <summary>Whether its values are personal. Of a column that plays no known part nobody knows.</summary>
    public bool IsPersonal => Field is null || Field.IsPersonal;
}
