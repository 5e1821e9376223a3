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
    private readonly string _name;
    private readonly ImportOptions _options;
    private readonly bool _unescapes;
    private readonly DelimitedLayout _layout;
    private readonly DelimitedSource _source;
    private readonly RowPacker _packer;
    private readonly int _width;
    private readonly string _lastColumn;
    private readonly int[] _columns;
    private CsvReader _csv;
    private int _row;
    private int _footerLines;
    private int _badEncodingRow;
    private bool _isRagged;
    private bool _isInFooter;
    private bool _isAtEnd;

    // Whether the last row was an ordinary one and the next may be taken without a closer look.
    private bool _isPlain;

    // A row of one field, which was read ahead of to see whether it is the title over a footer; the source stands on the row after it.
    private (byte[] Field, int Line)? _single;
    private bool _hasNext;

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
        _unescapes = options.UnescapeFormula;
        var sample = TextSample.Read(stream, options.Encoding);
        if (string.IsNullOrWhiteSpace(sample.Text) && options.Header is null)
            throw new ExportFormatException("EmptyFile", "The file is empty: there is not even a header line.", new SourcePosition(name));
        if (ForeignContent.Find(sample) is { } what)
            throw new ExportFormatException("UnknownFormat", what, new SourcePosition(name));
        _layout = DelimitedLayout.Detect(sample, name, options);
        _source = new DelimitedSource(
            PrefixedStream.PutBack(stream, sample.AllBytes), name, _layout.Delimiter, sample.IsUtf8 ? null : sample.Encoding,
            options.Header?.Length ?? _layout.FieldCount, options.CountsLines);
        _csv = _source.Csv;
        try
        {
            var header = options.Header ?? ReadHeader();
            var all = new RecordSchema(HeaderNames.Make(header, name, _layout.FirstLine, options), name);
            _width = all.Count;
            _lastColumn = all.Count > 0 ? all.Columns[all.Count - 1] : string.Empty;
            _columns = selectColumns?.Invoke(all).ToArray() ?? Enumerable.Range(0, all.Count).ToArray();
            Schema = selectColumns is null ? all : new RecordSchema(_columns.Select(i => all.Columns[i]).ToArray(), name);
        }
        catch
        {
            _source.Dispose();
            throw;
        }

        if (options.Header is not null) SkipPreamble();
        _packer = new RowPacker(_columns.Length);
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
    public override int Line => _single?.Line ?? SourceLine;

    /// <inheritdoc/>
    public override int FooterLines => _footerLines;

    /// <summary>Where the line of the row is to be found, without looking for it now.</summary>
    internal LinePlace Place => _single is { } single ? new LinePlace(null, single.Line) : _source.Place;

    private int SourceLine => (int)Math.Min(_source.Line, int.MaxValue);

    /// <inheritdoc/>
    public override bool Read()
    {
        // All that a clean row of a plain table has to pay.
        if (_isPlain)
        {
            if (!_source.Read(_row + 1))
            {
                _isAtEnd = true;
                _isPlain = false;
                return false;
            }

            var csv = _source.Csv;
            // A repair brings another parser.
            if (!ReferenceEquals(_csv, csv)) _csv = csv;
            if (csv.FieldCount == _width && !_source.IsMalformed && !HoldsNul && !MayBeFooter())
            {
                _row++;
                return true;
            }

            _hasNext = true;
        }

        return ReadWithCare();
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetUtf8(int column)
    {
        var index = _columns[column];
        if (_isRagged)
        {
            if (index >= FieldCount) return default;
            if (_single is null && index == _width - 1 && _csv.FieldCount > _width) return Encoding.UTF8.GetBytes(GetString(column)!);
        }

        var span = _single is { } single ? single.Field : _csv.GetSpan(index);
        if (!_unescapes || span.Length < 2 || span[0] != (byte)'\'') return span;
        var text = RawString(index);
        return FormulaText.Unescape(text).Length == text.Length ? span : span.Slice(1);
    }

    /// <inheritdoc/>
    public override string? GetString(int column)
    {
        var index = _columns[column];
        if (index >= FieldCount) return null;
        var text = _isRagged && _single is null && index == _width - 1 && _csv.FieldCount > _width ? Joined() : RawString(index);
        if (text.IndexOf('\uFFFD') >= 0 && !Utf8Text.IsValid(_single is { } one ? one.Field : _csv.GetSpan(index))) ReportEncoding();
        return _unescapes && text.Length > 1 && text[0] == '\'' ? FormulaText.Unescape(text) : text;
    }

    /// <summary>Whether the row has no such field.</summary>
    internal bool IsMissing(int column) => _isRagged && _columns[column] >= FieldCount;

    /// <summary>What is said of a row with bytes that are no text.</summary>
    internal RecordProblem BadEncoding(int row, int line)
    {
        var position = new SourcePosition(_name, row, line);
        return new RecordProblem("BadEncoding", "The row holds bytes that are no text in the file's encoding. Name the right encoding.", position) { Expected = Format!.Encoding };
    }

    /// <inheritdoc/>
    public override MopsRecord ToRecord()
    {
        _packer.Start();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (IsMissing(i)) _packer.AddNull();
            else _packer.Add(GetUtf8(i));
        }

        if (!_packer.IsValid) ReportEncoding();
        return new MopsRecord(Schema, _packer.Pack(), Row, Line);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _source.Dispose();
    }

    private bool HoldsNul => _source.MayHoldNul && _csv.RawRecord.IndexOf((byte)0) >= 0;

    private int FieldCount => _single is null ? _csv.FieldCount : 1;

    private string RawString(int index) => _single is { } single ? Encoding.UTF8.GetString(single.Field) : _csv.GetString(index);

    private bool ReadWithCare()
    {
        _isPlain = false;
        while (!_isAtEnd && Advance())
        {
            _single = null;
            if (_layout.Section is not null && OnlyFirst() && ReportText.IsTitle([_csv.GetString(0)]))
            {
                _isAtEnd = true;
                return false;
            }

            if (_width > 1 && IsFooter())
            {
                _footerLines++;
                _source.ClearMalformed();
                continue;
            }

            if (!Take()) continue;
            _isPlain = _layout.Section is null && !_isRagged && !_isInFooter && !_hasNext;
            return true;
        }

        return false;
    }

    private bool Advance()
    {
        if (_hasNext)
        {
            _hasNext = false;
            return true;
        }

        _isAtEnd = !_source.Read(_row + 1);
        // A repair brings another parser.
        if (!ReferenceEquals(_csv, _source.Csv)) _csv = _source.Csv;
        return !_isAtEnd;
    }

    // Whether the row is one to give; it is counted either way.
    private bool Take()
    {
        _row++;
        var count = _csv.FieldCount;
        _isRagged = count != _width;
        if (_source.IsMalformed) ReportMalformed();
        if (HoldsNul) Report("NulByte", "The row holds NUL bytes; it is kept as it is.", null, "text", false);
        if (!_isRagged) return true;
        if (count == 1 && _width > 1 && IsTitleOfFooter())
        {
            _row--;
            return false;
        }

        return TakeRagged();
    }

    // Above the copyright line of a Salesforce report may stand its title, alone on its line. A row that was cut off after its first field
    // looks the same, but it would be the last of a file that was cut off, and such a file has no footer.
    private bool IsTitleOfFooter()
    {
        var line = SourceLine;
        var field = _csv.GetSpan(0).ToArray();
        _hasNext = Advance();
        _single = (field, line);
        if (!_hasNext || !OnlyFirst() || !ReportText.IsCopyright(_csv.GetString(0))) return false;
        _single = null;
        _isInFooter = true;
        _footerLines++;
        return true;
    }

    private string[] ReadHeader()
    {
        while (_source.Read(0))
        {
            _csv = _source.Csv;
            if (SourceLine < _layout.FirstLine || _csv.RawRecord.IsEmpty) continue;
            _source.ClearMalformed();
            var fields = new string[_csv.FieldCount];
            for (var i = 0; i < fields.Length; i++) fields[i] = _csv.GetString(i);
            return fields;
        }

        throw new ExportFormatException("EmptyFile", "The file has no header line.", new SourcePosition(_name));
    }

    private void SkipPreamble()
    {
        while (Advance())
        {
            _hasNext = SourceLine >= _layout.FirstLine;
            if (_hasNext) return;
            _source.ClearMalformed();
        }
    }

    // Every footer starts with one of these letters; other rows need no closer look.
    private bool MayBeFooter()
    {
        var raw = _csv.RawRecord;
        if (raw.Length < 2 || _width == 1) return false;
        var first = raw[0] == (byte)'"' ? raw[1] : raw[0];
        return (first | 0x20) is (byte)'g' or (byte)'c' or (byte)'r' or (byte)'f' or (byte)'a' && IsFooterText(first);
    }

    private bool IsFooter()
    {
        // Below the first line of a footer stands the name of the organisation, which nothing else gives away.
        if (_isInFooter && _csv.FieldCount == 1) return true;
        _isInFooter = MayBeFooter();
        return _isInFooter;
    }

    private bool IsFooterText(byte letter)
    {
        var others = !OnlyFirst();
        return (!others || (letter | 0x20) == (byte)'g') && ReportText.IsFooter(_csv.GetString(0), others);
    }

    private bool OnlyFirst()
    {
        for (var i = 1; i < _csv.FieldCount; i++) if (!_csv.IsEmpty(i)) return false;
        return true;
    }

    private void ReportMalformed()
    {
        foreach (var malformed in _source.Malformed)
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

        _source.ClearMalformed();
    }

    private void ReportEncoding()
    {
        if (_badEncodingRow == _row) return;
        _badEncodingRow = _row;
        _options.OnProblem?.Invoke(BadEncoding(_row, Line));
    }

    private bool TakeRagged()
    {
        var count = FieldCount;
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
                    "RaggedRow", what + (count < _width ? "; the missing ones are null." : $"; the surplus is joined to the last column '{_lastColumn}'."),
                    null, expected, false);
                return true;
        }
    }

    private string Joined()
    {
        var text = new StringBuilder(_csv.GetString(_width - 1));
        for (var i = _width; i < _csv.FieldCount; i++) text.Append(_layout.Delimiter).Append(_csv.GetString(i));
        return text.ToString();
    }

    private void Report(string kind, string message, string? value, string? expected, bool isSkipped) =>
        _options.OnProblem?.Invoke(new RecordProblem(kind, message, new SourcePosition(_name, _row, Line)) { Value = value, Expected = expected, IsSkipped = isSkipped });
}
