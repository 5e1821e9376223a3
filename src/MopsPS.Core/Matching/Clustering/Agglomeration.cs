using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Matching.Blocking;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Clustering;

/// <summary>
/// Forms groups from pairs, the surest first. Two groups become one only where all their records taken together speak for it (average linkage, Sokal and Michener
/// 1958, on probabilities), so that one weak link does not chain two families together. Pairs that blocking never brought together are compared here.
/// </summary>
internal static class Agglomeration
{
    private const int MostCompared = 400;

    /// <summary>Groups records.</summary>
    /// <returns>Groups of two and more, each ascending, ordered by their first record. A record that stands for several rows alone is no group here.</returns>
    public static List<int[]> Group(MatchSet set, PairScorer scorer, IReadOnlyList<ScoredPair> pairs, double threshold, CancellationToken cancellation)
    {
        var floor = Bits(threshold);
        var edges = pairs.Where(pair => pair.Odds >= floor).OrderByDescending(pair => pair.Odds).ThenBy(pair => pair.Left).ThenBy(pair => pair.Right).ToArray();
        var known = new Dictionary<long, float>();
        foreach (var pair in pairs) known[Key(pair.Left, pair.Right)] = pair.Odds;
        var group = new Dictionary<int, List<int>>();
        foreach (var edge in edges)
        {
            cancellation.ThrowIfCancellationRequested();
            var left = Of(edge.Left);
            var right = Of(edge.Right);
            if (ReferenceEquals(left, right)) continue;
            if (left.Count * right.Count > 1 && Average(left, right) < threshold) continue;
            var (small, large) = left.Count < right.Count ? (left, right) : (right, left);
            large.AddRange(small);
            foreach (var record in small) group[record] = large;
        }

        return [.. group.Values.Distinct().Where(list => list.Count > 1).Select(list => list.OrderBy(record => record).ToArray()).OrderBy(list => list[0])];

        List<int> Of(int record)
        {
            if (!group.TryGetValue(record, out var list)) group.Add(record, list = [record]);
            return list;
        }

        double Average(List<int> left, List<int> right)
        {
            double sum = 0;
            var count = 0;
            // Of two large groups a fixed pattern of pairs stands for all.
            var step = Math.Max(1, left.Count * right.Count / MostCompared);
            for (var i = 0; i < left.Count * right.Count; i += step, count++)
            {
                int a = left[i / right.Count], b = right[i % right.Count];
                var key = a < b ? Key(a, b) : Key(b, a);
                if (!known.TryGetValue(key, out var odds)) known[key] = odds = scorer.Score(Math.Min(a, b), Math.Max(a, b));
                sum += Math.Max(-6, Math.Min(12, odds));
            }

            return Probability(sum / count);
        }
    }

    /// <summary>The probability that log odds in bits stand for.</summary>
    public static double Probability(double bits) => bits > 60 ? 1 : bits < -60 ? 0 : 1 / (1 + Math.Pow(2, -bits));

    /// <summary>The log odds in bits of a probability.</summary>
    public static double Bits(double probability) => Math.Log(probability / (1 - probability), 2);

    private static long Key(int left, int right) => ((long)left << 32) | (uint)right;
}
