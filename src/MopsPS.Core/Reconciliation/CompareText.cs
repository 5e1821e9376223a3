using System;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Matching.Text;

namespace MopsPS.Core.Reconciliation;

/// <summary>The forms in which values are the same, by how they are compared.</summary>
internal static class CompareText
{
    private static readonly string[] Yes = ["true", "yes", "y", "on", "1", "t", "x"];
    private static readonly string[] No = ["false", "no", "n", "off", "0", "f"];

    /// <summary>A value without the blanks around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        while (value.Length > 0 && value[0] <= ' ') value = value.Slice(1);
        while (value.Length > 0 && value[value.Length - 1] <= ' ') value = value.Slice(0, value.Length - 1);
        return value;
    }

    /// <summary>Whether two values are the same ASCII letters but for their case; false says nothing where they are not all ASCII.</summary>
    public static bool EqualAscii(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i]) continue;
            var letter = (byte)(left[i] | 0x20);
            if (letter != (right[i] | 0x20) || letter is < (byte)'a' or > (byte)'z') return false;
        }

        return true;
    }

    /// <summary>A text with single blanks, composed (Unicode form C), in lower case unless case counts.</summary>
    public static string Plain(string text, bool isCaseSensitive)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[plain.Length - 1] != ' ') plain.Append(' ');
        }

        if (plain.Length > 0 && plain[plain.Length - 1] == ' ') plain.Length--;
        var result = plain.ToString();
        // Half a surrogate pair, from damaged UTF-8, has no normal form.
        if (result.Any(c => c > 0x7F) && !result.Any(char.IsSurrogate)) result = result.Normalize(NormalizationForm.FormC);
        return isCaseSensitive ? result : result.ToLowerInvariant();
    }

    /// <summary>An e-mail address in lower case.</summary>
    public static string Email(string text)
    {
        var address = text.Trim().ToLowerInvariant();
        return address.StartsWith("mailto:", StringComparison.Ordinal) ? address.Substring(7) : address;
    }

    /// <summary>A web address without scheme, www and the slash at its end.</summary>
    public static string Website(string text)
    {
        var address = text.Trim();
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) address = address.Substring(scheme + 3);
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) address = address.Substring(4);
        address = address.TrimEnd('/');
        var path = address.IndexOfAny(['/', '?', '#']);
        // A host has no case; a path has.
        return path < 0 ? address.ToLowerInvariant() : address.Substring(0, path).ToLowerInvariant() + address.Substring(path);
    }

    /// <summary>Whether two phone numbers are one: all digits count where both have a country code, else the national ones.</summary>
    public static bool SamePhone(string left, string right)
    {
        if (IsInternational(left) && IsInternational(right)) return International(left) == International(right);
        return PhoneDigits.Normalize(left) is { } ours && ours == PhoneDigits.Normalize(right);
    }

    /// <summary>Yes or no; null where the text is neither.</summary>
    public static bool? Boolean(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        return Yes.Contains(word) ? true : No.Contains(word) ? false : null;
    }

    /// <summary>The items of a list in one order.</summary>
    public static string List(string text, bool isCaseSensitive) =>
        string.Join(";", text.Split(';').Select(item => Plain(item, isCaseSensitive)).Where(item => item.Length > 0).Distinct(StringComparer.Ordinal).OrderBy(item => item, StringComparer.Ordinal));

    private static bool IsInternational(string text) => text.TrimStart() is ['+', ..] or ['0', '0', ..];

    // (0) after a country code is for those who dial from within the country.
    private static string International(string text) => Folding.Digits(text.Replace("(0)", "")).TrimStart('0');
}
