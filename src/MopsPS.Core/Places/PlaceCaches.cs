using System;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Places;

/// <summary>Recognises countries in a column of UTF-8 values: one look-up per row, a string per distinct value. Bounded; for one thread.</summary>
public sealed class CountryCache
{
    internal const int Limit = 1 << 16;

    private readonly Utf8Cache<PlaceMatch<Country>> _cache = new(Countries.Recognise, Limit);

    /// <summary>Recognises a value as <see cref="Countries.Recognise"/> does.</summary>
    /// <param name="utf8">The value.</param>
    public PlaceMatch<Country> Recognise(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? default : _cache.Get(utf8);
}

/// <summary>Recognises subdivisions in a column of UTF-8 values: one look-up per row, a string per distinct value. Bounded; for one thread.</summary>
public sealed class SubdivisionCache
{
    private readonly Utf8Cache<PlaceMatch<Subdivision>>?[] _caches = new Utf8Cache<PlaceMatch<Subdivision>>?[Countries.All.Count + 1];

    /// <summary>Recognises a value as <see cref="Subdivisions.Recognise"/> does.</summary>
    /// <param name="utf8">The value.</param>
    /// <param name="country">The country of the row, or null.</param>
    public PlaceMatch<Subdivision> Recognise(ReadOnlySpan<byte> utf8, Country? country)
    {
        if (utf8.IsEmpty) return default;
        ref var cache = ref _caches[country is null ? _caches.Length - 1 : country.Index];
        cache ??= new Utf8Cache<PlaceMatch<Subdivision>>(text => Subdivisions.Recognise(text, country), CountryCache.Limit);
        return cache.Get(utf8);
    }
}
