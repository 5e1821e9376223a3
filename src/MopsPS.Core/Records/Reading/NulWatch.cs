using System;
using System.IO;

namespace MopsPS.Core.Records.Reading;

/// <summary>Passes a stream on and remembers whether a NUL byte came along: one look at a whole buffer in place of one at every row.</summary>
internal sealed class NulWatch(Stream inner) : ForwardStream
{
    /// <summary>Whether there was a NUL byte so far.</summary>
    public bool HasSeenNul { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Look(buffer.AsSpan(offset, read));
        return read;
    }

#if NET
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Look(buffer.Slice(0, read));
        return read;
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Look(ReadOnlySpan<byte> bytes) => HasSeenNul = HasSeenNul || bytes.IndexOf((byte)0) >= 0;
}
