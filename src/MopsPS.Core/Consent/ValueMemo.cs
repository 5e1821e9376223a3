using System;
using System.Text;
using MopsPS.Core.Utm.Streaming;

namespace MopsPS.Core.Consent;

/// <summary>Remembers what the values of a column mean, so that no text is made for a value met before. Bounded; not for several threads at once.</summary>
internal sealed class ValueMemo<T>
{
    private const int Capacity = 1024;
    private const int LongestKept = 256;

    private readonly Func<string, T> _read;
    private readonly BytesTable<Box> _known = new(Capacity, Capacity * 32);

    public ValueMemo(Func<string, T> read) => _read = read;

    /// <summary>What a value means.</summary>
    /// <param name="utf8">The value as it stands.</param>
    public T Get(ReadOnlySpan<byte> utf8)
    {
        if (_known.Find(utf8, out var hash) is { } box) return box.Value;
        var value = _read(utf8.IsEmpty ? "" : Encoding.UTF8.GetString(utf8.ToArray()));
        if (utf8.Length <= LongestKept) _known.Add(utf8, hash, new Box(value));
        return value;
    }

    private sealed record Box(T Value);
}
