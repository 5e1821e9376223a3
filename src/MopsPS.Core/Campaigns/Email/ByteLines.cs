using System.Collections.Generic;
using System.Text;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>The lines of a file by the offset of their bytes.</summary>
internal sealed class ByteLines
{
    private readonly List<int> _starts = [0];
    private readonly byte[] _content;

    public ByteLines(byte[] content)
    {
        _content = content;
        for (var i = 0; i < content.Length; i++)
            if (content[i] == '\n') _starts.Add(i + 1);
    }

    /// <summary>The one-based line of an offset.</summary>
    public int LineOf(long offset)
    {
        var index = _starts.BinarySearch((int)offset);
        return (index < 0 ? ~index - 1 : index) + 1;
    }

    /// <summary>The lines that may close a multipart: <c>--boundary--</c> (RFC 2046, section 5.1.1: a boundary has at most 70 characters).</summary>
    public HashSet<string> Closings()
    {
        var closings = new HashSet<string>(System.StringComparer.Ordinal);
        for (var i = 0; i < _starts.Count; i++)
        {
            var start = _starts[i];
            var end = i + 1 < _starts.Count ? _starts[i + 1] : _content.Length;
            if (end - start is < 5 or > 200 || _content[start] != '-' || _content[start + 1] != '-') continue;
            var line = Encoding.ASCII.GetString(_content, start, end - start).TrimEnd();
            if (line.EndsWith("--", System.StringComparison.Ordinal)) closings.Add(line);
        }

        return closings;
    }
}
