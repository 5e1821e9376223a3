using System;
using System.Collections.Generic;
using System.Net;

namespace MopsPS.Core.Utm.Links;

/// <summary>Finds the links of Markdown: inline, reference definitions, autolinks and bare addresses; code is left out (CommonMark 0.31, sections 4.7 and 6.3).</summary>
public static class MarkdownLinks
{
    /// <summary>Finds links.</summary>
    /// <param name="text">The Markdown.</param>
    public static IReadOnlyList<FoundLink> Find(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var links = new List<FoundLink>();
        string? fence = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            var start = line.TrimStart();
            if (fence is not null)
            {
                if (start.StartsWith(fence, StringComparison.Ordinal)) fence = null;
                continue;
            }

            if (start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal))
            {
                fence = start.Substring(0, 3);
                continue;
            }

            Line(WithoutCode(line), number, links);
        }

        return links;
    }

    private static void Line(string line, int number, List<FoundLink> links)
    {
        var bare = line.ToCharArray();
        for (var i = 0; i < line.Length; i++)
        {
            var start = -1;
            if (string.CompareOrdinal(line, i, "](", 0, 2) == 0) start = i + 2;
            else if (string.CompareOrdinal(line, i, "]:", 0, 2) == 0 && line.TrimStart().StartsWith("[", StringComparison.Ordinal)) start = i + 2;
            if (start < 0) continue;
            while (start < line.Length && line[start] == ' ') start++;
            var end = Destination(line, ref start);
            if (end <= start) continue;
            Add(links, line.Substring(start, end - start), number, start + 1);
            // What is found is not to be found again as a bare address.
            for (var j = start; j < end; j++) bare[j] = ' ';
            i = end - 1;
        }

        foreach (var (start, end) in TextLinks.Spans(new string(bare), 0)) Add(links, line.Substring(start, end - start), number, start + 1);
        links.Sort((left, right) => left.Line != right.Line ? left.Line.CompareTo(right.Line) : left.Character.CompareTo(right.Character));
    }

    private static int Destination(string line, ref int start)
    {
        if (start < line.Length && line[start] == '<')
        {
            start++;
            return line.IndexOf('>', start);
        }

        var depth = 0;
        for (var i = start; i < line.Length; i++)
        {
            if (string.CompareOrdinal(line, i, "{{", 0, 2) == 0 && line.IndexOf("}}", i, StringComparison.Ordinal) is > 0 and var close) i = close + 1;
            else if (line[i] == '(') depth++;
            else if (line[i] == ' ' || (line[i] == ')' && depth-- == 0)) return i;
        }

        return line.Length;
    }

    private static string WithoutCode(string line)
    {
        var text = line.ToCharArray();
        for (var open = line.IndexOf('`'); open >= 0;)
        {
            var close = line.IndexOf('`', open + 1);
            if (close < 0) break;
            for (var i = open; i <= close; i++) text[i] = ' ';
            open = line.IndexOf('`', close + 1);
        }

        return new string(text);
    }

    private static void Add(List<FoundLink> links, string url, int line, int character)
    {
        var decoded = WebUtility.HtmlDecode(url);
        if (FoundLink.IsRelevant(decoded)) links.Add(new FoundLink(decoded, line, character));
    }
}
