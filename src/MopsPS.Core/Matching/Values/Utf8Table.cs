using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
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

    // A smaller table is in the caches anyway.
    private const int WaitsFrom = 1 << 15;

    [ThreadStatic]
    private static char[]? _decoded;

    private readonly List<byte[]> _chunks = [];
    private int[] _buckets = new int[64];
    private Entry[] _entries = new Entry[32];
    private int _free;

    /// <summary>How many distinct values there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a value; a new one is kept.</summary>
    public int Add(ReadOnlySpan<byte> value) => Add(value, Hash(value));

    /// <summary>The number of a value whose <see cref="Hash(ReadOnlySpan{byte})"/> is known; a new one is kept.</summary>
    [MethodImpl(Hot.Loop)]
    public int Add(ReadOnlySpan<byte> value, ulong hash)
    {
        var mask = _buckets.Length - 1;
        var bucket = (int)(hash >> 20) & mask;
        for (; _buckets[bucket] != 0; bucket = (bucket + 1) & mask)
        {
            var id = _buckets[bucket] - 1;
            if (_entries[id].Hash == hash && Bytes(id).SequenceEqual(value)) return id;
        }

        if (Count == _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        _entries[Count] = new Entry(hash, Store(value), value.Length);
        _buckets[bucket] = ++Count;
        if (Count * 2 > _buckets.Length) Rehash();
        return Count - 1;
    }

    /// <summary>
    /// Looks at where the values of some hashes would be. In a large table each look waits for memory; the looks of many values at once wait together.
    /// </summary>
    /// <returns>Nothing of use; the sum keeps the compiler from leaving the looks out.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | Hot.Loop)]
    public ulong Touch(ReadOnlySpan<ulong> hashes)
    {
        if (_buckets.Length < WaitsFrom) return 0;
        var mask = _buckets.Length - 1;
        Span<int> ids = stackalloc int[hashes.Length];
        ulong sum = 0;
        for (var i = 0; i < hashes.Length; i++) ids[i] = _buckets[(int)(hashes[i] >> 20) & mask];
        foreach (var id in ids)
            if (id > 0) sum += _entries[id - 1].Hash;
        return sum;
    }

    /// <summary>The bytes of a value.</summary>
    public ReadOnlySpan<byte> Bytes(int id)
    {
        ref readonly var entry = ref _entries[id];
        return _chunks[(int)(entry.Start >> 32)].AsSpan((int)entry.Start, entry.Length);
    }

    /// <summary>A value as text.</summary>
    public string Text(int id)
    {
        ref readonly var entry = ref _entries[id];
        return Encoding.UTF8.GetString(_chunks[(int)(entry.Start >> 32)], (int)entry.Start, entry.Length);
    }

    /// <summary>The characters of a value, for this thread until it asks for the next one.</summary>
    [MethodImpl(Hot.Loop)]
    public ReadOnlySpan<char> Decode(int id)
    {
        var bytes = Bytes(id);
        var chars = _decoded;
        if (chars is null || chars.Length < bytes.Length) _decoded = chars = new char[Math.Max(256, bytes.Length * 2)];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] >= 0x80) return Text(id).AsSpan();
            chars[i] = (char)bytes[i];
        }

        return chars.AsSpan(0, bytes.Length);
    }

    /// <summary>A stable hash of a byte string: the same in every process, so that results do not depend on the run.</summary>
    [MethodImpl(Hot.Loop)]
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    private void Rehash()
    {
        _buckets = new int[_buckets.Length * 4];
        var mask = _buckets.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var bucket = (int)(_entries[id].Hash >> 20) & mask;
            while (_buckets[bucket] != 0) bucket = (bucket + 1) & mask;
            _buckets[bucket] = id + 1;
        }
    }

    private readonly struct Entry(ulong hash, long start, int length)
    {
        public ulong Hash { get; } = hash;

        public long Start { get; } = start;

        public int Length { get; } = length;
    }
}
