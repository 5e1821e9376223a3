namespace MopsPS;

/// <summary>A model as it was used: the numbers of a report need the definition beside them.</summary>
public sealed class AttributionModelInfo
{
    /// <summary>The model.</summary>
    public AttributionModel Model { get; init; }

    /// <summary>The name for people, with its split, half-life or order.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>How credit is shared, in one or two sentences.</summary>
    public string Definition { get; init; } = string.Empty;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
