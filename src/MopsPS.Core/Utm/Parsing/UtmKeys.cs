using System;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>The UTM parameters that GA4 knows (support.google.com/analytics/answer/10917952) and the ways they are misspelled.</summary>
public static class UtmKeys
{
    /// <summary>What all of them start with.</summary>
    public const string Prefix = "utm_";

    private static readonly string[] Names =
        ["source", "medium", "campaign", "term", "content", "id", "source_platform", "creative_format", "marketing_tactic"];

    private static readonly string[] Keys = [.. Names.Select(name => Prefix + name)];

    private static readonly string[] FoldedKeys = [.. Keys.Select(Fold)];

    /// <summary>The short names in the order in which links are written.</summary>
    public static System.Collections.Generic.IReadOnlyList<string> ShortNames => Names;

    /// <summary>The short name of a key that is written right, for example <c>source</c> for <c>utm_source</c>; else null.</summary>
    /// <param name="key">The decoded name of a parameter.</param>
    public static string? ShortName(string key)
    {
        for (var i = 0; i < Keys.Length; i++)
            if (string.Equals(Keys[i], key, StringComparison.Ordinal)) return Names[i];
        return null;
    }

    /// <summary>The key that a variant means beyond doubt: other case, hyphen, dot, space or nothing for the underscore; else null.</summary>
    /// <param name="key">The decoded name of a parameter that is not written right.</param>
    public static string? Variant(string key)
    {
        if (key.Length is < 5 or > 24 || !key.TrimStart().StartsWith("utm", StringComparison.OrdinalIgnoreCase)) return null;
        var folded = Fold(key);
        var known = Array.IndexOf(FoldedKeys, folded);
        return known < 0 ? null : Keys[known];
    }

    /// <summary>The nearest key to a name that starts like a UTM parameter and is none, for example <c>utm_souce</c>; else null.</summary>
    /// <param name="key">The decoded name; one of under eight characters could be anything.</param>
    public static string? Nearest(string key) =>
        key.Length is >= 8 and <= 24 && key.StartsWith("utm", StringComparison.OrdinalIgnoreCase) ? PolicyProblems.Nearest(key, Keys) : null;

    /// <summary>Where the first UTM parameter starts in a text, at its start or after <c>?</c> or <c>&amp;</c>; else -1.</summary>
    internal static int StartOf(string text)
    {
        for (var i = text.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(Prefix, i + 1, StringComparison.OrdinalIgnoreCase))
            if ((i == 0 || text[i - 1] is '?' or '&' or ';' or '#') && IsKeyAt(text, i)) return i;
        return -1;
    }

    internal static bool IsKeyAt(string text, int start)
    {
        var equals = text.IndexOf('=', start);
        return equals > start && string.Compare(text, start, Prefix, 0, Prefix.Length, StringComparison.OrdinalIgnoreCase) == 0 &&
            ShortName(text.Substring(start, equals - start).ToLowerInvariant()) is not null;
    }

    private static string Fold(string key) => new([.. key.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
}
