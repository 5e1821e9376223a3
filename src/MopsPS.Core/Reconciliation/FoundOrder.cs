using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace MopsPS.Core.Reconciliation;

/// <summary>The order of differences: by key, kind, and the bytes of the rows; not by their place, so that it is the same for rows in any order.</summary>
internal sealed class FoundOrder(RowStore left, RowStore right) : IComparer<FoundDifference>
{
    /// <summary>Sorts.</summary>
    /// <param name="found">The differences; they stay as they are.</param>
    public FoundDifference[] Sort(List<FoundDifference> found)
    {
        var sorted = found.ToArray();
        var prefixes = new ulong[sorted.Length];
        for (var i = 0; i < sorted.Length; i++) prefixes[i] = Prefix(Key(sorted[i]));
        // Most keys are told apart by their first eight bytes.
        Array.Sort(prefixes, sorted);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && prefixes[end] == prefixes[start]) end++;
            if (end - start > 1) Array.Sort(sorted, start, end - start, this);
            start = end;
        }

        return sorted;
    }

    /// <inheritdoc/>
    public int Compare(FoundDifference x, FoundDifference y)
    {
        var order = Key(x).SequenceCompareTo(Key(y));
        if (order == 0) order = x.Kind.CompareTo(y.Kind);
        if (order == 0 && x.Left >= 0 && y.Left >= 0) order = left.Bytes(x.Left).SequenceCompareTo(left.Bytes(y.Left));
        if (order == 0 && x.Right >= 0 && y.Right >= 0) order = right.Bytes(x.Right).SequenceCompareTo(right.Bytes(y.Right));
        if (order == 0) order = y.Left.CompareTo(x.Left) is var side && (x.Left < 0 || y.Left < 0) ? side : x.Left.CompareTo(y.Left);
        return order != 0 ? order : x.Right.CompareTo(y.Right);
    }

    private static ulong Prefix(ReadOnlySpan<byte> key)
    {
        if (key.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(key);
        ulong prefix = 0;
        for (var i = 0; i < key.Length; i++) prefix |= (ulong)key[i] << (56 - (8 * i));
        return prefix;
    }

    private ReadOnlySpan<byte> Key(FoundDifference found) => found.Left >= 0 ? left.Key(found.Left) : right.Key(found.Right);
}
