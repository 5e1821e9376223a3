using System;
using System.Text;

namespace MopsPS.Core.Records.Fields;

/// <summary>Compares header names as people write them: case, blanks, underscores, punctuation and connectors' prefixes do not count.</summary>
public static class HeaderName
{
    private static readonly string[] Prefixes = ["properties.", "property_", "fields.", "attributes."];

    /// <summary>The letters and digits of a header in lower case, without a connector's prefix.</summary>
    /// <param name="header">The header.</param>
    /// <returns>The normalised name.</returns>
    public static string Normalize(string header)
    {
        var text = Trim(header);
        var name = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) name.Append(char.ToLowerInvariant(c));
        return name.ToString();
    }

    /// <summary>A header without byte order mark, surrounding blanks and a connector's prefix.</summary>
    /// <param name="header">The header.</param>
    /// <returns>The name itself.</returns>
    public static string Trim(string header)
    {
        var text = header.Trim('\uFEFF').Trim();
        foreach (var prefix in Prefixes)
            if (text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return text.Substring(prefix.Length);
        return text;
    }

    /// <summary>The number of single-character edits (Levenshtein 1966) between two texts.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other text.</param>
    /// <returns>The distance, in characters.</returns>
    public static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
