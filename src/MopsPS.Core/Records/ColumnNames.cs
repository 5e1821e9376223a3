using System.Collections.Generic;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Records;

/// <summary>Makes the names of columns unique without regard to case, as a <see cref="RecordSchema"/> needs them.</summary>
public static class ColumnNames
{
    private static readonly ImportOptions Rename = new();

    /// <summary>Numbers repeated names (<c>Email</c>, <c>Email_2</c>) and names blank ones by position (<c>Column3</c>), as the readers do.</summary>
    /// <param name="names">The names as they stand in the source. Blanks around a name do not count.</param>
    /// <returns>As many names, all different.</returns>
    public static string[] MakeUnique(IReadOnlyList<string> names) => HeaderNames.Make(names, "input", 0, Rename);
}
