using System;
using System.IO;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Passes gzip data on, counts it and keeps what is needed to see that it was cut off: .NET takes a file that ends in the middle for a
/// whole one. A gzip file ends with the size of what is in it (RFC 1952, ISIZE).
/// </summary>
internal sealed class GzipTrailStream(Stream inner) : ForwardStream
{
    private static readonly byte[] Start = [0x1F, 0x8B, 0x08];

    private uint _last;
    private int _matched;
    private int _members;

    /// <summary>How many bytes came along.</summary>
    public long Count { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Count += read;
        var bytes = buffer.AsSpan(offset, read);
        CountMembers(bytes);
        foreach (var b in bytes.Slice(Math.Max(0, read - 4))) _last = (_last >> 8) | ((uint)b << 24);
        return read;
    }

    /// <summary>Whether data that unpacked to a length has another size at its end. Of several gzip files in one the end states the last one's only: nothing is said then.</summary>
    /// <param name="length">The length of all that was unpacked.</param>
    public bool IsCutOff(long length) => _members <= 1 && _last != (uint)length;

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // What looks like the start of a further member may be chance; then a cut is overlooked, as it would be without this.
    private void CountMembers(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_matched == 0)
            {
                var next = bytes.Slice(i).IndexOf(Start[0]);
                if (next < 0) return;
                i += next;
                _matched = 1;
                continue;
            }

            _matched = bytes[i] == Start[_matched] ? _matched + 1 : bytes[i] == Start[0] ? 1 : 0;
            if (_matched < Start.Length) continue;
            _members++;
            _matched = 0;
        }
    }
}
