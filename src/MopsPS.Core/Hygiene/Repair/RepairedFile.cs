using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using CsvHelper;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes repaired records with all columns in their order. CSV and TSV in UTF-8 go straight through, every other format by <see cref="RecordFile"/>.</summary>
internal sealed class RepairedFile : IDisposable
{
    private readonly RecordFile? _records;
    private readonly AtomicFile? _file;
    private readonly CsvWriter? _csv;
    private readonly bool _allowFormula;
    private RecordSchema? _schema;
    private RecordSchema? _last;
    private bool _isWritten;

    /// <summary>Opens the file; nothing is in its place before <see cref="Commit"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="ArgumentException">The extension names no format.</exception>
    public RepairedFile(string path, RecordWriteOptions options)
    {
        _allowFormula = options.AllowFormula;
        var format = RecordFile.FormatOf(path);
        if (format is not (RecordFormat.Csv or RecordFormat.Tsv) || path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            _records = new RecordFile(path, options);
            return;
        }

        _file = new AtomicFile(path);
        _csv = CsvWriter.Create(_file.Stream, new CsvWriterOptions { Separator = format == RecordFormat.Tsv ? '\t' : ',', NewLine = options.NewLine }, leaveOpen: true);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row, with all columns.</param>
    /// <param name="values">The values that take the place of others, by place.</param>
    /// <exception cref="ExportFormatException">The row has other columns than the first one.</exception>
    public void Add(RecordReader row, IReadOnlyList<NewValue> values)
    {
        Check(row.Schema);
        if (_records is not null)
        {
            _records.Add(_schema!.Columns, NewValue.Put(row, values));
            return;
        }

        var next = 0;
        for (var column = 0; column < row.Schema.Count; column++)
        {
            if (next < values.Count && values[next].Place == column) Write(values[next++].Text, row.Schema.Count == 1);
            else Write(row.GetUtf8(column), row.Schema.Count == 1);
        }

        _csv!.EndRecord();
    }

    public void Commit(CancellationToken cancellation)
    {
        if (_records is not null)
        {
            _records.Commit(cancellation);
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        _csv!.Dispose();
        _isWritten = true;
        _file!.Commit();
    }

    public void Dispose()
    {
        if (!_isWritten) _csv?.Dispose();
        _file?.Dispose();
        _records?.Dispose();
    }

    private void Check(RecordSchema schema)
    {
        if (ReferenceEquals(schema, _last)) return;
        if (_schema is null)
        {
            _schema = schema;
            if (_csv is not null)
            {
                foreach (var name in schema.Columns) Write(name, schema.Count == 1);
                _csv.EndRecord();
            }
        }
        else if (!schema.Columns.SequenceEqual(_schema.Columns))
        {
            throw new ExportFormatException(
                "ColumnsDiffer", $"The columns are not those of {_schema.Source ?? "the first records"}: one repaired file has one set of columns. Repair the exports one by one.", new SourcePosition(schema.Source));
        }

        _last = schema;
    }

    // A plain value goes as bytes; what may need quotes or be run by a spreadsheet goes the way of all files that MopsPS writes.
    private void Write(ReadOnlySpan<byte> value, bool single)
    {
        if (value.Length > 0 && value[0] is ((>= (byte)'0' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z')) && value[value.Length - 1] > ' ' && value[value.Length - 1] < 0x7F) _csv!.WriteField(value);
        else Write(value.IsEmpty ? "" : Encoding.UTF8.GetString(value.ToArray()), single);
    }

    private void Write(string value, bool single) => RecordFormats.WriteCell(_csv!, value, _csv!.Options.Separator, single, _allowFormula);
}
