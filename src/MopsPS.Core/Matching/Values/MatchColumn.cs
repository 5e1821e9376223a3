using System;
using System.Runtime.CompilerServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>One column of the input: the number of its value for each row, and the distinct values.</summary>
internal sealed class MatchColumn
{
    /// <summary>The number that stands for "no value".</summary>
    public const int Missing = -1;

    private const int AtOnce = 32;

    private int[] _rows = new int[1024];

    /// <summary>The distinct values.</summary>
    public Utf8Table Values { get; } = new();

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a row's value, or <see cref="Missing"/>; a row that was not added has none.</summary>
    public int this[int row] => row < Count ? _rows[row] : Missing;

    /// <summary>Adds the values of rows; blanks around a value do not count, an empty one is missing.</summary>
    /// <param name="batch">The rows.</param>
    /// <param name="column">The place of the column in them; -1 for one that they do not have.</param>
    [MethodImpl(Hot.Loop)]
    public void Add(RowBatch batch, int column)
    {
        while (_rows.Length < Count + batch.Count) Array.Resize(ref _rows, _rows.Length * 2);
        if (column < 0)
        {
            _rows.AsSpan(Count, batch.Count).Fill(Missing);
            Count += batch.Count;
            return;
        }

        Span<ulong> hashes = stackalloc ulong[AtOnce];
        for (var first = 0; first < batch.Count; first += AtOnce)
        {
            var some = Math.Min(AtOnce, batch.Count - first);
            for (var i = 0; i < some; i++) hashes[i] = Utf8Table.Hash(Trim(batch.Value(first + i, column)));
            Values.Touch(hashes.Slice(0, some));
            for (var i = 0; i < some; i++)
            {
                var value = Trim(batch.Value(first + i, column));
                _rows[Count++] = value.IsEmpty ? Missing : Values.Add(value, hashes[i]);
            }
        }
    }

    /// <summary>Adds rows without a value until there are so many.</summary>
    public void Pad(int count)
    {
        while (_rows.Length < count) Array.Resize(ref _rows, _rows.Length * 2);
        if (count > Count) _rows.AsSpan(Count, count - Count).Fill(Missing);
        Count = Math.Max(Count, count);
    }

    [MethodImpl(Hot.Loop)]
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        int start = 0, end = value.Length;
        while (start < end && value[start] <= (byte)' ') start++;
        while (end > start && value[end - 1] <= (byte)' ') end--;
        return value.Slice(start, end - start);
    }
}
