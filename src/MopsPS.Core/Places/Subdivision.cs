namespace MopsPS.Core.Places;

/// <summary>A state, province, county or the like. There is one instance of each.</summary>
public sealed class Subdivision
{
    internal Subdivision(Country country, string localCode, string name, string kind, Subdivision? parent)
    {
        Country = country;
        LocalCode = localCode.Length == 0 ? null : localCode;
        Code = localCode.Length == 0 ? null : country.Alpha2 + "-" + localCode;
        Name = name;
        Kind = kind;
        Parent = parent;
    }

    /// <summary>The country.</summary>
    public Country Country { get; }

    /// <summary>The code of ISO 3166-2, <c>US-CA</c>; null where the standard has none, as for Greater London.</summary>
    public string? Code { get; }

    /// <summary>The code without the country, <c>CA</c>; null where the standard has none.</summary>
    public string? LocalCode { get; }

    /// <summary>The name in use: English where that is the field's habit, else the local one.</summary>
    public string Name { get; }

    /// <summary>What it is there: State, Province, Land, Canton, County …</summary>
    public string Kind { get; }

    /// <summary>The unit above; null at the first level.</summary>
    public Subdivision? Parent { get; }

    /// <inheritdoc/>
    public override string ToString() => Code is null ? $"{Name}, {Country.Alpha2}" : $"{Name} ({Code})";
}
