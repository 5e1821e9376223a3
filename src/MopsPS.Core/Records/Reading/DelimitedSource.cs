using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CsvHelper;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// The raw rows of a delimited file, as CsvHelper parses them. A quote that is never closed swallows the rest of a file: here it damages its
/// own line only, for the line is read again by itself and what comes after it as usual.
/// </summary>
internal sealed class DelimitedSource : IDisposable
{
    private const int MaxRecordBytes = 1 << 26;
    private const int BufferSize = 1 << 18;

    // Each repair may read what is left once more.
    private const int MostRepairs = 8;

    // Each of these reads a buffer once more.
    private const int MostRunaways = 1000;

    private readonly Stream _stream;
    private readonly string _name;
    private readonly char _delimiter;
    private readonly int _width;
    private readonly bool _skipsEmptyLines;
    private readonly Encoding? _encoding;
    private readonly bool _canGoBack;
    private readonly List<CsvMalformedRecord> _malformed = [];
    private NulWatch? _watch;
    private LineCounter? _counter;
    private long _lineOffset;
    private long _byteOffset;
    private Func<CsvReader>? _next;
    private int _repairs;
    private int _runaways;
    private bool _breaksInQuotes;
    private bool _isInStream;

    /// <summary>Starts at the start of a stream.</summary>
    /// <param name="stream">The bytes, owned.</param>
    /// <param name="name">The name for messages.</param>
    /// <param name="delimiter">The separator.</param>
    /// <param name="encoding">The encoding; null for UTF-8.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="everyLine">Whether the line of every row will be asked for.</param>
    public DelimitedSource(Stream stream, string name, char delimiter, Encoding? encoding, int width, bool everyLine)
    {
        _stream = stream;
        _name = name;
        _delimiter = delimiter;
        _encoding = encoding;
        _width = width;
        // In a file of one column an empty line is a row with an empty value.
        _skipsEmptyLines = width != 1;
        // Offsets are those of the bytes only where nothing is converted.
        _canGoBack = encoding is null && stream.CanSeek && stream.Position == 0;
        Csv = FromStream(encoding is null && !everyLine ? LineCounter.For(stream) : null, lineBreaksInQuotes: true);
    }

    /// <summary>The parser, which stands on the current row; another one after a repair.</summary>
    public CsvReader Csv { get; private set; }

    /// <summary>What is wrong with the quotes of the rows since the last time it was cleared.</summary>
    public IReadOnlyList<CsvMalformedRecord> Malformed => _malformed;

    /// <summary>Whether something is wrong with them.</summary>
    public bool IsMalformed => _malformed.Count > 0;

    /// <summary>Whether the row may hold a NUL byte; where it may not, nobody has to look.</summary>
    public bool MayHoldNul => _watch is null || _watch.HasSeenNul;

    /// <summary>The one-based line on which the row starts.</summary>
    public long Line => _counter is null ? Csv.LineNumber + _lineOffset : _counter.LineAt(_byteOffset + Csv.ByteOffset);

    /// <summary>Where that line is to be found.</summary>
    public LinePlace Place => _counter is null ? new LinePlace(null, Line) : new LinePlace(_counter, _byteOffset + Csv.ByteOffset);

    /// <summary>Forgets what was wrong.</summary>
    public void ClearMalformed() => _malformed.Clear();

    /// <summary>Goes to the next raw row.</summary>
    /// <param name="row">The number of the row, for the error of a record that is too long.</param>
    /// <exception cref="ExportFormatException">A record is too long to be one.</exception>
    public bool Read(int row)
    {
        try
        {
            if (Csv.Read())
            {
                if (_malformed.Count == 0 || !_breaksInQuotes) return true;
                if (IsUnterminated()) RepairInMemory();
                else if (!IsRunaway() || !TryRepairInFile(_byteOffset + Csv.ByteOffset, Line)) return true;
            }
            else
            {
                if (_next is null) return false;
                Csv.Dispose();
                Csv = _next();
                _next = null;
            }
        }
        catch (CsvFormatException exception)
        {
            if (!_canGoBack || _next is not null || !_breaksInQuotes || !TryRepairInFile(exception)) throw TooLong(row, exception);
            _repairs++;
        }

        return Read(row);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Csv.Dispose();
        _stream.Dispose();
    }

    private bool IsUnterminated()
    {
        foreach (var malformed in _malformed) if (malformed.Reason == CsvMalformedReason.UnterminatedQuote) return true;
        return false;
    }

