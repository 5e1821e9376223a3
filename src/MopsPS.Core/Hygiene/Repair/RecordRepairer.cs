using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Places;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Repairs records one by one: <see cref="Open"/> for each schema, <see cref="Read"/> for each row, <see cref="Finish"/> once. Memory does not grow with the rows.
/// Not for several threads at once.
/// </summary>
public sealed class RecordRepairer
{
    private readonly MopsPolicy _policy;
    private readonly RepairOptions _options;
    private readonly double _threshold;
    private readonly Country? _defaultCountry;
    private readonly RuleSet _rules;
    private readonly RepairTally _tally;
    private readonly Dictionary<string, RepairPlan> _plans = new(StringComparer.Ordinal);
    private readonly List<ValueRepair> _row = [];
    private readonly List<NewValue> _values = [];
    private readonly CountryCache _countries = new();
    private RepairPlan _plan = null!;
    private RecordSchema? _schema;

    /// <summary>Makes a repairer.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">What holds over it.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <exception cref="ArgumentException">The default country is no country, or a field is none.</exception>
    public RecordRepairer(MopsPolicy policy, RepairOptions options, DateTime todayUtc)
    {
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _threshold = options.Confidence ?? policy.Hygiene.Confidence;
        _rules = new RuleSet(policy, todayUtc);
        _tally = new RepairTally(policy, _rules);
        var country = options.DefaultCountry ?? policy.Hygiene.DefaultCountry;
        if (country.Length == 0) return;
        var match = Countries.Recognise(country);
        _defaultCountry = match.IsAtLeast(0.95) ? match.Place : throw new ArgumentException($"'{country}' is no country; expected an ISO 3166 code such as DE.", nameof(options));
    }

    /// <summary>What the row that was read last needs; valid until the next one.</summary>
    internal IReadOnlyList<ValueRepair> Row => _row;

    /// <summary>The repaired values of the row that was read last, by place; valid until the next one.</summary>
    internal IReadOnlyList<NewValue> Values => _values;

    /// <summary>Looks at the columns of a schema.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read.</returns>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        var plan = RepairPlan.Make(fields, _policy, _options);
        _plans[KeyOf(plan.Columns.Select(column => fields.Schema.Columns[column]))] = plan;
        if (plan.Repairs.Count == 0)
        {
            throw new FieldNotFoundException(
                "Email", $"No column of {(fields.Schema.Source is null ? "the input" : System.IO.Path.GetFileName(fields.Schema.Source))} can be repaired. Columns: {fields.Schema}. "
                + "Name them: -FieldMap @{ Email = 'Your Column' }, or add a picklist to the policy's hygiene.picklists.", []);
        }

        return plan.Columns;
    }

    /// <summary>Judges a row; what it needs is in <see cref="Row"/>.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Whether it needs anything.</returns>
    public bool Read(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        if (!ReferenceEquals(row.Schema, _schema))
        {
            _schema = row.Schema;
            _plan = _plans[KeyOf(row.Schema.Columns)];
        }

        _row.Clear();
        _values.Clear();
        var country = CountryOf(row);
        foreach (var column in _plan.Repairs)
        {
            var value = row.GetUtf8(column.Place);
            if (value.IsEmpty) continue;
            _tally.Values++;
            var verdict = column.Judge(value, country);
            if (verdict.State == FieldState.Clean) continue;
            var isSure = verdict.State == FieldState.Repair && verdict.Confidence >= _threshold;
            _row.Add(new ValueRepair(column, Encoding.UTF8.GetString(value.ToArray()), verdict, isSure));
            if (isSure) _values.Add(new NewValue(column.Place, verdict.After!));
        }

        _tally.Add(_row, row);
        return _row.Count > 0;
    }

    /// <summary>The changes of the row that was read last, masked where they are personal.</summary>
    /// <param name="row">The row.</param>
    public IEnumerable<RepairChange> Changes(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        foreach (var value in _row) yield return RepairChanges.Of(value, row, IdOf(row), _rules);
    }

    /// <summary>The id of a row, or null.</summary>
    internal string? IdOf(RecordReader row) => _plan.Id < 0 ? null : row.GetString(_plan.Id);

    /// <summary>The values of a row after the repair.</summary>
    /// <param name="row">The row; opened with all columns.</param>
    public string?[] Repaired(RecordReader row) => NewValue.Put(row ?? throw new ArgumentNullException(nameof(row)), _values);

    /// <summary>Sums up.</summary>
    public RepairResult Finish() => _tally.Finish(_threshold);

    // A country that itself needs a repair counts as what it will be, where that is sure enough.
    private Country? CountryOf(RecordReader row)
    {
        if (_plan.Country < 0) return _defaultCountry;
        var value = row.GetUtf8(_plan.Country);
        if (value.IsEmpty) return _defaultCountry;
        var match = _countries.Recognise(value);
        if (match.Place is null && !TextCleaner.IsPlain(value)) match = Countries.Recognise(TextCleaner.Clean(Encoding.UTF8.GetString(value.ToArray()), out _));
        return match.IsAtLeast(_threshold) ? match.Place : null;
    }

    private static string KeyOf(IEnumerable<string> columns) => string.Join("\n", columns);
}
