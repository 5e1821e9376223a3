using System.Collections.Generic;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>Company names without legal form, with abbreviations written out.</summary>
internal static class CompanyNames
{
    /// <summary>The words that make the name; a name that is nothing but a legal form stays as it is.</summary>
    public static string? Normalize(string text)
    {
        if (PlaceholderValues.IsPlaceholder(PlaceholderKind.Company, text.Trim().ToLowerInvariant())) return null;
        var name = MatchText.Normalize(text);
        if (name.Length == 0) return null;
        var words = name.Split(' ');
        var core = LegalForms.Strip(words, loose: false);
        var kept = new List<string>(core.End - core.Start);
        for (var i = core.Start; i < core.End; i++)
        {
            var word = CompanyWords.Canonical(words[i]);
            if (CompanyWords.WeightOf(word) != CompanyWordWeight.Noise) kept.Add(word);
        }

        return kept.Count == 0 ? name : string.Join(" ", kept);
    }
}
