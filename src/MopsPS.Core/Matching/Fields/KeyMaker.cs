using System;
using System.Linq;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Makes the keys of a field.</summary>
internal static class KeyMaker
{
    private static readonly (double, double) Never = (1, 0);
    private static readonly (double, double) Always = (0, 1);

    /// <summary>The key of the whole value: agrees on the exact level only.</summary>
    public static FieldKey Exact(MatchField field) => new(field.Name, field.Values.Hash, Agreement(field, Never, Never));

    /// <summary>A key on some part or sound of the values.</summary>
    /// <param name="field">The field.</param>
    /// <param name="what">What it is of the field, for example <c>start of</c>.</param>
    /// <param name="part">The part of a normalised text; null or empty for none.</param>
    /// <param name="near">Where the key still agrees on a near level (typos and the like).</param>
    /// <param name="rough">Where it still agrees on a rough level.</param>
    public static FieldKey Make(MatchField field, string what, Func<string, string?> part, (double, double) near, (double, double) rough) =>
        MakeAt(field, what, value => part(field.Values.Text[value]), near, rough);

    /// <summary>The same for a part that is known by the number of the value.</summary>
    public static FieldKey MakeAt(MatchField field, string what, Func<int, string?> part, (double, double) near, (double, double) rough)
    {
        var salt = NormalValues.HashOf(what.AsSpan());
        var hashes = new ulong[field.Values.Count];
        for (var value = 0; value < hashes.Length; value++)
            if (part(value) is { Length: > 0 } found) hashes[value] = Utf8Table.Mix(NormalValues.HashOf(found.AsSpan()) ^ salt);
        return new FieldKey($"{what} {field.Name}", hashes, Agreement(field, near, rough));
    }

    /// <summary>The first characters of a text; null where it is too short to have a start of its own.</summary>
    public static string? Start(string text, int length) => text.Length < length ? null : text.Substring(0, length);

    /// <summary>The last characters of a text; null where it is too short to have an end of its own.</summary>
    public static string? End(string text, int length) => text.Length < length ? null : text.Substring(text.Length - length);

    /// <summary>The first half of a text: one edit leaves either this or the other half as it was (the pigeonhole principle).</summary>
    public static string? FirstHalf(string text) => text.Length < 4 ? null : text.Substring(0, text.Length / 2);

    /// <summary>The second half, counted from the end so that a missing character in the first half does not matter.</summary>
    public static string? SecondHalf(string text) => text.Length < 4 ? null : text.Substring(text.Length - (text.Length / 2));

    /// <summary>The longest word.</summary>
    public static string? LongestWord(string text) => text.Split(' ').OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).FirstOrDefault();

    private static (double, double)[] Agreement(MatchField field, (double, double) near, (double, double) rough)
    {
        var names = field.Levels.Names;
        var agreement = new (double, double)[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            agreement[i] = i == names.Length - 1 ? Always
                : names[i] is "Typo" or "OneDigit" or "OneEdit" or "MostWords" or "SameMailbox" or "Similar" or "SameName" ? near
                : names[i] is "Different" or "Initial" or "Swapped" ? Never
                : rough;
        }

        return agreement;
    }
}
