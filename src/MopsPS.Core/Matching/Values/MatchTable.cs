using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Values;

/// <summary>
/// The values that records are compared by, gathered row by row, from one input or several whose columns have other names: all that is kept is one number for
/// each value and each distinct value once.
/// </summary>
public sealed class MatchTable
{
    private readonly List<MatchColumn> _columns = [];
    private readonly List<PlannedField> _fields = [];
    private readonly List<int> _firstColumns = [];
    private readonly int _threads;
    private RowBatch? _batch;
    private int[] _batchColumns = [];
    private bool _isTaken;

    /// <summary>Starts an empty table.</summary>
    /// <param name="threads">How many threads may work.</param>
    public MatchTable(int threads = 1) => _threads = threads;

    /// <summary>The fields so far; a later input may add some.</summary>
    public IReadOnlyList<PlannedField> Fields => _fields;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Prepares for rows of an input.</summary>
    /// <param name="fields">Its fields. A field of the same name and kind as one of an earlier input goes on with that one.</param>
    /// <param name="positions">For each column of each field, in order, its position in the rows to come.</param>
    /// <returns>What adds a row; the rows of several inputs may come in turn.</returns>
    public Action<RecordReader> Open(IReadOnlyList<PlannedField> fields, IReadOnlyList<int> positions)
    {
        Flush();
        var sources = new List<(int Column, int Position)>();
        var next = 0;
        foreach (var field in fields)
        {
            var at = _fields.FindIndex(known => known.Kind == field.Kind && string.Equals(known.Name, field.Name, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                at = _fields.Count;
                _fields.Add(field);
                _firstColumns.Add(_columns.Count);
                for (var i = 0; i < field.Columns.Count; i++) _columns.Add(new MatchColumn());
            }

            var room = (at + 1 < _fields.Count ? _firstColumns[at + 1] : _columns.Count) - _firstColumns[at];
            for (var i = 0; i < field.Columns.Count; i++, next++)
                if (i < room) sources.Add((_firstColumns[at] + i, positions[next]));
        }

        foreach (var column in _columns) column.Pad(Count);
        var own = sources.Select(source => source.Position).ToArray();
        // A column that this input has not is missing in all of its rows.
        var places = new int[_columns.Count];
        for (var column = 0; column < places.Length; column++) places[column] = sources.FindIndex(source => source.Column == column);
        var batch = new RowBatch(own.Length);
        return row =>
        {
            if (!ReferenceEquals(_batch, batch))
            {
                Flush();
                (_batch, _batchColumns) = (batch, places);
            }

            batch.Add(row, own);
            Count++;
            if (batch.IsFull) Flush();
        };
    }

    /// <summary>The columns of a field.</summary>
    internal IReadOnlyList<MatchColumn> Columns(int field)
    {
        Flush();
        if (_isTaken) throw new InvalidOperationException("The values were taken by a search.");
        var end = field + 1 < _fields.Count ? _firstColumns[field + 1] : _columns.Count;
        return _columns.GetRange(_firstColumns[field], end - _firstColumns[field]);
    }

    /// <summary>The columns of all fields, which the table lets go: no raw value is needed once it is normalised.</summary>
    internal List<IReadOnlyList<MatchColumn>> Take()
    {
        var taken = Enumerable.Range(0, _fields.Count).Select(Columns).ToList();
        _isTaken = true;
        _batch = null;
        _columns.Clear();
        return taken;
    }

    private void Flush()
    {
        if (_batch is not { Count: > 0 } batch) return;
        // The columns with most values first: they are most work.
        var order = Enumerable.Range(0, _columns.Count).OrderByDescending(i => _columns[i].Values.Count).ToArray();
        new Workers(_threads, default).Each(order.Length, i =>
        {
            var column = order[i];
            // An input that was opened in between may have added columns, behind those that this one knows.
            _columns[column].Pad(Count - batch.Count);
            _columns[column].Add(batch, column < _batchColumns.Length ? _batchColumns[column] : -1);
        });
        batch.Clear();
    }
}
