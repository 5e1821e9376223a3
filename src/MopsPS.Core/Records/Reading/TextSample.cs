using System;
using System.IO;
using System.Text;

namespace MopsPS.Core.Records.Reading;

/// <summary>The start of a text file: its bytes, its encoding and its text, from which everything else is detected.</summary>
internal sealed class TextSample
{
    private const int Size = 1 << 18;

    private TextSample(byte[] bytes, bool isWhole, Encoding encoding, int preamble)
    {
        Bytes = bytes;
        IsWhole = isWhole;
        Encoding = encoding;
        Text = encoding.GetString(bytes, preamble, bytes.Length - preamble);
        HasByteOrderMark = preamble > 0;
    }

    public byte[] Bytes { get; }

    public bool IsWhole { get; }

    public Encoding Encoding { get; }

    public string Text { get; }

    public bool HasByteOrderMark { get; }

    public bool IsUtf8 => Encoding is UTF8Encoding;

    public static TextSample Read(Stream stream, Encoding? given)
    {
        var bytes = new byte[Size];
        var length = 0;
        int read;
        while (length < Size && (read = stream.Read(bytes, length, Size - length)) > 0) length += read;
        var isWhole = length < Size;
        if (!isWhole) length = CutAtLine(bytes, length);
        Array.Resize(ref bytes, isWhole ? length : Size);
        var (encoding, preamble) = Detect(bytes, length, isWhole, given);
        if (isWhole || length == bytes.Length) return new TextSample(bytes, isWhole, encoding, preamble);

        // The text ends with a whole line; the bytes keep all that was read, for the reader goes on from them.
        var text = new byte[length];
        Array.Copy(bytes, text, length);
        return new TextSample(text, false, encoding, preamble) { AllBytes = bytes };
    }

    /// <summary>All bytes taken from the stream, the cut-off last line included.</summary>
    public byte[] AllBytes { get => field ?? Bytes; private init; }

    private static int CutAtLine(byte[] bytes, int length)
    {
        var end = Array.LastIndexOf(bytes, (byte)'\n', length - 1);
        // An even cut also holds for UTF-16, whose line feed may be the second or the first byte of its pair.
        return end <= 0 ? length & ~1 : (end + 2) & ~1;
    }

    /// <summary>The encoding of bytes: by a byte order mark, as given, or by their form.</summary>
    /// <param name="bytes">The text, or its start.</param>
    /// <param name="length">How many bytes count.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    /// <param name="given">The encoding that the caller names, or null.</param>
    /// <returns>The encoding and the length of the byte order mark.</returns>
    public static (Encoding Encoding, int Preamble) Detect(byte[] bytes, int length, bool isWhole, Encoding? given)
    {
        if (length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) return (new UTF8Encoding(false), 3);
        if (length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE) return (Encoding.Unicode, 2);
        if (length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF) return (Encoding.BigEndianUnicode, 2);
        if (given is not null) return (given, 0);
        if (LooksLikeUtf16(bytes, length, 1)) return (new UnicodeEncoding(false, false), 0);
        if (LooksLikeUtf16(bytes, length, 0)) return (new UnicodeEncoding(true, false), 0);
        return (IsUtf8Text(bytes, length, isWhole) ? new UTF8Encoding(false) : TextEncodings.Windows1252, 0);
    }

    // Exports are mostly ASCII: in UTF-16 nearly every other byte is then zero, on one side only.
    private static bool LooksLikeUtf16(byte[] bytes, int length, int offset)
    {
        if (length < 4) return false;
        int zeros = 0, others = 0, pairs = Math.Min(length, 4096) / 2;
        for (var i = 0; i < pairs; i++)
        {
            if (bytes[(2 * i) + offset] == 0) zeros++;
            if (bytes[(2 * i) + 1 - offset] == 0) others++;
        }

        return zeros > pairs * 0.6 && others < pairs * 0.1;
    }

    // One damaged character does not make a UTF-8 file Windows-1252: all its other letters would come out wrong. Text in Windows-1252
    // hardly ever holds a sequence that is valid UTF-8 by chance.
    private static bool IsUtf8Text(byte[] bytes, int length, bool isWhole)
    {
        int valid = 0, invalid = 0;
        for (var i = 0; i < length;)
        {
            var size = Utf8Text.SequenceLength(bytes.AsSpan(i, length - i));
            if (size > 1) valid++;
            // A character cut in two at the end of a sample is no error.
            else if (size == 0 && (isWhole || length - i >= 4)) invalid++;
            i += Math.Max(size, 1);
        }

        return invalid == 0 || valid >= invalid;
    }
}
