using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Records;

namespace MopsPS.Core.Places;

/// <summary>
/// States, provinces, counties and what people write for them (Data/Places/subdivisions.csv). Where a unit of the first level and one below it
/// have one name (Madrid, Navarra), the name means the first level.
/// </summary>
public static class Subdivisions
{
    private static readonly Lazy<State> Loaded = new(Load);
    private static readonly char[] Separators = ['(', ')', ',', '/', '|', ';', ':', '[', ']'];

    private static readonly string[] Prefixes =
    [
        "state of ", "province of ", "canton of ", "county of ", "region of ", "kanton ", "canton de ", "canton du ", "canton ", "land ", "bundesland ", "region ", "county ",
        "departement de la ", "departement de ", "departement du ", "departement ", "provincia di ", "provincia de ", "provincia ", "estado de ", "estado do ", "estado da ",
        "comunidad de ", "regione ", "provincie ", "prov ", "dept ",
    ];

    private static readonly string[] Suffixes = [" state", " province", " county", " prefecture", " region", " canton", " ken", " sheng", " shi", " territory", " provincie"];

    /// <summary>The subdivisions of a country.</summary>
    /// <param name="country">The country.</param>
    /// <returns>Those of the first level first; empty when the tables know none.</returns>
    public static IReadOnlyList<Subdivision> Of(Country country) => Loaded.Value.Names[country.Index]?.Places ?? [];

    /// <summary>Looks a subdivision up by its code of ISO 3166-2.</summary>
    /// <param name="code">The code in capitals: <c>US-CA</c>.</param>
    /// <param name="subdivision">The subdivision, or null.</param>
    /// <returns>True when the tables have it.</returns>
    public static bool TryGet(string code, out Subdivision? subdivision) => Loaded.Value.Codes.TryGetValue(code, out subdivision);

    /// <summary>Recognises a subdivision by code, name, local name, abbreviation or a name with a slip.</summary>
    /// <param name="text">What someone wrote: <c>Calif.</c>, <c>NRW</c>, <c>US-CA</c>, <c>Massachussetts</c>.</param>
    /// <param name="country">The country of the record; null when it is not known: then only a text that means one place in the world is a match.</param>
    /// <returns>The subdivision with a confidence; no place when the text names none or does not decide.</returns>
    public static PlaceMatch<Subdivision> Recognise(string text, Country? country)
    {
        var words = MatchText.Normalize(text);
        if (words.Length is 0 or > 80) return default;
        var names = country is null ? Loaded.Value.World : Loaded.Value.Names[country.Index]?.Names;
        if (names is null) return default;
        var match = Named(names, words);
        if (match.Evidence != PlaceEvidence.None) return match;
        match = ByParts(names, text, country);
        return match.Evidence != PlaceEvidence.None ? match : names.FindMisspelled(PlaceNames<Subdivision>.KeyOf(words));
    }

    private static PlaceMatch<Subdivision> Named(PlaceNames<Subdivision> names, string words)
    {
        var match = names.Find(PlaceNames<Subdivision>.KeyOf(words));
        if (match.Evidence != PlaceEvidence.None) return match;
        foreach (var prefix in Prefixes)
        {
            if (!words.StartsWith(prefix, StringComparison.Ordinal)) continue;
            match = names.Find(PlaceNames<Subdivision>.KeyOf(words.Substring(prefix.Length)));
            if (match.Evidence != PlaceEvidence.None) return match;
        }

        foreach (var suffix in Suffixes)
        {
            if (!words.EndsWith(suffix, StringComparison.Ordinal)) continue;
            match = names.Find(PlaceNames<Subdivision>.KeyOf(words.Substring(0, words.Length - suffix.Length)));
            if (match.Evidence != PlaceEvidence.None) return match;
        }

        return default;
    }

