using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Consent;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Places;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>
/// Measures the health of a database in one pass: <see cref="Open"/> for each schema, <see cref="Add"/> for each row, <see cref="Finish"/> once. Memory does not grow with the rows,
/// save for duplicates where they are asked for. Not for several threads at once.
/// </summary>
public sealed class RecordHealthMeter
{
    private readonly MopsPolicy _policy;
    private readonly HealthOptions _options;
    private readonly DateParser _dates;
    private readonly ValueKinds _kinds;
    private readonly RuleSet _rules;
    private readonly EmailMeter _emails = new();
    private readonly ActivityMeter _activity;
    private readonly ConsentMeter _consent;
    private readonly CountryCache _countries = new();
    private readonly Dictionary<string, ColumnMeter> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ColumnMeter> _order = [];
    private readonly DuplicateFinder? _finder;
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private RecordSchema? _schema;
    private Shape _shape = null!;
    private long _rows;

    /// <summary>Makes a meter.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How to measure.</param>
    /// <param name="dates">Reads dates.</param>
    /// <param name="numbers">Reads numbers.</param>
    /// <param name="finder">Looks for duplicates meanwhile; null for none.</param>
    public RecordHealthMeter(MopsPolicy policy, HealthOptions options, DateParser dates, NumberParser numbers, DuplicateFinder? finder = null)
    {
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _dates = dates ?? throw new ArgumentNullException(nameof(dates));
        _kinds = new ValueKinds(dates, numbers ?? throw new ArgumentNullException(nameof(numbers)));
        _rules = new RuleSet(policy, options.AsOf);
        _activity = new ActivityMeter(policy.Hygiene, options.AsOf, dates);
        _consent = new ConsentMeter(new ConsentReader(policy.Consent, dates), new ConsentRegions(policy.Consent, options.AsOf), options.AsOf);
        _finder = finder;
    }

    /// <summary>Looks at the columns of a schema; all are read.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <param name="samples">Some rows, for the search for duplicates.</param>
    /// <returns>The columns to read.</returns>
    /// <exception cref="ArgumentException">The policy has no such purpose.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields, IReadOnlyList<IReadOnlyList<string?>>? samples = null)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        var plan = RepairPlan.Make(fields, _policy, _options.Repair with { ReadsAll = true, Fields = [.. fields.Schema.Columns] });
        var repairs = plan.Repairs.ToDictionary(repair => repair.Place);
        var fieldOf = fields.Matches.Where(match => match.Column >= 0).ToDictionary(match => match.Column, match => match.Field);
        var meters = new ColumnMeter[fields.Schema.Count];
        for (var i = 0; i < meters.Length; i++)
        {
            var name = fields.Schema.Columns[i];
            if (!_columns.TryGetValue(name, out var meter))
            {
                fieldOf.TryGetValue(i, out var field);
                repairs.TryGetValue(i, out var repair);
                _columns.Add(name, meter = new ColumnMeter(name, field, repair, repair?.IsListed, _kinds));
                _order.Add(meter);
            }

            meters[i] = meter;
        }

        _activity.Open(fields, column => column);
        var consent = ConsentColumns.Find(_policy.Consent, _options.Purpose, fields);
        DuplicateInput? duplicates = null;
        // One search compares one set of columns: exports of the same columns are one input.
        if (_finder is not null) duplicates = _finder.Inputs.FirstOrDefault(input => input.Fields.Schema.Columns.SequenceEqual(fields.Schema.Columns)) ?? _finder.AddInput(fields, samples ?? [], fields.Schema.Source);
        _shapes[KeyOf(fields.Schema.Columns)] = new Shape(meters, plan.Country, fields.IndexOf("Email"), consent, duplicates);
        return plan.Columns;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row, with all columns.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        if (!ReferenceEquals(row.Schema, _schema))
        {
            _schema = row.Schema;
            _shape = _shapes[KeyOf(row.Schema.Columns)];
        }

        _rows++;
        var country = _shape.Country < 0 ? null : _countries.Recognise(row.GetUtf8(_shape.Country)) is var match && match.IsAtLeast(_policy.Hygiene.Confidence) ? match.Place : null;
        for (var i = 0; i < _shape.Meters.Length; i++)
        {
            var value = row.GetUtf8(i);
            var verdict = _shape.Meters[i].Add(value, country);
            if (i == _shape.Email) _emails.Add(value, verdict);
        }

        _activity.Add(row);
        if (_shape.HasConsent) _consent.Add(row, _shape.Consent);
        _shape.Duplicates?.Add(_shape.View!.On(row));
    }

    /// <summary>Sums up.</summary>
    /// <exception cref="InvalidOperationException">There were no rows: nothing is no health.</exception>
    public RecordHealth Finish()
    {
        if (_rows == 0) throw new InvalidOperationException("There are no records to measure. Check the filter before the cmdlet, or the file.");
        var hasEmail = _shapes.Values.Any(shape => shape.Email >= 0);
        var hasRetention = _policy.Hygiene.RetentionDays > 0 && _activity.Dated > 0;
        var profiles = _order.Select(meter => meter.Finish(_options.TopCount)).ToArray();
        var created = _order.FirstOrDefault(meter => meter.Field?.Name == "CreatedDate")?.Days;
        long? duplicates = _finder is null ? null : Duplicates(_finder);
        var summary = new HealthSummary(_policy, _rules, _order, _rows, _options.AsOf);
        return new RecordHealth
        {
            Rows = _rows,
            AsOf = _options.AsOf,
            Columns = profiles,
            Growth = [.. Growth(created)],
            Consent = _consent.Rows == 0 ? [] : [.. _consent.Finish()],
            EmailMissing = hasEmail ? _emails.Missing : null,
            EmailInvalid = hasEmail ? _emails.Invalid : null,
            EmailRole = hasEmail ? _emails.Role : null,
            EmailDisposable = hasEmail ? _emails.Disposable : null,
            EmailFree = hasEmail ? _emails.Free : null,
            Inactive = _activity.Rows > 0 && _policy.Hygiene.InactiveDays > 0 ? _activity.Inactive : null,
            NeverEngaged = _activity.Rows > 0 ? _activity.NeverEngaged : null,
            RetentionOverdue = hasRetention ? _activity.Overdue : null,
            Duplicates = duplicates,
            Kpis = [.. summary.Kpis(hasEmail ? _emails : null, _activity, _consent, duplicates)],
            Findings = [.. summary.Findings(hasEmail ? _emails : null, _activity)],
        };
    }

    private static IEnumerable<HealthMonth> Growth(DayCounts? created)
    {
        if (created is null) yield break;
        long total = 0;
        foreach (var (month, count) in created.Months())
        {
            total += count;
            yield return new HealthMonth { Month = month, Created = count, Total = total };
        }
    }

    private static long Duplicates(DuplicateFinder finder) =>
        finder.Run().Groups().Where(group => group.Band == DuplicateBand.Match).Sum(group => (long)group.Rows.Count - 1);

    private static string KeyOf(IEnumerable<string> columns) => string.Join("\n", columns);

    private sealed class Shape(ColumnMeter[] meters, int country, int email, ConsentColumns consent, DuplicateInput? duplicates)
    {
        public ColumnMeter[] Meters { get; } = meters;

        public int Country { get; } = country;

        public int Email { get; } = email;

        public ConsentColumns Consent { get; } = consent;

        public bool HasConsent { get; } = consent.Consent.Count > 0 || consent.OptOut.Count > 0;

        public DuplicateInput? Duplicates { get; } = duplicates;

        public ColumnView? View { get; } = duplicates is null ? null : new ColumnView(duplicates.Columns);
    }
}
