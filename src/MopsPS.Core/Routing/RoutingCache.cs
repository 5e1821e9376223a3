using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Routing;

/// <summary>Remembers what values mean, so that each distinct one is looked at once. Bounded; for one thread.</summary>
internal sealed class RoutingCache<T>
{
    private const int Limit = 1 << 17;

    private readonly Func<string, T> _read;
    private readonly List<T> _meanings = [];
    private Utf8Table _values = new();

    public RoutingCache(Func<string, T> read) => _read = read;

    public T Of(ReadOnlySpan<byte> utf8)
    {
        if (_values.Count == Limit)
        {
            _values = new Utf8Table();
            _meanings.Clear();
        }

        var id = _values.Add(utf8);
        if (id == _meanings.Count) _meanings.Add(_read(_values.Text(id)));
        return _meanings[id];
    }
}
