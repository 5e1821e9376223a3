using System.Globalization;
using System.Text;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>IPv6 addresses (url.spec.whatwg.org, IPv6 parser and serializer).</summary>
internal static class Ipv6
{
    /// <summary>The eight pieces, or null.</summary>
    public static ushort[]? Parse(string text)
    {
        var pieces = new ushort[8];
        int piece = 0, compress = -1, i = 0;
        if (text.StartsWith(":", System.StringComparison.Ordinal))
        {
            if (text.Length < 2 || text[1] != ':') return null;
            i = 2;
            compress = ++piece;
        }

        while (i < text.Length)
        {
            if (piece == 8) return null;
            if (text[i] == ':')
            {
                if (compress >= 0) return null;
                i++;
                compress = ++piece;
                continue;
            }

            int value = 0, length = 0;
            while (length < 4 && i < text.Length && PercentCoding.Digit(text[i]) is >= 0 and var digit)
            {
                value = (value << 4) | digit;
                i++;
                length++;
            }

            if (i < text.Length && text[i] == '.')
            {
                if (length == 0 || piece > 6 || !Dotted(text, i - length, pieces, piece)) return null;
                piece += 2;
                break;
            }

            if (i < text.Length && text[i] == ':')
            {
                if (++i == text.Length) return null;
            }
            else if (i < text.Length)
            {
                return null;
            }

            pieces[piece++] = (ushort)value;
        }

        if (compress < 0) return piece == 8 ? pieces : null;
        for (int swaps = piece - compress, at = 7; at != 0 && swaps > 0; swaps--, at--)
            (pieces[at], pieces[compress + swaps - 1]) = (pieces[compress + swaps - 1], pieces[at]);
        return pieces;
    }

    /// <summary>The short form: the longest run of two or more zeros is left out.</summary>
    public static string Write(ushort[] pieces)
    {
        int best = -1, bestLength = 1;
        for (var i = 0; i < 8; i++)
        {
            var length = 0;
            while (i + length < 8 && pieces[i + length] == 0) length++;
            if (length > bestLength) (best, bestLength) = (i, length);
            i += length;
        }

        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            if (i == best)
            {
                text.Append(i == 0 ? "::" : ":");
                i += bestLength - 1;
                continue;
            }

            text.Append(pieces[i].ToString("x", CultureInfo.InvariantCulture));
            if (i < 7) text.Append(':');
        }

        return text.ToString();
    }

    private static bool Dotted(string text, int start, ushort[] pieces, int piece)
    {
        var parts = text.Substring(start).Split('.');
        if (parts.Length != 4) return false;
        for (var i = 0; i < 4; i++)
        {
            if (parts[i].Length is 0 or > 3 || (parts[i].Length > 1 && parts[i][0] == '0')) return false;
            var value = 0;
            foreach (var c in parts[i])
            {
                if (c is < '0' or > '9') return false;
                value = (value * 10) + c - '0';
            }

            if (value > 255) return false;
            pieces[piece + (i / 2)] = (ushort)((pieces[piece + (i / 2)] << 8) | value);
        }

        return true;
    }
}
