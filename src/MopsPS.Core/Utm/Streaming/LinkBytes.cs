using System;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>What each byte of a link can be. All that is not plain leads to the audit of the whole link.</summary>
internal static class LinkBytes
{
    /// <summary>An upper case letter.</summary>
    public const byte Upper = 1;

    /// <summary>The hyphen.</summary>
    public const byte Hyphen = 2;

    /// <summary>The underscore.</summary>
    public const byte Underscore = 4;

    /// <summary>Printable, but no letter, digit, hyphen, underscore, dot or tilde.</summary>
    public const byte Other = 8;

    /// <summary>What can hide another character (<c>%</c>, <c>+</c>) or make an address (<c>@</c>).</summary>
    public const byte Risky = 16;

    /// <summary>What ends a value: <c>&amp;</c>, <c>#</c>, and what no plain link has (<c>?</c>, controls, all above ~).</summary>
    public const byte Stop = 32;

    /// <summary>What a host or port may hold, and nothing that parsing could change but for case.</summary>
    public const byte Host = 64;

    /// <summary>What ends the path or fragment: <c>?</c>, <c>#</c>, and what a plain one does not hold.</summary>
    public const byte PathStop = 128;

    /// <summary>The classes of each byte.</summary>
    public static readonly byte[] Classes = Make();

    public static bool IsName(byte b) => (Classes[b] & (Other | Risky | Stop)) == 0;

    /// <summary>Whether lower case letters of a text stand somewhere in bytes, in either case.</summary>
    public static bool Contains(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> lower)
    {
        for (var i = 0; i <= bytes.Length - lower.Length; i++)
            if ((bytes[i] | 0x20) == lower[0] && AreSame(bytes.Slice(i, lower.Length), lower)) return true;
        return false;
    }

    /// <summary>Whether bytes are the lower case text, in either case.</summary>
    public static bool AreSame(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> lower)
    {
        if (bytes.Length != lower.Length) return false;
        for (var i = 0; i < lower.Length; i++)
        {
            var b = bytes[i];
            if ((b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b) != lower[i]) return false;
        }

        return true;
    }

    private static byte[] Make()
    {
        var classes = new byte[256];
        for (var i = 0; i < 256; i++)
        {
            var c = (char)i;
            classes[i] = c switch
            {
                >= 'A' and <= 'Z' => Upper | Host,
                >= 'a' and <= 'z' or >= '0' and <= '9' or '.' => Host,
                '-' => Hyphen | Host,
                '_' => Underscore | Host,
                ':' => Other | Host,
                '~' => 0,
                '%' or '@' => Risky | PathStop,
                '+' => Risky,
                '&' or '#' or '?' => Stop | PathStop,
                '\\' => Other | PathStop,
                > ' ' and < '~' => Other,
                _ => Stop | PathStop,
            };
        }

        return classes;
    }
}
