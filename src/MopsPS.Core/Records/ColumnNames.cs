using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Records;

/// <summary>Makes the names of columns unique without regard to case, as a <see cref="RecordSchema"/> needs them.</summary>
public static class ColumnNames
{
    /// <summary>Numbers repeated names (<c>Email</c>, <c>Email_2</c>) and names blank ones by position (<c>Column3</c>).</summary>
    /// <param name="names">The names as they stand in the source; null counts as blank. Blanks around a name do not count.</param>
    /// <param name="onRename">Receives the position, the old name (null for a blank one) and the new name of each that is changed; or null.</param>
    /// <returns>As many names, all different.</returns>
    public static string[] MakeUnique(IReadOnlyList<string?> names, Action<int, string?, string>? onRename = null)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names) if (!string.IsNullOrWhiteSpace(name)) taken.Add(name!.Trim());
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var result = new string[names.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var name = names[i]?.Trim();
            var isBlank = string.IsNullOrEmpty(name);
            if (!isBlank && used.Add(name!))
            {
                result[i] = name!;
                continue;
            }

            // A made-up name must not meet a real one further on.
            var stem = isBlank ? "Column" + (i + 1).ToString(CultureInfo.InvariantCulture) : name!;
            var made = stem;
            for (var n = 2; (made == stem && !isBlank) || taken.Contains(made); n++) made = stem + "_" + n.ToString(CultureInfo.InvariantCulture);
            taken.Add(made);
            used.Add(made);
            result[i] = made;
            onRename?.Invoke(i, isBlank ? null : name, made);
        }

        return result;
    }
}
