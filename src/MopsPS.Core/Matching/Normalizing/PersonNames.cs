using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>Names of persons without titles and degrees, and whole names split into given and family name.</summary>
internal static class PersonNames
{
    /// <summary>A given name without titles; a middle initial at its end does not count.</summary>
    public static string? Given(string text)
    {
        var words = Words(text);
        if (words.Count > 1 && words[words.Count - 1].Length == 1) words.RemoveAt(words.Count - 1);
        return Join(words, 0, words.Count);
    }

    /// <summary>A family name without titles, degrees and generational suffixes.</summary>
    public static string? Family(string text)
    {
        var words = Words(text, isFamilyName: true);
        return Join(words, 0, words.Count);
    }

    /// <summary>Splits a whole name: "Lovelace, Ada" and "Dr. Ada van Lovelace PhD" alike.</summary>
    /// <param name="text">The name as it stands.</param>
    /// <returns>Given and family name; either is null where there is none.</returns>
    public static (string? Given, string? Family) Split(string text)
    {
        var comma = text.IndexOf(',');
        if (comma > 0)
        {
            var family = Words(text.Substring(0, comma));
            var given = Words(text.Substring(comma + 1));
            // Behind the comma there may be a degree only: then the comma parts nothing.
            if (family.Count > 0 && given.Count > 0 && !(family.Count > 1 && given.Count == 1 && given[0].Length <= 3 && !GivenNames.TryGet(given[0], out _)))
                return (Given(text.Substring(comma + 1)), Join(family, 0, family.Count));
        }

        var words = Words(text);
        if (words.Count == 0) return (null, null);
        if (words.Count == 1) return GivenNames.TryGet(words[0], out _) ? (Join(words, 0, 1), null) : (null, Join(words, 0, 1));
        var start = words.Count - 1;
        while (start > 1 && PersonTitles.IsParticle(words[start - 1])) start--;
        var end = start;
        while (end > 1 && words[end - 1].Length == 1) end--;
        return (Join(words, 0, end), Join(words, start, words.Count - start));
    }

    /// <summary>The generational suffix of a name: a junior and a senior are two persons, whatever else they share.</summary>
    public static string? Generation(string text) => PersonTitles.Strip(MatchText.Normalize(text).Split(' ')).Generation;

    /// <summary>The generational suffix behind a family name that stands alone.</summary>
    public static string? FamilyGeneration(string text) => PersonTitles.Strip(MatchText.Normalize(text).Split(' '), isFamilyName: true).Generation;

    private static List<string> Words(string text, bool isFamilyName = false)
    {
        if (PlaceholderValues.IsPlaceholder(PlaceholderKind.Name, text.Trim().ToLowerInvariant())) return [];
        var name = MatchText.Normalize(text);
        if (name.Length == 0) return [];
        var words = name.Split(' ');
        if (words.Length == 1) return [.. words];
        var core = PersonTitles.Strip(words, isFamilyName);
        return [.. new ArraySegment<string>(words, core.Start, core.End - core.Start)];
    }

    private static string? Join(List<string> words, int start, int count) =>
        count <= 0 ? null : count == 1 ? words[start] : string.Join(" ", words.GetRange(start, count));
}
