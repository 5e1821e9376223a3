using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;

namespace MopsPS.Reconciliation;

/// <summary>The input of one side: files and kept records, each with what takes its rows. May be read on any thread; problems are kept for the one that may show them.</summary>
internal sealed class CompareInputs
{
    private readonly List<(string File, CompareInput Input)> _files = [];
    private readonly Dictionary<RecordSchema, (CompareInput Input, RecordCursor? Cursor)> _shapes = [];

    /// <summary>The problems in the order in which they were met.</summary>
    public ConcurrentQueue<RecordProblem> Problems { get; } = [];

    /// <summary>The row that is being read, of the file at hand.</summary>
    public long Row;

    public void Add(string file, CompareInput input) => _files.Add((file, input));

    public void Add(RecordSchema schema, CompareInput input) => _shapes.Add(schema, (input, null));

    /// <summary>Reads all of it.</summary>
    /// <param name="records">The kept records.</param>
    /// <param name="onRow">Called for each row; null for nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public void Read(IEnumerable<MopsRecord> records, Action<string, long>? onRow, CancellationToken cancellation)
    {
        foreach (var (file, input) in _files)
        {
            using var reader = ExportReader.Open(file, new ImportOptions { OnProblem = Problems.Enqueue, Cancellation = cancellation }, _ => input.Columns);
            while (reader.Read())
            {
                if ((++Row & 0xFF) == 0) cancellation.ThrowIfCancellationRequested();
                input.Add(reader);
                onRow?.Invoke(file, reader.Row);
            }
        }

        foreach (var schema in _shapes.Keys.ToArray()) _shapes[schema] = (_shapes[schema].Input, new RecordCursor(schema, _shapes[schema].Input.Columns));
        foreach (var record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            var (input, cursor) = _shapes[record.Schema];
            cursor!.Set(record);
            input.Add(cursor);
        }
    }
}
