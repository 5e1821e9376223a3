using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>What a word of an address says.</summary>
public enum AddressWordKind
{
    /// <summary>A kind of street.</summary>
    Street,

    /// <summary>A point of the compass.</summary>
    Direction,

    /// <summary>A part of a building.</summary>
    Unit,

    /// <summary>A post office box.</summary>
    Box,

    /// <summary>A numeral in words.</summary>
    Ordinal,

    /// <summary>A part of a town, or of a place's name.</summary>
    Place,

    /// <summary>A word that is left out: number, care of.</summary>
    Filler,
}

/// <summary>A word of addresses.</summary>
/// <param name="Canonical">The word that all its spellings stand for.</param>
/// <param name="Kind">What it says.</param>
public sealed record AddressWord(string Canonical, AddressWordKind Kind);

/// <summary>Street types, directions, units and their abbreviations (Data/Matching/address-words.csv), normalised as by <see cref="MatchText"/>.</summary>
public static class AddressWords
{
    private static readonly Lazy<Table> Words = new(() => new Table());

    /// <summary>Looks a word up.</summary>
    /// <param name="word">The word, normalised.</param>
    /// <param name="found">What it is, or null.</param>
    /// <returns>True when the table knows it.</returns>
    public static bool TryGet(string word, out AddressWord? found) => Words.Value.Single.TryGetValue(word, out found);

    /// <summary>The word that a spelling stands for: <c>ave</c> is <c>avenue</c>.</summary>
    /// <param name="word">The word, normalised.</param>
    /// <returns>The word itself when the table does not know it.</returns>
    public static string Canonical(string word) => Words.Value.Single.TryGetValue(word, out var found) ? found.Canonical : word;

    /// <summary>The word that a spelling stands for, or null when the table does not know it.</summary>
    /// <param name="word">The word, normalised.</param>
    public static string? CanonicalOf(ReadOnlySpan<char> word) => Words.Value.BySpelling.TryGet(word, out var found) ? found.Canonical : null;

    /// <summary>Finds a spelling of one or more words: <c>p o box</c>.</summary>
    /// <param name="words">The words of the address, normalised.</param>
    /// <param name="start">Where to look.</param>
    /// <param name="length">How many words it has.</param>
    /// <returns>What it is, or null.</returns>
    public static AddressWord? FindAt(IReadOnlyList<string> words, int start, out int length) =>
        Words.Value.Phrases.Find(words, start, words.Count, out length);

    /// <summary>Parts a street name written in one word: <c>hauptstr</c> is <c>haupt</c> and <c>strasse</c>.</summary>
    /// <param name="word">The word, normalised.</param>
    /// <param name="stem">The name, or the whole word.</param>
    /// <param name="street">The street type, or null.</param>
    /// <returns>True when the word ends in a street type and at least three letters come before it.</returns>
    public static bool TrySplitSuffix(string word, out string stem, out AddressWord? street)
    {
        foreach (var (suffix, found) in Words.Value.Suffixes)
        {
            if (word.Length < suffix.Length + 3 || !word.EndsWith(suffix, StringComparison.Ordinal)) continue;
            (stem, street) = (word.Substring(0, word.Length - suffix.Length), found);
            return true;
        }

        (stem, street) = (word, null);
        return false;
    }

    private sealed class Table
    {
        public Table()
        {
            var rows = EmbeddedTable.Read("Matching/address-words.csv")
                .Select(row => (Word: new AddressWord(row[0], (AddressWordKind)Enum.Parse(typeof(AddressWordKind), row[1])), IsSuffix: row[2] == "yes",
                    Spellings: EmbeddedTable.Values(row[3]).Select(MatchText.Normalize).Where(spelling => spelling.Length > 0).Distinct().ToList()))
                .ToList();
            foreach (var row in rows) Add(row.Word.Canonical, row.Word);
            foreach (var row in rows)
                foreach (var spelling in row.Spellings) Add(spelling, row.Word);

            BySpelling = new TextTable<AddressWord>(Single);

            // Two letters end too many other words; longer suffixes first.
            Suffixes = [.. rows.Where(row => row.IsSuffix)
                .SelectMany(row => row.Spellings.Append(row.Word.Canonical).Distinct().Select(spelling => (spelling, row.Word)))
                .Where(suffix => suffix.spelling.Length > 2)
                .OrderByDescending(suffix => suffix.spelling.Length).ThenBy(suffix => suffix.spelling, StringComparer.Ordinal)];
        }

        public Dictionary<string, AddressWord> Single { get; } = new(StringComparer.Ordinal);

        public TextTable<AddressWord> BySpelling { get; }

        public PhraseTrie<AddressWord> Phrases { get; } = new(fromEnd: false);

        public IReadOnlyList<(string Suffix, AddressWord Word)> Suffixes { get; }

        private void Add(string spelling, AddressWord word)
        {
            Phrases.Add(spelling, word);
            if (spelling.IndexOf(' ') < 0 && !Single.ContainsKey(spelling)) Single.Add(spelling, word);
        }
    }
}
