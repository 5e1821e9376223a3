using System;
#if NET8_0_OR_GREATER
using System.Text.Unicode;
#else
using System.Text;
#endif

namespace MopsPS.Core.Records.Reading;

/// <summary>Looks at bytes that should be UTF-8 text.</summary>
internal static class Utf8Text
{
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
