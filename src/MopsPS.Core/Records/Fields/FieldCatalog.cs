using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Records.Fields;

/// <summary>The canonical fields and the header names by which products call them, from the embedded tables under Data/Fields.</summary>
public static class FieldCatalog
{
    /// <summary>All canonical fields in display order.</summary>
    public static IReadOnlyList<CanonicalField> Fields { get; } =
        [.. EmbeddedTable.Read("Fields/fields.csv").Select(row => new CanonicalField(
            row[0], (FieldKind)Enum.Parse(typeof(FieldKind), row[1]), row[2] == "yes", row[3]))];

    /// <summary>All header names.</summary>
    internal static IReadOnlyList<FieldAlias> Aliases { get; } =
        [.. EmbeddedTable.Read("Fields/aliases.csv").SelectMany(row => row[5].Split('|').Select(name => new FieldAlias(
            (ExportProfile)Enum.Parse(typeof(ExportProfile), row[0]), row[1], row[2],
            int.Parse(row[3], CultureInfo.InvariantCulture), row[4].Length == 0 ? [] : [.. row[4].Split('|').Select(HeaderName.Normalize)], name)))];

    /// <summary>Finds a canonical field by name, without regard to case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The field, or null.</returns>
    public static CanonicalField? Find(string name) =>
        Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
}
