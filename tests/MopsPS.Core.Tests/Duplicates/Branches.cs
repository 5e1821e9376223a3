using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>Made-up accounts: firms with one to three branches, and copies of branches with slips. The same seed gives the same.</summary>
internal static class Branches
{
    public static readonly string[] Header = ["Account Name", "Website", "Billing Street", "Billing City", "Industry", "Account Owner", "Phone"];

    private static readonly string[] Words =
        ["Amber", "Birch", "Cobalt", "Delta", "Ember", "Fjord", "Garnet", "Harbor", "Indigo", "Jade", "Kestrel", "Lotus", "Maple", "Nickel", "Onyx", "Pearl", "Quartz", "River", "Slate", "Thistle"];

    private static readonly string[] Trades = ["Analytics", "Foods", "Logistics", "Motors", "Networks", "Partners", "Software", "Textiles"];

    private static readonly string[] Cities = ["Leeds", "Lyon", "Berlin", "Boston", "Madrid", "Oslo", "Porto", "Turin", "Denver", "Ghent"];

    /// <summary>Firms of which every branch in five has a copy right behind.</summary>
    /// <param name="firms">How many firms.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="truth">For each row its branch.</param>
    public static List<string?[]> Make(int firms, int seed, out List<int> truth)
    {
        var random = new Random(seed);
        var rows = new List<string?[]>();
        truth = [];
        var branches = 0;
        for (var i = 0; i < firms; i++)
        {
            var name = $"{Words[i % Words.Length]} {Words[i / Words.Length % Words.Length]} {Trades[random.Next(Trades.Length)]} {(char)('A' + random.Next(26))}{(char)('A' + random.Next(26))}";
            string site = $"www.{name.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)}.example", industry = Trades[random.Next(Trades.Length)], owner = Words[random.Next(Words.Length)];
            for (int branch = 0, of = 1 + random.Next(3), first = random.Next(Cities.Length); branch < of; branch++, branches++)
            {
                string?[] row =
                [
                    name + " Ltd", site, $"{random.Next(1, 200).ToString(CultureInfo.InvariantCulture)} {Words[random.Next(Words.Length)]} Road", Cities[(first + branch) % Cities.Length],
                    industry, owner, $"+44 20 {random.Next(1000, 9999)} {random.Next(1000, 9999)}",
                ];
                rows.Add(row);
                truth.Add(branches);
                if (branches % 5 != 0) continue;
                var copy = (string?[])row.Clone();
                copy[0] = name;
                copy[random.Next(2) == 0 ? 1 : 6] = null;
                rows.Add(copy);
                truth.Add(branches);
            }
        }

        return rows;
    }
}
