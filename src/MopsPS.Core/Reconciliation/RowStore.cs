using System;
using System.Collections.Generic;
using System.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Reconciliation;

/// <summary>
/// The rows of one side, packed: in chunks of bytes, each row its normalised key and then its slots, every one behind its length. A million rows of a
/// dozen short values take what their texts take, and the garbage collector has some dozen objects to follow.
/// </summary>
internal sealed class RowStore
{
    private const int ChunkSize = 1 << 22;

    private readonly List<byte[]> _chunks = [];
    private readonly List<(int First, string? Source)> _sources = [];
    private byte[] _row = new byte[1024];
    private int _length;
    private int _free = ChunkSize;
    private long[] _starts = new long[1024];
    private int[] _lengths = new int[1024];
    private ulong[] _hashes = new ulong[1024];
    private int[] _numbers = new int[1024];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The rows that follow come from a source.</summary>
    public void Begin(string? source)
    {
        if (_sources.Count == 0 || _sources[_sources.Count - 1].Source != source) _sources.Add((Count, source));
    }

    /// <summary>Starts a row with its normalised key; an empty one is blank.</summary>
    public void Start(ReadOnlySpan<byte> key)
    {
        _length = 0;
        Add(key);
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _lengths, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _numbers, Count * 2);
        }

        _hashes[Count] = Utf8Table.Hash(key);
    }

    /// <summary>Adds the next slot.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        if (_row.Length - _length < value.Length + 5) Array.Resize(ref _row, Math.Max(_row.Length * 2, _length + value.Length + 5));
        var rest = (uint)value.Length;
        for (; rest >= 0x80; rest >>= 7) _row[_length++] = (byte)(rest | 0x80);
        _row[_length++] = (byte)rest;
        value.CopyTo(_row.AsSpan(_length));
        _length += value.Length;
    }

    /// <summary>Ends the row.</summary>
    /// <param name="number">Its one-based number in its source.</param>
    public void End(int number)
    {
        if (_length > ChunkSize - _free)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, _length)]);
            _free = 0;
        }

        Buffer.BlockCopy(_row, 0, _chunks[_chunks.Count - 1], _free, _length);
        _starts[Count] = ((long)(_chunks.Count - 1) << 32) | (uint)_free;
        _lengths[Count] = _length;
        _numbers[Count++] = number;
        // A row larger than a chunk fills its own: nothing else fits behind it.
        _free = _length > ChunkSize ? ChunkSize : _free + _length;
    }

    /// <summary>The hash of a row's key.</summary>
    public ulong Hash(int row) => _hashes[row];

    /// <summary>All bytes of a row.</summary>
    public ReadOnlySpan<byte> Bytes(int row) => _chunks[(int)(_starts[row] >> 32)].AsSpan((int)_starts[row], _lengths[row]);

    /// <summary>The normalised key of a row.</summary>
    public ReadOnlySpan<byte> Key(int row)
    {
        var bytes = Bytes(row);
        return Next(ref bytes);
    }

    /// <summary>Takes the next value off the bytes of a row.</summary>
    public static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> rest)
    {
        int length = 0, at = 0, shift = 0;
        byte part;
        do
        {
            part = rest[at++];
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        var value = rest.Slice(at, length);
        rest = rest.Slice(at + length);
        return value;
    }

    /// <summary>One slot of a row as text; null where it is blank.</summary>
    public string? Text(int row, int slot)
    {
        var rest = Bytes(row);
        Next(ref rest);
        for (var i = 0; i < slot; i++) Next(ref rest);
        var value = Next(ref rest);
        return value.IsEmpty ? null : Encoding.UTF8.GetString(value.ToArray());
    }

    /// <summary>Where a row stands.</summary>
    public SourcePosition Position(int row, string? column = null)
    {
        var at = _sources.Count - 1;
        while (at > 0 && _sources[at].First > row) at--;
        return new SourcePosition(at < 0 ? null : _sources[at].Source, _numbers[row], column: column);
    }
}
