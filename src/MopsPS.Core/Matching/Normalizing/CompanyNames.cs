using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Text;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>Company names without legal form, with abbreviations written out.</summary>
internal static class CompanyNames
{
    /// <summary>The words that make the name; a name that is nothing but a legal form stays as it is.</summary>
    public static string? Normalize(string text)
    {
        var folded = Folding.Fold(text.Replace("&", " and "));
        if (folded.Length == 0 || PlaceholderValues.IsPlaceholder(nameof(MatchKind.Company), folded)) return null;
        IReadOnlyList<string> words = folded.Split(' ');
        var core = LegalForms.Strip(words).Select(CompanyWords.Canonical).Where(word => word.Length > 0 && word != "and" && word != "the").ToArray();
        return core.Length == 0 ? folded : string.Join(" ", core);
    }
}
