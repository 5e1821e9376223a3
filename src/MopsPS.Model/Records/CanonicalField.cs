using System;

namespace MopsPS;

/// <summary>A field that analyses ask for by one name, whatever the export calls it.</summary>
public sealed class CanonicalField
{
    /// <summary>Describes a field.</summary>
    /// <param name="name">The name, for example <c>LeadSource</c>.</param>
    /// <param name="kind">What its values are.</param>
    /// <param name="isPersonal">Whether its values are personal data, masked wherever they are shown.</param>
    /// <param name="description">One sentence.</param>
    public CanonicalField(string name, FieldKind kind, bool isPersonal, string description)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Kind = kind;
        IsPersonal = isPersonal;
        Description = description ?? throw new ArgumentNullException(nameof(description));
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What its values are.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether its values are personal data.</summary>
    public bool IsPersonal { get; }

    /// <summary>One sentence.</summary>
    public string Description { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
