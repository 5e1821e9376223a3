using System;
using System.IO;
using System.Text;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Records;

/// <summary>Reads a text file whole, in the encoding that its bytes show: the same detection as for exports.</summary>
public static class TextFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">Its encoding; null to detect it. A byte order mark wins.</param>
    /// <param name="declared">Asked where the bytes are neither UTF-8 nor UTF-16: the encoding that the text itself names, or null for Windows-1252.</param>
    /// <returns>The text without a byte order mark.</returns>
    /// <exception cref="IOException">The file cannot be read, or is larger than 1 GiB.</exception>
    public static string Read(string path, Encoding? encoding = null, Func<byte[], Encoding?>? declared = null)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > 1 << 30) throw new IOException($"'{path}' is larger than 1 GiB, too large for a text that is read whole. Split it.");
        using var memory = new MemoryStream((int)stream.Length);
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        var (found, preamble) = TextSample.Detect(bytes, bytes.Length, true, encoding);
        if (encoding is null && ReferenceEquals(found, TextEncodings.Windows1252)) found = declared?.Invoke(bytes) ?? found;
        return found.GetString(bytes, preamble, bytes.Length - preamble);
    }
}
