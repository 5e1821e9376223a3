using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Places;

/// <summary>Groups of countries by treaty, by UN M49 and by the usage of sales teams (Data/Places/regions.csv, countries.csv).</summary>
public static class Regions
{
    private static readonly Lazy<(List<Region> All, Dictionary<string, Region> Names)> Loaded = new(Load);

    /// <summary>All groups.</summary>
    public static IReadOnlyList<Region> All => Loaded.Value.All;

    /// <summary>Looks a group up by its name or another name of it; case, blanks and hyphens do not count.</summary>
    /// <param name="name">Such as <c>DACH</c>, <c>EU</c>, <c>Asia-Pacific</c>, <c>Western Europe</c>.</param>
    /// <param name="region">The group, or null.</param>
    /// <returns>True when the tables have it.</returns>
    public static bool TryGet(string name, out Region? region) => Loaded.Value.Names.TryGetValue(PlaceNames<Country>.KeyOf(name), out region);

    private static (List<Region> All, Dictionary<string, Region> Names) Load()
    {
        var all = new List<Region>();
        var names = new Dictionary<string, Region>(StringComparer.Ordinal);
        // Antarctica has no parts. Two parts bear the name of their region in no case but that one.
        foreach (var group in Countries.All.GroupBy(country => country.Region).Concat(Countries.All.Where(country => country.SubRegion.Length > 0).GroupBy(country => country.SubRegion)))
            Add(new Region(group.Key, true, [.. group]), []);
        foreach (var row in EmbeddedTable.Read("Places/regions.csv"))
        {
            var members = new HashSet<Country>();
            foreach (var member in EmbeddedTable.Values(row[3]))
            {
                if (member[0] == '@') members.UnionWith(names[PlaceNames<Country>.KeyOf(member.Substring(1))].Countries);
                else if (Countries.TryGet(member, out var country)) members.Add(country!);
                else throw new InvalidOperationException($"Places/regions.csv: {row[0]} names {member}, which is no country.");
            }

            Add(new Region(row[0], row[1] == "Law", [.. members.OrderBy(country => country.Index)]), EmbeddedTable.Values(row[2]));
        }

        return (all, names);

        void Add(Region region, string[] aliases)
        {
            all.Add(region);
            foreach (var name in aliases.Prepend(region.Name))
            {
                var key = PlaceNames<Country>.KeyOf(name);
                if (!names.ContainsKey(key)) names.Add(key, region);
            }
        }
    }
}
