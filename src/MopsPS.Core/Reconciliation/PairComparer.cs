using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Reconciliation;

/// <summary>Compares pairs of records field by field and counts. One for each worker.</summary>
internal sealed class PairComparer
{
    private readonly ComparePlan _plan;
    private readonly RowStore _left;
    private readonly RowStore _right;
    private readonly ValueComparer _values;
    private readonly double _limitSeconds;
    private readonly Dictionary<string, HashSet<string>> _statuses;
    private readonly bool _trustsBytes;
    private readonly int[] _starts;
    private readonly int[] _lengths;
    private readonly int _slots;

    public PairComparer(ComparePlan plan, RecordCompareOptions options, ReconciliationPolicy policy, RowStore left, RowStore right)
    {
        _plan = plan;
        _left = left;
        _right = right;
        _slots = plan.Slots.Length;
        _values = new ValueComparer(options);
        _limitSeconds = policy.SyncDelayMinutes * 60;
        _statuses = policy.StatusMap.ToDictionary(
            pair => CompareText.Plain(pair.Key, false), pair => new HashSet<string>(pair.Value.Select(value => CompareText.Plain(value, false)), StringComparer.Ordinal), StringComparer.Ordinal);
        _trustsBytes = plan.Status < 0 && plan.Changed < 0 && _values.TrustsBytes(plan);
        _starts = new int[_slots * 2];
        _lengths = new int[_slots * 2];
        Tally = new CompareTally(_slots);
    }

    public CompareTally Tally { get; }

    /// <summary>Compares one left and one right record.</summary>
    public void Pair(int left, int right)
    {
        Tally.Pairs++;
        var ours = _left.Bytes(left);
        var theirs = _right.Bytes(right);
        if (_trustsBytes && ours.SequenceEqual(theirs)) return;
        Locate(ours, 0);
        Locate(theirs, _slots);
        var isDifferent = false;
        foreach (var slot in _plan.Fields)
        {
            var verdict = Verdict(slot, ours, theirs, out var isUnreadable);
            if (isUnreadable) Tally.FieldUnreadable[slot]++;
            if (verdict == ValueVerdict.Equal) continue;
            isDifferent = true;
            Tally.FieldDifferent[slot]++;
            if (verdict == ValueVerdict.Lost) Tally.FieldLost[slot]++;
            else if (verdict == ValueVerdict.Added) Tally.FieldAdded[slot]++;
        }

        if (isDifferent)
        {
            Tally.Different++;
            Tally.Found.Add(new FoundDifference(RecordDifferenceKind.Different, left, right, 1, 1));
        }

        if (_plan.Status >= 0) Status(left, right, ours, theirs);
        if (_plan.Changed >= 0) Delay(left, right, ours, theirs);
    }

    /// <summary>The fields in which two records differ.</summary>
    public IEnumerable<(CompareSlot Slot, ValueVerdict Verdict, string? Left, string? Right)> Fields(int left, int right)
    {
        var found = new List<(CompareSlot, ValueVerdict, string?, string?)>();
        ReadOnlySpan<byte> ours = _left.Bytes(left), theirs = _right.Bytes(right);
        Locate(ours, 0);
        Locate(theirs, _slots);
        foreach (var slot in _plan.Fields)
        {
            var verdict = Verdict(slot, ours, theirs, out _);
            if (verdict != ValueVerdict.Equal) found.Add((_plan.Slots[slot], verdict, Text(Slot(slot, ours)), Text(Slot(_slots + slot, theirs))));
        }

        return found;
    }

    /// <summary>How many seconds a record took to arrive; null where a date is missing.</summary>
    public long? Seconds(int left, int right)
    {
        ReadOnlySpan<byte> ours = _left.Bytes(left), theirs = _right.Bytes(right);
        Locate(ours, 0);
        Locate(theirs, _slots);
        return Seconds(ours, theirs);
    }

    private ValueVerdict Verdict(int slot, ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs, out bool isUnreadable) =>
        _values.Compare(_plan.Slots[slot], Slot(slot, ours), Slot(_slots + slot, theirs), out isUnreadable);

    private long? Seconds(ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs)
    {
        var isLeft = _plan.Slots[_plan.Synced].LeftColumn is not null;
        var arrived = isLeft ? _values.Moment(Slot(_plan.Synced, ours), true) : _values.Moment(Slot(_slots + _plan.Synced, theirs), false);
        return arrived - _values.Moment(Slot(_plan.Changed, ours), true);
    }

    private void Delay(int left, int right, ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs)
    {
        if (Seconds(ours, theirs) is not long seconds)
        {
            Tally.NoDelay++;
            return;
        }

        if (seconds < 0)
        {
            Tally.BeforeChange++;
            return;
        }

        Tally.Delays.Add((uint)Math.Min(seconds, uint.MaxValue));
        if (seconds <= _limitSeconds) return;
        Tally.Late++;
        Tally.Found.Add(new FoundDifference(RecordDifferenceKind.Late, left, right, 1, 1));
    }

    private void Status(int left, int right, ReadOnlySpan<byte> ours, ReadOnlySpan<byte> theirs)
    {
        var status = CompareText.Plain(Text(Slot(_plan.Status, ours)) ?? string.Empty, false);
        var other = CompareText.Plain(Text(Slot(_slots + _plan.Status, theirs)) ?? string.Empty, false);
        if (status.Length == 0 && other.Length == 0) return;
        if (_statuses.Count == 0 ? status == other : _statuses.TryGetValue(status, out var allowed) && allowed.Contains(other)) Tally.Aligned++;
        else if (_statuses.Count > 0 && !_statuses.ContainsKey(status)) Tally.Unmapped++;
        else
        {
            Tally.Misaligned++;
            Tally.Found.Add(new FoundDifference(RecordDifferenceKind.Misaligned, left, right, 1, 1));
        }
    }

    private static string? Text(ReadOnlySpan<byte> value) => value.IsEmpty ? null : Encoding.UTF8.GetString(value.ToArray());

    private ReadOnlySpan<byte> Slot(int at, ReadOnlySpan<byte> row) => row.Slice(_starts[at], _lengths[at]);

    private void Locate(ReadOnlySpan<byte> row, int at)
    {
        var rest = row;
        RowStore.Next(ref rest);
        for (var slot = 0; slot < _slots; slot++)
        {
            var value = RowStore.Next(ref rest);
            _starts[at + slot] = row.Length - rest.Length - value.Length;
            _lengths[at + slot] = value.Length;
        }
    }
}
