using System;
using System.Buffers.Binary;
using System.Text;

namespace MopsPS.Core.Funnel;

/// <summary>
/// Numbers byte texts in the order of their first coming, without making strings: 0, 1, 2 … for the texts of a column or the keys of a file.
/// </summary>
internal sealed class Utf8Table
{
    private int[] _slots = new int[64];
    private ulong[] _hashes = new ulong[16];
    private int[] _starts = new int[17];
    private byte[] _bytes = new byte[256];

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a text, or -1 where it has none.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        for (var slot = (int)hash & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var at = _slots[slot] - 1;
            if (at < 0) return -1;
            if (_hashes[at] == hash && Span(at).SequenceEqual(text)) return at;
        }
    }

    /// <summary>The number of a text, a new one where it had none.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var slot = (int)hash & (_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var at = _slots[slot] - 1;
            if (_hashes[at] == hash && Span(at).SequenceEqual(text)) return at;
        }

        _slots[slot] = ++Count;
        if (Count > _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _starts, (Count * 2) + 1);
        }

        _hashes[Count - 1] = hash;
        var start = _starts[Count - 1];
        if (start + text.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(start + text.Length, _bytes.Length * 2));
        text.CopyTo(_bytes.AsSpan(start));
        _starts[Count] = start + text.Length;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> Span(int number) => _bytes.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>The text.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(_bytes, _starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>A hash of 64 bits, eight bytes at a time, mixed as in xxHash64. The last eight bytes of a longer text are read whole, some of them again.</summary>
    public static ulong Hash(ReadOnlySpan<byte> text)
    {
        const ulong first = 11400714785074694791, second = 14029467366897019727, third = 1609587929392839161;
        var hash = third + (ulong)text.Length;
        if (text.Length >= 8)
        {
            for (var at = 0; at < text.Length - 8; at += 8) hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(at)));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(text.Length - 8)));
        }
        else if (text.Length >= 4)
        {
            hash = Mix(hash, ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text) << 32) | BinaryPrimitives.ReadUInt32LittleEndian(text.Slice(text.Length - 4)));
        }
        else if (text.Length > 0)
        {
            hash = Mix(hash, ((ulong)text[0] << 16) | ((ulong)text[text.Length >> 1] << 8) | text[text.Length - 1]);
        }

        hash = (hash ^ (hash >> 33)) * second;
        hash = (hash ^ (hash >> 29)) * third;
        return hash ^ (hash >> 32);

        static ulong Mix(ulong hash, ulong lane) => (Rotate(hash ^ (Rotate(lane * second, 31) * first), 27) * first) + second;
    }

    private static ulong Rotate(ulong value, int bits) => (value << bits) | (value >> (64 - bits));

    private void Grow()
    {
        var slots = new int[_slots.Length * 2];
        for (var at = 0; at < Count; at++)
        {
            var slot = (int)_hashes[at] & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = at + 1;
        }

        _slots = slots;
    }
}
