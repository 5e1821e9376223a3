using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Utm.Links;

/// <summary>Tells by its name which columns of an export or properties of an object hold links.</summary>
public static class UrlColumns
{
    private static readonly string[] Names = ["url", "urls", "uri", "link", "links", "href", "landingpage", "destination", "website"];

    /// <summary>The columns that hold links, in their order: Url, Link, FinalUrl, Landing Page URL, Destination URL and the like; not what an ad only displays.</summary>
    /// <param name="columns">The names.</param>
    /// <returns>Zero-based positions; empty where there is none.</returns>
    public static IReadOnlyList<int> Find(IReadOnlyList<string> columns)
    {
        if (columns is null) throw new ArgumentNullException(nameof(columns));
        return [.. Enumerable.Range(0, columns.Count).Where(i => IsUrl(columns[i]))];
    }

    /// <summary>Whether a name says link.</summary>
    /// <param name="name">The name of a column or property.</param>
    public static bool IsUrl(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        var folded = new string([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        if (folded.StartsWith("display", StringComparison.Ordinal) || folded.StartsWith("image", StringComparison.Ordinal) || folded.StartsWith("corrected", StringComparison.Ordinal)) return false;
        return Names.Contains(folded) || folded.EndsWith("url", StringComparison.Ordinal) || folded.EndsWith("urls", StringComparison.Ordinal) || folded.EndsWith("link", StringComparison.Ordinal) ||
            folded.EndsWith("landingpage", StringComparison.Ordinal) || folded.EndsWith("href", StringComparison.Ordinal);
    }
}
