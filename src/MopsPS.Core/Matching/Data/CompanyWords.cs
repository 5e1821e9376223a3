using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>How much a word says about which company is meant.</summary>
public enum CompanyWordWeight
{
    /// <summary>The table does not know the word: a name.</summary>
    Name,

    /// <summary>A word of trade: bank, bakery.</summary>
    Plain,

    /// <summary>A word that thousands of names share: group, global, solutions.</summary>
    Weak,

    /// <summary>A word that is left out: and, the, of.</summary>
    Noise,
}

/// <summary>Words of company names, their abbreviations and their weight (Data/Matching/company-words.csv).</summary>
public static class CompanyWords
{
    private static readonly Dictionary<string, (string Word, CompanyWordWeight Weight)> Words = Load();

    /// <summary>The word that an abbreviation or a form stands for: <c>mfg</c> is <c>manufacturing</c>.</summary>
    /// <param name="word">A word, normalised as by <see cref="MatchText"/>.</param>
    /// <returns>The word itself when the table does not know it.</returns>
    public static string Canonical(string word) => Words.TryGetValue(word, out var found) ? found.Word : word;

    /// <summary>The weight of a word.</summary>
    /// <param name="word">A word, normalised.</param>
    /// <returns>Name for a word that the table does not know.</returns>
    public static CompanyWordWeight WeightOf(string word) => Words.TryGetValue(word, out var found) ? found.Weight : CompanyWordWeight.Name;

    private static Dictionary<string, (string Word, CompanyWordWeight Weight)> Load()
    {
        var words = new Dictionary<string, (string, CompanyWordWeight)>(StringComparer.Ordinal);
        var rows = EmbeddedTable.Read("Matching/company-words.csv");

        // A word is itself before it is short for another, and short for the first that the table names.
        foreach (var row in rows) words[row[0]] = (row[0], Weight(row));
        foreach (var row in rows)
            foreach (var cell in EmbeddedTable.Values(row[2]))
                if (MatchText.Normalize(cell) is { Length: > 0 } spelling && !words.ContainsKey(spelling)) words.Add(spelling, (row[0], Weight(row)));
        return words;

        static CompanyWordWeight Weight(string[] row) => (CompanyWordWeight)Enum.Parse(typeof(CompanyWordWeight), row[1]);
    }
}
