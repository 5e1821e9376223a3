using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// Fields that agree together by nature: who lives in one postcode lives in one town and state. Counting each by itself would count one thing three times, so for
/// strangers that agree in both of a pair the weight is lowered by how much more often that happens than it would by chance. The strongest ties that form a tree
/// are taken (Chow and Liu 1968).
/// </summary>
internal static class Dependencies
{
    private const double Telling = 1.5;

    /// <summary>Finds the ties.</summary>
    /// <param name="agreements">How often fields agree.</param>
    /// <param name="fields">How many fields there are.</param>
    /// <param name="duplicates">How many duplicates a record has on average; their agreement is no tie.</param>
    public static List<Dependency> Find(Agreements agreements, int fields, double duplicates)
    {
        var expected = Math.Max(.05, duplicates) * agreements.Records / 2 * agreements.SampleShare * agreements.SampleShare;
        var common = Enumerable.Range(0, fields)
            .Select(f => (Field: f, Share: agreements.Of(f, f) is var (pairs, n) && pairs > 20 * expected ? pairs / (n * (n - 1) / 2) : 0))
            .Where(pair => pair.Share > 0).ToArray();
        var found = new List<Dependency>();
        for (var i = 0; i < common.Length; i++)
        {
            for (var j = i + 1; j < common.Length; j++)
            {
                var (both, n) = agreements.Of(common[i].Field, common[j].Field);
                if (n < 100) continue;
                var lift = Math.Max(0, both - expected) / (n * (n - 1) / 2) / (common[i].Share * common[j].Share);
                // Both together tell at least what the rarer of them tells.
                lift = Math.Min(lift, 1 / Math.Max(common[i].Share, common[j].Share));
                if (lift > Telling) found.Add(new Dependency(common[i].Field, common[j].Field, (float)Math.Log(lift, 2)));
            }
        }

        return Tree(found, fields);
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
}

/// <summary>Two fields that agree together more often than by chance, and by how many bits.</summary>
internal readonly record struct Dependency(int First, int Second, float Bits);
