using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>What a word of a personal name is besides names.</summary>
public enum PersonTitleKind
{
    /// <summary>Mr, Frau, Sir, Rev.</summary>
    Honorific,

    /// <summary>Dr, Prof, Dipl.-Ing.</summary>
    Academic,

    /// <summary>PhD, MBA, CPA after the name.</summary>
    PostNominal,

    /// <summary>Jr, Sr, III.</summary>
    Generation,

    /// <summary>van, de, al before a surname.</summary>
    Particle,

    /// <summary>Mc, Mac, O written with the surname or apart.</summary>
    Prefix,

    /// <summary>née, geb., alias.</summary>
    Connector,
}

/// <summary>A title, suffix or particle.</summary>
/// <param name="Canonical">The form that all its spellings stand for.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sex">What it says of the person's sex.</param>
public sealed record PersonTitle(string Canonical, PersonTitleKind Kind, Sex Sex);

/// <summary>A personal name without titles: the words from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
/// <param name="Start">The first word of the name.</param>
/// <param name="End">The index after its last word.</param>
/// <param name="Sex">What the form of address says.</param>
/// <param name="Generation"><c>jr</c>, <c>sr</c>, <c>ii</c> …, or null.</param>
public readonly record struct PersonCore(int Start, int End, Sex Sex, string? Generation);

/// <summary>Titles, post-nominals, generations and particles of personal names (Data/Matching/person-titles.csv).</summary>
public static class PersonTitles
{
    private static readonly Lazy<Table> Titles = new(() => new Table());

    /// <summary>Looks one word up.</summary>
    /// <param name="word">The word, normalised as by <see cref="MatchText"/>.</param>
    /// <param name="title">What it is, or null.</param>
    /// <returns>True when the table knows it.</returns>
    public static bool TryGet(string word, out PersonTitle? title) => Titles.Value.Single.TryGetValue(word, out title);

    /// <summary>Tells whether a word is a particle of surnames (van, de, al).</summary>
    /// <param name="word">The word, normalised.</param>
    /// <returns>True when it is.</returns>
    public static bool IsParticle(string word) => Titles.Value.Particles.Contains(word);

    /// <summary>
    /// Strips titles before a name and post-nominals and generations behind it; one word always stays. A title that is also a
    /// given name (Earl, Duke) goes only when two words stay.
    /// </summary>
    /// <param name="words">The words of the name, normalised.</param>
    /// <param name="isFamilyName">Whether the words are a family name alone: then a suffix goes where one word stays (Calloway Jr), not two (Amartya Sen).</param>
    /// <returns>What is left and what the stripped words said.</returns>
    public static PersonCore Strip(IReadOnlyList<string> words, bool isFamilyName = false)
    {
        var (start, end) = (0, words.Count);
        var sex = Sex.Unknown;
        string? generation = null;
        while (Titles.Value.AtStart.Find(words, start, end, out var length) is { } title && CanGo(words[start], length))
        {
            start += length;
            if (sex == Sex.Unknown) sex = title.Sex;
        }

        while (Titles.Value.AtEnd.Find(words, start, end, out var length) is { } title && CanGo(words[end - 1], isFamilyName ? length : length + 1))
        {
            end -= length;
            if (title.Kind == PersonTitleKind.Generation) generation ??= title.Canonical;
        }

        return new PersonCore(start, end, sex, generation);

        bool CanGo(string word, int length) =>
            end - start - length >= (length == 1 && GivenNames.TryGet(word, out _) ? 2 : 1);
    }

    private sealed class Table
    {
        public Table()
        {
            foreach (var row in EmbeddedTable.Read("Matching/person-titles.csv"))
            {
                var kind = (PersonTitleKind)Enum.Parse(typeof(PersonTitleKind), row[1]);
                var title = new PersonTitle(row[0], kind, row[2] switch { "f" => Sex.Female, "m" => Sex.Male, _ => Sex.Unknown });
                foreach (var cell in EmbeddedTable.Values(row[3])) Add(MatchText.Normalize(cell), title);
            }
        }

        public Dictionary<string, PersonTitle> Single { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Particles { get; } = new(StringComparer.Ordinal);

        public PhraseTrie<PersonTitle> AtStart { get; } = new(fromEnd: false);

        public PhraseTrie<PersonTitle> AtEnd { get; } = new(fromEnd: true);

        private void Add(string spelling, PersonTitle title)
        {
            if (spelling.IndexOf(' ') < 0)
            {
                if (!Single.ContainsKey(spelling)) Single.Add(spelling, title);
                if (title.Kind == PersonTitleKind.Particle) Particles.Add(spelling);
            }

            if (title.Kind is PersonTitleKind.Honorific or PersonTitleKind.Academic) AtStart.Add(spelling, title);
            if (title.Kind is PersonTitleKind.PostNominal or PersonTitleKind.Generation) AtEnd.Add(spelling, title);
        }
    }
}
