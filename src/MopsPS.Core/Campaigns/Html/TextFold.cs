using System.Text;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>Foldings of text for comparing.</summary>
internal static class TextFold
{
    /// <summary>White space of any kind and length as one space, none at the ends; characters that show nothing left out.</summary>
    public static string Spaces(string text)
    {
        var folded = new StringBuilder(text.Length);
        var isSpace = true;
        foreach (var c in text)
        {
            if (IsNothing(c)) continue;
            if (char.IsWhiteSpace(c))
            {
                if (!isSpace) folded.Append(' ');
                isSpace = true;
            }
            else
            {
                folded.Append(c);
                isSpace = false;
            }
        }

        if (folded.Length > 0 && folded[folded.Length - 1] == ' ') folded.Length--;
        return folded.ToString();
    }

    /// <summary>Whether a character takes no place: joiners, marks of direction, soft hyphens, the fillers behind preheaders.</summary>
    public static bool IsNothing(char c) => c is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or '\u00AD' or '\u034F' or '\u2007' or (>= '\u202A' and <= '\u202E');

    /// <summary>For looking a wording up: spaces folded, quotes and dashes of one kind, lower case.</summary>
    public static string Wording(string text)
    {
        var folded = new StringBuilder(Spaces(text).ToLowerInvariant());
        folded.Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u201C', '"').Replace('\u201D', '"').Replace('\u2013', '-').Replace('\u2014', '-').Replace('\u2011', '-');
        return folded.ToString();
    }
}
