using System;

namespace MopsPS.Core.Matching.Values;

/// <summary>One column of the input: the number of its value for each row, and the distinct values.</summary>
internal sealed class MatchColumn
{
    /// <summary>The number that stands for "no value".</summary>
    public const int Missing = -1;

    private int[] _rows = new int[1024];

    /// <summary>The distinct values.</summary>
    public Utf8Table Values { get; } = new();

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the value of the next row; blanks around it do not count, an empty one is missing.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        if (Count == _rows.Length) Array.Resize(ref _rows, _rows.Length * 2);
        value = Trim(value);
        _rows[Count++] = value.IsEmpty ? Missing : Values.Add(value);
    }

    /// <summary>The number of a row's value, or <see cref="Missing"/>.</summary>
    public int this[int row] => _rows[row];

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        int start = 0, end = value.Length;
        while (start < end && value[start] <= (byte)' ') start++;
        while (end > start && value[end - 1] <= (byte)' ') end--;
        return value.Slice(start, end - start);
    }
}
