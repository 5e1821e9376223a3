using System;
using System.Runtime.CompilerServices;
using System.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Text;

/// <summary>Short forms of normalised texts.</summary>
internal static class Folding
{
    /// <summary>A normalised text without its blanks.</summary>
    public static string Squeeze(string text) => text.IndexOf(' ') < 0 ? text : text.Replace(" ", "");

    /// <summary>A normalised text without its blanks, with room to make it in.</summary>
    [MethodImpl(Hot.Loop)]
    public static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> text, CharBuffer room)
    {
        if (text.IndexOf(' ') < 0) return text;
        var start = room.Length;
        foreach (var c in text)
            if (c != ' ') room.Append(c);
        return room.From(start);
    }

    /// <summary>The digits only.</summary>
    public static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is >= '0' and <= '9') digits.Append(c);
        return digits.ToString();
    }
}
