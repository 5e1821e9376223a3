using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Places;

/// <summary>Remembers what values say, so that each distinct one is looked at once. Bounded; for one thread.</summary>
/// <typeparam name="T">The kind of place.</typeparam>
internal sealed class PlaceCache<T>
    where T : class
{
    private const int Limit = 1 << 16;
    private readonly Func<string, PlaceMatch<T>> _recognise;
    private readonly List<PlaceMatch<T>> _matches = [];
    private Utf8Table _values = new();

    public PlaceCache(Func<string, PlaceMatch<T>> recognise) => _recognise = recognise;

    public PlaceMatch<T> Recognise(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return default;
        if (_values.Count == Limit)
        {
            // A column with so many values has few that come again.
            _values = new Utf8Table();
            _matches.Clear();
        }

        var id = _values.Add(utf8);
        if (id == _matches.Count) _matches.Add(_recognise(_values.Text(id)));
        return _matches[id];
    }
}

/// <summary>Recognises countries in a column of UTF-8 values: one look-up per row, a string per distinct value. Bounded; for one thread.</summary>
public sealed class CountryCache
{
    private readonly PlaceCache<Country> _cache = new(Countries.Recognise);

    /// <summary>Recognises a value as <see cref="Countries.Recognise"/> does.</summary>
    /// <param name="utf8">The value.</param>
    public PlaceMatch<Country> Recognise(ReadOnlySpan<byte> utf8) => _cache.Recognise(utf8);
}

/// <summary>Recognises subdivisions in a column of UTF-8 values: one look-up per row, a string per distinct value. Bounded; for one thread.</summary>
public sealed class SubdivisionCache
{
    private readonly PlaceCache<Subdivision>?[] _caches = new PlaceCache<Subdivision>?[Countries.All.Count + 1];

    /// <summary>Recognises a value as <see cref="Subdivisions.Recognise"/> does.</summary>
    /// <param name="utf8">The value.</param>
    /// <param name="country">The country of the row, or null.</param>
    public PlaceMatch<Subdivision> Recognise(ReadOnlySpan<byte> utf8, Country? country)
    {
        ref var cache = ref _caches[country is null ? _caches.Length - 1 : country.Index];
        cache ??= new PlaceCache<Subdivision>(text => Subdivisions.Recognise(text, country));
        return cache.Recognise(utf8);
    }
}
