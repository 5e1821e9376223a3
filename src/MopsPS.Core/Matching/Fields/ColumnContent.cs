using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Matching.Fields;

/// <summary>What the values of a column look like.</summary>
internal sealed class ColumnContent
{
    private readonly string[] _values;
    private readonly double _distinct;

    public ColumnContent(IReadOnlyList<IReadOnlyList<string?>> samples, int column)
    {
        _values = samples.Select(row => column < row.Count ? row[column]?.Trim() : null).Where(value => !string.IsNullOrEmpty(value)).ToArray()!;
        Fill = samples.Count == 0 ? 0 : (double)_values.Length / samples.Count;
        Distinct = new HashSet<string>(_values, StringComparer.OrdinalIgnoreCase).Count;
        _distinct = _values.Length == 0 ? 0 : (double)Distinct / _values.Length;
    }

    /// <summary>The share of rows that have a value.</summary>
    public double Fill { get; }

    /// <summary>How many different values there are.</summary>
    public int Distinct { get; }

    /// <summary>Whether most of the values are names of persons.</summary>
    public bool ArePersons => Share(value =>
    {
        var words = MatchText.Normalize(value).Split(' ');
        return words.Length is >= 2 and <= 5 && words.Any(word => GivenNames.TryGet(word, out _));
    }) >= .4;

    /// <summary>Whether the values can be what a header hints at; a column that has none yet can be anything.</summary>
    public bool Fits(MatchKind kind) => _values.Length == 0 || kind switch
    {
        MatchKind.Email => Share(ContentEvidence.LooksLikeEmail) >= .5,
        MatchKind.Phone => Share(value => Folding.Digits(value).Length is >= 5 and <= 17) >= .7,
        MatchKind.Date => Share(IsDay) >= .5,
        MatchKind.GivenName or MatchKind.FamilyName => Share(value => char.IsLetter(value[0])) >= .7,
        MatchKind.City or MatchKind.Company => Share(value => value.Any(char.IsLetter)) >= .5,
        // A house number by itself is a number, whatever the header says of a street.
        MatchKind.Street => Share(value => value.Any(char.IsLetter)) >= .5,
        MatchKind.Text => Share(value => value.IndexOf(' ') > 0) >= .5,
        _ => true,
    };

    /// <summary>The kind that the values suggest; null where they say nothing about whose record it is.</summary>
    public MatchKind? Kind(string header)
    {
        if (Distinct < 2 || Fill < .02 || HeaderHints.IsBookkeeping(header)) return null;
        if (Share(ContentEvidence.LooksLikeEmail) >= .6) return MatchKind.Email;
        if (Share(value => value.IndexOf("://", StringComparison.Ordinal) > 0 || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) >= .6) return MatchKind.Website;
        if (Share(value => value.Length > 10 && IsDay(value)) >= .8) return null; // a time stamp
        if (Share(IsDay) >= .8) return MatchKind.Date;
        if (Share(ContentEvidence.LooksLikePhone) >= .7) return MatchKind.Phone;
        if (Share(value => value.Any(char.IsDigit) && value.All(c => char.IsDigit(c) || c is '.' or '-' or ',' or ' ')) >= .9)
            return _distinct >= .5 && Average(value => value.Length) >= 5 ? MatchKind.Identifier : MatchKind.Category;
        var words = Average(value => value.Count(c => c == ' ') + 1);
        if (words < 2.5)
        {
            var given = Share(value => GivenNames.TryGet(MatchText.Normalize(value), out _));
            var family = Share(value => Surnames.TryGet(MatchText.Normalize(value), out _));
            if (Math.Max(given, family) >= .35) return given >= family ? MatchKind.GivenName : MatchKind.FamilyName;
        }

        if (_values.Length >= 100 && _distinct < .2 && Distinct <= 1000) return words < 1.5 && Distinct > 200 ? MatchKind.City : MatchKind.Category;
        if (Share(value => value.Any(char.IsDigit) && value.IndexOf(' ') < 0) >= .7) return MatchKind.Identifier;
        if (Share(value => value.Any(char.IsDigit) && value.IndexOf(' ') > 0) >= .6 && words < 7) return MatchKind.Street;
        return words >= 2 ? MatchKind.Text : MatchKind.City;
    }

    private static bool IsDay(string value) => new DayParser([]).Normalize(value) is { Length: 8 } day && string.CompareOrdinal(day, "18500101") >= 0 && string.CompareOrdinal(day, "21000101") < 0;

    private double Share(Func<string, bool> test) => _values.Length == 0 ? 0 : (double)_values.Count(test) / _values.Length;

    private double Average(Func<string, int> measure) => _values.Length == 0 ? 0 : _values.Average(measure);
}
