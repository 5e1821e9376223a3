using System;
using System.Collections.Generic;
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

    /// <summary>The fields so far; a later input may add some.</summary>
    public IReadOnlyList<PlannedField> Fields => _fields;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Prepares for rows of an input.</summary>
    /// <param name="fields">Its fields. A field of the same name and kind as one of an earlier input goes on with that one.</param>
    /// <param name="positions">For each column of each field, in order, its position in the rows to come.</param>
    /// <returns>What adds a row.</returns>
    public Action<RecordReader> Open(IReadOnlyList<PlannedField> fields, IReadOnlyList<int> positions)
    {
        var sources = new List<(MatchColumn Column, int Position)>();
        var next = 0;
        foreach (var field in fields)
        {
            var at = _fields.FindIndex(known => known.Kind == field.Kind && string.Equals(known.Name, field.Name, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                at = _fields.Count;
                _fields.Add(field);
                _firstColumns.Add(_columns.Count);
                for (var i = 0; i < field.Columns.Count; i++) _columns.Add(Empty());
            }

            var room = (at + 1 < _fields.Count ? _firstColumns[at + 1] : _columns.Count) - _firstColumns[at];
            for (var i = 0; i < field.Columns.Count; i++, next++)
                if (i < room) sources.Add((_columns[_firstColumns[at] + i], positions[next]));
        }

        var all = sources.ToArray();
        return row =>
        {
            foreach (var (column, position) in all) column.Add(row.GetUtf8(position));
            Count++;
            if (all.Length == _columns.Count) return;
            // Columns that this input does not have.
            foreach (var column in _columns)
                while (column.Count < Count) column.Add(default);
        };
    }

    /// <summary>The columns of a field.</summary>
    internal IReadOnlyList<MatchColumn> Columns(int field)
    {
        var end = field + 1 < _fields.Count ? _firstColumns[field + 1] : _columns.Count;
        return _columns.GetRange(_firstColumns[field], end - _firstColumns[field]);
    }

    private MatchColumn Empty()
    {
        var column = new MatchColumn();
        while (column.Count < Count) column.Add(default);
        return column;
    }
}
