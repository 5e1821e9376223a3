using System;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>The pattern of a value: A and a for letters (<c>A+</c>, <c>a+</c> for several), 9 for each digit, one blank for blanks, other signs as they are; letters beyond ASCII as a.</summary>
internal static class ValuePattern
{
    /// <summary>The most bytes of a pattern.</summary>
    public const int Longest = 32;

    /// <summary>Writes the pattern of a value.</summary>
    /// <param name="utf8">The value.</param>
    /// <param name="pattern">Takes it; <see cref="Longest"/> bytes.</param>
    /// <returns>Its length.</returns>
    public static int Write(ReadOnlySpan<byte> utf8, Span<byte> pattern)
    {
        var length = 0;
        byte before = 0;
        foreach (var value in utf8)
        {
            byte sign = value switch
            {
                >= (byte)'a' and <= (byte)'z' => (byte)'a',
                >= (byte)'A' and <= (byte)'Z' => (byte)'A',
                >= (byte)'0' and <= (byte)'9' => (byte)'9',
                >= 0x80 => (byte)'a',
                _ => value,
            };
            if (sign is (byte)'a' or (byte)'A' && before == sign)
            {
                if (pattern[length - 1] != '+')
                {
                    if (length == Longest) break;
                    pattern[length++] = (byte)'+';
                }

                continue;
            }

            before = sign;
            if (length == Longest) break;
            pattern[length++] = sign;
        }

        if (length == Longest) pattern[Longest - 1] = (byte)'~';
        return length;
    }
}
