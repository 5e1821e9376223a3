using System;
using System.Collections.Generic;

namespace MopsPS.Core.Matching.Values;

/// <summary>Remembers what values in UTF-8 mean, so that a text is made and looked at once per distinct value. When it is full, it begins anew. Not for several threads at once.</summary>
/// <typeparam name="T">What a value means.</typeparam>
/// <param name="read">Says what a value means.</param>
/// <param name="limit">How many values are remembered at most.</param>
internal sealed class Utf8Cache<T>(Func<string, T> read, int limit)
{
    private readonly List<T> _meanings = [];
    private Utf8Table _values = new();

    /// <summary>What a value means.</summary>
    public T Get(ReadOnlySpan<byte> utf8)
    {
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
