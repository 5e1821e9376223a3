using System;
using System.Text;

namespace MopsPS.Core.Records.Reading;

/// <summary>Packs the texts of a row, see <see cref="PackedRow"/>; one packer serves all rows of a reader.</summary>
internal sealed class RowPacker(int columns)
{
    private static readonly UTF8Encoding Strict = new(false, true);

    private int[] _entries = new int[columns];
    private byte[] _text = new byte[1024];
    private int _count;
    private int _length;

    /// <summary>Whether all texts of the row are valid UTF-8; what is not shows as U+FFFD.</summary>
    public bool IsValid => Utf8Text.IsValid(_text.AsSpan(0, _length));

    /// <summary>Starts a row.</summary>
    public void Start()
    {
        _count = 0;
        _length = 0;
    }

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_text.AsSpan(_length));
        _length += utf8.Length;
        End(isNull: false);
    }

    /// <summary>Adds a null.</summary>
    public void AddNull() => End(isNull: true);

    /// <summary>Adds a text, or a null.</summary>
    /// <returns>False where the text cannot be written as UTF-8 without loss (half a surrogate pair): the row must then be kept as strings.</returns>
    public bool TryAdd(string? text)
    {
        if (text is null)
        {
            AddNull();
            return true;
        }

        try
        {
            Reserve(Strict.GetMaxByteCount(text.Length));
            _length += Strict.GetBytes(text, 0, text.Length, _text, _length);
        }
        catch (EncoderFallbackException)
        {
            return false;
        }

        End(isNull: false);
        return true;
    }

    /// <summary>The packed row.</summary>
    public byte[] Pack()
    {
        var width = PackedRow.EntryWidth(_length);
        var row = new byte[(width * _count) + _length];
        var at = 0;
        for (var i = 0; i < _count; i++)
        {
            var entry = _entries[i];
            row[at++] = (byte)entry;
            row[at++] = (byte)(entry >> 8);
            if (width == 2) continue;
            row[at++] = (byte)(entry >> 16);
            row[at++] = (byte)(entry >> 24);
        }

        Buffer.BlockCopy(_text, 0, row, at, _length);
        return row;
    }

    private void End(bool isNull)
    {
        if (_count == _entries.Length) Array.Resize(ref _entries, Math.Max(16, _count * 2));
        _entries[_count++] = (_length << 1) | (isNull ? 1 : 0);
    }

    private void Reserve(int more)
    {
        // An entry keeps one bit for null.
        if ((long)_length + more > int.MaxValue / 2) throw new OutOfMemoryException("A row of more than 1 GB cannot be held as a record.");
        if (_text.Length - _length >= more) return;
        Array.Resize(ref _text, (int)Math.Min(int.MaxValue / 2, Math.Max((long)_text.Length * 2, (long)_length + more)));
    }
}
