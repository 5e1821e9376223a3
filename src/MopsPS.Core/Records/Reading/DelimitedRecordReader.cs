using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Records.Reading;

/// <summary>Reads delimited text with CsvHelper's span reader; finds the table in a report and reports every bad row.</summary>
public sealed class DelimitedRecordReader : RecordReader
{
    private const int MaxRecordBytes = 1 << 28;

    private readonly string _name;
    private readonly ImportOptions _options;
    private readonly DelimitedLayout _layout;
    private readonly int _width;
    private readonly int[] _columns;
    private readonly byte _delimiter;
    private readonly List<CsvMalformedRecord> _malformed = [];
    private CsvReader _csv;
    private int _lineOffset;
    private bool _hasRepaired;
    private bool _isAtEnd;
    private bool _reportedEncoding;
    private bool _isRagged;
    private bool _isInFooter;

    /// <summary>Opens the text, finds its table and reads the header.</summary>
    /// <param name="stream">The bytes; owned and closed by the reader.</param>
    /// <param name="name">The name for messages.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="selectColumns">Given the full schema, the columns to read; null for all.</param>
    /// <exception cref="ExportFormatException">The text is empty, or its header or a column cannot be used.</exception>
    public DelimitedRecordReader(Stream stream, string name, ImportOptions options, Func<RecordSchema, IReadOnlyList<int>>? selectColumns = null)
    {
        _name = name;
        _options = options;
        var sample = TextSample.Read(stream, options.Encoding);
        if (string.IsNullOrWhiteSpace(sample.Text) && options.Header is null)
            throw new ExportFormatException("EmptyFile", "The file is empty: there is not even a header line.", new SourcePosition(name));
        _layout = DelimitedLayout.Detect(sample, name, options);
        _delimiter = (byte)_layout.Delimiter;
        _csv = CsvReader.Create(
            PrefixedStream.PutBack(stream, sample.AllBytes), CsvOptions(true, sample.IsUtf8 ? null : sample.Encoding, options.Header?.Length ?? _layout.FieldCount), leaveOpen: false);
        var header = options.Header ?? ReadHeader();
        var all = new RecordSchema(HeaderNames.Make(header, name, _layout.FirstLine, options), name);
        _width = all.Count;
        _columns = selectColumns?.Invoke(all).ToArray() ?? Enumerable.Range(0, all.Count).ToArray();
        Schema = selectColumns is null ? all : new RecordSchema(_columns.Select(i => all.Columns[i]).ToArray(), name);
        Format = new ExportFormat
        {
            Delimiter = _layout.Delimiter,
            Encoding = sample.Encoding.WebName,
            HeaderLine = options.Header is null ? _layout.FirstLine : 0,
            Section = _layout.Section,
            Sections = _layout.Sections,
        };
    }

    /// <inheritdoc/>
    public override RecordSchema Schema { get; }

    /// <inheritdoc/>
    public override ExportFormat? Format { get; }

    /// <inheritdoc/>
    public override int Row => _row;

    /// <inheritdoc/>
    public override int Line => (int)_csv.LineNumber + _lineOffset;

    private int _row;

