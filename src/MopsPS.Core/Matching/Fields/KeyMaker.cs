using System;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Makes the keys of a field.</summary>
internal static class KeyMaker
{
    private const int Range = 16_384;

    private static readonly (double, double) Never = (1, 0);
    private static readonly (double, double) Always = (0, 1);

    /// <summary>The key of the whole value: agrees on the exact level only.</summary>
    public static FieldKey Exact(MatchField field) => new(field.Name, Array.ConvertAll(field.Values.Hash, Short), Agreement(field, Never, Never));

    /// <summary>A key on some part or sound of the values.</summary>
    /// <param name="field">The field.</param>
    /// <param name="what">What it is of the field, for example <c>start of</c>.</param>
    /// <param name="part">The part of a normalised text; empty for none.</param>
    /// <param name="near">Where the key still agrees on a near level (typos and the like).</param>
    /// <param name="rough">Where it still agrees on a rough level.</param>
    public static FieldKey Make(MatchField field, string what, TextPart part, (double, double) near, (double, double) rough) =>
        MakeAt(field, what, (value, _) => part(field.Values[value]), near, rough);

    /// <summary>The same for a part that is known by the number of the value.</summary>
    public static FieldKey MakeAt(MatchField field, string what, ValuePart part, (double, double) near, (double, double) rough)
    {
        var salt = NormalValues.HashOf(what.AsSpan());
        var hashes = new uint[field.Values.Count];
        field.Values.Workers.Ranges(hashes.Length, Range, (from, to) =>
        {
            var room = new CharBuffer();
            for (var value = from; value < to; value++)
            {
                room.Length = 0;
                var found = part(value, room);
                if (found.Length > 0) hashes[value] = Short(Utf8Table.Mix(NormalValues.HashOf(found) ^ salt));
            }
        });
        return new FieldKey($"{what} {field.Name}", hashes, Agreement(field, near, rough));
    }

    /// <summary>The same for a part of which a hash is known by the number of the value; 0 for none.</summary>
    public static FieldKey Hashed(MatchField field, string what, Func<int, ulong> hash, (double, double) near, (double, double) rough)
    {
        var salt = NormalValues.HashOf(what.AsSpan());
        var hashes = new uint[field.Values.Count];
        field.Values.Workers.Ranges(hashes.Length, Range, (from, to) =>
        {
            for (var value = from; value < to; value++)
                if (hash(value) is not 0 and var found) hashes[value] = Short(Utf8Table.Mix(found ^ salt));
        });
        return new FieldKey($"{what} {field.Name}", hashes, Agreement(field, near, rough));
    }

    /// <summary>The first characters of a text; empty where it is too short to have a start of its own.</summary>
    public static ReadOnlySpan<char> Start(ReadOnlySpan<char> text, int length) => text.Length < length ? default : text.Slice(0, length);

    /// <summary>The last characters of a text; empty where it is too short to have an end of its own.</summary>
    public static ReadOnlySpan<char> End(ReadOnlySpan<char> text, int length) => text.Length < length ? default : text.Slice(text.Length - length);

    /// <summary>The first half of a text: one edit leaves either this or the other half as it was (the pigeonhole principle).</summary>
    public static ReadOnlySpan<char> FirstHalf(ReadOnlySpan<char> text) => text.Length < 4 ? default : text.Slice(0, text.Length / 2);

    /// <summary>The second half, counted from the end so that a missing character in the first half does not matter.</summary>
    public static ReadOnlySpan<char> SecondHalf(ReadOnlySpan<char> text) => text.Length < 4 ? default : text.Slice(text.Length - (text.Length / 2));

    /// <summary>The longest word; of several the first in the alphabet.</summary>
    public static ReadOnlySpan<char> LongestWord(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> longest = default;
        while (text.Length > 0)
        {
            var gap = text.IndexOf(' ');
            var word = gap < 0 ? text : text.Slice(0, gap);
            if (word.Length > longest.Length || (word.Length == longest.Length && word.SequenceCompareTo(longest) < 0)) longest = word;
            text = gap < 0 ? default : text.Slice(gap + 1);
        }

        return longest;
    }

    // Half of a hash is enough to bring records together: two that share it by chance are compared and found to differ. Never 0, which stands for no key.
    private static uint Short(ulong hash) => (uint)(hash >> 32) | 1;

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

/// <summary>A part of a text; empty for none.</summary>
internal delegate ReadOnlySpan<char> TextPart(ReadOnlySpan<char> text);

/// <summary>A part of a value by its number, with room to make it in.</summary>
internal delegate ReadOnlySpan<char> ValuePart(int value, CharBuffer room);
