using System;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>Goes along a source and the text decoded from it, to tell where a decoded character came from.</summary>
internal static class SourceWalk
{
    /// <summary>The offset of a decoded character.</summary>
    /// <param name="source">The source.</param>
    /// <param name="start">Where the text starts in it.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="text">The decoded text.</param>
    /// <param name="index">The character of the text.</param>
    public static int OffsetOf(string source, int start, int end, string text, int index)
    {
        if (start < 0) return start;
        end = Math.Min(end, source.Length);
        if (end - start == text.Length) return start + index;
        var at = start;
        var i = 0;
        // The tree drops white space at the start of some texts.
        while (at < end && text.Length > 0 && char.IsWhiteSpace(source[at]) && !char.IsWhiteSpace(text[0])) at++;
        while (i < index && at < end && i < text.Length)
        {
            if (source[at] == '\r' && text[i] == '\n')
            {
                at += at + 1 < end && source[at + 1] == '\n' ? 2 : 1;
                i++;
            }
            else if (source[at] == '&' && IsEntity(source, at, end) is > 0 and var length && !(text[i] == '&' && source[at + 1] is ' '))
            {
                at += length;
                i += char.IsHighSurrogate(text[i]) ? 2 : 1;
            }
            else
            {
                at++;
                i++;
            }
        }

        return at;
    }

    private static int IsEntity(string source, int at, int end)
    {
        var i = at + 1;
        while (i < end && i < at + 34 && (char.IsLetterOrDigit(source[i]) || source[i] == '#')) i++;
        return i < end && source[i] == ';' && i > at + 1 ? i - at + 1 : 0;
    }
}
