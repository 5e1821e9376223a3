using System;
using System.IO;

namespace MopsPS.Core.Records;

/// <summary>
/// Writes a file whole or not at all: to a temporary file in the same folder, flushed to the disk, then renamed over the
/// target on <see cref="Commit"/>. Disposed without a commit (an error, Ctrl-C), it leaves the target as it was.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _done;

    /// <summary>Opens the temporary file.</summary>
    /// <param name="path">The file to write.</param>
    /// <exception cref="IOException">The folder is missing or not writable.</exception>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.tmp");
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    /// <summary>What is written here ends up in the file.</summary>
    public Stream Stream => _stream;

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        if (File.Exists(_path)) File.Replace(_temporary, _path, null);
        else File.Move(_temporary, _path);
        _done = true;
    }

    /// <summary>Removes the temporary file where nothing was committed.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (_done) return;
        _done = true;
        File.Delete(_temporary);
    }
}
