using System.Text;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>Percent-encoding and -decoding as the URL standard has it (url.spec.whatwg.org, section 1.3).</summary>
internal static class PercentCoding
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Further characters, besides controls and all above ~, that a query of http and https encodes.</summary>
    public const string Query = " \"#<>'";

    /// <summary>Those of a fragment.</summary>
    public const string Fragment = " \"<>`";

    /// <summary>Those of a path.</summary>
    public const string Path = " \"#<>?^`{}";

    /// <summary>Those of a user name or password.</summary>
    public const string UserInfo = " \"#<>?^`{}/:;=@[\\]|";

    /// <summary>Encodes what is in the set, controls, and all above ~ as UTF-8; unpaired surrogates become U+FFFD.</summary>
    public static string Encode(string text, string set)
    {
        var i = 0;
        while (i < text.Length && !Needs(text[i], set)) i++;
        if (i == text.Length) return text;
        var result = new StringBuilder(text.Length + 16).Append(text, 0, i);
        foreach (var b in Encoding.UTF8.GetBytes(text.Substring(i)))
        {
            if (Needs((char)b, set)) result.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            else result.Append((char)b);
        }

        return result.ToString();
    }

    /// <summary>Decodes percent signs that two hexadecimal digits follow; others stay. Bytes that are no UTF-8 become U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plusIsSpace">Whether + means a space, as in a query.</param>
    public static string Decode(string text, bool plusIsSpace = false)
    {
        if (text.IndexOf('%') < 0) return plusIsSpace && text.IndexOf('+') >= 0 ? text.Replace('+', ' ') : text;
        var source = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var b = source[i];
            if (b == '%' && i + 2 < source.Length && Digit((char)source[i + 1]) is >= 0 and var high && Digit((char)source[i + 2]) is >= 0 and var low)
            {
                b = (byte)((high << 4) | low);
                i += 2;
            }
            else if (plusIsSpace && b == '+')
            {
                b = (byte)' ';
            }

            source[length++] = b;
        }

        return Encoding.UTF8.GetString(source, 0, length);
    }

    /// <summary>Whether every percent sign is followed by two hexadecimal digits.</summary>
    public static bool IsValid(string text)
    {
        for (var i = text.IndexOf('%'); i >= 0; i = text.IndexOf('%', i + 1))
            if (i + 2 >= text.Length || Digit(text[i + 1]) < 0 || Digit(text[i + 2]) < 0) return false;
        return true;
    }

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private static bool Needs(char c, string set) => c < ' ' || c > '~' || set.IndexOf(c) >= 0;
}
