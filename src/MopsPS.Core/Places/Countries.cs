using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Places;

/// <summary>The countries of ISO 3166-1 and what people write for them (Data/Places/countries.csv, country-names.csv).</summary>
public static class Countries
{
    private static readonly Lazy<Country[]> Table = new(LoadCountries);
    private static readonly Lazy<Dictionary<string, Country>> Codes = new(() => Table.Value.ToDictionary(country => country.Alpha2, StringComparer.Ordinal));
    private static readonly Lazy<PlaceNames<Country>> Names = new(LoadNames);
    private static readonly char[] Separators = ['(', ')', ',', '/', '|', ';', '-', '–', ':', '[', ']'];

    /// <summary>All countries in the order of their names in the standard.</summary>
    public static IReadOnlyList<Country> All => Table.Value;

    /// <summary>Looks a country up by its two-letter code.</summary>
    /// <param name="alpha2">The code in capitals.</param>
    /// <param name="country">The country, or null.</param>
    /// <returns>True when the standard has it.</returns>
    public static bool TryGet(string alpha2, out Country? country) => Codes.Value.TryGetValue(alpha2, out country);

    /// <summary>Recognises a country by code, name, local name, alias, abbreviation, flag, calling code (<c>+49</c>) or a name with a slip.</summary>
    /// <param name="text">What someone wrote: <c>U.S.A.</c>, <c>Deutschland</c>, <c>DE - Germany</c>, <c>Germnay</c>.</param>
    /// <returns>The country with a confidence; no place when the text names none or does not decide. <c>NA</c> is Namibia with 0.85 only.</returns>
    public static PlaceMatch<Country> Recognise(string text)
    {
        var key = PlaceNames<Country>.KeyOf(text);
        if (key.Length == 0 || key.Length > 80) return default;
        if (text.TrimStart().StartsWith("+", StringComparison.Ordinal)) return ByCallingCode(text.Trim());
        var names = Names.Value;
        var match = names.Find(key);
        if (key == "na") return IsBlank(text) ? default : match with { Confidence = 0.85 };
        if (match.Evidence != PlaceEvidence.None) return match;
        if (key.StartsWith("the", StringComparison.Ordinal) && names.Find(key.Substring(3)) is { Place: not null } bare) return bare;
        if (Flag(text) is { } flag) return new PlaceMatch<Country>(flag, 1, PlaceEvidence.Code);
        match = ByParts(text);
        if (match.Evidence != PlaceEvidence.None) return match;
        // ISO writes "Netherlands (the)".
        if (text.TrimEnd().EndsWith("(the)", StringComparison.OrdinalIgnoreCase)) return Recognise(text.TrimEnd().Substring(0, text.TrimEnd().Length - 5));
        match = names.FindMisspelled(key);
        return match.Evidence != PlaceEvidence.None ? match : BehindPlace(text);
    }

    // The code of Namibia is also what people and tools write for "not available".
    private static bool IsBlank(string text) => text.Trim() is not ("NA" or "na");

    // "Germany (DE)", "DE - Germany": every part must say the same.
    private static PlaceMatch<Country> ByParts(string text)
    {
        if (text.IndexOfAny(Separators) < 0) return default;
        Country? country = null;
        var confidence = 1.0;
        foreach (var part in text.Split(Separators))
        {
            var key = PlaceNames<Country>.KeyOf(part);
            if (key.Length == 0) continue;
            var match = Names.Value.Find(key);
            if (match.Place is null || (country is not null && match.Place != country)) return default;
            country = match.Place;
            confidence = Math.Min(confidence, match.Confidence);
        }

        return country is null ? default : new PlaceMatch<Country>(country, Math.Min(confidence, 0.98), PlaceEvidence.Alias);
    }

    // "Munich, Germany": a place that is no country, and a country behind it.
    private static PlaceMatch<Country> BehindPlace(string text)
    {
        var comma = text.LastIndexOf(',');
        if (comma < 1 || Names.Value.Find(PlaceNames<Country>.KeyOf(text.Substring(0, comma))).Evidence != PlaceEvidence.None) return default;
        var match = Names.Value.Find(PlaceNames<Country>.KeyOf(text.Substring(comma + 1)));
        // Atlanta lies in the other Georgia.
        if (Subdivisions.Recognise(text.Substring(comma + 1), null) is { Place: not null } or { Others.Count: > 0 }) return default;
        return match.Place is not null && match.Evidence != PlaceEvidence.Code ? match with { Confidence = Math.Min(match.Confidence, 0.92) } : default;
    }

    private static PlaceMatch<Country> ByCallingCode(string text)
    {
        var code = new string([.. text.Where(c => c is >= '0' and <= '9')]);
        var countries = Table.Value.Where(country => country.CallingCodes.Contains(code)).ToList();
        if (countries.Count == 0) return default;
        return countries.Count == 1
            ? new PlaceMatch<Country>(countries[0], PlaceNames<Country>.UsualConfidence(PlaceEvidence.CallingCode), PlaceEvidence.CallingCode)
            : new PlaceMatch<Country>(null, 0, PlaceEvidence.CallingCode) { Others = countries };
    }

    // A flag is two regional indicator symbols, U+1F1E6 for A and so on.
    private static Country? Flag(string text)
    {
        var flag = text.Trim();
        if (flag.Length != 4 || flag[0] != '\uD83C' || flag[2] != '\uD83C') return null;
        var (first, second) = (flag[1] - 0xDDE6, flag[3] - 0xDDE6);
        if (first is < 0 or > 25 || second is < 0 or > 25) return null;
        return TryGet(new string([(char)('A' + first), (char)('A' + second)]), out var country) ? country : null;
    }

    private static Country[] LoadCountries() =>
    [
        .. EmbeddedTable.Read("Places/countries.csv").Select((row, index) => new Country(index, row[0], row[1], row[2], row[3])
        {
            IsoName = row[4].Length == 0 ? row[3] : row[4],
            OfficialName = row[5].Length == 0 ? null : row[5],
            Region = row[6],
            SubRegion = row[7],
            CallingCodes = EmbeddedTable.Values(row[8]),
        }),
    ];

    private static PlaceNames<Country> LoadNames()
    {
        var names = new PlaceNames<Country>();
        foreach (var country in Table.Value)
        {
            names.Add(country.Alpha2, country, PlaceEvidence.Code);
            names.Add(country.Alpha3, country, PlaceEvidence.Code);
            names.Add(country.Numeric, country, PlaceEvidence.Code);
            names.Add(country.Name, country, PlaceEvidence.Name);
            names.Add(country.IsoName, country, PlaceEvidence.Name);
            if (country.OfficialName is { } official) names.Add(official, country, PlaceEvidence.Name);
        }

        foreach (var row in EmbeddedTable.Read("Places/country-names.csv"))
        {
            var evidence = row[1] == "Local" ? PlaceEvidence.LocalName : (PlaceEvidence)Enum.Parse(typeof(PlaceEvidence), row[1]);
            double? confidence = row[2].Length == 0 ? null : double.Parse(row[2], CultureInfo.InvariantCulture);
            foreach (var name in EmbeddedTable.Values(row[3])) names.Add(name, Codes.Value[row[0]], evidence, confidence);
        }

        return names;
    }
}
