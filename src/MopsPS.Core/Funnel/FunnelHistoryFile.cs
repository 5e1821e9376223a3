using System;
using System.Collections.Generic;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Funnel;

/// <summary>
/// A file of changes: one row for each time that a record's status became something. Each change to a stage or exit is held (16 bytes)
/// until all are there; then those of one record are walked through in the order of time.
/// </summary>
internal sealed class FunnelHistoryFile(
    FunnelHistory history, IReadOnlyList<(int Slot, FunnelStageDefinition Definition)> definitions, FunnelReEntry reEntry, FunnelDates dates) : FunnelFile(history.File, history.Key)
{
    private readonly List<(int Key, int Slot, long Time)> _changes = [];
    private readonly HashSet<string> _fields = new(history.Fields, StringComparer.OrdinalIgnoreCase);
    private readonly Utf8Table _fieldValues = new();
    private readonly List<bool> _isField = [];
    private StatusColumn _values = null!;
    private long[] _times = [];
    private uint[] _again = [];
    private bool[] _returned = [];
    private int _key;
    private int _date;
    private int _field = -1;

    public FunnelHistory History => history;

    public uint Found { get; private set; }

    public IEnumerable<StatusColumn> Statuses => _values is null ? [] : [_values];

    public override IReadOnlyList<int> Bind(FieldMapping fields)
    {
        var columns = new ColumnSet();
        _key = columns.Add(KeyColumn(fields));
        _date = columns.Add(Needed(fields, history.Date, "date of the change"));
        var value = Needed(fields, history.Value, "new value");
        _values = new StatusColumn(columns.Add(value), fields.Schema.Columns[value]);
        if (_fields.Count > 0) _field = columns.Add(Needed(fields, history.Field, "field that changed"));
        foreach (var (slot, definition) in definitions)
        {
            _values.Mean(definition.Values, slot);
            Found |= 1u << slot;
        }

        return columns.Columns;
    }

    public override void Add(RecordReader row)
    {
        if (_field >= 0 && !IsField(row)) return;
        var key = KeyOf(row, _key);
        if (key < 0) return;
        var slots = _values.Read(row);
        if (slots == 0) return;
        var time = dates.Read(row, _date, Name);
        if (time == Moment.None) return;
        for (var slot = 0; slots != 0; slot++, slots >>= 1)
            if ((slots & 1) != 0) _changes.Add((key, slot, time));
    }

    /// <summary>Works out the entries of each record; to be called after all rows.</summary>
    public void Seal()
    {
        _changes.Sort((a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.Slot.CompareTo(b.Slot));
        _times = new long[Keys.Count * FunnelBinding.Slots];
        for (var i = 0; i < _times.Length; i++) _times[i] = Moment.None;
        _again = new uint[Keys.Count];
        _returned = new bool[Keys.Count];
        for (var i = 0; i < _changes.Count;)
        {
            var key = _changes[i].Key;
            var end = i;
            while (end < _changes.Count && _changes[end].Key == key) end++;
            Walk(key, i, end);
            i = end;
        }

        _changes.Clear();
        _changes.TrimExcess();
    }

    /// <summary>Adds what the history of a key says to a record.</summary>
    public void Apply(int key, long[] times, ref uint again, ref bool returned)
    {
        for (var slot = 0; slot < FunnelBinding.Slots; slot++)
        {
            var time = _times[(key * FunnelBinding.Slots) + slot];
            if (time < times[slot]) times[slot] = time;
        }

        again |= _again[key];
        returned |= _returned[key];
    }

    private void Walk(int key, int from, int to)
    {
        var times = _times.AsSpan(key * FunnelBinding.Slots, FunnelBinding.Slots);
        var now = -1;
        var seen = 0u;
        for (var i = from; i < to; i++)
        {
            var (_, slot, time) = _changes[i];
            if (slot >= FunnelBinding.FirstExit)
            {
                times.Slice(FunnelBinding.FirstExit).Fill(Moment.None);
                times[slot] = time;
                now = slot;
                continue;
            }

            if (now >= FunnelBinding.FirstExit)
            {
                times.Slice(FunnelBinding.FirstExit).Fill(Moment.None);
                _returned[key] = true;
            }

            // The same value once more is no new entry.
            if (slot == now) continue;
            var isAgain = (seen & (1u << slot)) != 0;
            if (isAgain) _again[key] |= 1u << slot;
            seen |= 1u << slot;
            if (reEntry == FunnelReEntry.Last && (isAgain || slot < now))
            {
                // Put back: what came after this stage belongs to the lap before.
                times.Slice(slot, FunnelBinding.FirstExit - slot).Fill(Moment.None);
                times[slot] = time;
            }
            else if (times[slot] == Moment.None)
            {
                times[slot] = time;
            }

            now = slot;
        }
    }

    private bool IsField(RecordReader row)
    {
        var number = _fieldValues.Add(StatusColumn.Trim(row.GetUtf8(_field)));
        if (number == _isField.Count) _isField.Add(_fields.Contains(_fieldValues.Text(number)));
        return _isField[number];
    }
}
