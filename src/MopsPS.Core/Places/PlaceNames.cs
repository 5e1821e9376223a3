using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Places;

/// <summary>Names of places by their key, and the nearest one for a name with a slip.</summary>
/// <typeparam name="T">The kind of place.</typeparam>
internal sealed class PlaceNames<T>
    where T : class
{
    private readonly Dictionary<string, PlaceMatch<T>> _names = new(StringComparer.Ordinal);
    private readonly List<List<(string Key, ulong Letters, T Place)>> _spellings = [];

    /// <summary>The key of a text: its letters and digits, lower case, without diacritics and blanks.</summary>
    public static string KeyOf(string text) => Folding.Squeeze(MatchText.Normalize(text));

    /// <summary>The confidence of a kind of evidence where the table states none.</summary>
    public static double UsualConfidence(PlaceEvidence evidence) => evidence switch
    {
        PlaceEvidence.Code or PlaceEvidence.Name or PlaceEvidence.LocalName => 1,
        PlaceEvidence.Alias => 0.98,
        PlaceEvidence.Abbreviation => 0.96,
        PlaceEvidence.CallingCode => 0.9,
        _ => 0.95,
    };

    /// <summary>Adds a name. Of two places with one name the surer one has it; where they are equally sure, neither.</summary>
    public void Add(string name, T place, PlaceEvidence evidence, double? confidence = null)
    {
        AddKey(KeyOf(name), place, evidence, confidence ?? UsualConfidence(evidence));
        if (Transliteration.Alternative(name) is { } other) AddKey(KeyOf(other), place, evidence, confidence ?? UsualConfidence(evidence));
    }

    /// <summary>The place that has the name.</summary>
    public PlaceMatch<T> Find(string key) => _names.TryGetValue(key, out var match) ? match : default;

    /// <summary>
    /// The place whose name is one slip away, or two for names of eight letters and more. The confidence falls with the share of letters that differ,
    /// and where another place is nearly as near.
    /// </summary>
    public PlaceMatch<T> FindMisspelled(string key)
    {
        if (key.Length < 4) return default;
        var letters = LettersOf(key);
        T? best = null;
        var bestName = "";
        int least = 3, next = 3;
        List<T>? others = null;
        foreach (var (name, nameLetters, place) in Spellings(key.Length))
        {
            var limit = LimitOf(name.Length);
            if (Bits.Count(letters ^ nameLetters) > 2 * limit) continue;
            var edits = Similarity.Edits(key, name, limit);
            if (edits > limit) continue;
            if (ReferenceEquals(place, best))
            {
                // The longest of its names that is as near says the most.
                if (edits < least && others is not null) (next, others) = (least, null);
                if (edits < least || (edits == least && name.Length > bestName.Length)) (least, bestName) = (edits, name);
            }
            else if (edits < least)
            {
                (next, others) = (best is null ? next : least, null);
                (least, best, bestName) = (edits, place, name);
            }
            else if (edits == least)
            {
                if (others?.Contains(place) != true) (others ??= [best!]).Add(place);
            }
            else if (edits < next)
            {
                next = edits;
            }
        }

        if (best is null) return default;
        others?.Sort((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));
        if (others is not null) return new PlaceMatch<T>(null, 0, PlaceEvidence.Misspelling) { Others = others };
        return new PlaceMatch<T>(best, Confidence(key, bestName, letters, least, next), PlaceEvidence.Misspelling);
    }

    // A name of less than eight letters allows one slip, a longer one two; only names of about the same length come into question.
    private IEnumerable<(string Key, ulong Letters, T Place)> Spellings(int length)
    {
        for (var at = Math.Max(0, length - 2); at <= length + 2 && at < _spellings.Count; at++)
        {
            if (Math.Abs(at - length) > LimitOf(at)) continue;
            foreach (var spelling in _spellings[at]) yield return spelling;
        }
    }

    private static int LimitOf(int length) => length < 8 ? 1 : 2;

    private static double Confidence(string key, string name, ulong letters, int edits, int next)
    {
        var confidence = 1 - (0.6 * edits / name.Length);
        if (key.Length == name.Length && letters == LettersOf(name)) confidence += 0.04;
        if (key[0] != name[0]) confidence -= 0.05;
        if (next == edits + 1) confidence -= 0.06;
        return Math.Round(Math.Min(confidence, 0.96), 3);
    }

    private static ulong LettersOf(string key)
    {
        ulong letters = 0;
        foreach (var c in key) letters |= 1UL << (c & 63);
        return letters;
    }

    private void AddKey(string key, T place, PlaceEvidence evidence, double confidence)
    {
        if (key.Length == 0) return;
        if (evidence is not (PlaceEvidence.Code or PlaceEvidence.Abbreviation or PlaceEvidence.CallingCode) && key.Length >= 4)
        {
            while (_spellings.Count <= key.Length) _spellings.Add([]);
            _spellings[key.Length].Add((key, LettersOf(key), place));
        }

        if (!_names.TryGetValue(key, out var known))
        {
            _names.Add(key, new PlaceMatch<T>(place, confidence, evidence));
        }
        else if (ReferenceEquals(known.Place, place))
        {
            if (confidence > known.Confidence) _names[key] = new PlaceMatch<T>(place, confidence, evidence);
        }
        else if (known.Place is not null && confidence > known.Confidence)
        {
            _names[key] = new PlaceMatch<T>(place, confidence, evidence);
        }
        else if (known.Place is null || confidence >= known.Confidence)
        {
            var places = new List<T>(known.Others);
            if (known.Place is not null) places.Add(known.Place);
            if (!places.Contains(place)) places.Add(place);
            _names[key] = new PlaceMatch<T>(null, 0, evidence) { Others = places };
        }
    }
}
