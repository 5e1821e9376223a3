using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Reads a sheet of an Excel workbook row by row. Texts stay as they are; numbers come without exponent, dates in ISO 8601, Booleans as
/// true and false. The line of a record is its row in the sheet.
/// </summary>
public sealed class XlsxRecordReader : ValueRecordReader
{
    private const string Joint = ";";

    private readonly string _name;
    private readonly ImportOptions _options;
    private readonly Stream _stream;
    private readonly IEnumerator<IDictionary<string, object?>> _rows;
    private (string?[] Cells, int Line)? _ahead;
    private readonly int _width;
    private readonly int _headerLine;
    private int _line;
    private int _sheetRow;
    private int _row;

    /// <summary>Opens the workbook and reads the header of the sheet.</summary>
    /// <param name="stream">The bytes; owned and closed by the reader.</param>
    /// <param name="name">The name for messages.</param>
    /// <param name="options">How to read it: the sheet, the header's row, what to do with rows wider than the header.</param>
    /// <param name="selectColumns">Given the full schema, the columns to read; null for all.</param>
    /// <exception cref="ExportFormatException">The file is no workbook, or the sheet is missing or empty.</exception>
    public XlsxRecordReader(Stream stream, string name, ImportOptions options, Func<RecordSchema, IReadOnlyList<int>>? selectColumns = null)
    {
        _name = name;
        _options = options;
        _stream = new StoppableStream(WorkbookGuard.Seekable(stream, name), options.Cancellation);
        try
        {
            Refuse(_stream, name);
            Guarded(() =>
            {
                WorkbookGuard.Check(_stream, name);
                return true;
            });
            // Without a cache of shared strings on the disk: it would hold personal data and stays behind where reading ends early.
            var configuration = new OpenXmlConfiguration { FillMergedCells = false, EnableSharedStringCache = false };
            Sheets = Guarded(() => _stream.GetSheetNames(configuration).ToArray());
            Sheet = FindSheet();
            _stream.Position = 0;
            _rows = Guarded(() => _stream.Query(useHeaderRow: false, Sheet, ExcelType.XLSX, "A1", configuration).Cast<IDictionary<string, object?>>().GetEnumerator());
            var header = options.Header ?? FindHeader(out _headerLine);
            _width = header.Length;
            SetSchema(new RecordSchema(HeaderNames.Make(header, name, _headerLine, options), name), selectColumns);
        }
        catch
        {
            _rows?.Dispose();
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The sheets of the workbook.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>The sheet that is read.</summary>
    public string Sheet { get; }

    /// <inheritdoc/>
    public override ExportFormat? Format => new() { Kind = "Workbook", HeaderLine = _headerLine, Section = Sheet, Sections = Sheets };

    /// <inheritdoc/>
    public override bool Read()
    {
        while (NextFilled() is { } cells)
        {
            _row++;
            var filled = Filled(cells);
            if (filled > _width && !Accept(cells, filled)) continue;
            SetRow(cells, _row, _line);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _rows.Dispose();
        _stream.Dispose();
    }

    // Nothing is lost: what is more than the header has joins its last column, as it does in a delimited file.
    private bool Accept(string?[] cells, int filled)
    {
        var position = new SourcePosition(_name, _row, _line);
        var what = $"The row has {filled} cells and the header {_width}";
        if (_options.RaggedRow == RaggedRow.Stop) throw new ExportFormatException("RaggedRow", $"{what}. Correct the sheet, or read it with ragged rows kept or skipped.", position);
        var isSkipped = _options.RaggedRow == RaggedRow.Skip;
        if (!isSkipped) cells[_width - 1] = string.Join(Joint, cells.Skip(_width - 1).Take(filled - _width + 1));
        _options.OnProblem?.Invoke(new RecordProblem("RaggedRow", $"{what}; " + (isSkipped ? "it is left out." : "the surplus is joined to the last column."), position)
        {
            Expected = $"{_width} cells",
            IsSkipped = isSkipped,
        });
        return !isSkipped;
    }

    private string FindSheet()
    {
        if (_options.Sheet is not { } wanted) return Sheets.Count > 0 ? Sheets[0] : throw Bad("it has no sheet", null);
        foreach (var sheet in Sheets) if (string.Equals(sheet, wanted, StringComparison.OrdinalIgnoreCase)) return sheet;
        throw new ExportFormatException("SheetNotFound", $"There is no sheet '{wanted}'. The workbook has: {string.Join(", ", Sheets)}.", new SourcePosition(_name));
    }

    private string[] FindHeader(out int line)
    {
        string?[]? row;
        do
        {
            row = NextFilled() ?? throw new ExportFormatException("EmptyFile", $"The sheet '{Sheet}' has no header{(_options.HeaderLine > 0 ? $" in row {_options.HeaderLine}" : "")}; it is empty there.", new SourcePosition(_name));
        }
        while (_line < _options.HeaderLine);
        line = _line;

        // The title of a report: one cell alone, and a real table right below it.
        if (_options.HeaderLine == 0 && row.Count(cell => cell is not null) == 1 && NextFilled() is { } next)
        {
            if (next.Count(cell => cell is not null) >= 3)
            {
                row = next;
                line = _line;
            }
            else
            {
                _ahead = (next, _line);
            }
        }

        var width = Filled(row);
        return [.. row.Take(width).Select(cell => cell ?? "")];
    }

    private string?[]? NextFilled()
    {
        if (_ahead is { } ahead)
        {
            _ahead = null;
            _line = ahead.Line;
            return ahead.Cells;
        }

        while (Guarded(_rows.MoveNext))
        {
            _sheetRow++;
            string?[] cells = [.. _rows.Current.Values.Select(value => XlsxCell.Text(value, _options.Culture))];
            for (var i = 0; i < cells.Length; i++) if (cells[i]?.Length == 0) cells[i] = null;
            if (Filled(cells) == 0) continue;
            _line = _sheetRow;
            return cells;
        }

        return null;
    }

    private static int Filled(string?[] cells)
    {
        var length = cells.Length;
        while (length > 0 && cells[length - 1] is null) length--;
        return length;
    }

    // MiniExcel throws whatever its parts throw on a damaged workbook: all of it means the same.
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not (ExportFormatException or IOException or OperationCanceledException or OutOfMemoryException or ObjectDisposedException))
        {
            throw Bad("it is damaged", exception);
        }
    }

    private ExportFormatException Bad(string what, Exception? inner) =>
        new("BadWorkbook", $"The Excel workbook cannot be read: {what}. Open it in Excel and save it as .xlsx again.", new SourcePosition(_name, _row, _sheetRow), inner);

    private static void Refuse(Stream stream, string name)
    {
        var first = stream.ReadByte();
        stream.Position = 0;
        var what = first switch
        {
            'P' => null,
            -1 => "The file is empty.",
            0xD0 => "The file is an old .xls workbook or has a password. Save it in Excel as .xlsx without a password.",
            _ => "The file is no Excel workbook, whatever its name says. Give it the ending of its format, for example .csv.",
        };
        if (what is not null) throw new ExportFormatException(first < 0 ? "EmptyFile" : "BadWorkbook", what, new SourcePosition(name));
    }
}
