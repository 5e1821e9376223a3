using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// Fields that agree together by nature: who lives in one postcode lives in one town and state. Counting each by itself would count one thing three times, so for
/// strangers that agree in both of a pair the weight is lowered by how much more often that happens than it would by chance. The strongest ties that form a tree
/// are taken (Chow and Liu 1968).
/// </summary>
internal static class Dependencies
{
    private const double Telling = 1.5;

    // The set is in random order: its beginning tells as much as the whole.
    private const int Sample = 60_000;

    /// <summary>Finds the ties.</summary>
    /// <param name="set">The records.</param>
    /// <param name="duplicates">How many duplicates a record has on average; their agreement is no tie.</param>
    public static List<Dependency> Find(MatchSet set, double duplicates)
    {
        double count = Math.Min(Sample, set.Count);
        var expected = Math.Max(.05, duplicates) * set.Count / 2 * (count / set.Count) * (count / set.Count);
        var common = Enumerable.Range(0, set.Fields.Length)
            .Select(f => (Field: f, Share: Collisions(set, [f], out var n) is var pairs && pairs > 20 * expected ? pairs / (n * (n - 1) / 2) : 0))
            .Where(pair => pair.Share > 0).ToArray();
        var found = new List<Dependency>();
        for (var i = 0; i < common.Length; i++)
        {
            for (var j = i + 1; j < common.Length; j++)
            {
                var pairs = Math.Max(0, Collisions(set, [common[i].Field, common[j].Field], out var n) - expected);
                if (n < 100) continue;
                var lift = pairs / (n * (n - 1) / 2) / (common[i].Share * common[j].Share);
                // Both together tell at least what the rarer of them tells.
                lift = Math.Min(lift, 1 / Math.Max(common[i].Share, common[j].Share));
                if (lift > Telling) found.Add(new Dependency(common[i].Field, common[j].Field, (float)Math.Log(lift, 2)));
            }
        }

        return Tree(found, set.Fields.Length);
    }

    private static List<Dependency> Tree(List<Dependency> ties, int fields)
    {
        var part = Enumerable.Range(0, fields).ToArray();
        var tree = new List<Dependency>();
        foreach (var tie in ties.OrderByDescending(tie => tie.Bits).ThenBy(tie => tie.First).ThenBy(tie => tie.Second))
        {
            int a = part[tie.First], b = part[tie.Second];
            if (a == b) continue;
            for (var f = 0; f < fields; f++)
                if (part[f] == b) part[f] = a;
            tree.Add(tie);
        }

        return tree;
    }

    /// <summary>The number of pairs of records that agree exactly in all of some fields.</summary>
    private static double Collisions(MatchSet set, int[] fields, out double records)
    {
        var count = Math.Min(Sample, set.Count);
        var hashes = new List<ulong>(count);
        for (var record = 0; record < count; record++)
        {
            ulong hash = 1;
            foreach (var f in fields)
            {
                var value = set.Fields[f].Rows[0][record];
                hash = value < 0 || hash == 0 ? 0 : Utf8Table.Mix((hash * 3) + set.Fields[f].Values.Hash[value]);
            }

            if (hash != 0) hashes.Add(hash);
        }

        hashes.Sort();
        records = hashes.Count;
        double pairs = 0;
        for (int i = 0, run; i < hashes.Count; i += run)
        {
            run = 1;
            while (i + run < hashes.Count && hashes[i + run] == hashes[i]) run++;
            pairs += (double)run * (run - 1) / 2;
        }

        return pairs;
    }
}

/// <summary>Two fields that agree together more often than by chance, and by how many bits.</summary>
internal readonly record struct Dependency(int First, int Second, float Bits);
