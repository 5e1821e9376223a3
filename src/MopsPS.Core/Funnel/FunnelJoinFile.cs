using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Funnel;

/// <summary>A file of records joined by key, for example opportunities.</summary>
internal sealed class FunnelJoinFile(
    string name, FunnelJoin join, IReadOnlyList<(int Slot, FunnelStageDefinition Definition)> definitions, IReadOnlyList<string> texts, IReadOnlyList<string> amounts,
    FunnelDates dates, FunnelCounters counters, NumberParser numbers) : FunnelFile(name, join.Key)
{
    private readonly List<long> _times = [];
    private readonly List<uint> _reached = [];
    private readonly List<decimal> _amounts = [];
    private readonly Utf8Table[] _texts = [.. texts.Select(_ => new Utf8Table())];
    private readonly List<int>[] _textOf = [.. texts.Select(_ => new List<int>())];
    private readonly int[] _slots = [.. definitions.Select(pair => pair.Slot)];
    private readonly long[] _row = new long[FunnelBinding.Slots];
    private readonly long[] _rowNone = FunnelBinding.NoTimes();
    private readonly int[] _textColumns = new int[texts.Count];
    private StageColumns _stages = null!;
    private int _key;
    private int _amount = -1;

    public FunnelJoin Join => join;

    public uint Found { get; private set; }

    public uint Dated { get; private set; }

    public bool HasAmount { get; private set; }

    public IEnumerable<StatusColumn> Statuses => _stages?.Statuses ?? [];

    public override IReadOnlyList<int> Bind(FieldMapping fields)
    {
        var columns = new ColumnSet();
        _key = columns.Add(KeyColumn(fields));
        _stages = new StageColumns(fields, definitions, columns, dates);
        for (var i = 0; i < texts.Count; i++) _textColumns[i] = columns.Add(Needed(fields, [texts[i]], texts[i]));
        _amount = columns.Add(ColumnFinder.Find(fields, amounts));
        Found |= _stages.Found;
        Dated |= _stages.Dated;
        HasAmount |= _amount >= 0;
        return columns.Columns;
    }

    public override void Add(RecordReader row)
    {
        var key = KeyOf(row, _key);
        if (key < 0) return;
        Array.Copy(_rowNone, _row, _row.Length);
        var reached = 0u;
        _stages.Read(row, _row, ref reached);
        if (key == _reached.Count)
        {
            _reached.Add(0);
            _amounts.Add(0);
            foreach (var _ in _slots) _times.Add(Moment.None);
            foreach (var list in _textOf) list.Add(-1);
        }

        _reached[key] |= reached;
        for (var i = 0; i < _slots.Length; i++)
        {
            var at = (key * _slots.Length) + i;
            if (_row[_slots[i]] < _times[at]) _times[at] = _row[_slots[i]];
        }

        for (var i = 0; i < _texts.Length; i++)
        {
            var text = StatusColumn.Trim(row.GetUtf8(_textColumns[i]));
            if (text.IsEmpty) continue;
            var before = _textOf[i][key];
            if (before < 0 || text.SequenceCompareTo(_texts[i].Span(before)) < 0) _textOf[i][key] = _texts[i].Add(text);
        }

        if (_amount < 0) return;
        var read = numbers.Parse(row.GetUtf8(_amount), out var amount);
        if (read == true) _amounts[key] += amount;
        else if (read == false) counters.Value(FunnelRules.UnreadableAmount, Name, row, _amount, "this is no amount that can be read; it is not used.");
    }

    /// <summary>Adds what the row of a key says to a record.</summary>
    public void Apply(int key, long[] times, ref uint reached, ref decimal amount)
    {
        reached |= _reached[key];
        for (var i = 0; i < _slots.Length; i++)
        {
            var time = _times[(key * _slots.Length) + i];
            if (time < times[_slots[i]]) times[_slots[i]] = time;
        }

        amount += _amounts[key];
    }

    /// <summary>The position of a text column by its name, or -1.</summary>
    public int TextIndex(string column)
    {
        for (var i = 0; i < texts.Count; i++)
            if (string.Equals(texts[i], column, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    public ReadOnlySpan<byte> Text(int key, int text) => key < 0 || _textOf[text][key] < 0 ? default : _texts[text].Span(_textOf[text][key]);
}
