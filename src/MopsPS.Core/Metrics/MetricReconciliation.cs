using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Metrics;

/// <summary>
/// Compares the same metrics from several sources: each source against the reference, down the hierarchy to the places where they part. Values of one place are added
/// up, so rates are to be compared by what they are made of. Not for several threads at once.
/// </summary>
public sealed class MetricReconciliation
{
    private readonly MetricOptions _options;
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly DateParser _dates;
    private readonly Action<RecordProblem>? _onProblem;
    private readonly NumberParser _numbers;
    private readonly List<MetricStore> _sources = [];
    private readonly Dictionary<RecordSchema, (MetricColumns Columns, string Name)> _inputs = [];
    private readonly Dictionary<string, string> _names;
    private MetricColumns? _columns;
    private string _input = "input";
    private int _shapes;

    /// <summary>Starts a comparison.</summary>
    /// <param name="options">What is compared.</param>
    /// <param name="policy">The policy: materiality, targets.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads the dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads the numbers; null for plain ones.</param>
    /// <param name="onProblem">Is told of each value that does not read; null for nobody.</param>
    /// <exception cref="MetricException">Neither the metrics of wide tables nor the columns of long ones are named.</exception>
    public MetricReconciliation(MetricOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        if ((options.MetricField is null) != (options.ValueField is null)) throw new MetricException("LongTable", "A long table has two columns: one for the metric, one for the value. Name both.");
        if (options.MetricField is null && options.Metrics.Count == 0) throw new MetricException("NoMetric", "Name the columns that are metrics, or the metric and value columns of long tables.");
        _rules = new RuleSet(policy, todayUtc);
        _numbers = numbers ?? new NumberParser();
        _dates = dates ?? new DateParser();
        _onProblem = onProblem;
        _names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var alias in options.Aliases)
            foreach (var other in alias.Value) _names[other] = alias.Key;
    }

    /// <summary>Takes the columns of an input, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="ExportFormatException">A column that each input must have is not there.</exception>
    /// <exception cref="MetricException">The input has none of the metrics.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        _columns = new MetricColumns(fields, _options);
        _shapes++;
        _input = fields.Schema.Source is { } source ? Path.GetFileName(source) : $"input {_shapes}";
        return _columns.Columns;
    }

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        // Shapes of the pipeline may come in turn: each has its own columns.
        if (!_inputs.TryGetValue(row.Schema, out var input)) _inputs.Add(row.Schema, input = (_columns ?? throw new InvalidOperationException("Open comes before Add."), _input));
        var columns = input.Columns;
        var source = Source(columns.Source < 0 ? input.Name : row.GetString(columns.Source)?.Trim() is { Length: > 0 } name ? name : "(blank)");
        source.Rows++;
        source.Depth = Math.Min(source.Depth, columns.By.Length);
        if (columns.Date >= 0) Date(source, row, columns.Date);

        var key = MetricStore.Key(columns.By.Select(column => source.Place(row.GetString(column))));
        if (columns.Metric < 0)
        {
            foreach (var (metric, column) in columns.Wide) Value(source, row, metric, column, key);
            return;
        }

        var named = row.GetString(columns.Metric)?.Trim() ?? string.Empty;
        if (_names.TryGetValue(named, out var known)) named = known;
        if (named.Length > 0 && (_options.Metrics.Count == 0 || _options.Metrics.Contains(named, StringComparer.OrdinalIgnoreCase))) Value(source, row, named, columns.Value, key);
    }

    /// <summary>The comparisons: by metric, then by source.</summary>
    /// <exception cref="MetricException">There is nothing to compare: that is not the same as no difference.</exception>
    public IReadOnlyList<MetricComparison> Finish()
    {
        if (_sources.Count == 0) throw new MetricException("NoData", "There are no rows, so nothing can be compared.");
        if (_sources.Count == 1) throw new MetricException("OneSource", $"There is one source, '{_sources[0].Name}': a metric is compared between at least two. Give several files, or name the column of the source.");
        var reference = Reference();
        var metrics = _options.MetricField is null || _options.Metrics.Count > 0 ? _options.Metrics : _sources.SelectMany(source => source.Metrics.Keys).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(metric => metric, StringComparer.OrdinalIgnoreCase).ToArray();
        if (metrics.Count == 0 || !_sources.Any(source => source.Metrics.Count > 0)) throw new MetricException("NoMetric", "No source has a value for any metric.");
        return
        [
            .. metrics.SelectMany(metric => _sources.Where(source => !ReferenceEquals(source, reference)).OrderBy(source => source.Name, StringComparer.Ordinal)
                .Select(source => new MetricDrill(metric, reference, source, Materiality(metric), _options.By).Compare(_policy, _rules)))
        ];
    }

    /// <summary>The sources, the reference first.</summary>
    public IReadOnlyList<MetricSource> Sources()
    {
        var reference = Reference();
        return [.. _sources.OrderByDescending(source => ReferenceEquals(source, reference)).ThenBy(source => source.Name, StringComparer.Ordinal).Select(source => Describe(source, ReferenceEquals(source, reference)))];
    }

    private MetricStore Source(string name)
    {
        var source = _sources.Find(source => string.Equals(source.Name, name, StringComparison.OrdinalIgnoreCase));
        if (source is null) _sources.Add(source = new MetricStore(name));
        return source;
    }

    private MetricStore Reference() => _options.Reference is not { } wanted ? _options.SourceField is null ? _sources[0] : _sources.OrderBy(source => source.Name, StringComparer.Ordinal).First()
        : _sources.Find(source => string.Equals(source.Name, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(Path.GetFileNameWithoutExtension(source.Name), wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new MetricException("ReferenceUnknown", $"There is no source '{wanted}'. The sources are: {string.Join(", ", _sources.Select(source => source.Name))}.");

    private void Value(MetricStore source, RecordReader row, string metric, int column, string key)
    {
        var isRead = _numbers.Parse(row.GetUtf8(column), out var value);
        if (isRead == true) source.Add(metric, key, value);
        if (isRead != false) return;
        source.Unreadable++;
        Report(row, column, "UnreadableNumber", $"The value of {metric} is no number; name the -Culture, or correct it. It counts as nothing.", "a number such as 1250.50");
    }

    // A row without a readable date still has its values. A day without a time is over at its end.
    private void Date(MetricStore source, RecordReader row, int column)
    {
        var problem = _dates.Parse(row.GetUtf8(column), out var date);
        if (problem == DateProblem.Empty) return;
        if (problem != DateProblem.None) Report(row, column, "UnreadableDate", "The date cannot be read; name the -Culture. The row counts, but not for the freshness.", "a date such as 2026-03-14");
        else source.Newest = Math.Max(source.Newest ?? long.MinValue, RowValues.ToTicks(date.UtcSeconds + (date.IsDateOnly ? CivilDate.SecondsPerDay - 1 : 0)));
    }

    private void Report(RecordReader row, int column, string kind, string message, string expected)
    {
        var value = row.GetString(column) ?? string.Empty;
        _onProblem?.Invoke(new RecordProblem(kind, message, RowValues.Position(row, column)) { Value = value.Length > 80 ? value.Substring(0, 80) : value, Expected = expected });
    }

    private MetricMateriality Materiality(string metric)
    {
        var own = _policy.Metrics.Metrics.TryGetValue(metric, out var named) ? named : _policy.Metrics.Materiality;
        return new MetricMateriality { Absolute = _options.Absolute ?? own.Absolute, Relative = _options.Relative ?? own.Relative };
    }

    private MetricSource Describe(MetricStore source, bool isReference)
    {
        var newest = source.Newest is long ticks ? new DateTime(ticks, DateTimeKind.Utc) : (DateTime?)null;
        // The end of today is still to come.
        var age = newest is DateTime date ? Math.Max(0, (_options.AsOf - date).TotalHours) : (double?)null;
        var kpis = _options.DateField is null ? [] : new[] { MetricKpis.Freshness.Of(_policy, age, source.Name) };
        var findings = new List<Finding>();
        void Find(RuleInfo rule, bool isFound, string message)
        {
            if (isFound && _rules.IsEnabled(rule)) findings.Add(_rules.Create(rule, message, source.Name, suggestion: rule.Remedy));
        }

        Find(MetricRules.StaleSource, kpis.Any(kpi => kpi.Status == KpiStatus.Missed), FormattableString.Invariant($"The newest date of {source.Name} is {age ?? 0:0.#} hours old."));
        Find(MetricRules.UnknownAge, _options.DateField is not null && age is null, $"No date of {source.Name} could be read, so its age is not known.");
        Find(MetricRules.UnreadableMetricValue, source.Unreadable > 0, FormattableString.Invariant($"{source.Unreadable:#,0} values of {source.Name} are no numbers."));
        return new MetricSource
        {
            Source = source.Name,
            IsReference = isReference,
            Rows = source.Rows,
            Unreadable = source.Unreadable,
            Metrics = source.Metrics.Keys.ToArray(),
            Levels = _options.By.Take(source.Depth).ToArray(),
            Newest = newest,
            AgeHours = age,
            Findings = findings,
            Kpis = kpis,
        };
    }
}
