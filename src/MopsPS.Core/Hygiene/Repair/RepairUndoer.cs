using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Takes repairs back: <see cref="Open"/> for each schema, <see cref="Read"/> for each row, <see cref="Finish"/> once. A value comes back only where it is still the repaired one;
/// records without an id of their own only where the whole row is. Everything else stays and is told. Not for several threads at once.
/// </summary>
public sealed class RepairUndoer
{
    private readonly RepairRollback _rollback;
    private readonly RuleSet _rules;
    private readonly UndoTally _tally;
    private readonly Dictionary<string, Plan> _plans = new(StringComparer.Ordinal);
    private readonly List<NewValue> _values = [];
    private readonly List<RepairUndo> _row = [];
    private Plan _plan = null!;
    private RecordSchema? _schema;
    private long _record;

    /// <summary>Makes one.</summary>
    /// <param name="rollback">What was repaired.</param>
    /// <param name="policy">The policy: severities and suppressions.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    public RepairUndoer(RepairRollback rollback, MopsPolicy policy, DateTime todayUtc)
    {
        _rollback = rollback ?? throw new ArgumentNullException(nameof(rollback));
        _rules = new RuleSet(policy ?? throw new ArgumentNullException(nameof(policy)), todayUtc);
        _tally = new UndoTally(_rules);
    }

    /// <summary>The values that come back in the row that was read last, by place.</summary>
    internal IReadOnlyList<NewValue> Values => _values;

    /// <summary>What became of the repairs of the row that was read last, masked where they are personal.</summary>
    public IReadOnlyList<RepairUndo> Row => _row;

    /// <summary>Looks at the columns of a schema; all are read.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read.</returns>
    /// <exception cref="FieldNotFoundException">A column that was repaired is not there.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        var plan = new Plan(fields);
        if (_rollback.RepairedColumns.FirstOrDefault(name => !plan.Places.ContainsKey(name)) is { } missing)
        {
            throw new FieldNotFoundException(
                missing, $"The records have no column '{missing}', which the rollback file names. Columns: {fields.Schema}. Take the repaired file, or an export with the columns of the repair.", []);
        }

        _plans[KeyOf(fields.Schema)] = plan;
        return [.. Enumerable.Range(0, fields.Schema.Count)];
    }

    /// <summary>Judges a row; what comes back of it is in <see cref="Row"/>.</summary>
    /// <param name="row">The row, with all columns.</param>
    /// <returns>Whether it was repaired.</returns>
    public bool Read(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        if (!ReferenceEquals(row.Schema, _schema))
        {
            _schema = row.Schema;
            _plan = _plans[KeyOf(row.Schema)];
        }

        _record++;
        _tally.Records++;
        _values.Clear();
        _row.Clear();
        var isById = _rollback.HasIds && _plan.Id >= 0;
        if ((isById ? _rollback.Of(row.GetString(_plan.Id) ?? "") : _rollback.Of(_record)) is not { } entries) return false;
        var isSame = isById || string.Equals(RowCheck.Of(row, []), entries[0].Check, StringComparison.OrdinalIgnoreCase);
        var isUndone = entries.All(entry => Is(Current(row, entry), entry.Before));
        foreach (var entry in entries)
        {
            entry.IsMet = true;
            var current = Current(row, entry);
            var state = isUndone || (isSame && Is(current, entry.Before)) ? RepairUndoState.AlreadyUndone
                : !isSame ? RepairUndoState.RecordChanged
                : Is(current, entry.After) ? RepairUndoState.Restored : RepairUndoState.ValueChanged;
            if (state == RepairUndoState.Restored) _values.Add(new NewValue(_plan.Places[entry.Column], entry.Before));
            _row.Add(Told(entry, state, current, _plan, new SourcePosition(row.Schema.Source, row.Row, row.Line, entry.Column)));
        }

        _values.Sort((one, other) => one.Place.CompareTo(other.Place));
        foreach (var told in _row) _tally.Add(told);
        return true;
    }

    /// <summary>The values of a row with those that come back.</summary>
    /// <param name="row">The row, with all columns.</param>
    public string?[] Restored(RecordReader row) => NewValue.Put(row ?? throw new ArgumentNullException(nameof(row)), _values);

    /// <summary>Repairs whose records did not come.</summary>
    public IEnumerable<RepairUndo> Missing()
    {
        foreach (var entry in _rollback.Entries.Where(entry => !entry.IsMet))
        {
            var told = Told(entry, RepairUndoState.RecordMissing, null, _plan, null);
            _tally.Add(told);
            yield return told;
        }
    }

    /// <summary>Sums up; after <see cref="Missing"/>.</summary>
    public RepairUndoResult Finish() => _tally.Finish(_rollback.Count);

    private RepairUndo Told(RepairRollback.Entry entry, RepairUndoState state, string? current, Plan plan, SourcePosition? source)
    {
        var field = plan.FieldOf(entry.Column);
        string? Shown(string? text) => text is not null && field is { IsPersonal: true } ? Masking.Value(text, field.Kind) : text;
        RepairUndo Make(IReadOnlyList<Finding> findings) => new()
        {
            Row = source?.Row ?? 0,
            Record = entry.Record,
            RecordId = entry.Id.Length == 0 ? null : entry.Id,
            Column = entry.Column,
            Field = field?.Name,
            State = state,
            Current = Shown(current),
            Before = Shown(entry.Before)!,
            After = Shown(entry.After)!,
            IsPersonal = field?.IsPersonal == true,
            Source = source,
            Findings = findings,
        };
        var told = Make([]);
        return RuleOf(state) is { } rule && _rules.IsEnabled(rule) ? Make([_rules.Create(rule, told + ".", field: told.Column, value: told.Current, source: source)]) : told;
    }

    private static RuleInfo? RuleOf(RepairUndoState state) => state switch
    {
        RepairUndoState.ValueChanged or RepairUndoState.RecordChanged => HygieneRules.ChangedSinceRepair,
        RepairUndoState.RecordMissing => HygieneRules.RepairedRecordMissing,
        _ => null,
    };

    private string Current(RecordReader row, RepairRollback.Entry entry) => row.GetString(_plan.Places[entry.Column]) ?? "";

    private static bool Is(string current, string value) => string.Equals(current, value, StringComparison.Ordinal);

    private static string KeyOf(RecordSchema schema) => string.Join("\n", schema.Columns);

    private sealed class Plan(FieldMapping fields)
    {
        private readonly Dictionary<int, CanonicalField> _fields = fields.Matches.Where(match => match.Column >= 0).ToDictionary(match => match.Column, match => match.Field);

        public Dictionary<string, int> Places { get; } = fields.Schema.Columns.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);

        public int Id { get; } = fields.IndexOf("Id");

        public CanonicalField? FieldOf(string column) => Places.TryGetValue(column, out var place) && _fields.TryGetValue(place, out var field) ? field : null;
    }
}
