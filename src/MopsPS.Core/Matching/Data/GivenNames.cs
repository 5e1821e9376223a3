using System;
using System.Collections.Generic;
using System.Globalization;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>A common given name.</summary>
/// <param name="Sex">The sex of its bearers; unknown when both bear it.</param>
/// <param name="Frequency">1 (very common) to 5 (rare).</param>
public readonly record struct GivenName(Sex Sex, int Frequency);

/// <summary>Common given names (Data/Matching/given-names.csv), normalised as by <see cref="MatchText"/>.</summary>
public static class GivenNames
{
    private static readonly Dictionary<string, GivenName> Names = Load();

    /// <summary>Looks a name up.</summary>
    /// <param name="normalised">The name, normalised.</param>
    /// <param name="name">What is known of it.</param>
    /// <returns>True when the name is in the table.</returns>
    public static bool TryGet(string normalised, out GivenName name) => Names.TryGetValue(normalised, out name);

    /// <summary>Tells whether two names say different sexes; names of both or of no known sex never do.</summary>
    /// <param name="a">One name, normalised.</param>
    /// <param name="b">The other name, normalised.</param>
    /// <returns>True when one is a woman's and the other a man's.</returns>
    public static bool SexDiffers(string a, string b) =>
        Names.TryGetValue(a, out var left) && Names.TryGetValue(b, out var right)
        && left.Sex != Sex.Unknown && right.Sex != Sex.Unknown && left.Sex != right.Sex;

    private static Dictionary<string, GivenName> Load()
    {
        var names = new Dictionary<string, GivenName>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Matching/given-names.csv"))
        {
            var found = new GivenName(row[1] switch { "f" => Sex.Female, "m" => Sex.Male, _ => Sex.Unknown }, int.Parse(row[2], CultureInfo.InvariantCulture));
            foreach (var cell in EmbeddedTable.Values(row[3]))
            {
                var name = MatchText.Normalize(cell);
                names[name] = names.TryGetValue(name, out var known)
                    ? new GivenName(known.Sex == found.Sex ? known.Sex : Sex.Unknown, Math.Min(known.Frequency, found.Frequency))
                    : found;
            }
        }

        return names;
    }
}