    // "California (CA)", "California, USA", "US-CA": every part is the subdivision or its country, or the text is the code.
    private static PlaceMatch<Subdivision> ByParts(PlaceNames<Subdivision> names, string text, Country? country)
    {
        var code = text.Trim().ToUpperInvariant();
        if (TryGet(code, out var coded)) return country is null || coded!.Country == country ? new PlaceMatch<Subdivision>(coded, 1, PlaceEvidence.Code) : default;
        var parts = text.Split(Separators);
        if (parts.Length == 1) parts = text.Split([" - ", " – "], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return default;
        var found = default(PlaceMatch<Subdivision>);
        Country? named = null;
        foreach (var part in parts)
        {
            var words = MatchText.Normalize(part);
            if (words.Length == 0) continue;
            var match = Named(names, words);
            if (match.Place is not null && (found.Place is null || found.Place == match.Place)) found = match;
            else if (Countries.Recognise(part) is { Place: { } place, Evidence: not PlaceEvidence.Misspelling }) named = place;
            else return default;
        }

        if (found.Place is null || (named is not null && named != found.Place.Country)) return default;
        return new PlaceMatch<Subdivision>(found.Place, Math.Min(found.Confidence, 0.98), PlaceEvidence.Alias);
    }

    private static State Load()
    {
        var state = new State();
        foreach (var rows in EmbeddedTable.Read("Places/subdivisions.csv").GroupBy(row => row[0]))
        {
            Countries.TryGet(rows.Key, out var country);
            var ofCountry = new CountryNames();
            state.Names[country!.Index] = ofCountry;
            var byCode = new Dictionary<string, Subdivision>(StringComparer.Ordinal);
            // Parents first: a first level keeps the name that it shares with a second.
            foreach (var row in rows.Where(row => row[4].Length == 0).Concat(rows.Where(row => row[4].Length > 0)))
            {
                var place = new Subdivision(country, row[1], row[2], row[3], row[4].Length == 0 ? null : byCode[row[4]]);
                if (row[1].Length > 0) byCode.Add(row[1], place);
                if (place.Code is not null) state.Codes.Add(place.Code, place);
                ofCountry.Places.Add(place);
                foreach (var (name, evidence) in NamesOf(row, place))
                {
                    ofCountry.Add(name, place, evidence);
                    // Without a country a short code says little: CA is California, Cagliari and Cádiz.
                    if (evidence is not (PlaceEvidence.Code or PlaceEvidence.Abbreviation) || PlaceNames<Subdivision>.KeyOf(name).Length > 3)
                        state.World.Add(name, place, evidence, PlaceNames<Subdivision>.UsualConfidence(evidence) - 0.05);
                    else
                        state.World.Add(name, place, evidence, 0.6);
                }
            }
        }

        return state;
    }

    private static IEnumerable<(string Name, PlaceEvidence Evidence)> NamesOf(string[] row, Subdivision place)
    {
        if (place.LocalCode is { } local) yield return (local, PlaceEvidence.Code);
        yield return (place.Name, PlaceEvidence.Name);
        foreach (var name in EmbeddedTable.Values(row[5])) yield return (name, PlaceEvidence.LocalName);
        foreach (var name in EmbeddedTable.Values(row[6])) yield return (name, PlaceEvidence.Abbreviation);
    }

    private sealed class State
    {
        public Dictionary<string, Subdivision> Codes { get; } = new(StringComparer.Ordinal);

        public CountryNames?[] Names { get; } = new CountryNames?[Countries.All.Count];

        public PlaceNames<Subdivision> World { get; } = new();
    }

    private sealed class CountryNames
    {
        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

        public List<Subdivision> Places { get; } = [];

        public PlaceNames<Subdivision> Names { get; } = new();

        public void Add(string name, Subdivision place, PlaceEvidence evidence)
        {
            // Only the first level's names are kept from those below; names within one level may clash and then decide nothing.
            var key = PlaceNames<Subdivision>.KeyOf(name);
            if (place.Parent is null) _taken.Add(key);
            else if (_taken.Contains(key)) return;
            Names.Add(name, place, evidence);
        }
    }
}
