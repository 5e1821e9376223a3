using System;
using System.Collections.Generic;
using System.Text;

namespace MopsPS.Core.Matching.Values;

/// <summary>Remembers what values in UTF-8 mean, so that a text is made and looked at once per distinct value. When it is full, it begins anew. Not for several threads at once.</summary>
/// <typeparam name="T">What a value means.</typeparam>
/// <param name="read">Says what a value means.</param>
/// <param name="limit">How many values are remembered at most.</param>
internal sealed class Utf8Cache<T>(Func<string, T> read, int limit)
{
    // A longer value is a text, hardly met twice, and would fill the memory.
    private const int LongestKept = 256;

    private readonly List<T> _meanings = [];
    private Utf8Table _values = new();

    /// <summary>What a value means.</summary>
    public T Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestKept) return read(Encoding.UTF8.GetString(utf8.ToArray()));
        if (_values.Count >= limit)
        {
            _values = new Utf8Table();
            _meanings.Clear();
        }

        var id = _values.Add(utf8);
        if (id == _meanings.Count) _meanings.Add(read(_values.Text(id)));
        return _meanings[id];
    }
}

/// <summary>The size of a cache.</summary>
internal static class Utf8Cache
{
    /// <summary>How many values are remembered where a column has few: picklists, states, yes and no.</summary>
    public const int Usual = 1 << 14;
}
