using System;
using System.IO;
using System.Text.Json;

namespace MopsPS.Core.Records.Reading;

/// <summary>Walks over a stream of JSON value by value: only the value at hand is in memory, and every error has its place.</summary>
internal sealed class JsonText(Stream stream, string name) : IDisposable
{
    private const int LargestValue = 1 << 29;

    private byte[] _buffer = new byte[1 << 16];
    private int _position;
    private int _length;
    private int _mark = -1;
    private (int Line, int Character) _markedAt;
    private bool _isAtEnd;

    /// <summary>The one-based line.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The one-based byte in the line.</summary>
    public int Character { get; private set; } = 1;

    /// <summary>The data row, for errors.</summary>
    public int Row { get; set; }

    /// <summary>The next byte that is no white space, not consumed; -1 at the end.</summary>
    public int Peek()
    {
        while (true)
        {
            for (; _position < _length; Advance(1))
                if (_buffer[_position] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return _buffer[_position];
            if (!Fill()) return -1;
        }
    }

    /// <summary>Consumes the byte that <see cref="Peek"/> saw.</summary>
    public void Skip() => Advance(1);

    /// <summary>Consumes one byte, which must be the given one.</summary>
    public void Expect(char expected)
    {
        var found = Peek();
        if (found != expected) throw Damage(found < 0 ? $"it ends where '{expected}' should come; it was cut off" : $"'{expected}' should stand here");
        Skip();
    }

    /// <summary>Reads one whole value.</summary>
    public JsonDocument Value()
    {
        if (Peek() < 0) throw Damage("it ends where a value should come; it was cut off");
        while (true)
        {
            var reader = new Utf8JsonReader(new ReadOnlySpan<byte>(_buffer, _position, _length - _position), _isAtEnd, default);
            try
            {
                if (JsonDocument.TryParseValue(ref reader, out var document))
                {
                    Advance((int)reader.BytesConsumed);
                    return document!;
                }
            }
            catch (JsonException exception)
            {
                throw Damage(exception);
            }

            if (!Fill()) throw Damage("it ends in the middle of a value; it was cut off");
        }
    }

    /// <summary>The next line without its end; null at the end of the text.</summary>
    public ReadOnlyMemory<byte>? NextLine()
    {
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', _position, _length - _position);
            if (end >= 0 || _isAtEnd)
            {
                if (end < 0 && _position == _length) return null;
                var line = new ReadOnlyMemory<byte>(_buffer, _position, (end < 0 ? _length : end) - _position);
                Advance(line.Length + (end < 0 ? 0 : 1));
                return line;
            }

            Fill();
        }
    }

    /// <summary>Whether the text, standing at its first object, is JSON Lines: a whole object on the first line, another one after it.</summary>
    public bool IsLines()
    {
        Mark();
        try
        {
            if (NextLine() is not { } line) return false;
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object && Peek() == '{';
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Remembers the place, and keeps what follows in memory.</summary>
    public void Mark()
    {
        _mark = _position;
        _markedAt = (Line, Character);
    }

    /// <summary>Goes back to the mark.</summary>
    public void Reset()
    {
        _position = _mark;
        (Line, Character) = _markedAt;
        _mark = -1;
    }

    /// <summary>Forgets the mark.</summary>
    public void Unmark() => _mark = -1;

    /// <summary>An error at the current place.</summary>
    public ExportFormatException Damage(string what) => Damage(what, Line, Character, null);

    /// <summary>An error of the parser, which counts from the current place.</summary>
    public ExportFormatException Damage(JsonException exception)
    {
        var line = (int)(exception.LineNumber ?? 0);
        var character = (int)(exception.BytePositionInLine ?? 0) + (line == 0 ? Character : 1);
        return Damage(Reason(exception), Line + line, character, exception);
    }

    /// <summary>What the parser says, without its own count of places.</summary>
    public static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? exception.Message : exception.Message.Substring(0, end)).TrimEnd('.');
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private ExportFormatException Damage(string what, int line, int character, Exception? inner) => new(
        "BadJson", $"The JSON is damaged: {what}. Export the file again, or correct it at this place.", new SourcePosition(name, Row, line, null, character), inner);

    private void Advance(int count)
    {
        for (var end = _position + count; _position < end; _position++)
        {
            if (_buffer[_position] == '\n')
            {
                Line++;
                Character = 1;
            }
            else
            {
                Character++;
            }
        }
    }

    private bool Fill()
    {
        if (_isAtEnd) return false;
        var keep = _mark >= 0 ? _mark : _position;
        if (keep > 0)
        {
            Buffer.BlockCopy(_buffer, keep, _buffer, 0, _length - keep);
            _length -= keep;
            _position -= keep;
            if (_mark >= 0) _mark = 0;
        }

        if (_length == _buffer.Length)
        {
            if (_buffer.Length >= LargestValue) throw Damage("one value is larger than 512 MB");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        // A full buffer, or a value that lies over its end would be parsed anew with every small read.
        while (_length < _buffer.Length)
        {
            var read = stream.Read(_buffer, _length, _buffer.Length - _length);
            _isAtEnd = read == 0;
            if (_isAtEnd) break;
            _length += read;
        }

        return true;
    }
}
