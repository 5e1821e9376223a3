using System.Collections.Generic;

namespace MopsPS.Core.Records.Fields;

/// <summary>One header name by which a product calls a canonical field; a marker names no field but gives the product away.</summary>
internal sealed class FieldAlias(ExportProfile profile, string style, string field, int rank, IReadOnlyList<string> needs, string name)
{
    public ExportProfile Profile { get; } = profile;

    public string Style { get; } = style;

    public string Field { get; } = field;

    /// <summary>1 for the main column of a field; a higher number yields to a lower one.</summary>
    public int Rank { get; } = rank;

    /// <summary>Normalised headers of which one must be there too for the name to mean this field.</summary>
    public IReadOnlyList<string> Needs { get; } = needs;

    public string Name { get; } = name;

    public string Normalized { get; } = HeaderName.Normalize(name);

    public bool IsMarker => Style == "Marker";
}
