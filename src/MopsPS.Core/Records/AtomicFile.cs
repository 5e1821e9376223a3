using System;
using System.IO;
using System.Threading;

namespace MopsPS.Core.Records;

/// <summary>
/// Writes a file whole or not at all: to a temporary file in the same folder, flushed to the disk, then renamed over the
/// target on <see cref="Commit"/>. Disposed without a commit (an error, Ctrl-C), it leaves the target as it was.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private const int Attempts = 5;

    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _done;

    /// <summary>Opens the temporary file.</summary>
    /// <param name="path">The file to write.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is missing.</exception>
    /// <exception cref="IOException">The folder is not writable.</exception>
    public AtomicFile(string path)
    {
        _path = ResolveLink(Path.GetFullPath(path));
        if (!Directory.Exists(Path.GetDirectoryName(_path)))
            throw new DirectoryNotFoundException($"'{_path}' cannot be written: its folder does not exist. Make the folder first.");
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.tmp");
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
    }

    /// <summary>The temporary file, beside the target.</summary>
    internal string TemporaryPath => _temporary;

    /// <summary>What is written here ends up in the file.</summary>
    public Stream Stream => _stream;

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Place();
                break;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && attempt < Attempts && Path.DirectorySeparatorChar == '\\')
            {
                // Virus scanners and indexers hold a new file open for a moment on Windows.
                Thread.Sleep(50 * attempt);
            }
        }

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

    private void Place()
    {
        if (!File.Exists(_path))
        {
            File.Move(_temporary, _path);
            return;
        }

#if NET8_0_OR_GREATER
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_temporary, File.GetUnixFileMode(_path));
#endif
        File.Replace(_temporary, _path, null);
    }

    // A link stays a link: what it points to is replaced. The build for Windows PowerShell has no call for it.
    private static string ResolveLink(string path)
    {
#if NET8_0_OR_GREATER
        return File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
#else
        return path;
#endif
    }
}