    /// <inheritdoc/>
    public override bool Read()
    {
        while (!_isAtEnd && ReadRaw())
        {
            if (_layout.Section is not null && ReportText.IsTitle(Fields()))
            {
                _isAtEnd = true;
                return false;
            }

            if (_width > 1 && IsFooter()) continue;
            _row++;
            _reportedEncoding = false;
            if (_malformed.Count > 0) ReportMalformed();
            if (_csv.RawRecord.IndexOf((byte)0) >= 0)
                Report("NulByte", "The row holds NUL bytes; it is kept as it is.", null, "text", false);
            _isRagged = _csv.FieldCount != _width;
            if (!_isRagged || TakeRagged()) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetUtf8(int column)
    {
        var index = _columns[column];
        if (_isRagged && index == _width - 1 && _csv.FieldCount > _width) return Encoding.UTF8.GetBytes(GetString(column)!);
        if (index >= _csv.FieldCount) return default;
        var span = _csv.GetSpan(index);
        if (!_options.UnescapeFormula || span.Length < 2 || span[0] != (byte)'\'') return span;
        var text = _csv.GetString(index);
        return FormulaText.Unescape(text).Length == text.Length ? span : span.Slice(1);
    }

    /// <inheritdoc/>
    public override string? GetString(int column)
    {
        var index = _columns[column];
        if (index >= _csv.FieldCount) return null;
        var text = _isRagged && index == _width - 1 && _csv.FieldCount > _width ? Joined() : _csv.GetString(index);
        if (!_reportedEncoding && text.IndexOf('\uFFFD') >= 0 && _csv.GetSpan(index).IndexOf("\uFFFD"u8) < 0)
        {
            _reportedEncoding = true;
            Report("BadEncoding", "The row holds bytes that are no text in the file's encoding. Name the right encoding.", null, Format!.Encoding, false);
        }

        return _options.UnescapeFormula && text.Length > 1 && text[0] == '\'' ? FormulaText.Unescape(text) : text;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _csv.Dispose();
    }

    private string[] ReadHeader()
    {
        while (ReadRaw(forHeader: true))
        {
            if (Line < _layout.FirstLine || _csv.RawRecord.IsEmpty) continue;
            _malformed.Clear();
            return Fields();
        }

        throw new ExportFormatException("EmptyFile", "The file has no header line.", new SourcePosition(_name));
    }

    private string[] Fields()
    {
        var fields = new string[_csv.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = _csv.GetString(i);
        return fields;
    }

    private bool ReadRaw(bool forHeader = false)
    {
        try
        {
            while (_csv.Read())
            {
                if (!forHeader && _options.Header is not null && Line < _layout.FirstLine) continue;
                if (_malformed.Count > 0 && !_hasRepaired && _malformed.Exists(m => m.Reason == CsvMalformedReason.UnterminatedQuote))
                {
                    Repair();
                    continue;
                }

                return true;
            }

            return false;
        }
        catch (CsvFormatException exception)
        {
            throw new ExportFormatException(
                "UnclosedQuote", $"A record is longer than {MaxRecordBytes >> 20} MiB, most likely because a quote is never closed. Close it, or delete the row.",
                new SourcePosition(_name, _row + 1), exception);
        }
    }

    // An unclosed quote swallows the rest of the file. The rest is in memory as one record: read it again line by line, so that one row is
    // damaged and not all of them.
    private void Repair()
    {
        var rest = _csv.RawRecord.ToArray();
        var line = Line;
        _hasRepaired = true;
        _malformed.Clear();
        _csv.Dispose();
        _lineOffset = line - 1;
        _csv = CsvReader.Create(new MemoryStream(rest), CsvOptions(false, null, _width), leaveOpen: false);
    }

    private CsvReaderOptions CsvOptions(bool lineBreaksInQuotes, Encoding? encoding, int width) => new()
    {
        Separator = _layout.Delimiter,
        HasHeader = false,
        DetectSeparatorHint = false,
        AllowLineBreaksInQuotes = lineBreaksInQuotes,
        // In a file of one column an empty line is a row with an empty value.
        SkipEmptyLines = width != 1,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRecordBytes,
        OnMalformedRecord = _malformed.Add,
        Encoding = encoding,
        IncludeValuesInExceptions = false,
    };

    private bool IsFooter()
    {
        // Below the first line of a footer stands the name of the organisation, which nothing else gives away.
        if (_isInFooter && _csv.FieldCount == 1) return true;
        var first = _csv.GetSpan(0);
        // Cheap test first: every footer starts with one of these letters, in either case.
        if (first.IsEmpty || (first[0] | 0x20) is not ((byte)'g' or (byte)'c' or (byte)'r' or (byte)'f' or (byte)'a')) return false;
        var others = false;
        for (var i = 1; i < _csv.FieldCount && !others; i++) others = !_csv.IsEmpty(i);
        if (others && (first[0] | 0x20) != (byte)'g') return false;
        var isFooter = ReportText.IsFooter(_csv.GetString(0), others);
        _isInFooter |= isFooter;
        return isFooter;
    }

    private void ReportMalformed()
    {
        foreach (var malformed in _malformed)
        {
            var (kind, message) = malformed.Reason switch
            {
                CsvMalformedReason.StrayQuote => ("MalformedQuote", "A field has a quote in it without being quoted; it is kept as it stands."),
                CsvMalformedReason.TextAfterClosingQuote => ("MalformedQuote", "Text follows a closing quote; it is kept as part of the field."),
                CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes =>
                    ("UnclosedQuote", "A quote is opened and never closed; the row was ended at the end of its line. Close the quote."),
                _ => ("MalformedQuote", "The row is malformed; it is kept as it could be read."),
            };
            Report(kind, message, null, "a field with quotes doubled and closed (RFC 4180)", false);
        }

        _malformed.Clear();
    }

    private bool TakeRagged()
    {
        var count = _csv.FieldCount;
        if (count > _width)
        {
            var surplus = false;
            for (var i = _width; i < count && !surplus; i++) surplus = !_csv.IsEmpty(i);
            if (!surplus)
            {
                // Only separators too many: nothing is lost.
                _isRagged = false;
                return true;
            }
        }

        var what = $"The row has {count} fields and the header {_width}";
        var expected = $"{_width} fields";
        switch (_options.RaggedRow)
        {
            case RaggedRow.Stop:
                throw new ExportFormatException("RaggedRow", $"{what}. Correct the row, or keep or skip such rows.", new SourcePosition(_name, _row, Line));
            case RaggedRow.Skip:
                Report("RaggedRow", $"{what}; it is left out.", null, expected, true);
                return false;
            default:
                Report(
                    "RaggedRow", what + (count < _width ? "; the missing ones are null." : $"; the surplus is joined to the last column '{LastColumn}'."),
                    null, expected, false);
                return true;
        }
    }

    private string LastColumn => Schema.Count > 0 && _columns[Schema.Count - 1] == _width - 1 ? Schema.Columns[Schema.Count - 1] : _width.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Joined()
    {
        var text = new StringBuilder(_csv.GetString(_width - 1));
        for (var i = _width; i < _csv.FieldCount; i++) text.Append((char)_delimiter).Append(_csv.GetString(i));
        return text.ToString();
    }

    private void Report(string kind, string message, string? value, string? expected, bool isSkipped) =>
        _options.OnProblem?.Invoke(new RecordProblem(kind, message, new SourcePosition(_name, _row, Line)) { Value = value, Expected = expected, IsSkipped = isSkipped });
}
