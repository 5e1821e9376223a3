using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Core.Consent;

/// <summary>ISO 3166 codes of the countries of the built-in consent regions by the names that people write. What it does not know has no region, for which the stricter rule holds.</summary>
internal static class CountryNames
{
    private static readonly Lazy<Dictionary<string, string>> Codes = new(Load);

    /// <summary>The code of two letters, or null.</summary>
    /// <param name="country">A code of two or three letters, or a name.</param>
    public static string? CodeOf(string country)
    {
        var key = Fold(country);
        if (Codes.Value.TryGetValue(key, out var code)) return code;
        // Any other code of two letters is itself: a team's own regions may name it.
        return key.Length == 2 && key[0] is >= 'a' and <= 'z' && key[1] is >= 'a' and <= 'z' && country.Trim().Length == 2 ? key.ToUpperInvariant() : null;
    }

    private static Dictionary<string, string> Load()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Consent/countries.csv"))
        {
            codes[Fold(row[0])] = row[0];
            codes[Fold(row[1])] = row[0];
            foreach (var name in EmbeddedTable.Values(row[2])) codes[Fold(name)] = row[0];
        }

        return codes;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }
}
