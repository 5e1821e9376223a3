using System.Collections.Generic;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Audience;

/// <summary>Puts rows into the list of those that stay or of those that do not, with all their columns.</summary>
public sealed class AudienceWriter(RecordFile? kept, RecordFile? excluded)
{
    private RecordSchema? _schema;
    private IReadOnlyList<string> _withReasons = [];

    /// <summary>Adds a row of a file.</summary>
    /// <param name="row">Stands on the row.</param>
    /// <param name="reasons">The reasons against it.</param>
    public void Add(RecordReader row, IReadOnlyList<AudienceReason> reasons)
    {
        if ((reasons.Count == 0 ? kept : excluded) is null) return;
        var values = new string?[row.Schema.Count + (reasons.Count == 0 ? 0 : 2)];
        for (var i = 0; i < row.Schema.Count; i++) values[i] = row.GetString(i);
        Add(row.Schema, values, reasons);
    }

    /// <summary>Adds a record of the pipeline.</summary>
    /// <param name="record">The record.</param>
    /// <param name="reasons">The reasons against it.</param>
    public void Add(MopsRecord record, IReadOnlyList<AudienceReason> reasons)
    {
        if ((reasons.Count == 0 ? kept : excluded) is null) return;
        var schema = record.GetSchema();
        var values = new string?[schema.Count + (reasons.Count == 0 ? 0 : 2)];
        for (var i = 0; i < schema.Count; i++) values[i] = record[i];
        Add(schema, values, reasons);
    }

    private void Add(RecordSchema schema, string?[] values, IReadOnlyList<AudienceReason> reasons)
    {
        if (reasons.Count == 0)
        {
            kept!.Add(schema.Columns, values);
            return;
        }

        if (!ReferenceEquals(schema, _schema))
        {
            _schema = schema;
            _withReasons = [.. schema.Columns, AudienceFiles.ReasonColumn, AudienceFiles.ReasonsColumn];
        }

        values[schema.Count] = reasons[0].ToString();
        values[schema.Count + 1] = string.Join(";", reasons);
        excluded!.Add(_withReasons, values);
    }
}
