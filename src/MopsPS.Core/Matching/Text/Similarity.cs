using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Text;

/// <summary>How alike two normalised texts are.</summary>
internal static class Similarity
{
    private const int Longest = 64;
    private const int Buckets = 64;

    /// <summary>
    /// The similarity of Jaro (1989) with the prefix bonus of Winkler (1990): 0 to 1, prefix of up to 4 characters, scale 0.1. Only the first 64 characters count.
    /// </summary>
    [MethodImpl(Hot.Loop)]
    public static double JaroWinkler(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = left.Slice(0, Math.Min(left.Length, Longest));
        var b = right.Slice(0, Math.Min(right.Length, Longest));
        if (a.Length == 0 || b.Length == 0) return a.Length == b.Length ? 1 : 0;
        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        ulong usedA = 0, usedB = 0;
        // By character, the places where it stands in the right text. Characters that share a bucket are told apart below.
        Span<ulong> places = stackalloc ulong[Buckets];
        places.Clear();
        for (var j = 0; j < b.Length; j++) places[b[j] % Buckets] |= 1UL << j;
        for (var i = 0; i < a.Length; i++)
        {
            int first = Math.Max(0, i - window), last = Math.Min(b.Length - 1, i + window);
            if (first > last) continue;
            var near = places[a[i] % Buckets] & ~usedB & (ulong.MaxValue << first) & (ulong.MaxValue >> (63 - last));
            for (; near != 0; near &= near - 1)
            {
                if (b[Bits.Lowest(near)] != a[i]) continue;
                usedA |= 1UL << i;
                usedB |= near & (~near + 1);
                break;
            }
        }

        var matches = Bits.Count(usedA);
        if (matches == 0) return 0;
        var crossed = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if ((usedA >> i & 1) == 0) continue;
            while ((usedB >> j & 1) == 0) j++;
            if (a[i] != b[j]) crossed++;
            j++;
        }

        double m = matches;
        var jaro = ((m / a.Length) + (m / b.Length) + ((m - (crossed / 2)) / m)) / 3;
        var prefix = 0;
        while (prefix < 4 && prefix < a.Length && prefix < b.Length && a[prefix] == b[prefix]) prefix++;
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    /// <summary>
    /// Whether two texts can have such a similarity of Jaro and Winkler at all, by their lengths, their beginnings and the sets of their letters; a few operations
    /// that spare most comparisons.
    /// </summary>
    /// <param name="left">A text.</param>
    /// <param name="right">The other text.</param>
    /// <param name="leftLetters">The letters of the left text, as <see cref="NormalValues.LettersOf"/> gives them.</param>
    /// <param name="rightLetters">Those of the right one.</param>
    /// <param name="least">The similarity.</param>
    /// <returns>False where it is surely less.</returns>
    [MethodImpl(Hot.Loop)]
    public static bool MayReach(ReadOnlySpan<char> left, ReadOnlySpan<char> right, ulong leftLetters, ulong rightLetters, double least)
    {
        int a = left.Length, b = right.Length;
        if (a == 0 || b == 0 || a > Longest || b > Longest) return true;
        // A letter that the other text does not have is matched by nothing in it.
        var matches = Math.Min(a - Bits.Count(leftLetters & ~rightLetters), b - Bits.Count(rightLetters & ~leftLetters));
        if (matches <= 0) return false;
        var jaro = (((double)matches / a) + ((double)matches / b) + 1) / 3;
        var prefix = 0;
        while (prefix < 4 && prefix < a && prefix < b && left[prefix] == right[prefix]) prefix++;
        return jaro + (prefix * 0.1 * (1 - jaro)) >= least;
    }

    /// <summary>
    /// The number of edits (insertion, deletion, change, swap of neighbours; Damerau 1964, optimal string alignment), or <paramref name="limit"/> + 1
    /// where there are more.
    /// </summary>
    [MethodImpl(Hot.Loop)]
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        while (a.Length > 0 && b.Length > 0 && a[0] == b[0])
        {
            a = a.Slice(1);
            b = b.Slice(1);
        }

        while (a.Length > 0 && b.Length > 0 && a[a.Length - 1] == b[b.Length - 1])
        {
            a = a.Slice(0, a.Length - 1);
            b = b.Slice(0, b.Length - 1);
        }

        if (a.Length == 0 || b.Length == 0) return Math.Max(a.Length, b.Length);
        if (limit == 1) return IsOneEdit(a, b) ? 1 : 2;
        if (a.Length > Longest || b.Length > Longest) return limit + 1;
        return Banded(a, b, limit);
    }

    // Both ends are trimmed: what is left differs at both.
    private static bool IsOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        (a.Length == 1 && b.Length == 1) || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]);

    [MethodImpl(Hot.Loop)]
    private static int Banded(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> previous = stackalloc int[Longest + 1];
        Span<int> current = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost = Math.Min(cost, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, before[j - 2] + 1);
                current[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit) return limit + 1;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[b.Length], limit + 1);
    }
}
