using System.Collections.Generic;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Text;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>Names of persons without titles and degrees, and whole names split into given and family name.</summary>
internal static class PersonNames
{
    /// <summary>A given name without titles; a middle initial at its end does not count.</summary>
    public static string? Given(string text)
    {
        var words = Words(text);
        if (words.Count > 1 && words[words.Count - 1].Length == 1) words.RemoveAt(words.Count - 1);
        return Join(words, 0, words.Count, "GivenName");
    }

    /// <summary>A family name without titles, degrees and generational suffixes.</summary>
    public static string? Family(string text)
    {
        var words = Words(text);
        return Join(words, 0, words.Count, "FamilyName");
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
            if (family.Count > 0 && given.Count > 0 && !(family.Count > 1 && given.Count == 1 && given[0].Length <= 3 && !GivenNames.Contains(given[0])))
                return (Given(text.Substring(comma + 1)), Join(family, 0, family.Count, "FamilyName"));
        }

        var words = Words(text);
        if (words.Count == 0) return (null, null);
        if (words.Count == 1) return GivenNames.Contains(words[0]) ? (Join(words, 0, 1, "GivenName"), null) : (null, Join(words, 0, 1, "FamilyName"));
        var start = words.Count - 1;
        while (start > 1 && PersonTitles.IsParticle(words[start - 1])) start--;
        var end = start;
        while (end > 1 && words[end - 1].Length == 1) end--;
        return (Join(words, 0, end, "GivenName"), Join(words, start, words.Count - start, "FamilyName"));
    }

    /// <summary>The generational suffix of a name: a junior and a senior are two persons, whatever else they share.</summary>
    public static string? Generation(string text)
    {
        var words = Folding.Fold(text).Split(' ');
        return words.Length > 1 && PersonTitles.IsGenerational(words[words.Length - 1]) ? PersonTitles.CanonicalGeneration(words[words.Length - 1]) : null;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>(Folding.Fold(text).Split(' '));
        words.RemoveAll(word => word.Length == 0);
        while (words.Count > 1 && PersonTitles.IsHonorific(words[0])) words.RemoveAt(0);
        while (words.Count > 1 && (PersonTitles.IsPostNominal(words[words.Count - 1]) || PersonTitles.IsGenerational(words[words.Count - 1]))) words.RemoveAt(words.Count - 1);
        return words;
    }

    private static string? Join(List<string> words, int start, int count, string kind)
    {
        if (count <= 0) return null;
        var name = count == 1 ? words[start] : string.Join(" ", words.GetRange(start, count));
        return PlaceholderValues.IsPlaceholder(kind, name) ? null : name;
    }
}
