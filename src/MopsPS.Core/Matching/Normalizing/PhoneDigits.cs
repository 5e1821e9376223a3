using System;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Text;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>
/// The national digits of a phone number, by which "+49 30 5550100", "0049 (0)30 5550100" and "030 5550100" are one. A full parse to E.164 tells no more for
/// matching and costs a hundred times as much.
/// </summary>
internal static class PhoneDigits
{
    // ITU-T E.164: codes of one digit are 1 and 7; those of two digits begin with one of these pairs; all others have three.
    private static readonly string[] TwoDigits =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58",
        "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    /// <summary>The digits, or null where the text is no number that can be dialled.</summary>
    public static string? Normalize(string text)
    {
        var digits = Folding.Digits(WithoutExtension(text));
        var isInternational = text.TrimStart().StartsWith("+", StringComparison.Ordinal);
        if (!isInternational && digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > 10)
        {
            isInternational = true;
            digits = digits.Substring(2);
        }

        if (isInternational) digits = WithoutCountry(digits);
        else if (digits.Length == 11 && digits[0] == '1') digits = digits.Substring(1);
        var trunk = 0;
        while (trunk < digits.Length && digits[trunk] == '0') trunk++;
        digits = digits.Substring(trunk);
        return digits.Length < 5 || PlaceholderValues.IsPlaceholder(PlaceholderKind.Phone, digits) || PlaceholderValues.IsIdleNumber(digits) ? null : digits;
    }

    private static string WithoutExtension(string text)
    {
        for (var i = 5; i < text.Length; i++)
        {
            var c = text[i];
            if (c is 'x' or 'X' or '#' || ((c is 'e' or 'E') && i + 2 < text.Length && (text[i + 1] | 0x20) == 'x' && (text[i + 2] | 0x20) == 't')) return text.Substring(0, i);
        }

        return text;
    }

    private static string WithoutCountry(string digits)
    {
        if (digits.Length < 7) return digits;
        if (digits[0] is '1' or '7') return digits.Substring(1);
        return digits.Substring(Array.IndexOf(TwoDigits, digits.Substring(0, 2)) >= 0 ? 2 : 3);
    }
}
