using System;
using System.IO;
using System.IO.Compression;

namespace MopsPS.Core.Records.Reading;

/// <summary>Unpacks gzip, and stops where a small file swells beyond all measure (a zip bomb).</summary>
internal sealed class GuardedGzipStream : ForwardStream
{
    // Real exports shrink 5 to 30 times; deflate's own limit is about 1,030.
    private const long MaxRatio = 200;
    private const long AlwaysAllowed = 64L << 20;

    private readonly GzipTrailStream _packed;
    private readonly GZipStream _unpacked;
    private readonly string _name;
    private long _length;

    public GuardedGzipStream(Stream packed, string name)
    {
        _packed = new GzipTrailStream(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
        _name = name;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read;
        try
        {
            read = _unpacked.Read(buffer, offset, count);
        }
        catch (InvalidDataException exception)
        {
            throw new ExportFormatException("BadGzip", "The gzip data is damaged. Fetch the file again.", new SourcePosition(_name), exception);
        }

        _length += read;
        if (read == 0 && count > 0 && _packed.IsCutOff(_length))
        {
            throw new ExportFormatException(
                "BadGzip", "The gzip data ends too early: the file was cut off, and rows are missing. Fetch the file again.", new SourcePosition(_name));
        }

        if (_length > AlwaysAllowed && _length > MaxRatio * Math.Max(_packed.Count, 1))
        {
            throw new ExportFormatException(
                "BadGzip", $"The file unpacks to more than {MaxRatio} times its size, which no real export does. Unpack it by hand if you trust it.",
                new SourcePosition(_name));
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }
}
