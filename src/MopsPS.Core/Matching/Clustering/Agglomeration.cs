using System;
using System.Collections.Generic;
using System.Threading;
using MopsPS.Core.Matching.Model;

namespace MopsPS.Core.Matching.Clustering;

/// <summary>
/// Forms groups from pairs, the surest first. Two groups become one only where all their records taken together speak for it (average linkage, Sokal and Michener
/// 1958, on probabilities), so that one weak link does not chain two families together. Pairs that blocking never brought together are compared here.
/// </summary>
internal sealed class Agglomeration
{
    private const int MostCompared = 400;

    private readonly PairIndex _pairs;
    private readonly PairScorer _scorer;
    private readonly Dictionary<long, float> _compared = [];

    // Each group is known by one of its records, and its members are chained: for a record its group, the next member, and for a group its last member and size.
    private readonly int[] _group;
    private readonly int[] _next;
    private readonly int[] _last;
    private readonly int[] _size;
    private int[] _left = new int[16];
    private int[] _right = new int[16];

    private Agglomeration(PairIndex pairs, PairScorer scorer)
    {
        (_pairs, _scorer) = (pairs, scorer);
        _group = new int[pairs.Records];
        _next = new int[pairs.Records];
        _last = new int[pairs.Records];
        _size = new int[pairs.Records];
        for (var record = 0; record < _group.Length; record++)
        {
            _group[record] = _last[record] = record;
            _next[record] = -1;
            _size[record] = 1;
        }
    }

    /// <summary>Groups records.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="scorer">Compares records that no pair holds.</param>
    /// <param name="threshold">The probability from which records belong together.</param>
    /// <param name="isTaken">Records that are left out; null for none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Groups of two and more, each ascending, ordered by their first record. A record that stands for several rows alone is no group here.</returns>
    public static List<int[]> Group(PairIndex pairs, PairScorer scorer, double threshold, bool[]? isTaken, CancellationToken cancellation)
    {
        var groups = new Agglomeration(pairs, scorer);
        var floor = Bits(threshold);
        foreach (var number in pairs.BySurety)
        {
            var pair = pairs[number];
            if (pair.Odds < floor) break;
            if (isTaken is not null && (isTaken[pair.Left] || isTaken[pair.Right])) continue;
            cancellation.ThrowIfCancellationRequested();
            groups.Join(pair.Left, pair.Right, threshold);
        }

        return groups.Lists();
    }

    /// <summary>The probability that log odds in bits stand for.</summary>
    public static double Probability(double bits) => bits > 60 ? 1 : bits < -60 ? 0 : 1 / (1 + Math.Pow(2, -bits));

    /// <summary>The log odds in bits of a probability.</summary>
    public static double Bits(double probability) => Math.Log(probability / (1 - probability), 2);

    private void Join(int leftRecord, int rightRecord, double threshold)
    {
        int left = _group[leftRecord], right = _group[rightRecord];
        if (left == right) return;
        if ((long)_size[left] * _size[right] > 1 && Average(left, right) < threshold) return;
        var (small, large) = _size[left] < _size[right] ? (left, right) : (right, left);
        _next[_last[large]] = small;
        _last[large] = _last[small];
        _size[large] += _size[small];
        for (var record = small; record >= 0; record = _next[record]) _group[record] = large;
    }

    private double Average(int left, int right)
    {
        Members(left, ref _left);
        Members(right, ref _right);
        double sum = 0;
        var count = 0;
        var all = (long)_size[left] * _size[right];
        // Of two large groups a fixed pattern of pairs stands for all.
        var step = Math.Max(1, all / MostCompared);
        for (long i = 0; i < all; i += step, count++)
        {
            int a = _left[i / _size[right]], b = _right[i % _size[right]];
            sum += Math.Max(-6, Math.Min(12, Odds(Math.Min(a, b), Math.Max(a, b))));
        }

        return Probability(sum / count);
    }

    private float Odds(int left, int right)
    {
        if (_pairs.TryFind(left, right, out var odds)) return odds;
        var key = ((long)left << 32) | (uint)right;
        if (!_compared.TryGetValue(key, out odds)) _compared[key] = odds = _scorer.Score(left, right);
        return odds;
    }

    private void Members(int group, ref int[] members)
    {
        if (members.Length < _size[group]) members = new int[_size[group] * 2];
        var count = 0;
        for (var record = group; record >= 0; record = _next[record]) members[count++] = record;
    }

    private List<int[]> Lists()
    {
        var lists = new List<int[]>();
        var at = new int[_group.Length];
        var filled = new int[_group.Length];
        for (var record = 0; record < _group.Length; record++)
        {
            var group = _group[record];
            if (_size[group] == 1) continue;
            if (filled[group] == 0)
            {
                at[group] = lists.Count;
                lists.Add(new int[_size[group]]);
            }

            lists[at[group]][filled[group]++] = record;
        }

        return lists;
    }
}
