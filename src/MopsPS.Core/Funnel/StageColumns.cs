using System;
using System.Collections.Generic;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Funnel;

/// <summary>The stages and exits that stand in one file, bound to its columns. A slot is a stage's or an exit's number in the funnel.</summary>
internal sealed class StageColumns
{
    private readonly (int Slot, string Name, int Date, int Status)[] _bound;
    private readonly List<StatusColumn> _statuses = [];
    private readonly FunnelDates _dates;

    private readonly uint[] _meanings;

    /// <summary>Finds the columns.</summary>
    /// <param name="fields">The columns of the file.</param>
    /// <param name="definitions">What stands in the file, with its slot.</param>
    /// <param name="columns">Takes the columns that are needed.</param>
    /// <param name="dates">Reads dates.</param>
    public StageColumns(FieldMapping fields, IEnumerable<(int Slot, FunnelStageDefinition Definition)> definitions, ColumnSet columns, FunnelDates dates)
    {
        _dates = dates;
        var bound = new List<(int Slot, string Name, int Date, int Status)>();
        foreach (var (slot, definition) in definitions)
        {
            var date = ColumnFinder.Find(fields, definition.Date);
            var status = definition.Values.Count > 0 ? ColumnFinder.Find(fields, definition.Status) : -1;
            var isThere = definition.Values.Count > 0 ? status >= 0 : date >= 0 || definition.Date.Count == 0;
            if (!isThere) continue;
            var at = status < 0 ? -1 : Status(fields, status, columns);
            if (at >= 0) _statuses[at].Mean(definition.Values, slot);
            bound.Add((slot, definition.Name, columns.Add(date), at));
            Found |= 1u << slot;
            if (date >= 0) Dated |= 1u << slot;
        }

        _bound = [.. bound];
        _meanings = new uint[_statuses.Count];
    }

    /// <summary>The slots whose columns are there.</summary>
    public uint Found { get; }

    /// <summary>The slots that have a column for their date.</summary>
    public uint Dated { get; }

    /// <summary>The status columns.</summary>
    public IEnumerable<StatusColumn> Statuses => _statuses;

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="times">Takes the earliest moment by slot.</param>
    /// <param name="reached">Takes the slots that the row's status says, and first stages without any column.</param>
    public void Read(RecordReader row, Span<long> times, ref uint reached)
    {
        for (var i = 0; i < _meanings.Length; i++) _meanings[i] = _statuses[i].Read(row);
        foreach (var (slot, name, date, status) in _bound)
        {
            if (status >= 0)
            {
                if ((_meanings[status] & (1u << slot)) == 0) continue;
                reached |= 1u << slot;
            }
            else if (date < 0)
            {
                reached |= 1u << slot;
            }

            if (date < 0) continue;
            var moment = _dates.Read(row, date, name);
            if (moment < times[slot]) times[slot] = moment;
        }
    }

    private int Status(FieldMapping fields, int column, ColumnSet columns)
    {
        var position = columns.Add(column);
        var at = _statuses.FindIndex(known => known.Position == position);
        if (at >= 0) return at;
        _statuses.Add(new StatusColumn(position, fields.Schema.Columns[column]));
        return _statuses.Count - 1;
    }
}
