using System;
using System.Runtime.InteropServices;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>
/// A table from bytes to objects that never grows: when it is full, what is kept is taken out and it begins anew. The hash is seeded
/// anew in every process and a chain has an end, so no file can be written that makes look-ups slow.
/// </summary>
internal sealed class BytesTable<T>
    where T : class
{
    private const int LongestChain = 16;

    private static readonly ulong Seed = (ulong)Guid.NewGuid().GetHashCode() << 32 | (uint)Guid.NewGuid().GetHashCode();

    private readonly int[] _buckets;
    private readonly Entry[] _entries;
    private readonly byte[] _bytes;
    private int _used;

    /// <summary>Makes a table.</summary>
    /// <param name="capacity">The most entries; a power of two.</param>
    /// <param name="bytes">The most bytes of all keys together.</param>
    public BytesTable(int capacity, int bytes)
    {
        _buckets = new int[capacity];
        _entries = new Entry[capacity];
        _bytes = new byte[bytes];
    }

    public int Count { get; private set; }

    /// <summary>Finds the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">The key's hash, for <see cref="TryAdd"/>.</param>
    /// <returns>The value, or null.</returns>
    public T? Find(ReadOnlySpan<byte> key, out uint hash)
    {
        hash = Hash(key);
        for (var i = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; i >= 0; i = _entries[i].Next - 1)
        {
            ref var entry = ref _entries[i];
            if (entry.Hash == hash && _bytes.AsSpan(entry.Start, entry.Length).SequenceEqual(key)) return entry.Value;
        }

        return null;
    }

    /// <summary>Adds a key that is not there.</summary>
    /// <returns>False where there is no room: clear the table first.</returns>
    public bool TryAdd(ReadOnlySpan<byte> key, uint hash, T value)
    {
        if (Count == _entries.Length || _used + key.Length > _bytes.Length) return false;
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        var length = 0;
        for (var i = bucket - 1; i >= 0; i = _entries[i].Next - 1)
            if (++length == LongestChain) return false;
        key.CopyTo(_bytes.AsSpan(_used));
        _entries[Count] = new Entry { Hash = hash, Next = bucket, Start = _used, Length = key.Length, Value = value };
        bucket = ++Count;
        _used += key.Length;
        return true;
    }

    /// <summary>Adds a key that is not there; a full table forgets all others for it.</summary>
    public void Add(ReadOnlySpan<byte> key, uint hash, T value)
    {
        if (TryAdd(key, hash, value)) return;
        Clear();
        TryAdd(key, hash, value);
    }

    /// <summary>The key of the n-th entry.</summary>
    public ReadOnlySpan<byte> Key(int index) => _bytes.AsSpan(_entries[index].Start, _entries[index].Length);

    /// <summary>The value of the n-th entry.</summary>
    public T Value(int index) => _entries[index].Value;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_buckets, 0, _buckets.Length);
        Array.Clear(_entries, 0, Count);
        Count = 0;
        _used = 0;
    }

    private static uint Hash(ReadOnlySpan<byte> key)
    {
        const ulong Prime = 0x9E3779B97F4A7C15;
        var hash = Seed ^ ((ulong)key.Length * Prime);
        while (key.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(key));
            key = key.Slice(8);
        }

        ulong rest = 0;
        foreach (var b in key) rest = (rest << 8) | b;
        hash = Mix(hash ^ rest);
        return (uint)(hash ^ (hash >> 32));

        static ulong Mix(ulong value)
        {
            value *= Prime;
            return value ^ (value >> 29);
        }
    }

    private struct Entry
    {
        public uint Hash;
        public int Next;
        public int Start;
        public int Length;
        public T Value;
    }
}
