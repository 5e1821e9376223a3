using System;
using System.Collections.Generic;

namespace MopsPS.Core.Reconciliation;

/// <summary>
/// Joins the rows of two sides by their keys: a hash join in 256 partitions, each small enough for the processor's cache and joined by itself. Keys of one hash are
/// told apart by their bytes, so that no two keys are ever taken for one.
/// </summary>
internal sealed class KeyJoin
{
    /// <summary>How many partitions there are.</summary>
    public const int Partitions = 256;

    private readonly RowStore _left;
    private readonly RowStore _right;
    private readonly ComparisonPurpose _purpose;
    private readonly int[] _leftRows;
    private readonly int[] _leftStarts;
    private readonly int[] _rightRows;
    private readonly int[] _rightStarts;

    /// <param name="left">The rows of the left side.</param>
    /// <param name="right">The rows of the right side.</param>
    /// <param name="purpose">What they are compared for: rows of the right side alone are no difference to forms and lists.</param>
    public KeyJoin(RowStore left, RowStore right, ComparisonPurpose purpose)
    {
        _purpose = purpose;
        _left = left;
        _right = right;
        (_leftRows, _leftStarts) = Split(left, LeftBlank);
        (_rightRows, _rightStarts) = Split(right, RightBlank);
    }

    /// <summary>The left rows without a key.</summary>
    public List<int> LeftBlank { get; } = [];

    /// <summary>The right rows without a key.</summary>
    public List<int> RightBlank { get; } = [];

    /// <summary>Joins one partition; several threads may each join another.</summary>
    /// <param name="partition">Which.</param>
    /// <param name="worker">Compares and counts.</param>
    public void Run(int partition, PairComparer worker)
    {
        int first = _leftStarts[partition], lefts = _leftStarts[partition + 1] - first, other = _rightStarts[partition], rights = _rightStarts[partition + 1] - other;
        if (lefts + rights == 0) return;
        var slots = new int[Size(lefts + rights)];
        var groups = new List<Group>(Math.Max(lefts, rights));
        var next = new int[lefts + rights];
        for (var i = 0; i < lefts + rights; i++) Place(i, lefts, first, other, slots, groups, next);
        foreach (var group in groups) Judge(group, first, other - lefts, next, worker);
    }

    private static int Size(int rows)
    {
        var size = 16;
        while (size < rows * 2) size *= 2;
        return size;
    }

    private void Place(int i, int lefts, int first, int other, int[] slots, List<Group> groups, int[] next)
    {
        var isLeft = i < lefts;
        var row = isLeft ? _leftRows[first + i] : _rightRows[other + i - lefts];
        var store = isLeft ? _left : _right;
        var hash = store.Hash(row);
        for (var slot = (int)hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot] == 0)
            {
                groups.Add(new Group(hash, row, isLeft));
                slots[slot] = groups.Count;
            }

            var group = groups[slots[slot] - 1];
            if (group.Hash != hash || !(group.IsLeft ? _left : _right).Key(group.Row).SequenceEqual(store.Key(row))) continue;
            if (isLeft) (next[i], group.FirstLeft, group.Lefts) = (group.FirstLeft, i + 1, group.Lefts + 1);
            else (next[i], group.FirstRight, group.Rights) = (group.FirstRight, i + 1, group.Rights + 1);
            groups[slots[slot] - 1] = group;
            return;
        }
    }

    private void Judge(Group group, int first, int other, int[] next, PairComparer worker)
    {
        var tally = worker.Tally;
        var left = group.Lefts == 0 ? -1 : _leftRows[first + group.FirstLeft - 1];
        var right = group.Rights == 0 ? -1 : _rightRows[other + group.FirstRight - 1];
        if (group.Lefts == 1 && group.Rights == 1)
        {
            worker.Pair(left, right);
            return;
        }

        // One person may well submit several forms.
        if ((group.Lefts > 1 && _purpose != ComparisonPurpose.Forms) || group.Rights > 1)
        {
            tally.RepeatedKeys++;
            tally.Found.Add(new FoundDifference(RecordDifferenceKind.Repeated, Least(_left, _leftRows, first, group.FirstLeft, next), Least(_right, _rightRows, other, group.FirstRight, next), group.Lefts, group.Rights));
        }

        if (group.Lefts > 0 && group.Rights > 0)
        {
            tally.LeftRepeated += group.Lefts;
            tally.RightRepeated += group.Rights;
            return;
        }

        tally.Missing += group.Lefts;
        tally.Extra += group.Rights;
        for (var i = group.FirstLeft; i > 0; i = next[i - 1]) tally.Found.Add(new FoundDifference(RecordDifferenceKind.Missing, _leftRows[first + i - 1], -1, group.Lefts, 0));
        if (_purpose is ComparisonPurpose.Forms or ComparisonPurpose.List) return;
        for (var i = group.FirstRight; i > 0; i = next[i - 1]) tally.Found.Add(new FoundDifference(RecordDifferenceKind.Extra, -1, _rightRows[other + i - 1], 0, group.Rights));
    }

    // The row that stands for a repeated key is the same in any order of the rows: the least by its bytes.
    private static int Least(RowStore store, int[] rows, int first, int at, int[] next)
    {
        var least = -1;
        for (; at > 0; at = next[at - 1])
        {
            var row = rows[first + at - 1];
            if (least < 0 || store.Bytes(row).SequenceCompareTo(store.Bytes(least)) is var order && (order < 0 || (order == 0 && row < least))) least = row;
        }

        return least;
    }

    // The rows by the upper bits of their hash (the table uses the lower ones): a counting sort.
    private static (int[] Rows, int[] Starts) Split(RowStore store, List<int> blank)
    {
        var starts = new int[Partitions + 1];
        for (var row = 0; row < store.Count; row++)
        {
            if (store.Key(row).IsEmpty) blank.Add(row);
            else starts[(int)(store.Hash(row) >> 56) + 1]++;
        }

        for (var p = 0; p < Partitions; p++) starts[p + 1] += starts[p];
        var free = (int[])starts.Clone();
        var rows = new int[store.Count - blank.Count];
        var at = 0;
        for (var row = 0; row < store.Count; row++)
        {
            if (at < blank.Count && blank[at] == row) at++;
            else rows[free[(int)(store.Hash(row) >> 56)]++] = row;
        }

        return (rows, starts);
    }

    private record struct Group(ulong Hash, int Row, bool IsLeft)
    {
        public int FirstLeft;
        public int FirstRight;
        public int Lefts;
        public int Rights;
    }
}
