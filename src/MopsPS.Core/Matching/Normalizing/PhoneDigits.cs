using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>
/// The national digits of a phone number, by which "+49 30 5550100", "0049 (0)30 5550100" and "030 5550100" are one. A full parse to E.164 tells no more for
/// matching and costs a hundred times as much.
/// </summary>
internal static class PhoneDigits
{
    // ITU-T E.164: codes of one digit are 1 and 7; those of two digits begin with one of these pairs; all others have three.
    private static readonly bool[] TwoDigits = Codes(
        20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58,
        60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98);

    /// <summary>The digits, or null where the text is no number that can be dialled.</summary>
    public static string? Normalize(string text) => Normalizers.Text(Normalize, text);

    /// <summary>Appends the digits, or nothing where the text is no number that can be dialled.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Normalize(ReadOnlySpan<char> text, CharBuffer to)
    {
        var start = to.Length;
        foreach (var c in WithoutExtension(text))
            if (c is >= '0' and <= '9') to.Append(c);
        ReadOnlySpan<char> digits = to.From(start);
        var first = text.TrimStart();
        var isInternational = first.Length > 0 && first[0] == '+';
        if (!isInternational && digits.Length > 10 && digits[0] == '0' && digits[1] == '0')
        {
            isInternational = true;
            digits = digits.Slice(2);
        }

        if (isInternational) digits = WithoutCountry(digits);
        else if (digits.Length == 11 && digits[0] == '1') digits = digits.Slice(1);
        digits = digits.TrimStart('0');
        var isNumber = digits.Length >= 5 && !PlaceholderValues.IsPlaceholder(PlaceholderKind.Phone, digits) && !PlaceholderValues.IsIdleNumber(digits);
        // The digits stand at the end of what was appended: they move to its start.
        if (isNumber) digits.CopyTo(to.From(start));
        to.Length = start + (isNumber ? digits.Length : 0);
    }

    [MethodImpl(Hot.Loop)]
    private static ReadOnlySpan<char> WithoutExtension(ReadOnlySpan<char> text)
    {
        for (var i = 5; i < text.Length; i++)
        {
            var c = text[i];
            if (c is 'x' or 'X' or '#' || ((c is 'e' or 'E') && i + 2 < text.Length && (text[i + 1] | 0x20) == 'x' && (text[i + 2] | 0x20) == 't')) return text.Slice(0, i);
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutCountry(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 7) return digits;
        if (digits[0] is '1' or '7') return digits.Slice(1);
        return digits.Slice(TwoDigits[((digits[0] - '0') * 10) + digits[1] - '0'] ? 2 : 3);
    }

    private static bool[] Codes(params int[] codes)
    {
        var isCode = new bool[100];
        foreach (var code in codes) isCode[code] = true;
        return isCode;
    }
}
