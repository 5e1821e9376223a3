using System;
using System.Text;

namespace MopsPS.Core.Routing;

/// <summary>
/// Postcodes that stand together in the order of their bytes, from one cut up to before another. <c>94*</c> is from 94 up to behind all that begins with 94;
/// byte 0xFF, which UTF-8 never has, stands for "behind all that begins so".
/// </summary>
internal readonly record struct PostcodeInterval(byte[] From, byte[] To, string Text)
{
    private const byte Behind = 0xFF;

    /// <summary>The intervals of what a rule says.</summary>
    /// <returns>Null where it says nothing that has a meaning.</returns>
    public static PostcodeInterval[]? Parse(string text, Func<string, string> normalise)
    {
        text = text.Trim().ToUpperInvariant();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            var (from, to) = (normalise(text.Substring(0, dots)), normalise(text.Substring(dots + 2)));
            return from.Length == 0 || to.Length == 0 || IsWild(from) || IsWild(to) || Compare(Cut(from), Cut(to)) > 0 ? null : [new PostcodeInterval(Cut(from), Cut(to, Behind), $"{from}..{to}")];
        }

        if (text.Length > 1 && text.IndexOf('*') == text.Length - 1)
        {
            // A blank in front of the star is meant: E1 * is not E10.
            var prefix = text.Substring(0, text.Length - 1);
            return [new PostcodeInterval(Cut(prefix), Cut(prefix, Behind), text)];
        }

        var whole = normalise(text);
        if (whole.Length == 0 || IsWild(whole)) return null;

        // What follows a hyphen or a blank is a part of it: 94105-1234, and SW1A 1AA of SW1A.
        return [new(Cut(whole), Cut(whole, 0), whole), new(Cut(whole, (byte)' '), Cut(whole, (byte)' ', Behind), whole + " *"), new(Cut(whole, (byte)'-'), Cut(whole, (byte)'-', Behind), whole + "-*")];
    }

    /// <summary>The order of cuts and postcodes.</summary>
    public static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => a.SequenceCompareTo(b);

    private static bool IsWild(string text) => text.IndexOf('*') >= 0;

    private static byte[] Cut(string text, params byte[] end) => [.. Encoding.UTF8.GetBytes(text), .. end];
}
