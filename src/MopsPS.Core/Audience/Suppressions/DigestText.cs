using System;
using MopsPS.Core.Audience.Addresses;

namespace MopsPS.Core.Audience.Suppressions;

/// <summary>What an entry of a suppression list is.</summary>
internal enum SuppressionKind
{
    None,
    Address,
    Domain,
    Md5,
    Sha1,
    Sha256,
}

/// <summary>Recognises hashes as lists have them: hexadecimal in any case, and Base64 (RFC 4648, also its URL form) with its padding.</summary>
internal static class DigestText
{
    /// <summary>Reads a hash.</summary>
    /// <param name="text">The entry without blanks around it.</param>
    /// <param name="key">The first half of the hash.</param>
    /// <returns>Which hash its length says it is; None where it is none.</returns>
    public static SuppressionKind Read(ReadOnlySpan<byte> text, out Key128 key)
    {
        key = default;
        var kind = text.Length switch
        {
            32 or 24 => SuppressionKind.Md5,
            40 or 28 => SuppressionKind.Sha1,
            64 or 44 => SuppressionKind.Sha256,
            _ => SuppressionKind.None,
        };
        if (kind == SuppressionKind.None) return kind;
        Span<byte> digest = stackalloc byte[33];
        if (!(text.Length is 32 or 40 or 64 ? Hex(text, digest) : Base64(text, digest))) return SuppressionKind.None;
        key = Key128.OfDigest(digest);
        return kind;
    }

    private static bool Hex(ReadOnlySpan<byte> text, Span<byte> digest)
    {
        for (var i = 0; i < text.Length; i += 2)
        {
            int high = Digit(text[i]), low = Digit(text[i + 1]);
            if (high < 0 || low < 0) return false;
            digest[i / 2] = (byte)((high << 4) | low);
        }

        return true;
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private static bool Base64(ReadOnlySpan<byte> text, Span<byte> digest)
    {
        // 16, 20 and 32 bytes leave two, one and one character of padding.
        var padding = text.Length == 24 ? 2 : 1;
        int bits = 0, count = 0, length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i >= text.Length - padding)
            {
                if (text[i] != '=') return false;
                continue;
            }

            var value = text[i] switch
            {
                >= (byte)'A' and <= (byte)'Z' => text[i] - 'A',
                >= (byte)'a' and <= (byte)'z' => text[i] - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => text[i] - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value < 0) return false;
            bits = ((bits << 6) | value) & 0xFFFFFF;
            count += 6;
            if (count < 8) continue;
            count -= 8;
            digest[length++] = (byte)(bits >> count);
        }

        return true;
    }
}
