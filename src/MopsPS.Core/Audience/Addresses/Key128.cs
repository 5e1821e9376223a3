using System;
using System.Runtime.InteropServices;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>
/// A key of 128 bits that stands for bytes: MurmurHash3_x64_128 (Austin Appleby, public domain) with a seed of its own in every process, or the first half of a
/// digest. Among a million values two share a key by chance with a probability of about 10^-27, so that no text has to be kept to compare.
/// </summary>
internal readonly struct Key128 : IEquatable<Key128>
{
    private const ulong C1 = 0x87C37B91114253D5;
    private const ulong C2 = 0x4CF5AD432745937F;

    private static readonly ulong Seed = ((ulong)(uint)Guid.NewGuid().GetHashCode() << 32) | (uint)Guid.NewGuid().GetHashCode();

    public Key128(ulong high, ulong low)
    {
        High = high;
        Low = low;
    }

    public ulong High { get; }

    public ulong Low { get; }

    /// <summary>Whether it stands for nothing.</summary>
    public bool IsNone => (High | Low) == 0;

    /// <summary>The first half of a digest.</summary>
    public static Key128 OfDigest(ReadOnlySpan<byte> digest)
    {
        var low = MemoryMarshal.Read<ulong>(digest);
        return new Key128(MemoryMarshal.Read<ulong>(digest.Slice(8)), low == 0 ? 1 : low);
    }

    /// <summary>The key of bytes.</summary>
    public static Key128 Of(ReadOnlySpan<byte> bytes)
    {
        ulong h1 = Seed, h2 = Seed;
        var length = (ulong)bytes.Length;
        while (bytes.Length >= 16)
        {
            h1 ^= Mix1(MemoryMarshal.Read<ulong>(bytes));
            h1 = (Rotate(h1, 27) + h2) * 5 + 0x52DCE729;
            h2 ^= Mix2(MemoryMarshal.Read<ulong>(bytes.Slice(8)));
            h2 = (Rotate(h2, 31) + h1) * 5 + 0x38495AB5;
            bytes = bytes.Slice(16);
        }

        ulong k1 = 0, k2 = 0;
        for (var i = bytes.Length - 1; i >= 8; i--) k2 = (k2 << 8) | bytes[i];
        for (var i = Math.Min(7, bytes.Length - 1); i >= 0; i--) k1 = (k1 << 8) | bytes[i];
        h2 ^= Mix2(k2) ^ length;
        h1 ^= Mix1(k1) ^ length;
        h1 += h2;
        h2 += h1;
        h1 = Finish(h1);
        h2 = Finish(h2);
        h1 += h2;
        h2 += h1;
        return new Key128(h2, h1 == 0 ? 1 : h1);
    }

    public bool Equals(Key128 other) => Low == other.Low && High == other.High;

    public override bool Equals(object? obj) => obj is Key128 other && Equals(other);

    public override int GetHashCode() => (int)Low;

    private static ulong Mix1(ulong k) => Rotate(k * C1, 31) * C2;

    private static ulong Mix2(ulong k) => Rotate(k * C2, 33) * C1;

    private static ulong Rotate(ulong value, int bits) => (value << bits) | (value >> (64 - bits));

    private static ulong Finish(ulong k)
    {
        k = (k ^ (k >> 33)) * 0xFF51AFD7ED558CCD;
        k = (k ^ (k >> 33)) * 0xC4CEB9FE1A85EC53;
        return k ^ (k >> 33);
    }
}