    // A quote that is never closed ends at the next quote below, in the middle of another row, and so text follows the closing quote. Where the
    // line after the first is a row of the table as it stands, it is no part of a value.
    private bool IsRunaway()
    {
        if (!_canGoBack || !_isInStream || _width < 2 || _runaways == MostRunaways || !_malformed.Exists(malformed => malformed.Reason == CsvMalformedReason.TextAfterClosingQuote)) return false;
        var raw = Csv.RawRecord;
        var first = LineLength(raw);
        if (first == raw.Length || (_width == 2 && Csv.FieldCount == _width)) return false;
        var second = raw.Slice(first, LineLength(raw.Slice(first)));
        var before = _malformed.Count;
        using var csv = CsvReader.Create(new ReadOnlyMemory<byte>(second.ToArray()), Options(lineBreaksInQuotes: false, null, tracksLines: false));
        var isRow = csv.Read() && csv.FieldCount == _width && _malformed.Count == before;
        _malformed.RemoveRange(before, _malformed.Count - before);
        if (isRow) _runaways++;
        return isRow;
    }

    // The rest of the file is in memory, as one record.
    private void RepairInMemory()
    {
        _repairs++;
        var rest = new ReadOnlyMemory<byte>(Csv.RawRecord.ToArray());
        var line = Line;
        var end = LineLength(rest.Span);
        Use(rest.Slice(0, end), line, lineBreaksInQuotes: false);
        if (end == rest.Length) return;
        _next = () => FromMemory(rest.Slice(end), line + 1, lineBreaksInQuotes: _repairs <= MostRepairs);
    }

    private bool TryRepairInFile(CsvFormatException exception)
    {
        var start = _byteOffset + exception.ByteOffset;
        return TryRepairInFile(start, _counter is null ? exception.LineNumber + _lineOffset : _counter.LineAt(start));
    }

    private bool TryRepairInFile(long start, long line)
    {
        _stream.Position = start;
        if (ReadLine() is not { } damaged) return false;
        var after = start + damaged.Length;
        Use(damaged, line, lineBreaksInQuotes: false);
        _next = () =>
        {
            _stream.Position = after;
            _byteOffset = after;
            _lineOffset = line;
            return FromStream(null, lineBreaksInQuotes: _repairs <= MostRepairs);
        };
        return true;
    }

    private void Use(ReadOnlyMemory<byte> bytes, long line, bool lineBreaksInQuotes)
    {
        _malformed.Clear();
        Csv.Dispose();
        Csv = FromMemory(bytes, line, lineBreaksInQuotes);
    }

    private CsvReader FromMemory(ReadOnlyMemory<byte> bytes, long line, bool lineBreaksInQuotes)
    {
        _counter = null;
        _watch = null;
        _isInStream = false;
        _breaksInQuotes = lineBreaksInQuotes;
        _lineOffset = line - 1;
        return CsvReader.Create(bytes, Options(lineBreaksInQuotes, null, tracksLines: true));
    }

    private CsvReader FromStream(LineCounter? counter, bool lineBreaksInQuotes)
    {
        _counter = counter;
        _isInStream = true;
        _breaksInQuotes = lineBreaksInQuotes;
        _watch = _encoding is null ? new NulWatch(_stream) : null;
        return CsvReader.Create((Stream?)_watch ?? _stream, Options(lineBreaksInQuotes, _encoding, counter is null), leaveOpen: true);
    }

    private CsvReaderOptions Options(bool lineBreaksInQuotes, Encoding? encoding, bool tracksLines) => new()
    {
        Separator = _delimiter,
        HasHeader = false,
        DetectSeparatorHint = false,
        AllowLineBreaksInQuotes = lineBreaksInQuotes,
        SkipEmptyLines = _skipsEmptyLines,
        TrackLineNumbers = tracksLines,
        MaxRecordSize = MaxRecordBytes,
        OnMalformedRecord = _malformed.Add,
        Encoding = encoding,
        BufferSize = BufferSize,
        IncludeValuesInExceptions = false,
    };

    private byte[]? ReadLine()
    {
        using var line = new MemoryStream();
        var buffer = new byte[1 << 14];
        for (int read; (read = _stream.Read(buffer, 0, buffer.Length)) > 0 && line.Length < MaxRecordBytes;)
        {
            var end = LineLength(buffer.AsSpan(0, read));
            line.Write(buffer, 0, end);
            if (buffer[end - 1] == (byte)'\n') return line.ToArray();
        }

        return null;
    }

    private static int LineLength(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        return end < 0 ? bytes.Length : end + 1;
    }

    private ExportFormatException TooLong(int row, Exception exception) => new(
        "UnclosedQuote", $"A record is longer than {MaxRecordBytes >> 20} MiB, most likely because a quote is never closed. Close it, or delete the row.",
        new SourcePosition(_name, row), exception);
}
