using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>
/// The most frequent values of a stream in bounded memory (Misra and Gries 1982, with the batches of Anderson et al. 2017): exact while there are no more different values than
/// <c>2 × capacity</c>, then counts are lower bounds that are short by about <see cref="Error"/>, which is at most the number of values divided by the capacity. From then on a value
/// is taken in when it comes a second time, by a filter of bits that begins anew when it is half full: values that occur once cost no more than that.
/// </summary>
internal sealed class FrequentValues(int capacity)
{
    /// <summary>How many bytes of a value count.</summary>
    public const int Longest = 200;

    private const int FilterBits = 20;
    private Utf8Table _values = new();
    private long[] _counts = new long[64];
    private ulong[]? _filter;
    private int _filled;

    /// <summary>By how much a count may be too low.</summary>
    public long Error { get; private set; }

    /// <summary>Whether the next new value would make the counts inexact; until then every value is kept.</summary>
    public bool IsFull => _filter is null && _values.Count == 2 * capacity;

    /// <summary>How many values are kept.</summary>
    public int Count => _values.Count;

    /// <summary>A value that is kept.</summary>
    public ReadOnlySpan<byte> Value(int index) => _values.Bytes(index);

    /// <summary>How often it was added.</summary>
    public long CountOf(int index) => _counts[index];

    /// <summary>Adds a value; only its first 200 bytes count.</summary>
    public void Add(ReadOnlySpan<byte> value) => Add(value, Utf8Table.Hash(value));

    /// <summary>Adds a value whose hash is known.</summary>
    public void Add(ReadOnlySpan<byte> value, ulong hash, long count = 1)
    {
        if (value.Length > Longest)
        {
            value = value.Slice(0, Longest);
            hash = Utf8Table.Hash(value);
        }

        if (_filter is not null && IsFirst(hash)) return;
        var id = _values.Add(value);
        if (id == _counts.Length) Array.Resize(ref _counts, _counts.Length * 2);
        _counts[id] += count;
        if (_values.Count > 2 * capacity) Shrink();
    }

    /// <summary>The values with the highest counts that are above the error and at least 2; the same whatever the order where counts are exact.</summary>
    public IReadOnlyList<(string Value, long Count)> Top(int count, long least = 2)
    {
        var floor = Math.Max(least, Error + 1);
        var ids = new List<int>();
        for (var id = 0; id < _values.Count; id++)
            if (_counts[id] >= floor) ids.Add(id);
        return [.. ids.OrderByDescending(id => _counts[id]).Select(id => (Value: Text(id), Count: _counts[id])).OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Value, StringComparer.Ordinal).Take(count)];
    }

    private string Text(int id)
    {
        var text = _values.Text(id);
        // A value that was cut may end within a character.
        return Encoding.UTF8.GetByteCount(text) >= Longest - 3 ? text.TrimEnd('\uFFFD') + "…" : text;
    }

    // The count of the (capacity + 1)-th most frequent value is taken from all; those that come to nothing go.
    private void Shrink()
    {
        var counts = new long[_values.Count];
        Array.Copy(_counts, counts, counts.Length);
        Array.Sort(counts);
        var cut = counts[counts.Length - capacity - 1];
        Error += cut;
        var kept = new Utf8Table();
        var keptCounts = new long[_counts.Length];
        for (var id = 0; id < _values.Count; id++)
        {
            if (_counts[id] <= cut) continue;
            keptCounts[kept.Add(_values.Bytes(id))] = _counts[id] - cut;
        }

        _values = kept;
        _counts = keptCounts;
        Refill();
    }

    // The bits of all that is kept are set, so that what has no bit is not among it.
    private void Refill()
    {
        _filter = new ulong[1 << (FilterBits - 6)];
        _filled = 0;
        for (var id = 0; id < _values.Count; id++) IsFirst(Utf8Table.Hash(_values.Bytes(id)));
    }

    private bool IsFirst(ulong hash)
    {
        var bit = (int)(hash >> (64 - FilterBits));
        ref var word = ref _filter![bit >> 6];
        var mask = 1UL << (bit & 63);
        if ((word & mask) != 0) return false;
        word |= mask;
        if (++_filled > 1 << (FilterBits - 1)) Refill();
        return true;
    }
}
