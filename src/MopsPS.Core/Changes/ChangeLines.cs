using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Changes;

/// <summary>A line of a log.</summary>
/// <param name="Number">Which line it is, from 1.</param>
/// <param name="Bytes">Its bytes, without the line break.</param>
/// <param name="IsEnded">Whether a line break follows.</param>
internal readonly record struct ChangeLine(int Number, byte[] Bytes, bool IsEnded)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsBlank => Bytes.All(b => b is (byte)' ' or (byte)'\t' or (byte)'\r');
}

/// <summary>The lines of a log, and the end of it.</summary>
internal static class ChangeLines
{
    /// <summary>How long a line may be; more was not written by us.</summary>
    public const int MaxLength = 16 << 20;

    private const int FirstTail = 1 << 16;

    /// <summary>All lines, one after the other.</summary>
    /// <exception cref="InvalidDataException">A line is longer than any entry.</exception>
    public static IEnumerable<ChangeLine> All(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var line = new MemoryStream();
        var number = 1;
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            var from = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', from, read - from)) >= 0; from = end + 1)
            {
                line.Write(buffer, from, end - from);
                yield return new ChangeLine(number, Take(line, number), true);
                number++;
            }

            line.Write(buffer, from, read - from);
            if (line.Length > MaxLength) throw new InvalidDataException($"Line {number} is longer than {MaxLength} bytes; the file is no change log.");
        }

        if (line.Length > 0) yield return new ChangeLine(number, Take(line, number), false);
    }

    /// <summary>The last entry of a log and what stands behind it.</summary>
    /// <param name="stream">The log.</param>
    /// <param name="junk">The lines after the last entry, which an interrupted writer left; mostly none.</param>
    /// <param name="isEnded">Whether the log ends with a line break.</param>
    /// <param name="hash">The hash that the content of the entry has.</param>
    /// <returns>The entry; null where there is none.</returns>
    public static ChangeEntry? Last(Stream stream, out List<byte[]> junk, out bool isEnded, out string hash)
    {
        for (long size = FirstTail; ; size *= 4)
        {
            junk = [];
            hash = string.Empty;
            var start = Math.Max(0, stream.Length - size);
            stream.Position = start;
            var lines = All(stream).ToList();
            isEnded = lines.Count == 0 || lines[lines.Count - 1].IsEnded;

            // The first line of a part may be the rest of one.
            for (var i = lines.Count - 1; i >= (start == 0 ? 0 : 1); i--)
            {
                if (ChangeText.Read(lines[i].Bytes, out hash) is { } entry) return entry;
                if (!lines[i].IsBlank) junk.Insert(0, lines[i].Bytes);
            }

            if (start == 0) return null;
            if (size > 4L * MaxLength) throw new InvalidDataException("There is no entry near the end; the file is no change log.");
        }
    }

    /// <summary>The hash of lines that are no entries; the next entry states it.</summary>
    public static string HashOf(IReadOnlyList<byte[]> junk) => ChangeHash.Of([.. junk.SelectMany((line, i) => i == 0 ? line : line.Prepend((byte)'\n'))]);

    private static byte[] Take(MemoryStream line, int number)
    {
        var bytes = line.ToArray();
        line.SetLength(0);
        var start = number == 1 && bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        var end = bytes.Length > start && bytes[bytes.Length - 1] == '\r' ? bytes.Length - 1 : bytes.Length;
        return start == 0 && end == bytes.Length ? bytes : [.. bytes.Skip(start).Take(end - start)];
    }
}
