using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Passes gzip data on, counts it and keeps what is needed to see that it was cut off: .NET takes a file that ends in the middle for a
/// whole one. A gzip file is one member or several, and each ends with the size of what is in it (RFC 1952, ISIZE).
/// </summary>
internal sealed class GzipTrailStream(Stream inner) : ForwardStream
{
    private const int HeaderLength = 10;
    private const int SizeLength = 4;
    private const int Carried = HeaderLength - 1 + SizeLength;
    private static readonly byte[] Start = [0x1F, 0x8B, 0x08];

    private readonly HashSet<uint> _sizes = [];
    private byte[] _window = new byte[Carried + 8192];
    private int _kept;
    private uint _sum;

    /// <summary>How many bytes came along.</summary>
    public long Count { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Count += read;
        if (read > 0) Look(buffer.AsSpan(offset, read));
        return read;
    }

    /// <summary>
    /// Whether data that unpacked to a length has other sizes at the ends of its members. Once in 10^11 bytes chance makes what looks like a
    /// member; so data that is whole without one of them is whole.
    /// </summary>
    /// <param name="length">The length of all that was unpacked.</param>
    public bool IsCutOff(long length)
    {
        if (_kept < SizeLength) return true;
        var last = BinaryPrimitives.ReadUInt32LittleEndian(_window.AsSpan(_kept - SizeLength));
        var surplus = _sum + last - (uint)length;
        return surplus != 0 && !_sizes.Contains(surplus);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // Each further member that starts here says that the four bytes before it are the size of the one before.
    private void Look(ReadOnlySpan<byte> bytes)
    {
        if (_kept + bytes.Length > _window.Length) Array.Resize(ref _window, _kept + bytes.Length);
        bytes.CopyTo(_window.AsSpan(_kept));
        var all = _window.AsSpan(0, _kept + bytes.Length);
        for (var at = SizeLength; at + HeaderLength <= all.Length; at++)
        {
            var next = all.Slice(at, all.Length - at - HeaderLength + Start.Length).IndexOf(Start);
            if (next < 0) break;
            at += next;
            if (!IsHeader(all.Slice(at, HeaderLength))) continue;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(all.Slice(at - SizeLength));
            _sum += size;
            _sizes.Add(size);
        }

        _kept = Math.Min(Carried, all.Length);
        all.Slice(all.Length - _kept).CopyTo(_window);
    }

    // Reserved flags are zero; the extra flags of deflate are 0, 2 or 4; systems have the numbers 0 to 13, and 255 is unknown.
    private static bool IsHeader(ReadOnlySpan<byte> header) => (header[3] & 0xE0) == 0 && header[8] is 0 or 2 or 4 && header[9] is <= 13 or 255;
}
