using System;
using System.Collections.Generic;
using System.IO;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Records;

/// <summary>
/// Opens an export of any format that MopsPS reads: delimited text, workbooks, JSON and JSON Lines, each also packed with gzip.
/// The content decides where it is plain (a workbook named .csv), else the name.
/// </summary>
public static class ExportReader
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="selectColumns">Given the file's full schema, the zero-based columns to read, in that order; null for all.</param>
    /// <returns>The reader; it owns the file.</returns>
    /// <exception cref="ExportFormatException">The file is empty or in no format that can be read.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static RecordReader Open(string path, ImportOptions options, Func<RecordSchema, IReadOnlyList<int>>? selectColumns = null)
    {
        return Open(OpenFile(path), path, options, selectColumns);
    }

    /// <summary>Opens a file as it is, for a caller who wants to see how far a reader has come in it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The bytes; whoever opens a reader over them with the path as its name gives them away.</returns>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static FileStream OpenFile(string path) =>
        // No buffer: the readers have their own.
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);

    /// <summary>Opens a stream.</summary>
    /// <param name="stream">The bytes; the reader owns and closes it.</param>
    /// <param name="name">The name for messages, and for the format by its ending.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="selectColumns">Given the full schema, the columns to read; null for all.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="ExportFormatException">The input is empty or in no format that can be read.</exception>
    public static RecordReader Open(Stream stream, string name, ImportOptions options, Func<RecordSchema, IReadOnlyList<int>>? selectColumns = null)
    {
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        if (options is null) throw new ArgumentNullException(nameof(options));
        try
        {
            return OpenFormat(stream, name, options, selectColumns);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static RecordReader OpenFormat(Stream stream, string name, ImportOptions options, Func<RecordSchema, IReadOnlyList<int>>? selectColumns)
    {
        var start = new byte[4];
        int length = 0, read;
        while (length < start.Length && (read = stream.Read(start, length, start.Length - length)) > 0) length += read;
        Array.Resize(ref start, length);
        var whole = PrefixedStream.PutBack(stream, start);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (length >= 2 && start[0] == 0x1F && start[1] == 0x8B)
        {
            var inner = ending == ".gz" ? name.Substring(0, name.Length - 3) : name;
            return OpenFormat(new GuardedGzipStream(whole, name), inner, options, selectColumns);
        }

        if (length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8) return new XlsxRecordReader(whole, name, options, selectColumns);
        // The start of an OLE file: an old workbook, or one with a password. Read as text it would be rubbish.
        var isOldWorkbook = length == 4 && start[0] == 0xD0 && start[1] == 0xCF && start[2] == 0x11 && start[3] == 0xE0;
        return isOldWorkbook || ending is ".xlsx" or ".xlsm" ? new XlsxRecordReader(whole, name, options, selectColumns) : ending switch
        {
            ".json" or ".jsonl" or ".ndjson" => new JsonRecordReader(whole, name, options, selectColumns),
            _ when options.ReadsAhead && Environment.ProcessorCount > 1 =>
                new ReadAheadReader(sink => new DelimitedRecordReader(whole, name, options with { OnProblem = sink }, selectColumns), options),
            _ => new DelimitedRecordReader(whole, name, options, selectColumns),
        };
    }
}
