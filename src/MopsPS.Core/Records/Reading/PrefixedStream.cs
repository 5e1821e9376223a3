using System;
using System.IO;

namespace MopsPS.Core.Records.Reading;

/// <summary>A stream whose start was read already: gives the bytes again, then the rest.</summary>
internal sealed class PrefixedStream(byte[] prefix, Stream rest) : ForwardStream
{
    private int _position;

    /// <summary>Puts what was read back: by going back where the stream can, else by giving the bytes again.</summary>
    public static Stream PutBack(Stream stream, byte[] bytes)
    {
        if (!stream.CanSeek) return new PrefixedStream(bytes, stream);
        stream.Seek(-bytes.Length, SeekOrigin.Current);
        return stream;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= prefix.Length) return rest.Read(buffer, offset, count);
        var taken = Math.Min(count, prefix.Length - _position);
        Array.Copy(prefix, _position, buffer, offset, taken);
        _position += taken;
        return taken;
    }

#if NET
    public override int Read(Span<byte> buffer)
    {
        if (_position >= prefix.Length) return rest.Read(buffer);
        var taken = Math.Min(buffer.Length, prefix.Length - _position);
        prefix.AsSpan(_position, taken).CopyTo(buffer);
        _position += taken;
        return taken;
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
