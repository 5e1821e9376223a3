using System;
using System.Runtime.CompilerServices;
using System.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Data;

/// <summary>The form of text that the tables of this folder are keyed by.</summary>
public static class MatchText
{
    /// <summary>
    /// Words of lower-case ASCII letters and digits, parted by one blank: <c>O'Neil-Smith</c> is <c>oneil smith</c>,
    /// <c>Müller &amp; Söhne G.m.b.H.</c> is <c>muller and sohne g m b h</c>. Letters that have no Latin form stay as they are.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The normalised text; the same string when there was nothing to change.</returns>
    public static string Normalize(string text)
    {
        if (IsNormal(text)) return text;
        var ascii = Transliteration.ToAscii(text);
        var words = new StringBuilder(ascii.Length);
        var gap = false;
        foreach (var c in ascii)
        {
            if (c is '&' or '+')
            {
                Append("and", true);
                gap = true;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                if (gap && words.Length > 0) words.Append(' ');
                words.Append(char.ToLowerInvariant(c));
                gap = false;
            }
            else if (c is not ('\'' or '’' or '‘' or '`' or '´' or 'ʼ'))
            {
                gap = true;
            }
        }

        return words.ToString();

        void Append(string word, bool apart)
        {
            if (apart && words.Length > 0) words.Append(' ');
            words.Append(word);
        }
    }

    /// <summary>Appends the normalised form of a text.</summary>
    [MethodImpl(Hot.Loop)]
    internal static void Normalize(ReadOnlySpan<char> text, CharBuffer to)
    {
        var start = to.Length;
        var gap = false;
        foreach (var c in text)
        {
            if (c >= 0x80)
            {
                to.Length = start;
                to.Append(Normalize(text.ToString()).AsSpan());
                return;
            }

            if (c is '&' or '+')
            {
                if (to.Length > start) to.Append(' ');
                to.Append("and".AsSpan());
                gap = true;
            }
            else if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or (>= 'A' and <= 'Z'))
            {
                if (gap && to.Length > start) to.Append(' ');
                to.Append(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
                gap = false;
            }
            else if (c is not ('\'' or '`'))
            {
                gap = true;
            }
        }
    }

    private static bool IsNormal(string text)
    {
        var previous = ' ';
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9')) && (c != ' ' || previous == ' ')) return false;
            previous = c;
        }

        return text.Length == 0 || previous != ' ';
    }
}
