using System;
using System.IO;
using System.Text;

namespace MopsPS.Core.Reporting;

/// <summary>A temporary file for what a complete report holds and memory should not; it vanishes with the spool.</summary>
/// <param name="folder">The folder; that of the report, where data of its kind is kept anyway.</param>
internal sealed class ReportSpool(string folder) : IDisposable
{
    private FileStream? _stream;
    private BinaryWriter? _writer;
    private BinaryReader? _reader;

    /// <summary>Writes at the end; the file is made when there is something to write.</summary>
    /// <returns>Where it starts.</returns>
    public long Append(Action<BinaryWriter> write)
    {
        if (_stream is null)
        {
            var path = Path.Combine(folder, $".{Guid.NewGuid():N}.report.tmp");
            _stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            // UTF-16 keeps every string as it is, lone surrogates included.
            _writer = new BinaryWriter(_stream, Encoding.Unicode, leaveOpen: true);
            _reader = new BinaryReader(_stream, Encoding.Unicode, leaveOpen: true);
        }

        var start = _stream.Seek(0, SeekOrigin.End);
        write(_writer!);
        _writer!.Flush();
        return start;
    }

    /// <summary>Goes to a place to read from there.</summary>
    public BinaryReader At(long place)
    {
        _stream!.Seek(place, SeekOrigin.Begin);
        return _reader!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _reader?.Dispose();
        _stream?.Dispose();
    }
}
