using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace MopsPS.Core.Changes;

/// <summary>
/// The file beside a log that says how many entries it has and which the last is: what was cut off at the end is seen by it. It is the lock, too: whoever writes
/// holds it alone, whoever reads shares it. It is written in place after the entry, so a writer that is killed leaves a head that is behind, never one that is ahead.
/// </summary>
internal sealed class ChangeHead : IDisposable
{
    private const int MaxLength = 4096;
    private const int FirstWait = 5;
    private const int LongestWait = 100;

    private readonly FileStream _stream;

    private ChangeHead(FileStream stream)
    {
        _stream = stream;
        Read();
    }

    /// <summary>How many entries it knows of; null where the file is new, empty or damaged.</summary>
    public long? Entries { get; private set; }

    /// <summary>The hash of the last of them.</summary>
    public string? Hash { get; private set; }

    /// <summary>The head file of a log.</summary>
    public static string PathOf(string log) => log + ".head";

    /// <summary>Waits for the head and holds it alone; makes it where it is missing.</summary>
    /// <exception cref="ChangeLogException">Others hold it for longer than the timeout.</exception>
    public static ChangeHead Lock(string log, TimeSpan timeout, CancellationToken cancellation) => new(Open(log, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, timeout, cancellation));

    /// <summary>Waits for the head and holds it with other readers; null where there is none.</summary>
    /// <exception cref="ChangeLogException">A writer holds it for longer than the timeout.</exception>
    public static ChangeHead? Share(string log, TimeSpan timeout, CancellationToken cancellation)
    {
        try
        {
            return File.Exists(PathOf(log)) ? new(Open(log, FileMode.Open, FileAccess.Read, FileShare.Read, timeout, cancellation)) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes the head.</summary>
    public void Write(long entries, string hash)
    {
        var bytes = Encoding.ASCII.GetBytes(FormattableString.Invariant($"{{\"entries\":{entries},\"hash\":\"{hash}\"}}\n"));
        _stream.Position = 0;
        _stream.Write(bytes, 0, bytes.Length);
        _stream.SetLength(bytes.Length);
        _stream.Flush(flushToDisk: true);
        (Entries, Hash) = (entries, hash);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string log, FileMode mode, FileAccess access, FileShare share, TimeSpan timeout, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var random = new Random();
        for (var wait = FirstWait; ; wait = Math.Min(LongestWait, wait * 2))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(PathOf(log), mode, access, share, 1);
            }
            catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
            {
                if (clock.Elapsed >= timeout)
                    throw new ChangeLogException(ChangeLogProblem.Busy, $"Another process holds '{log}' for more than {timeout.TotalSeconds:0.#} seconds. Try again, or wait longer with -Timeout.", exception);
            }

            // Chance keeps two writers from meeting again and again.
            cancellation.WaitHandle.WaitOne(random.Next(wait / 2, wait + 1));
        }
    }

    private void Read()
    {
        if (_stream.Length is 0 or > MaxLength) return;
        var bytes = new byte[_stream.Length];
        var count = 0;
        while (count < bytes.Length && _stream.Read(bytes, count, bytes.Length - count) is var read and > 0) count += read;
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var (entries, hash) = (json.RootElement.GetProperty("entries").GetInt64(), json.RootElement.GetProperty("hash").GetString());
            if (entries > 0 && hash?.Length == ChangeHash.Length) (Entries, Hash) = (entries, hash);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or System.Collections.Generic.KeyNotFoundException)
        {
            // A writer that was killed in the middle of it; the next one writes it anew.
        }
    }
}
