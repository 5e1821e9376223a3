using System;
using System.Collections.Generic;

namespace MopsPS.Core.Records.Reading;

/// <summary>Some thousand rows on their way from the thread that reads them to the one that uses them, in one block of memory.</summary>
internal sealed class RowBatch(int columns)
{
    private const int ManyRows = 2048;
    private const int ManyBytes = 1 << 18;

    private readonly List<(int Row, RecordProblem Problem)> _problems = [];
    private int[] _ends = new int[columns * ManyRows];
    private byte[] _bytes = new byte[ManyBytes];
    private (int Row, LinePlace Place)[] _places = new (int, LinePlace)[ManyRows];
    private int _used;
    private int _delivered;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it should go on its way.</summary>
    public bool IsFull => Count >= ManyRows || _used >= ManyBytes;

    /// <summary>Whether no row comes after these.</summary>
    public bool IsLast { get; set; }

    /// <summary>The footer lines of the file up to here.</summary>
    public int FooterLines { get; set; }

    /// <summary>Makes it empty.</summary>
    public void Reset()
    {
        Count = _used = _delivered = 0;
        IsLast = false;
        _problems.Clear();
        // One row of a million characters shall not be paid for until the end.
        if (_bytes.Length > 4 * ManyBytes) _bytes = new byte[ManyBytes];
    }

    /// <summary>Takes the row on which a reader stands.</summary>
    public void Add(DelimitedRecordReader reader)
    {
        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Count * 2);
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        var at = Count * columns;
        for (var i = 0; i < columns; i++)
        {
            var bytes = reader.GetUtf8(i);
            if (bytes.Length > _bytes.Length - _used) Reserve(bytes.Length);
            bytes.CopyTo(_bytes.AsSpan(_used));
            _used += bytes.Length;
            // The last bit says that the row has no such field.
            _ends[at + i] = (_used << 1) | (bytes.IsEmpty && reader.IsMissing(i) ? 1 : 0);
        }

        _places[Count++] = (reader.Row, reader.Place);
    }

    /// <summary>Takes what is wrong with the row that is being read.</summary>
    public void Add(RecordProblem problem) => _problems.Add((Count, problem));

    /// <summary>Gives the problems of the rows up to one that were not given yet.</summary>
    public void Deliver(int row, Action<RecordProblem> onProblem)
    {
        while (_delivered < _problems.Count && _problems[_delivered].Row <= row) onProblem(_problems[_delivered++].Problem);
    }

    /// <summary>The number of a row, and where its line is to be found.</summary>
    public (int Row, LinePlace Place) PlaceOf(int row) => _places[row];

    /// <summary>The bytes of a value.</summary>
    public ReadOnlySpan<byte> Get(int row, int column)
    {
        var at = (row * columns) + column;
        var start = at == 0 ? 0 : _ends[at - 1] >> 1;
        return new ReadOnlySpan<byte>(_bytes, start, (_ends[at] >> 1) - start);
    }

    /// <summary>Whether the row has no such field.</summary>
    public bool IsMissing(int row, int column) => (_ends[(row * columns) + column] & 1) != 0;

    private void Reserve(int more)
    {
        // An end keeps one bit.
        if ((long)_used + more > int.MaxValue / 2) throw new OutOfMemoryException("Rows of more than 1 GB cannot be read ahead.");
        Array.Resize(ref _bytes, (int)Math.Min(int.MaxValue / 2, Math.Max((long)_bytes.Length * 2, (long)_used + more)));
    }
}
