using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace MopsPS.Core.Changes;

/// <summary>
/// An append-only log of changes as JSON Lines: each entry carries the SHA-256 of the one before. Writers wait for one another; a writer that is killed leaves at most
/// a torn last line, which the next one passes over and states.
/// </summary>
public static class ChangeLog
{
    /// <summary>How long to wait for other writers, unless told otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How many characters a text of an entry may have.</summary>
    public const int MaxText = 1_000_000;

    /// <summary>Adds an entry.</summary>
    /// <param name="path">The log; it is made where it is missing.</param>
    /// <param name="draft">The entry; sequence, time, hashes and what was torn are set here.</param>
    /// <param name="timeout">How long to wait for other writers.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The entry as it stands in the log.</returns>
    /// <exception cref="ChangeLogException">The log is busy, or its end is not as its last writer left it.</exception>
    /// <exception cref="IOException">It cannot be written; nothing of the entry is left in it.</exception>
    public static ChangeEntry Append(string path, ChangeEntry draft, TimeSpan timeout, CancellationToken cancellation = default)
    {
        if (draft is null) throw new ArgumentNullException(nameof(draft));
        path = Path.GetFullPath(path ?? throw new ArgumentNullException(nameof(path)));
        using var head = ChangeHead.Lock(path, timeout, cancellation);
        using var log = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, 1 << 12);
        var last = Last(path, log, head, out var junk, out var isEnded);
        var line = ChangeText.Line(With(draft, last, junk.Count == 0 ? null : ChangeLines.HashOf(junk)));
        var length = log.Length;
        var bytes = Encoding.UTF8.GetBytes((isEnded ? string.Empty : "\n") + line + "\n");
        try
        {
            log.Position = length;
            log.Write(bytes, 0, bytes.Length);
            log.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Nobody was told of the entry yet: a full disk must not leave half of it.
            log.SetLength(length);
            throw;
        }

        var written = ChangeText.Read(line, out var hash)!;
        head.Write(written.Sequence, hash);
        return written;
    }

    /// <summary>Looks whether a log would take an entry now, before the work that the entry tells of.</summary>
    /// <param name="path">The log.</param>
    /// <param name="timeout">How long to wait for other writers.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="ChangeLogException">It would not.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static void Check(string path, TimeSpan timeout, CancellationToken cancellation = default)
    {
        path = Path.GetFullPath(path ?? throw new ArgumentNullException(nameof(path)));
        if (!File.Exists(path) && !File.Exists(ChangeHead.PathOf(path)))
        {
            if (!Directory.Exists(Path.GetDirectoryName(path))) throw new DirectoryNotFoundException($"The folder of '{path}' does not exist. Make the folder first.");
            return;
        }

        using var head = ChangeHead.Lock(path, timeout, cancellation);
        if (!File.Exists(path) && head.Entries is null) return;
        using var log = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1 << 12) : Stream.Null;
        Last(path, log, head, out _, out _);
    }

    /// <summary>The state of a file, for an entry.</summary>
    /// <param name="log">The log.</param>
    /// <param name="file">The file.</param>
    /// <returns>Its path, hash and size.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ChangeFile FileOf(string log, string file)
    {
        var full = Path.GetFullPath(file);
        return new ChangeFile { Path = NameOf(log, full), Hash = ChangeHash.OfFile(full), Length = new FileInfo(full).Length };
    }

    /// <summary>How an entry names a file: relative to the log's folder where it lies below it, so that the log says the same on another machine.</summary>
    /// <param name="log">The log.</param>
    /// <param name="file">The full path of the file; any other text stays as it is.</param>
    public static string NameOf(string log, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(log))!.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length).Replace('\\', '/') : file;
    }

    private static ChangeEntry? Last(string path, Stream log, ChangeHead head, out List<byte[]> junk, out bool isEnded)
    {
        var last = ChangeLines.Last(log, out junk, out isEnded, out var hash);
        var complaint =
            last is not null && !string.Equals(last.Hash, hash, StringComparison.Ordinal) ? $"the last entry, {last.Sequence}, was changed"
            : head.Entries is not { } known || known < (last?.Sequence ?? 0) ? null
            : known > (last?.Sequence ?? 0) ? $"it had {known} entries and ends at {last?.Sequence ?? 0}"
            : !string.Equals(head.Hash, hash, StringComparison.Ordinal) ? $"the last entry, {known}, is another one than was written"
            : null;
        return complaint is null ? last : throw new ChangeLogException(
            ChangeLogProblem.Broken, $"'{path}' takes no entry: {complaint}. See Get-MopsChange -Summary; restore the log from a backup, or start a new one that says so.");
    }

    private static ChangeEntry With(ChangeEntry draft, ChangeEntry? last, string? torn) => new()
    {
        Sequence = (last?.Sequence ?? 0) + 1,
        Time = DateTime.UtcNow,
        Author = Cut(draft.Author)!,
        Category = Cut(draft.Category),
        Summary = Cut(draft.Summary)!,
        Target = Cut(draft.Target),
        Ticket = Cut(draft.Ticket),
        Approver = Cut(draft.Approver),
        Reason = Cut(draft.Reason),
        Before = Cut(draft.Before),
        After = Cut(draft.After),
        Command = draft.Command,
        Policy = Cut(draft.Policy),
        Files = [.. draft.Files],
        Previous = last?.Hash ?? ChangeHash.None,
        AfterTorn = torn,
    };

    private static string? Cut(string? text) => text is null || text.Length <= MaxText ? text : throw new ArgumentException($"A text of an entry has {MaxText} characters at most.");
}
