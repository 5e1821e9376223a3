using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Values;

/// <summary>Some rows whose bytes are kept until enough are there to be taken in by all columns at once, in parallel.</summary>
internal sealed class RowBatch(int columns)
{
    private const int MostRows = 16_384;
    private const int MostBytes = 8 << 20;

    private byte[] _bytes = new byte[1 << 16];
    private int[] _starts = new int[1024];
    private int _values;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it should be taken in before more come.</summary>
    public bool IsFull => Count >= MostRows || _starts[_values] >= MostBytes;

    /// <summary>The bytes of a value.</summary>
    public ReadOnlySpan<byte> Value(int row, int column)
    {
        var at = (row * columns) + column;
        return _bytes.AsSpan(_starts[at], _starts[at + 1] - _starts[at]);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">Stands on it.</param>
    /// <param name="positions">For each column its position in the row.</param>
    [MethodImpl(Hot.Loop)]
    public void Add(RecordReader row, int[] positions)
    {
        if (_values + columns + 1 > _starts.Length) Array.Resize(ref _starts, Math.Max(_starts.Length * 2, _values + columns + 1));
        foreach (var position in positions)
        {
            var value = row.GetUtf8(position);
            var start = _starts[_values];
            if (value.Length > _bytes.Length - start) Array.Resize(ref _bytes, (int)Math.Min(int.MaxValue - 64, Math.Max(_bytes.Length * 2L, (long)start + value.Length)));
            value.CopyTo(_bytes.AsSpan(start));
            _starts[++_values] = start + value.Length;
        }

        Count++;
    }

    /// <summary>Empties it; what was large for once is let go.</summary>
    public void Clear()
    {
        if (_bytes.Length > 4 * MostBytes) _bytes = new byte[1 << 16];
        _values = Count = 0;
    }
}
