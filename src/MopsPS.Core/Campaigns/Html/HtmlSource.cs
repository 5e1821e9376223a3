using System;
using System.Collections.Generic;
using MopsPS.Core.Records.Reading;
using MopsPS.Core.Utm.Links;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>A text with its lines: turns a zero-based offset into the line and column that an editor shows.</summary>
internal sealed class HtmlSource
{
    private readonly List<int> _starts = [0];

    public HtmlSource(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) _starts.Add(i + 1);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The number of lines.</summary>
    public int Lines => _starts.Count;

    /// <summary>Reads bytes as the file itself says: a byte order mark, UTF-8 where the bytes are, else the charset that a meta element names.</summary>
    public static HtmlSource Decode(byte[] content)
    {
        var (encoding, preamble) = TextSample.Detect(content, content.Length, true, null);
        if (ReferenceEquals(encoding, TextEncodings.Windows1252)) encoding = HtmlCharset.Find(content) ?? encoding;
        return new HtmlSource(encoding.GetString(content, preamble, content.Length - preamble));
    }

    /// <summary>The place of an offset, both numbers one-based; the last place for an offset behind the end, none for a negative one.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        if (offset < 0) return (0, 0);
        var index = _starts.BinarySearch(Math.Min(offset, Text.Length));
        if (index < 0) index = ~index - 1;
        return (index + 1, Math.Min(offset, Text.Length) - _starts[index] + 1);
    }

    /// <summary>Where a line starts.</summary>
    /// <param name="line">The line, zero-based.</param>
    public int StartOf(int line) => _starts[line];
}
