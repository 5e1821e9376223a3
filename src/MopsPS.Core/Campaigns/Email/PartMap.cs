using System.Collections.Generic;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>From the decoded text of a part to line and column of the message. Exact but for base64, where the place is that of the decoded text.</summary>
internal sealed class PartMap
{
    private readonly HtmlSource _source;
    private readonly int _firstLine;
    private readonly List<(int Offset, int RawStart)>? _rawLines;
    private readonly byte[]? _raw;
    private readonly bool _isUtf8;

    private PartMap(HtmlSource source, int firstLine, bool isExact, List<(int Offset, int RawStart)>? rawLines = null, byte[]? raw = null, bool isUtf8 = false)
    {
        _source = source;
        _firstLine = firstLine;
        _rawLines = rawLines;
        _raw = raw;
        _isUtf8 = isUtf8;
        IsExact = isExact;
    }

    /// <summary>Whether places are those of the file.</summary>
    public bool IsExact { get; }

    /// <summary>A part that stands in the file as it is.</summary>
    public static PartMap Plain(HtmlSource source, int firstLine) => new(source, firstLine, true);

    /// <summary>A part that cannot be read in the file.</summary>
    public static PartMap Encoded(HtmlSource source) => new(source, 1, false);

    /// <summary>A quoted-printable part (RFC 2045, section 6.7): lines are cut by a = at their end.</summary>
    /// <param name="source">The decoded text.</param>
    /// <param name="raw">The bytes of the part in the file.</param>
    /// <param name="firstLine">The line of the file on which they start.</param>
    /// <param name="isUtf8">Whether several bytes may be one character.</param>
    public static PartMap QuotedPrintable(HtmlSource source, byte[] raw, int firstLine, bool isUtf8)
    {
        var lines = new List<(int, int)>();
        var characters = 0;
        for (var i = 0; i < raw.Length;)
        {
            lines.Add((characters, i));
            while (i < raw.Length && raw[i] != '\n') characters += Step(raw, ref i, isUtf8);
            if (i >= raw.Length) break;
            // A soft break, "=" and maybe white space before the end of the line, is no character; Step has passed over it.
            if (!IsSoft(raw, i)) characters++;
            i++;
        }

        return new PartMap(source, firstLine, true, lines, raw, isUtf8);
    }

    /// <summary>The place of an offset.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        if (offset < 0) return (0, 0);
        if (_rawLines is null || _raw is null)
        {
            var (line, column) = _source.PlaceOf(offset);
            return (_firstLine + line - 1, column);
        }

        int low = 0, high = _rawLines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_rawLines[middle].Offset <= offset) low = middle;
            else high = middle - 1;
        }

        if (_rawLines.Count == 0) return (_firstLine, 1);
        var (start, at) = _rawLines[low];
        var from = at;
        while (start < offset && at < _raw.Length && _raw[at] != '\n') start += Step(_raw, ref at, _isUtf8);
        return (_firstLine + low, at - from + 1);
    }

    // Goes over one encoded or plain byte; 1 where it starts a character.
    private static int Step(byte[] raw, ref int i, bool isUtf8)
    {
        int value = raw[i];
        if (value == '=' && i + 2 < raw.Length && Hex(raw[i + 1]) >= 0 && Hex(raw[i + 2]) >= 0)
        {
            value = (Hex(raw[i + 1]) * 16) + Hex(raw[i + 2]);
            i += 3;
        }
        else if (value == '=' && IsLineEnd(raw, i + 1))
        {
            do i++;
            while (i < raw.Length && raw[i] != '\n');
            return 0;
        }
        else
        {
            i++;
        }

        if (isUtf8 && (value & 0xC0) == 0x80) return 0;
        // Above the basic plane, a character is two in .NET.
        return isUtf8 && value >= 0xF0 ? 2 : 1;
    }

    private static bool IsSoft(byte[] raw, int newline)
    {
        var i = newline - 1;
        while (i >= 0 && raw[i] is (byte)'\r' or (byte)' ' or (byte)'\t') i--;
        return i >= 0 && raw[i] == '=';
    }

    private static bool IsLineEnd(byte[] raw, int i)
    {
        while (i < raw.Length && raw[i] is (byte)' ' or (byte)'\t' or (byte)'\r') i++;
        return i >= raw.Length || raw[i] == '\n';
    }

    private static int Hex(byte b) => b is >= (byte)'0' and <= (byte)'9' ? b - '0' : b is >= (byte)'A' and <= (byte)'F' ? b - 'A' + 10 : b is >= (byte)'a' and <= (byte)'f' ? b - 'a' + 10 : -1;
}
