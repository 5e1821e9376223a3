using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>How words of company names are written (Data/Hygiene/company-casing.csv, and the words of Data/Matching).</summary>
internal static class CompanyWordCasing
{
    private static readonly Lazy<Tables> Loaded = new(() => new Tables());

    /// <summary>A legal form as it is written: <c>GmbH</c>, <c>Inc.</c>, <c>S.p.A.</c>; null for any other word.</summary>
    /// <param name="word">The word with its dots and comma.</param>
    /// <param name="isBehind">Whether it stands behind another word: some forms are words or letters elsewhere.</param>
    public static string? LegalForm(string word, bool isBehind)
    {
        if (!isBehind) return null;
        var end = word.Length;
        while (end > 0 && word[end - 1] == ',') end--;
        var bare = word.Substring(0, end).ToLowerInvariant();
        var start = bare.StartsWith("(", StringComparison.Ordinal) ? 1 : 0;
        var core = bare.Trim('(', ')');
        if (!Loaded.Value.Forms.TryGetValue(core, out var form) && !(core.EndsWith(".", StringComparison.Ordinal) && Loaded.Value.Forms.TryGetValue(core.TrimEnd('.'), out form))) return null;
        if (core.EndsWith(".", StringComparison.Ordinal) && !form.EndsWith(".", StringComparison.Ordinal)) form += ".";
        return (start == 1 ? "(" : "") + form + (bare.EndsWith(")", StringComparison.Ordinal) ? ")" : "") + word.Substring(end);
    }

    /// <summary>An acronym or name that is written in its own way: <c>USA</c>, <c>AT&amp;T</c>; null for any other word.</summary>
    public static string? Acronym(string lower) => Loaded.Value.Acronyms.TryGetValue(lower, out var acronym) ? acronym : null;

    /// <summary>Whether a word is written small within a name: of, und, de.</summary>
    public static bool IsSmall(string lower) => Loaded.Value.Small.Contains(lower);

    /// <summary>Whether a short word is a word and no acronym.</summary>
    public static bool IsWord(string lower) =>
        Loaded.Value.Words.Contains(lower) || Surnames.TryGet(lower, out _) || GivenNames.TryGet(lower, out _);

    /// <summary>Whether a word is letters with dots: <c>j.p.</c></summary>
    public static bool IsInitials(string lower)
    {
        if (lower.Length < 4 || lower.Length % 2 != 0) return false;
        for (var i = 0; i < lower.Length; i++)
            if (i % 2 == 0 ? !char.IsLetter(lower[i]) : lower[i] != '.') return false;
        return true;
    }

    private sealed class Tables
    {
        public Tables()
        {
            foreach (var row in EmbeddedTable.Read("Hygiene/company-casing.csv"))
            {
                foreach (var word in EmbeddedTable.Values(row[1]))
                {
                    var lower = word.ToLowerInvariant();
                    if (row[0] == "LegalForm") Forms[lower] = word;
                    else if (row[0] == "Acronym") Acronyms[lower] = word;
                    else if (row[0] == "Small") Small.Add(lower);
                    else Words.Add(lower);
                }
            }
        }

        public Dictionary<string, string> Forms { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Acronyms { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Small { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Words { get; } = new(StringComparer.Ordinal);
    }
}
