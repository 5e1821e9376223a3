using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace MopsPS.Core.Changes;

/// <summary>What stands in a change log, line by line, before it is judged.</summary>
public sealed class ChangeLogContent
{
    private ChangeLogContent(string path) => Path = path;

    /// <summary>The log.</summary>
    public string Path { get; }

    /// <summary>The entries in the order in which they stand, as they state themselves.</summary>
    public IEnumerable<ChangeEntry> Stated => Entries.Select(entry => entry.Stated);

    internal List<Entry> Entries { get; } = [];

    internal List<Block> Junk { get; } = [];

    internal long? HeadEntries { get; private set; }

    internal string? HeadHash { get; private set; }

    /// <summary>Reads a log; no writer is at work meanwhile.</summary>
    /// <param name="path">The log.</param>
    /// <param name="timeout">How long to wait for a writer.</param>
    /// <param name="cancellation">Ends the waiting and the reading.</param>
    /// <exception cref="ChangeLogException">A writer holds it for longer than the timeout.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ChangeLogContent Read(string path, TimeSpan timeout, CancellationToken cancellation = default)
    {
        var content = new ChangeLogContent(System.IO.Path.GetFullPath(path));
        using var head = ChangeHead.Share(content.Path, timeout, cancellation);
        (content.HeadEntries, content.HeadHash) = (head?.Entries, head?.Hash);

        // Where only the head is left, the entries that it knows of are missing.
        if (!File.Exists(content.Path) && head?.Entries is not null) return content;
        using var stream = new FileStream(content.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        content.Read(stream, cancellation);
        return content;
    }

    private void Read(Stream stream, CancellationToken cancellation)
    {
        var junk = new List<byte[]>();
        var (first, isEnded) = (0, true);
        foreach (var line in ChangeLines.All(stream))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ChangeText.Read(line.Bytes, out var hash) is { } entry)
            {
                Flush();
                Entries.Add(new Entry(entry, hash, line.Number));
            }
            else if (!line.IsBlank)
            {
                if (junk.Count == 0) first = line.Number;
                junk.Add(line.Bytes);
            }

            isEnded = line.IsEnded;
        }

        Flush();

        void Flush()
        {
            if (junk.Count > 0) Junk.Add(new Block(first, ChangeLines.HashOf(junk), Entries.Count, isEnded));
            junk.Clear();
        }
    }

    /// <summary>An entry as it states itself, with the hash that its content has.</summary>
    internal sealed record Entry(ChangeEntry Stated, string Hash, int Line)
    {
        public bool IsUnchanged => string.Equals(Stated.Hash, Hash, StringComparison.Ordinal);
    }

    /// <summary>Lines that are no entries, in front of the entry at an index.</summary>
    internal sealed record Block(int Line, string Hash, int Before, bool IsEnded);
}
