using System;
using System.Collections.Generic;
using System.Globalization;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>Common surnames (Data/Matching/surnames.csv), normalised as by <see cref="MatchText"/>.</summary>
public static class Surnames
{
    private static readonly Dictionary<string, int> Names = Load();

    /// <summary>Looks a surname up.</summary>
    /// <param name="normalised">The surname, normalised.</param>
    /// <param name="frequency">1 (very common) to 5 (rare); 0 when it is not in the table.</param>
    /// <returns>True when the surname is in the table.</returns>
    public static bool TryGet(string normalised, out int frequency) => Names.TryGetValue(normalised, out frequency);

    private static Dictionary<string, int> Load()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Matching/surnames.csv"))
        {
            var frequency = int.Parse(row[1], CultureInfo.InvariantCulture);
            foreach (var cell in EmbeddedTable.Values(row[2]))
            {
                var name = MatchText.Normalize(cell);
                names[name] = names.TryGetValue(name, out var known) ? Math.Min(known, frequency) : frequency;
            }
        }

        return names;
    }
}
