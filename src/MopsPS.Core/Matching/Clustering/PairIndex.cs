using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Blocking;

namespace MopsPS.Core.Matching.Clustering;

/// <summary>Scored pairs that can be looked up by their records and gone through from the surest on.</summary>
internal sealed class PairIndex
{
    private readonly ScoredPair[] _pairs;
    private readonly int[] _starts;
    private int[]? _order;

    /// <summary>Makes the index.</summary>
    /// <param name="pairs">The pairs by left and right record, each once.</param>
    /// <param name="records">How many records there are.</param>
    public PairIndex(ScoredPair[] pairs, int records)
    {
        _pairs = pairs;
        _starts = new int[records + 1];
        foreach (var pair in pairs) _starts[pair.Left + 1]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
    }

    /// <summary>The pairs by left and right record.</summary>
    public IReadOnlyList<ScoredPair> Pairs => _pairs;

    /// <summary>How many records there are.</summary>
    public int Records => _starts.Length - 1;

    /// <summary>The numbers of the pairs, the surest first; of those that are as sure, the lower records first.</summary>
    public IReadOnlyList<int> BySurety => _order ??= Order();

    /// <summary>The pair of a number.</summary>
    public ScoredPair this[int number] => _pairs[number];

    /// <summary>Looks a pair up.</summary>
    /// <param name="left">The lower record.</param>
    /// <param name="right">The higher one.</param>
    /// <param name="odds">Receives the log odds.</param>
    /// <returns>False where the pair is not kept.</returns>
    public bool TryFind(int left, int right, out float odds)
    {
        int low = _starts[left], high = _starts[left + 1] - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_pairs[middle].Right == right)
            {
                odds = _pairs[middle].Odds;
                return true;
            }

            if (_pairs[middle].Right < right) low = middle + 1;
            else high = middle - 1;
        }

        odds = 0;
        return false;
    }

    private int[] Order()
    {
        // Sorted as whole numbers, which is several times as fast as by a comparer: the bits of a float, the larger first, and behind them the place.
        var keys = new ulong[_pairs.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var bits = BitsOf(_pairs[i].Odds + 0f);
            var ascending = bits < 0 ? ~(uint)bits : (uint)bits | 0x80000000;
            keys[i] = ((ulong)~ascending << 32) | (uint)i;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => (int)(uint)key);
    }

    // BitConverter has it for single floats in newer frameworks only.
    private static unsafe int BitsOf(float value) => *(int*)&value;
}
