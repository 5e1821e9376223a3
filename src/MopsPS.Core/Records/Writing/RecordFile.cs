using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Threading;

namespace MopsPS.Core.Records.Writing;

/// <summary>
/// Writes records to a file, whole or not at all. Records may have different columns: rows are spooled beside the target until
/// all columns are known, so nothing is lost and memory stays constant.
/// </summary>
public sealed class RecordFile : IDisposable
{
    private readonly AtomicFile _file;
    private readonly RecordSpool _spool;
    private readonly RecordWriteOptions _options;
    private readonly RecordFormat _format;
    private readonly bool _compress;

    /// <summary>Opens a file for writing; the target is untouched until <see cref="Commit"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="ArgumentException">The extension names no format and none was given.</exception>
    /// <exception cref="IOException">The folder is missing or not writable.</exception>
    public RecordFile(string path, RecordWriteOptions? options = null)
    {
        _options = options ?? new RecordWriteOptions();
        _compress = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        _format = _options.Format == RecordFormat.Auto ? FormatOf(path) : _options.Format;
        _file = new AtomicFile(path);
        try
        {
            _spool = new RecordSpool(Path.GetDirectoryName(_file.TemporaryPath)!);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>How many records were added.</summary>
    public long Count => _spool.Count;

    /// <summary>The format that an extension names.</summary>
    /// <param name="path">The file; a last .gz does not count.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentException">The extension names none.</exception>
    public static RecordFormat FormatOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - 3) : path;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" or ".TXT" => RecordFormat.Csv,
            ".TSV" or ".TAB" => RecordFormat.Tsv,
            ".XLSX" => RecordFormat.Xlsx,
            ".JSONL" or ".NDJSON" => RecordFormat.JsonLines,
            ".JSON" => RecordFormat.Json,
            var other => throw new ArgumentException($"The extension '{other}' of '{path}' names no format. Use .csv, .tsv, .xlsx, .jsonl or .json, or name the format with -Format.", nameof(path)),
        };
    }

    /// <summary>Adds one record.</summary>
    /// <param name="columns">The column names; new ones join the end.</param>
    /// <param name="values">The values in the same order.</param>
    /// <exception cref="WorkbookLimitException">The record does not fit into an Excel workbook.</exception>
    public void Add(IReadOnlyList<string> columns, IReadOnlyList<string?> values)
    {
        if (_format == RecordFormat.Xlsx) WorkbookLimits.Check(_spool.Count + 1, columns, values);
        _spool.Add(columns, values);
    }

    /// <summary>Names columns that the file has even where no record is added.</summary>
    /// <param name="columns">The column names; new ones join the end.</param>
    public void Declare(IReadOnlyList<string> columns) => _spool.Declare(columns);

    /// <summary>Writes all records and puts the file in its place.</summary>
    /// <param name="cancellation">Stops the writing; the target is then as it was.</param>
    /// <exception cref="WorkbookLimitException">The records have more columns than an Excel workbook holds.</exception>
    public void Commit(CancellationToken cancellation = default)
    {
        var rows = _spool.Rows(cancellation);
        if (_compress)
        {
            using var gzip = new GZipStream(_file.Stream, CompressionLevel.Optimal, leaveOpen: true);
            RecordFormats.Write(gzip, _format, _spool.Columns, rows, _options);
        }
        else
        {
            RecordFormats.Write(_file.Stream, _format, _spool.Columns, rows, _options);
        }

        cancellation.ThrowIfCancellationRequested();
        _file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _spool.Dispose();
        _file.Dispose();
    }
}
