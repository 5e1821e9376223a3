using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>Shows some columns of a row that is read whole, for an analysis that asked for those only.</summary>
internal sealed class ColumnView(IReadOnlyList<int> places) : RecordReader
{
    private RecordReader _row = null!;

    public override RecordSchema Schema => _row.Schema;

    public override int Row => _row.Row;

    public override int Line => _row.Line;

    /// <summary>Stands on a row.</summary>
    public ColumnView On(RecordReader row)
    {
        _row = row;
        return this;
    }

    public override bool Read() => false;

    public override ReadOnlySpan<byte> GetUtf8(int column) => _row.GetUtf8(places[column]);

    public override string? GetString(int column) => _row.GetString(places[column]);

    protected override void Dispose(bool disposing)
    {
    }
}
