using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Routing;

/// <summary>Languages by their code: <c>de</c> of <c>de-AT</c>, <c>de_DE</c>, <c>German</c> and <c>Deutsch</c>.</summary>
internal static class RoutingLanguages
{
    private static readonly Lazy<Dictionary<string, string>> Names = new(() =>
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures))
        {
            if (culture.Name.Length is 0 or > 3) continue;
            names[culture.EnglishName] = culture.TwoLetterISOLanguageName;
            if (!names.ContainsKey(culture.NativeName)) names[culture.NativeName] = culture.TwoLetterISOLanguageName;
        }

        return names;
    });

    /// <summary>The code of a language; a text that names none stands for itself.</summary>
    public static string Normalise(string text)
    {
        text = text.Trim();
        if (Names.Value.TryGetValue(text, out var code)) return code.ToLowerInvariant();
        var end = text.IndexOfAny(['-', '_', ' ', '(']);
        var first = end > 0 ? text.Substring(0, end) : text;
        return Names.Value.TryGetValue(first, out code) ? code.ToLowerInvariant() : first.ToLowerInvariant();
    }
}
