using System;
using System.Collections.Generic;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Reconciliation;

/// <summary>One input of a comparison: a file or the records of one shape. Rows of the two sides may be added at the same time by two threads where records are found by key.</summary>
public sealed class CompareInput
{
    private readonly CompareSide _side;
    private readonly DuplicateInput? _matched;
    private int[] _places = [];
    private IReadOnlyList<int> _columns = [];
    private bool _isBegun;

    internal CompareInput(CompareSide side, FieldMapping fields, DuplicateInput? matched)
    {
        _side = side;
        Fields = fields;
        _matched = matched;
    }

    /// <summary>The columns and their canonical parts.</summary>
    public FieldMapping Fields { get; }

    /// <summary>The zero-based columns to read, in the order in which <see cref="Add"/> expects them; known once the comparison is planned.</summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>Adds a row.</summary>
    /// <param name="row">Stands on a row of <see cref="Columns"/>.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        if (!_isBegun)
        {
            _isBegun = true;
            _side.Store.Begin(Fields.Schema.Source);
        }

        if (_side.Add(row, _places)) _matched?.Add(row);
    }

    internal void Bind(ComparePlan plan)
    {
        var columns = new ColumnSet();
        foreach (var column in _matched?.Columns ?? []) columns.Add(column);
        _places = plan.Bind(Fields, _side.IsLeft, columns);
        _columns = [.. columns.Columns];
    }

    internal string Name => Fields.Schema.Source is { } source ? System.IO.Path.GetFileName(source) : "pipeline";
}
