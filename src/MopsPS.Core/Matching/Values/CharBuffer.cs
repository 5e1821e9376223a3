using System;
using System.Runtime.CompilerServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>Characters that are put together, for one thread and to be used again.</summary>
internal sealed class CharBuffer
{
    private char[] _chars = new char[1024];
    private int _length;

    /// <summary>How many characters there are; less can be set, to take some back.</summary>
    public int Length
    {
        get => _length;
        set => _length = value <= _length ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>The characters from one on.</summary>
    public Span<char> From(int start) => _chars.AsSpan(start, _length - start);

    /// <summary>Adds a character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(char c)
    {
        if (_length == _chars.Length) Array.Resize(ref _chars, _chars.Length * 2);
        _chars[_length++] = c;
    }

    /// <summary>Adds a text.</summary>
    [MethodImpl(Hot.Loop)]
    public void Append(ReadOnlySpan<char> text)
    {
        var length = _chars.Length;
        while (length < _length + text.Length) length *= 2;
        if (length > _chars.Length) Array.Resize(ref _chars, length);
        text.CopyTo(_chars.AsSpan(_length));
        _length += text.Length;
    }
}
