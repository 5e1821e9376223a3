using System;
using System.Text;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>What host names look like: letters and digits that readers take for one another.</summary>
internal static class HostLetters
{
    // Of Cyrillic and Greek, what Unicode's table of confusables (UTS 39) has for small Latin letters.
    private const string Other = "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u04CF\u03BF\u03B1\u03BD\u03B9\u03BA\u03B3\u03C1\u03C4\u03C9";
    private const string Latin = "aeopcyxijshdloavikyptw";

    /// <summary>A form in which hosts that look alike are equal.</summary>
    public static string Of(string host)
    {
        var letters = new StringBuilder(host.Length);
        foreach (var c in host.Normalize(NormalizationForm.FormD))
        {
            if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) continue;
            var at = Other.IndexOf(c);
            letters.Append((at >= 0 ? Latin[at] : char.ToLowerInvariant(c)) switch { '0' => 'o', '1' or 'i' or '|' => 'l', var letter => letter });
        }

        return letters.ToString().Replace("rn", "m").Replace("vv", "w");
    }

    /// <summary>Whether one letter was left out, put in, changed or swapped with its neighbour. Digits at the end are another series, no slip.</summary>
    public static bool IsOneApart(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1 || left == right) return false;
        var start = 0;
        while (start < Math.Min(left.Length, right.Length) && left[start] == right[start]) start++;
        var (l, r) = (left.Length - 1, right.Length - 1);
        while (l >= start && r >= start && left[l] == right[r]) (l, r) = (l - 1, r - 1);
        var (a, b) = (left.Substring(start, l - start + 1), right.Substring(start, r - start + 1));
        if (a.Length == 2 && b.Length == 2) return a[0] == b[1] && a[1] == b[0];
        return a.Length <= 1 && b.Length <= 1 && !IsDigit(a) && !IsDigit(b);
    }

    private static bool IsDigit(string text) => text.Length == 1 && char.IsDigit(text[0]);
}
