using System;
using System.Text.Json;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Finds the objects in a JSON text: those of an array, of the array in a wrapper (<c>{"result":{"records":[…]}}</c>), of JSON Lines, or
/// objects one after the other.
/// </summary>
internal sealed class JsonTable
{
    private const int DeepestWrapper = 3;

    private readonly JsonText _text;
    private readonly string _name;
    private readonly ImportOptions _options;
    private Shape _shape;
    private int _depth;
    private bool _isFirst = true;
    private bool _hasEmptyArray;

    public JsonTable(JsonText text, string name, ImportOptions options)
    {
        _text = text;
        _name = name;
        _options = options;
        var first = text.Peek();
        if (first < 0) throw new ExportFormatException("EmptyFile", "The file is empty.", new SourcePosition(name));
        if (HasEnding(".jsonl") || HasEnding(".ndjson") || (first == '{' && text.IsLines()))
        {
            _shape = Shape.Lines;
            IsLines = true;
        }
        else if (first == '[') text.Skip();
        else if (first == '{') FindArray();
        else throw text.Damage("it starts with neither [ nor {");
    }

    private enum Shape
    {
        Array,
        Sequence,
        Lines,
        End,
    }

    /// <summary>Whether every line is an object of its own.</summary>
    public bool IsLines { get; }

    /// <summary>The property of the wrapper that holds the array; null where there is no wrapper.</summary>
    public string? ArrayPath { get; private set; }

    /// <summary>The line on which the last object starts.</summary>
    public int Line { get; private set; }

    /// <summary>The next object; null at the end. What is no object is reported and left out.</summary>
    public JsonDocument? Next()
    {
        while (NextValue() is { } document)
        {
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            var kind = document.RootElement.ValueKind;
            document.Dispose();
            Report($"An object was expected, but here is a value of the kind {kind}; it is left out.");
        }

        return null;
    }

    private JsonDocument? NextValue()
    {
        switch (_shape)
        {
            case Shape.Array:
                return NextElement();
            case Shape.Sequence:
                if (_text.Peek() < 0) break;
                return Located();
            case Shape.Lines:
                return NextLine();
        }

        _shape = Shape.End;
        return null;
    }

    private JsonDocument? NextElement()
    {
        if (_text.Peek() == ']' && _isFirst)
        {
            EndArray();
            return null;
        }

        if (!_isFirst)
        {
            if (_text.Peek() == ']')
            {
                EndArray();
                return null;
            }

            _text.Expect(',');
        }

        _isFirst = false;
        return Located();
    }

    private JsonDocument Located()
    {
        _text.Peek();
        Line = _text.Line;
        _text.Row++;
        return _text.Value();
    }

    private JsonDocument? NextLine()
    {
        while (true)
        {
            Line = _text.Line;
            if (_text.NextLine() is not { } line)
            {
                _shape = Shape.End;
                return null;
            }

            if (IsBlank(line.Span)) continue;
            _text.Row++;
            try
            {
                return JsonDocument.Parse(line);
            }
            catch (JsonException exception)
            {
                Report($"The line is no whole JSON object: {JsonText.Reason(exception)}; it is left out.", (int)(exception.BytePositionInLine ?? 0) + 1);
            }
        }
    }

    private void FindArray()
    {
        _text.Mark();
        if (FindArray(1, ""))
        {
            _text.Unmark();
            return;
        }

        if (_options.Section is { } section)
        {
            throw new ExportFormatException(
                "SectionNotFound", $"There is no array of objects named '{section}'. Leave the section out to take the first, or give its path, for example 'result.records'.", new SourcePosition(_name));
        }

        if (_hasEmptyArray)
        {
            _text.Unmark();
            _shape = Shape.End;
            return;
        }

        // No array of objects in it: the object is the record itself, and others may follow.
        _text.Reset();
        _shape = Shape.Sequence;
    }

    private bool FindArray(int depth, string prefix)
    {
        _text.Expect('{');
        for (var isFirst = true; _text.Peek() != '}'; isFirst = false)
        {
            if (!isFirst) _text.Expect(',');
            var path = prefix + PropertyName();
            var next = _text.Peek();
            if (next == '[')
            {
                if (FoundArray(depth, path)) return true;
            }
            else if (next == '{' && depth < DeepestWrapper)
            {
                if (FindArray(depth + 1, path + ".")) return true;
            }
            else
            {
                _text.Value().Dispose();
            }
        }

        _text.Skip();
        return false;
    }

    private bool FoundArray(int depth, string path)
    {
        _text.Skip();
        var isWanted = _options.Section is null || string.Equals(path, _options.Section, StringComparison.OrdinalIgnoreCase);
        var inside = _text.Peek();
        if (isWanted && (inside == '{' || (inside == ']' && _options.Section is not null)))
        {
            _depth = depth;
            ArrayPath = path;
            return true;
        }

        if (inside == ']') _hasEmptyArray |= isWanted && IsUsualName(path);
        for (var isFirst = true; _text.Peek() != ']'; isFirst = false)
        {
            if (!isFirst) _text.Expect(',');
            _text.Value().Dispose();
        }

        _text.Skip();
        return false;
    }

    // What comes after the array is checked, so that a file that was cut off there does not pass for a whole one.
    private void EndArray()
    {
        _text.Skip();
        for (; _depth > 0; _depth--)
        {
            while (_text.Peek() != '}')
            {
                _text.Expect(',');
                var name = PropertyName();
                var mayBeTable = _text.Peek() == '[';
                using var value = _text.Value();
                if (mayBeTable && value.RootElement.GetArrayLength() > 0 && value.RootElement[0].ValueKind == JsonValueKind.Object)
                    Report($"The array '{name}' was not read, '{ArrayPath}' was. Name the one to read as the section.");
            }

            _text.Skip();
        }

        if (_text.Peek() >= 0) throw _text.Damage("something follows after its end");
        _shape = Shape.End;
    }

    private string PropertyName()
    {
        if (_text.Peek() != '"') throw _text.Damage(_text.Peek() < 0 ? "it ends in the middle of an object; it was cut off" : "a property name in quotes should stand here");
        using var name = _text.Value();
        _text.Expect(':');
        return name.RootElement.GetString()!;
    }

    private void Report(string message, int character = 0) => _options.OnProblem?.Invoke(
        new RecordProblem("BadJson", message, new SourcePosition(_name, _text.Row, Line, null, character)) { Expected = "an object", IsSkipped = true });

    private bool HasEnding(string ending) =>
        _name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || _name.EndsWith(ending + ".gz", StringComparison.OrdinalIgnoreCase);

    private static bool IsUsualName(string path) => path.Substring(path.LastIndexOf('.') + 1).ToUpperInvariant() is
        "RECORDS" or "RESULTS" or "RESULT" or "VALUE" or "VALUES" or "DATA" or "ITEMS" or "ROWS" or "CONTACTS" or "LEADS";

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var b in line) if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r')) return false;
        return true;
    }
}
