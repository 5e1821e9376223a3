using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>A fixed table by text that can be asked with a part of a text, for which a dictionary on both frameworks would want a string.</summary>
/// <typeparam name="T">What a text stands for.</typeparam>
internal sealed class TextTable<T>
{
    private readonly int[] _buckets;
    private readonly string[] _keys;
    private readonly T[] _values;

    /// <summary>Makes a table.</summary>
    /// <param name="entries">The texts, each once, with what they stand for.</param>
    public TextTable(ICollection<KeyValuePair<string, T>> entries)
    {
        var size = 16;
        while (size < entries.Count * 4) size *= 2;
        _buckets = new int[size];
        _keys = new string[entries.Count];
        _values = new T[entries.Count];
        var count = 0;
        foreach (var entry in entries)
        {
            _keys[count] = entry.Key;
            _values[count] = entry.Value;
            var bucket = Bucket(entry.Key.AsSpan());
            while (_buckets[bucket] != 0) bucket = (bucket + 1) & (_buckets.Length - 1);
            _buckets[bucket] = ++count;
        }
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The texts with what they stand for.</summary>
    public IEnumerable<KeyValuePair<string, T>> Entries
    {
        get
        {
            for (var i = 0; i < _keys.Length; i++) yield return new KeyValuePair<string, T>(_keys[i], _values[i]);
        }
    }

    /// <summary>Looks a text up, upper and lower case apart.</summary>
    /// <param name="key">The text.</param>
    /// <param name="value">What it stands for.</param>
    /// <returns>True where the table has it.</returns>
    [MethodImpl(Hot.Loop)]
    public bool TryGet(ReadOnlySpan<char> key, out T value)
    {
        for (var bucket = Bucket(key); _buckets[bucket] != 0; bucket = (bucket + 1) & (_buckets.Length - 1))
        {
            var at = _buckets[bucket] - 1;
            if (!key.SequenceEqual(_keys[at].AsSpan())) continue;
            value = _values[at];
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>Whether the table has a text.</summary>
    public bool Contains(ReadOnlySpan<char> key) => TryGet(key, out _);

    // FNV-1a (Fowler, Noll and Vo): the keys are short words.
    [MethodImpl(Hot.Loop)]
    private int Bucket(ReadOnlySpan<char> key)
    {
        var hash = 2166136261u;
        foreach (var c in key) hash = (hash ^ c) * 16777619u;
        return (int)(hash ^ (hash >> 15)) & (_buckets.Length - 1);
    }
}
