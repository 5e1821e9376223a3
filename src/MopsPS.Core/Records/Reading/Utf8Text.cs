using System;
using System.Text;
#if NET8_0_OR_GREATER
using System.Text.Unicode;
#endif

namespace MopsPS.Core.Records.Reading;

/// <summary>Looks at bytes that should be UTF-8 text.</summary>
internal static class Utf8Text
{
    /// <summary>The text; what is not valid shows as U+FFFD.</summary>
    public static string ToString(ReadOnlySpan<byte> bytes)
    {
#if NET8_0_OR_GREATER
        return Encoding.UTF8.GetString(bytes);
#else
        return Encoding.UTF8.GetString(bytes.ToArray());
#endif
    }

    /// <summary>Whether bytes are valid UTF-8.</summary>
    public static bool IsValid(ReadOnlySpan<byte> bytes)
    {
#if NET8_0_OR_GREATER
        return Utf8.IsValid(bytes);
#else
        var start = 0;
        while (start < bytes.Length && bytes[start] < 0x80) start++;
        if (start == bytes.Length) return true;
        var decoder = new UTF8Encoding(false, true).GetDecoder();
        var rest = bytes.Slice(start).ToArray();
        try
        {
            decoder.GetCharCount(rest, 0, rest.Length, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
#endif
    }

    /// <summary>How many bytes the character at the start takes; 0 where they are no valid UTF-8 (RFC 3629).</summary>
    public static int SequenceLength(ReadOnlySpan<byte> bytes)
    {
        var first = bytes[0];
        if (first < 0x80) return 1;
        var length = first switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || bytes.Length < length) return 0;
        // The second byte rules out what is written too long, surrogates, and what is beyond Unicode.
        var (low, high) = first switch { 0xE0 => (0xA0, 0xBF), 0xED => (0x80, 0x9F), 0xF0 => (0x90, 0xBF), 0xF4 => (0x80, 0x8F), _ => (0x80, 0xBF) };
        if (bytes[1] < low || bytes[1] > high) return 0;
        for (var i = 2; i < length; i++) if ((bytes[i] & 0xC0) != 0x80) return 0;
        return length;
    }

    /// <summary>The number of line breaks: CR, LF and CR LF count once each.</summary>
    /// <param name="bytes">A part of a text.</param>
    /// <param name="endsInReturn">Whether the part before ended in CR; then whether this one does.</param>
    public static int LineBreaks(ReadOnlySpan<byte> bytes, ref bool endsInReturn)
    {
        if (bytes.IsEmpty) return 0;
        var breaks = endsInReturn && bytes[0] == (byte)'\n' ? -1 : 0;
        endsInReturn = bytes[bytes.Length - 1] == (byte)'\r';
#if NET8_0_OR_GREATER
        breaks += bytes.Count((byte)'\n');
#else
        foreach (var b in bytes) if (b == (byte)'\n') breaks++;
#endif
        for (var at = bytes.IndexOf((byte)'\r'); at >= 0;)
        {
            if (at + 1 == bytes.Length || bytes[at + 1] != (byte)'\n') breaks++;
            var next = bytes.Slice(at + 1).IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return breaks;
    }
}
