using System;
using System.Collections.Generic;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>Resolves dot segments and encodes the path of an http or https URL (url.spec.whatwg.org, path state).</summary>
internal static class PathParser
{
    /// <summary>The path as browsers write it.</summary>
    /// <param name="text">The path as given: empty, or starting with a slash or backslash.</param>
    public static string Parse(string text)
    {
        if (text.Length == 0) return "/";
        var segments = new List<string>();
        var parts = text.Substring(1).Split('/', '\\');
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var dots = Dots(parts[i]);
            if (dots == 2 && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            if (dots == 0) segments.Add(PercentCoding.Encode(parts[i], PercentCoding.Path));
            else if (isLast) segments.Add(string.Empty);
        }

        return "/" + string.Join("/", segments);
    }

    // 1 for a single-dot segment, 2 for a double-dot one, %2e counting as a dot; else 0.
    private static int Dots(string segment)
    {
        if (segment.Length is 0 or > 6) return 0;
        var count = 0;
        for (var i = 0; i < segment.Length; i++, count++)
        {
            if (segment[i] == '.') continue;
            if (string.Compare(segment, i, "%2e", 0, 3, StringComparison.OrdinalIgnoreCase) != 0) return 0;
            i += 2;
        }

        return count <= 2 ? count : 0;
    }
}
