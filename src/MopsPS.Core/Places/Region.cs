using System.Collections.Generic;

namespace MopsPS.Core.Places;

/// <summary>A group of countries: <c>EU</c>, <c>DACH</c>, <c>Western Europe</c>.</summary>
public sealed class Region
{
    private readonly bool[] _members;

    internal Region(string name, bool isLaw, IReadOnlyList<Country> countries)
    {
        Name = name;
        IsLaw = isLaw;
        Countries = countries;
        _members = new bool[Places.Countries.All.Count];
        foreach (var country in countries) _members[country.Index] = true;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Whether a treaty or a standard says who belongs to it; false for sales territories, which differ from firm to firm.</summary>
    public bool IsLaw { get; }

    /// <summary>The countries in the order of <see cref="Places.Countries.All"/>.</summary>
    public IReadOnlyList<Country> Countries { get; }

    /// <summary>Whether a country belongs to it.</summary>
    /// <param name="country">The country.</param>
    public bool Contains(Country country) => _members[country.Index];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
