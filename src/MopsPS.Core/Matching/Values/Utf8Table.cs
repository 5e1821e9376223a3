using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace MopsPS.Core.Matching.Values;

/// <summary>
/// Numbers distinct byte strings from 0 in the order in which they are first seen. A column of a million rows is then a million numbers, and all work on
/// values is done once per distinct value.
/// </summary>
internal sealed class Utf8Table
{
    private const int ChunkBits = 20;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly List<byte[]> _chunks = [];
    private int[] _buckets = new int[64];
    private ulong[] _hashes = new ulong[32];
    private long[] _starts = new long[32];
    private int[] _lengths = new int[32];
    private int _free = ChunkSize;

    /// <summary>How many distinct values there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a value; a new one is kept.</summary>
    public int Add(ReadOnlySpan<byte> value)
    {
        var hash = Hash(value);
        var mask = _buckets.Length - 1;
        var bucket = (int)(hash >> 20) & mask;
        for (; _buckets[bucket] != 0; bucket = (bucket + 1) & mask)
        {
            var id = _buckets[bucket] - 1;
            if (_hashes[id] == hash && Bytes(id).SequenceEqual(value)) return id;
        }

        if (Count == _hashes.Length) Grow();
        _hashes[Count] = hash;
        _lengths[Count] = value.Length;
        _starts[Count] = Store(value);
        _buckets[bucket] = ++Count;
        if (Count * 2 > _buckets.Length) Rehash();
        return Count - 1;
    }

    /// <summary>The bytes of a value.</summary>
    public ReadOnlySpan<byte> Bytes(int id) => _chunks[(int)(_starts[id] >> 32)].AsSpan((int)_starts[id], _lengths[id]);

    /// <summary>A value as text.</summary>
    public string Text(int id) => Encoding.UTF8.GetString(_chunks[(int)(_starts[id] >> 32)], (int)_starts[id], _lengths[id]);

    /// <summary>A stable hash of a byte string: the same in every process, so that results do not depend on the run.</summary>
    public static ulong Hash(ReadOnlySpan<byte> value)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)value.Length;
        while (value.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value));
            value = value.Slice(8);
        }

        ulong rest = 0;
        for (var i = 0; i < value.Length; i++) rest |= (ulong)value[i] << (8 * i);
        return Mix(hash ^ rest);
    }

    /// <summary>Scrambles 64 bits (the finaliser of MurmurHash3, Appleby 2011, on a multiplied word).</summary>
    public static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCDUL;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53UL;
        return value ^ (value >> 33);
    }

    private long Store(ReadOnlySpan<byte> value)
    {
        if (_chunks.Count == 0 || value.Length > ChunkSize - _free)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, value.Length)]);
            _free = 0;
        }

        var chunk = _chunks.Count - 1;
        value.CopyTo(_chunks[chunk].AsSpan(_free));
        var start = ((long)chunk << 32) | (uint)_free;
        // A value larger than a chunk fills its own: nothing else fits behind it.
        _free = value.Length > ChunkSize ? ChunkSize : _free + value.Length;
        return start;
    }

    private void Grow()
    {
        Array.Resize(ref _hashes, _hashes.Length * 2);
        Array.Resize(ref _starts, _starts.Length * 2);
        Array.Resize(ref _lengths, _lengths.Length * 2);
    }

    private void Rehash()
    {
        _buckets = new int[_buckets.Length * 4];
        var mask = _buckets.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var bucket = (int)(_hashes[id] >> 20) & mask;
            while (_buckets[bucket] != 0) bucket = (bucket + 1) & mask;
            _buckets[bucket] = id + 1;
        }
    }
}
