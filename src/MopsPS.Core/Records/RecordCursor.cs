using System;
using System.Collections.Generic;

namespace MopsPS.Core.Records;

/// <summary>
/// Shows one record after another as a <see cref="RecordReader"/>, so that an analysis reads rows from the pipeline and rows of a file in the same way.
/// The records are given from outside with <see cref="Set"/>: the pipeline pushes, so <see cref="Read"/> has nothing to fetch.
/// </summary>
public sealed class RecordCursor : RecordReader
{
    private readonly IReadOnlyList<int> _columns;
    private MopsRecord? _record;

    /// <summary>Makes a cursor over records of one schema.</summary>
    /// <param name="schema">The schema of the records.</param>
    /// <param name="columns">The zero-based columns to show, in that order; null for all.</param>
    public RecordCursor(RecordSchema schema, IReadOnlyList<int>? columns = null)
    {
        if (schema is null) throw new ArgumentNullException(nameof(schema));
        if (columns is null)
        {
            var all = new int[schema.Count];
            for (var i = 0; i < all.Length; i++) all[i] = i;
            columns = all;
            Schema = schema;
        }
        else
        {
            var names = new string[columns.Count];
            for (var i = 0; i < names.Length; i++) names[i] = schema.Columns[columns[i]];
            Schema = new RecordSchema(names, schema.Source);
        }

        _columns = columns;
    }

    /// <inheritdoc/>
    public override RecordSchema Schema { get; }

    /// <inheritdoc/>
    public override int Row => _record?.Row ?? 0;

    /// <inheritdoc/>
    public override int Line => _record?.Line ?? 0;

    /// <summary>The whole record that the cursor stands on, whatever columns it shows; null before the first.</summary>
    public MopsRecord? Current => _record;

    /// <summary>Stands on a record.</summary>
    /// <param name="record">A record of the schema that the cursor was made with.</param>
    public void Set(MopsRecord record) => _record = record ?? throw new ArgumentNullException(nameof(record));

    /// <summary>Always false: the next record comes by <see cref="Set"/>.</summary>
    public override bool Read() => false;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetUtf8(int column) => _record is { } record ? record.GetUtf8(_columns[column]) : default;

    /// <inheritdoc/>
    public override string? GetString(int column) => _record?[_columns[column]];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
