using System;
using System.Collections.Generic;

namespace MopsPS.Core.Utm.Links;

/// <summary>Finds the web addresses in plain text: what starts with http://, https:// or www. and ends at white space, quotes or angle brackets.</summary>
public static class TextLinks
{
    private static readonly string[] Starts = ["https://", "http://", "www."];

    /// <summary>Finds links.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<FoundLink> Find(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        return Lines(text);

        static IEnumerable<FoundLink> Lines(string text)
        {
            var number = 0;
            foreach (var line in text.Split('\n'))
            {
                number++;
                foreach (var (start, end) in Spans(line, 0)) yield return new FoundLink(line.Substring(start, end - start), number, start + 1);
            }
        }
    }

    /// <summary>The spans of addresses in one line.</summary>
    internal static IEnumerable<(int Start, int End)> Spans(string line, int from)
    {
        for (var i = from; i < line.Length; i++)
        {
            if (!IsStart(line, i)) continue;
            var end = End(line, i);
            if (end > i + 8) yield return (i, end);
            i = Math.Max(i, end - 1);
        }
    }

    private static bool IsStart(string line, int i)
    {
        if (i > 0 && char.IsLetterOrDigit(line[i - 1])) return false;
        foreach (var start in Starts)
            if (string.Compare(line, i, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0) return true;
        return false;
    }

    private static int End(string line, int start)
    {
        var end = start;
        while (end < line.Length)
        {
            // A merge token may have spaces inside.
            if (string.CompareOrdinal(line, end, "{{", 0, 2) == 0 && line.IndexOf("}}", end, StringComparison.Ordinal) is > 0 and var close)
            {
                end = close + 2;
                continue;
            }

            if (char.IsWhiteSpace(line[end]) || line[end] is '<' or '>' or '"' or '`') break;
            end++;
        }

        // Punctuation of the sentence, and a bracket that opened before the address.
        while (end > start && (".,;:!?'*".IndexOf(line[end - 1]) >= 0 ||
            (line[end - 1] == ')' && Count(line, start, end, '(') < Count(line, start, end, ')')) ||
            (line[end - 1] == ']' && Count(line, start, end, '[') < Count(line, start, end, ']')))) end--;
        return end;
    }

    private static int Count(string line, int start, int end, char c)
    {
        var count = 0;
        for (var i = start; i < end; i++)
            if (line[i] == c) count++;
        return count;
    }
}
