using System;
using System.IO;
using System.IO.Compression;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Refuses a workbook that would swell beyond all measure when it is unpacked (a zip bomb), before anything of it is unpacked. It goes by the
/// sizes that the zip file states; .NET unpacks no more than these.
/// </summary>
internal static class WorkbookGuard
{
    // Sheets shrink 5 to 50 times; deflate's own limit is about 1,030.
    private const long MaxRatio = 200;
    private const long AlwaysAllowed = 64L << 20;
    private const long MaxPart = 8L << 30;
    private const long MaxSharedStrings = 1L << 30;
    private const int MaxParts = 10_000;

    // A workbook that cannot be read in place is held in memory.
    private const long MaxInMemory = 512L << 20;

    /// <summary>Looks at the directory of the zip file; the stream stands at its start afterwards.</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="name">The name for messages.</param>
    /// <exception cref="ExportFormatException">The workbook is a bomb.</exception>
    /// <exception cref="InvalidDataException">It is no zip file.</exception>
    public static void Check(Stream stream, string name)
    {
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (zip.Entries.Count > MaxParts) throw Bomb(name, $"it has {zip.Entries.Count} parts");
            foreach (var entry in zip.Entries)
            {
                // The strings are held in memory while a sheet is read, the sheets are not.
                var most = entry.Name.StartsWith("sharedStrings", StringComparison.OrdinalIgnoreCase) ? MaxSharedStrings : MaxPart;
                if (entry.Length > most) throw Bomb(name, $"a part of it unpacks to {entry.Length >> 30} GiB");
                if (entry.Length > AlwaysAllowed && entry.Length > MaxRatio * Math.Max(entry.CompressedLength, 1))
                    throw Bomb(name, $"a part of it unpacks to more than {MaxRatio} times its size, which no real sheet does");
            }
        }

        stream.Position = 0;
    }

    /// <summary>The stream itself where it can be read at any place, else a copy in memory.</summary>
    /// <param name="stream">The workbook; closed where it was copied.</param>
    /// <param name="name">The name for messages.</param>
    public static Stream Seekable(Stream stream, string name)
    {
        if (stream.CanSeek) return stream;
        using (stream)
        {
            var copy = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
            {
                copy.Write(buffer, 0, read);
                if (copy.Length > MaxInMemory)
                {
                    throw new ExportFormatException(
                        "BadWorkbook", $"The workbook has more than {MaxInMemory >> 20} MiB and is packed or piped in. Put it into a file as it is and name that.", new SourcePosition(name));
                }
            }

            copy.Position = 0;
            return copy;
        }
    }

    private static ExportFormatException Bomb(string name, string what) => new(
        "BadWorkbook", $"The Excel workbook is not opened: {what}. If you trust it, open it in Excel and save the sheet as CSV.", new SourcePosition(name));
}
