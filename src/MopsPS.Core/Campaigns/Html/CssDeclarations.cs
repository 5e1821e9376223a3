using System;
using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>The declarations of a style attribute or a rule, as far as they decide what a reader sees.</summary>
internal static class CssDeclarations
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "color", "background", "background-color", "background-image", "display", "visibility", "opacity", "font-size", "font-weight", "font",
        "max-height", "max-width", "height", "width", "min-width", "overflow", "line-height", "text-indent", "mso-hide", "position", "text-decoration",
    };

    /// <summary>Reads declarations; a later one wins, unless an earlier one is important.</summary>
    /// <returns>Values by property in lower case; the flag says <c>!important</c>. Only the properties that are used here.</returns>
    public static List<CssDeclaration> Parse(string text)
    {
        var list = new List<CssDeclaration>();
        var start = 0;
        while (start < text.Length)
        {
            var end = End(text, start);
            var colon = text.IndexOf(':', start, end - start);
            if (colon > start)
            {
                var name = text.Substring(start, colon - start).Trim();
                if (Known.Contains(name))
                {
                    var value = text.Substring(colon + 1, end - colon - 1).Trim();
                    var bang = value.LastIndexOf('!');
                    var isImportant = bang >= 0 && value.Substring(bang + 1).Trim().Equals("important", StringComparison.OrdinalIgnoreCase);
                    if (isImportant) value = value.Substring(0, bang).TrimEnd();
                    list.Add(new CssDeclaration(name.ToLowerInvariant(), value.ToLowerInvariant(), isImportant));
                }
            }

            start = end + 1;
        }

        return list;
    }

    // A ; inside quotes or brackets, as in url(data:…;base64,…), ends nothing.
    private static int End(string text, int start)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == ';' && depth <= 0) return i;
        }

        return text.Length;
    }
}

/// <summary>One declaration.</summary>
/// <param name="Name">The property in lower case.</param>
/// <param name="Value">The value in lower case.</param>
/// <param name="IsImportant">Whether it says <c>!important</c>.</param>
internal readonly record struct CssDeclaration(string Name, string Value, bool IsImportant);
