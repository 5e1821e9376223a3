using System.Collections.Generic;

namespace MopsPS.Core.Places;

/// <summary>A country of ISO 3166-1. There is one instance of each.</summary>
public sealed class Country
{
    internal Country(int index, string alpha2, string alpha3, string numeric, string name)
    {
        Index = index;
        Alpha2 = alpha2;
        Alpha3 = alpha3;
        Numeric = numeric;
        Name = name;
    }

    /// <summary>The two-letter code: <c>DE</c>.</summary>
    public string Alpha2 { get; }

    /// <summary>The three-letter code: <c>DEU</c>.</summary>
    public string Alpha3 { get; }

    /// <summary>The number, three digits: <c>276</c>.</summary>
    public string Numeric { get; }

    /// <summary>The English name in common use: <c>South Korea</c>.</summary>
    public string Name { get; }

    /// <summary>The short name of the standard in English: <c>Korea, Republic of</c>.</summary>
    public string IsoName { get; internal init; } = "";

    /// <summary>The full name of the state; null where it has none.</summary>
    public string? OfficialName { get; internal init; }

    /// <summary>The region of UN M49: Africa, Americas, Antarctica, Asia, Europe or Oceania.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The part of the region by UN M49, such as <c>Western Europe</c>; empty for Antarctica.</summary>
    public string SubRegion { get; internal init; } = "";

    /// <summary>The calling codes without +, the usual one first: <c>49</c>, <c>1787</c>.</summary>
    public IReadOnlyList<string> CallingCodes { get; internal init; } = [];

    /// <summary>The subdivisions that the tables know; empty for most countries.</summary>
    public IReadOnlyList<Subdivision> Subdivisions => Places.Subdivisions.Of(this);

    /// <summary>Its place in <see cref="Countries.All"/>.</summary>
    internal int Index { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Alpha2})";
}
