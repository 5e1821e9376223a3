using System.Globalization;
using System.Text;

namespace MopsPS.Core.Matching.Text;

/// <summary>Brings texts into the form in which they are compared: lower case, no accents, words parted by single blanks.</summary>
internal static class Folding
{
    /// <summary>Letters and digits of all scripts in lower case; apostrophes vanish, all else parts words. Other alphabets become Latin where that is customary.</summary>
    public static string Fold(string text)
    {
        var source = IsAscii(text) ? text : ToAscii(text);
        var buffer = source.Length <= 256 ? stackalloc char[source.Length] : new char[source.Length];
        var length = 0;
        var gap = false;
        foreach (var raw in source)
        {
            var c = raw is >= 'A' and <= 'Z' ? (char)(raw | 0x20) : raw;
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9' || (c > 127 && char.IsLetterOrDigit(c)))
            {
                if (gap && length > 0) buffer[length++] = ' ';
                gap = false;
                buffer[length++] = c > 127 ? char.ToLowerInvariant(c) : c;
            }
            else if (c is not ('\'' or '`' or '’' or '‘'))
            {
                gap = true;
            }
        }

        return buffer.Slice(0, length).ToString();
    }

    /// <summary>A folded text without its blanks.</summary>
    public static string Squeeze(string folded) => folded.IndexOf(' ') < 0 ? folded : folded.Replace(" ", "");

    /// <summary>The letters and digits only.</summary>
    public static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is >= '0' and <= '9') digits.Append(c);
        return digits.ToString();
    }

    private static bool IsAscii(string text)
    {
        foreach (var c in text)
            if (c > 127) return false;
        return true;
    }

    private static string ToAscii(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            plain.Append(c);
        }

        return plain.ToString();
    }
}
