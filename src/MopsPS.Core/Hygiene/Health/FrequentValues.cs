using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>
/// The most frequent values of a stream in bounded memory (Misra and Gries 1982, with the batches of Anderson et al. 2017): exact while there are no more different values than
/// <c>2 × capacity</c>, then counts are lower bounds that are short by at most <see cref="Error"/>, which is at most the number of values divided by the capacity.
/// </summary>
internal sealed class FrequentValues(int capacity)
{
    private const int Longest = 200;
    private Utf8Table _values = new();
    private long[] _counts = new long[64];

    /// <summary>By how much a count may be too low.</summary>
    public long Error { get; private set; }

    /// <summary>Adds a value; only its first 200 bytes count.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        if (value.Length > Longest) value = value.Slice(0, Longest);
        var id = _values.Add(value);
        if (id == _counts.Length) Array.Resize(ref _counts, _counts.Length * 2);
        _counts[id]++;
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
    }
}
