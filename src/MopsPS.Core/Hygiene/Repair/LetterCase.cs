using System;
using System.Globalization;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>The case of texts, whatever the culture of the session.</summary>
internal static class LetterCase
{
    /// <summary>Whether all letters are capitals, or all are small, and there are at least two.</summary>
    public static bool IsUniform(string text, out bool isUpper)
    {
        int upper = 0, lower = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }

        isUpper = upper > 0;
        return (upper == 0) != (lower == 0) && upper + lower > 1;
    }

    /// <summary>Whether a value in UTF-8 has a small and a capital ASCII letter, so that no casing is called for.</summary>
    public static bool IsMixed(ReadOnlySpan<byte> utf8)
    {
        bool upper = false, lower = false;
        foreach (var value in utf8)
        {
            upper |= value is >= (byte)'A' and <= (byte)'Z';
            lower |= value is >= (byte)'a' and <= (byte)'z';
            if (upper && lower) return true;
        }

        return false;
    }

    /// <summary>A word in capitals as Turkish writes it: <c>IŞIK</c> is <c>Işık</c>, <c>İBRAHİM</c> is <c>İbrahim</c>; each part of a hyphenated one.</summary>
    public static string TurkishTitle(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (i > 0 && letters[i - 1] is not ('-' or '\'' or '.')) letters[i] = letters[i] switch { 'I' => 'ı', 'İ' => 'i', var c => char.ToLowerInvariant(c) };
        return new string(letters);
    }

    /// <summary>A word with a capital first letter and small ones behind it.</summary>
    public static string Title(string word)
    {
        if (word.Length == 0) return word;
        var first = char.IsSurrogate(word[0]) && word.Length > 1 ? 2 : 1;
        return CultureInfo.InvariantCulture.TextInfo.ToUpper(word.Substring(0, first)) + CultureInfo.InvariantCulture.TextInfo.ToLower(word.Substring(first));
    }
}
