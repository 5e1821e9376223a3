using System.Collections.Generic;

namespace MopsPS.Core.Records.Fields;

/// <summary>How columns are matched with canonical fields.</summary>
public sealed record FieldMapOptions
{
    /// <summary>The product; null to detect it by the headers.</summary>
    public ExportProfile? Profile { get; init; }

    /// <summary>Columns that the caller names for canonical fields; they win over everything.</summary>
    public IReadOnlyDictionary<string, string>? Overrides { get; init; }
}
