using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>How many pairs of records agree exactly in one field and in each two, counted once in a sample.</summary>
internal sealed class Agreements
{
    // The set is in random order: its beginning tells as much as the whole.
    private const int Sample = 60_000;

    private readonly Dictionary<(int, int), (double Pairs, double Records)> _counts = [];

    /// <summary>Counts.</summary>
    public Agreements(MatchSet set)
    {
        Records = set.Count;
        var sample = Math.Min(Sample, set.Count);
        SampleShare = (double)sample / set.Count;
        var tasks = new List<(int First, int Second)>();
        for (var f = 0; f < set.Fields.Length; f++)
            for (var g = f; g < set.Fields.Length; g++) tasks.Add((f, g));
        var found = new (double, double)[tasks.Count];
        set.Workers.Each(found.Length, () => new ulong[sample], (i, hashes) => found[i] = Count(set, tasks[i].First, tasks[i].Second, hashes));
        for (var i = 0; i < found.Length; i++) _counts[tasks[i]] = found[i];
    }

    /// <summary>How many records there are.</summary>
    public double Records { get; }

    /// <summary>The share of records that are in the sample.</summary>
    public double SampleShare { get; }

    /// <summary>The pairs that agree in two fields, of so many records that have both; of one field where both are the same.</summary>
    public (double Pairs, double Records) Of(int first, int second) => _counts[(first, second)];

    [MethodImpl(Hot.Loop)]
    private static (double, double) Count(MatchSet set, int first, int second, ulong[] hashes)
    {
        int[] ones = set.Fields[first].Rows[0], others = set.Fields[second].Rows[0];
        var count = 0;
        for (var record = 0; record < hashes.Length; record++)
            if (ones[record] >= 0 && others[record] >= 0) hashes[count++] = ((ulong)ones[record] << 32) | (uint)others[record];
        Array.Sort(hashes, 0, count);
        double pairs = 0;
        for (int i = 0, run; i < count; i += run)
        {
            run = 1;
            while (i + run < count && hashes[i + run] == hashes[i]) run++;
            pairs += (double)run * (run - 1) / 2;
        }

        return (pairs, count);
    }
}
