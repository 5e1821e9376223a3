using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Reads JSON: an array of objects, a wrapper with such an array, JSON Lines, or a single object. Nested objects become columns such as
/// <c>Owner.Name</c>, arrays stay as JSON text, numbers as they are written. The columns are those of the first 1,000 objects; one that
/// comes up later is reported and joins the end from there on.
/// </summary>
public sealed class JsonRecordReader : ValueRecordReader
{
    private const int SampleSize = 1000;

    private readonly string _name;
    private readonly ImportOptions _options;
    private readonly JsonText _text;
    private readonly JsonTable _table;
    private readonly JsonColumns _columns;
    private readonly Queue<(string?[] Values, int Row, int Line)> _sample = new();
    private ExportFormatException? _damage;

    /// <summary>Opens the text and reads its first objects.</summary>
    /// <param name="stream">The bytes, UTF-8 unless a byte order mark or the options say otherwise; owned and closed by the reader.</param>
    /// <param name="name">The name for messages; .jsonl and .ndjson say JSON Lines.</param>
    /// <param name="options">How to read it; the section names the array of a wrapper.</param>
    /// <param name="selectColumns">Given the full schema, the columns to read; null for all.</param>
    /// <exception cref="ExportFormatException">The text is empty or damaged before the first object.</exception>
    public JsonRecordReader(Stream stream, string name, ImportOptions options, Func<RecordSchema, IReadOnlyList<int>>? selectColumns = null)
    {
        _name = name;
        _options = options;
        _columns = new JsonColumns(name, options);
        _text = new JsonText(ToUtf8(stream, options.Encoding), name);
        try
        {
            _table = new JsonTable(_text, name, options);
            ReadSample();
            SetSchema(_columns.Close(_sample.Select(row => row.Values)), selectColumns);
        }
        catch
        {
            _text.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override ExportFormat? Format => new() { Kind = _table.IsLines ? "JsonLines" : "Json", Section = _table.ArrayPath };

    /// <inheritdoc/>
    public override bool Read()
    {
        if (_sample.Count > 0)
        {
            var (values, row, line) = _sample.Dequeue();
            SetRow(_columns.Arrange(values), row, line);
            return true;
        }

        if (_damage is not null) throw _damage;
        using var document = _table.Next();
        if (document is null) return false;
        var flat = _columns.Flatten(document.RootElement, new SourcePosition(_name, _text.Row, _table.Line));
        foreach (var column in _columns.TakeLate()) AddLate(column);
        SetRow(_columns.Arrange(flat), _text.Row, _table.Line);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _text.Dispose();
    }

    private void ReadSample()
    {
        try
        {
            while (_sample.Count < SampleSize)
            {
                using var document = _table.Next();
                if (document is null) return;
                var values = _columns.Flatten(document.RootElement, new SourcePosition(_name, _text.Row, _table.Line));
                _sample.Enqueue((values, _text.Row, _table.Line));
            }
        }
        catch (ExportFormatException exception) when (_sample.Count > 0)
        {
            // The objects before the damage are good: they come first, the error at its place.
            _damage = exception;
        }
    }

    private void AddLate((string Name, int Position) column)
    {
        var isRead = AddColumn(column.Name, column.Position);
        _options.OnProblem?.Invoke(new RecordProblem(
            "LateColumn",
            $"The field '{column.Name}' comes up here for the first time; " + (isRead ? "records from here on have it as a further column." : "it was not chosen from and is not read."),
            new SourcePosition(_name, _text.Row, _table.Line, column.Name)) { Expected = $"a field of one of the first {SampleSize} objects" });
    }

    private static Stream ToUtf8(Stream stream, Encoding? encoding)
    {
        var start = new byte[3];
        var length = 0;
        for (int read; length < 3 && (read = stream.Read(start, length, 3 - length)) > 0;) length += read;
        if (length == 3 && start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF) return stream;
        Array.Resize(ref start, length);
        var whole = new PrefixedStream(start, stream);
        var isUtf16 = length >= 2 && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF));
        if (!isUtf16 && encoding is null or UTF8Encoding) return whole;

        // JSON is UTF-8 (RFC 8259); what is not is rare and small enough to be converted in memory.
        using var reader = new StreamReader(whole, encoding ?? Encoding.Unicode, detectEncodingFromByteOrderMarks: true);
        return new MemoryStream(Encoding.UTF8.GetBytes(reader.ReadToEnd()), writable: false);
    }
}
