using System;
using System.Globalization;
using System.Net;
using System.Text;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>The steps that all texts share: encoding, entities, letters of full width and of other alphabets, invisible characters, blanks, quotes around the whole.</summary>
internal static class TextCleaner
{
    private const char Replacement = '\uFFFD';

    /// <summary>Whether a value needs none of the steps: printable ASCII without <c>&amp;</c>, quotes at the ends or blanks but single ones inside.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        if (utf8[0] is (byte)' ' or (byte)'"' or (byte)'\'' || utf8[utf8.Length - 1] == ' ') return false;
        byte before = 0;
        foreach (var value in utf8)
        {
            if (value is < 0x20 or > 0x7E or (byte)'&' || (value == ' ' && before == ' ')) return false;
            before = value;
        }

        return true;
    }

    /// <summary>Whether a text lost characters that nobody can bring back.</summary>
    public static bool IsBroken(string text) => text.IndexOf(Replacement) >= 0;

    /// <summary>Cleans a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rule">The weightiest step that was needed.</param>
    /// <returns>The clean text; the same string where there was nothing to do.</returns>
    public static string Clean(string text, out RepairRule rule)
    {
        rule = RepairRule.Blanks;
        var clean = text;
        if (clean.IndexOf('&') >= 0 && clean.IndexOf(';') > 0 && Decode(clean) is { } decoded && decoded != clean)
        {
            clean = decoded;
            rule = RepairRule.Entity;
        }

        if (Mojibake.Repair(clean) is { } repaired)
        {
            clean = repaired;
            rule = RepairRule.Encoding;
        }

        var narrow = Narrow(clean);
        if (!ReferenceEquals(narrow, clean))
        {
            clean = narrow;
            rule = RepairRule.Encoding;
        }

        var latin = Confusables.ToLatin(clean);
        if (!ReferenceEquals(latin, clean))
        {
            clean = latin;
            rule = RepairRule.Encoding;
        }

        return WithoutQuotes(Tidy(clean));
    }

    // A second time for what was encoded twice: &amp;amp;
    private static string Decode(string text)
    {
        var once = WebUtility.HtmlDecode(text);
        return once.IndexOf('&') >= 0 && once.IndexOf(';') > 0 ? WebUtility.HtmlDecode(once) : once;
    }

    // Latin letters, digits and signs of full width (U+FF01 to U+FF5E), as East Asian keyboards write them.
    private static string Narrow(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] is not (>= '\uFF01' and <= '\uFF5E')) at++;
        if (at == text.Length) return text;
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text) narrow.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        return narrow.ToString();
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = tidy.Length > 0;
            }
            else if (!IsInvisible(c))
            {
                if (gap) tidy.Append(' ');
                gap = false;
                tidy.Append(c);
            }
        }

        var result = tidy.ToString();
        return result == text ? text : result;
    }

    // Soft hyphens, zero-width blanks, marks of direction; the joiners belong to the words of some scripts.
    private static bool IsInvisible(char c) => c > '\u007F' && c is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string WithoutQuotes(string text)
    {
        // What makes a spreadsheet keep a number as text: '030 5550100.
        if (text.Length > 1 && text[0] == '\'' && text[1] is (>= '0' and <= '9') or '+' && text.IndexOf('\'', 1) < 0) text = text.Substring(1);
        while (text.Length > 2 && IsPair(text[0], text[text.Length - 1]) && text.IndexOf(text[0], 1, text.Length - 2) < 0) text = text.Substring(1, text.Length - 2).Trim();
        return text;
    }

    private static bool IsPair(char first, char last) => (first, last) is ('"', '"') or ('\'', '\'') or ('“', '”') or ('„', '“') or ('«', '»') or ('‘', '’');
}
