using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Anomalies;

/// <summary>Takes dated rows, makes a series of each segment and judges it. Memory grows with days and segments, not with rows. Not for several threads at once.</summary>
public sealed class AnomalyAnalysis
{
    private readonly AnomalyOptions _options;
    private readonly RuleSet _rules;
    private readonly RowValues _values;
    private readonly Dictionary<string, MetricCollector> _segments = new(StringComparer.Ordinal);
    private AnomalyColumns? _columns;
    private long _rows;
    private long _blank;

    /// <summary>Starts an analysis.</summary>
    /// <param name="options">What is watched and how strictly.</param>
    /// <param name="policy">The policy: severities and suppressions.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads the dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads the numbers; null for the invariant culture.</param>
    /// <param name="onProblem">Is told of each row that is left out; null for nobody.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AnomalyAnalysis(AnomalyOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        options.Validate();
        _rules = new RuleSet(policy ?? throw new ArgumentNullException(nameof(policy)), todayUtc);
        _values = new RowValues(dates ?? new DateParser(), numbers ?? new NumberParser(), onProblem);
    }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">There is no date.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields) => (_columns = new AnomalyColumns(fields ?? throw new ArgumentNullException(nameof(fields)), _options)).Columns;

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var columns = _columns ?? throw new InvalidOperationException("Open comes before Add.");
        _rows++;
        if (!_values.Date(row, columns.Date, "date", false, out var ticks) || !_values.Number(row, columns.Value, "value", out var value) ||
            !_values.Number(row, columns.Denominator, "denominator", out var whole)) return;
        if (ticks == 0)
        {
            _values.Skip(row, columns.Date, "MissingDate", "The row has no date. It is left out.", "a date");
            return;
        }

        if (Complaint(value, whole, columns) is { } complaint)
        {
            _values.Skip(row, columns.Value, "ImpossibleValue", complaint + " The row is left out.", "a part from 0 to its whole");
            return;
        }

        if ((columns.Value >= 0 && value is null) || (columns.Denominator >= 0 && whole is null)) _blank++;
        var key = Segment(row, columns);
        if (!_segments.TryGetValue(key, out var collector)) _segments.Add(key, collector = new MetricCollector());
        var day = _values.Dates.DayOf((ticks - RowValues.ToTicks(0)) / TimeSpan.TicksPerSecond);
        var isFirst = _options.Measure switch
        {
            AnomalyMeasure.Count => collector.Add(day, 1, 0),
            AnomalyMeasure.Ratio => collector.Add(day, value ?? 0, columns.Denominator < 0 ? 1 : whole ?? 0),
            AnomalyMeasure.Sum => collector.Add(day, value ?? 0, 0),
            _ => value is not double given || collector.Add(day, given, 0),
        };
        if (isFirst || _options.Measure != AnomalyMeasure.Value) return;
        throw new AnomalyException(
            $"There are two values for {new DateTime(1970, 1, 1).AddDays(day):yyyy-MM-dd}{(key.Length == 0 ? string.Empty : $" in {key}")}. Use -Measure Sum to add them, or -By to keep segments apart.");
    }

    /// <summary>Judges the series: one result for each segment, by name.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The results.</returns>
    /// <exception cref="AnomalyException">There were no rows that could be used.</exception>
    public IReadOnlyList<AnomalyResult> Finish(CancellationToken cancellation = default)
    {
        var days = _segments.Values.SelectMany(segment => segment.Days).ToArray();
        if (days.Length == 0) throw new AnomalyException(_rows == 0 ? "There are no rows to judge. Check the file, or the filter before the pipe." : $"None of the {_rows} rows could be used: each was reported with the reason. Where dates or numbers do not read, name how they are written with -Culture; where a column is the wrong one, name the right one with -FieldMap.");
        var interval = _options.Interval != AnomalyInterval.Auto ? _options.Interval : _options.Measure == AnomalyMeasure.Value ? IntervalClock.Infer(days) : AnomalyInterval.Day;
        var (first, last, partial) = Whole(interval, days.Min(), days.Max());
        var series = _segments.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new MetricSeries(pair.Key.Length == 0 ? null : pair.Key, pair.Value.Points(_options.Measure, interval, first, last))).ToArray();
        if (_options.Measure == AnomalyMeasure.Value && _segments.Values.Any(segment => segment.Days.Select(day => IntervalClock.StepOf(interval, day)).Distinct().Count() < segment.Days.Count()))
            throw new AnomalyException($"There are several values in one {interval.ToString().ToLowerInvariant()}. Use -Measure Sum to add them, or a finer -Interval.");
        // The chance of a false alarm is shared by all series, so that many segments do not mean many alarms.
        var judged = series.Count(one => one.Points.Count >= AnomalyOptions.LeastPoints);
        return series.Select((one, i) => Judge(one, interval, _options.FalseAlarmRate / Math.Max(1, judged), i == 0 ? partial : 0, i == 0 ? _values.Skipped : 0, i == 0 ? _blank : 0, cancellation)).ToArray();
    }

    private string Segment(RecordReader row, AnomalyColumns columns) => RowValues.Segment(row, _options.By, columns.By) ?? string.Empty;

    private string? Complaint(double? value, double? whole, AnomalyColumns columns)
    {
        if (_options.Measure != AnomalyMeasure.Ratio) return null;
        var most = columns.Denominator < 0 ? 1 : whole ?? 0;
        return value < 0 || whole < 0 ? "A part of a whole cannot be less than 0." : value > most ? "The part is more than its whole." : null;
    }

    // Half a week or month looks like a drop: only whole ones are judged where rows are aggregated.
    private (int First, int Last, int Partial) Whole(AnomalyInterval interval, int firstDay, int lastDay)
    {
        int first = IntervalClock.StepOf(interval, firstDay), last = IntervalClock.StepOf(interval, lastDay);
        if (_options.Measure == AnomalyMeasure.Value || interval == AnomalyInterval.Day) return (first, last, 0);
        var partial = 0;
        if (IntervalClock.Start(interval, first) < new DateTime(1970, 1, 1).AddDays(firstDay))
        {
            first++;
            partial++;
        }

        if (last >= first && IntervalClock.Start(interval, last + 1) > new DateTime(1970, 1, 1).AddDays(lastDay + 1))
        {
            last--;
            partial++;
        }

        return (first, last, partial);
    }

    private AnomalyResult Judge(MetricSeries series, AnomalyInterval interval, double level, int partial, long skipped, long blank, CancellationToken cancellation)
    {
        var metric = _options.Measure switch
        {
            AnomalyMeasure.Count => "Count",
            AnomalyMeasure.Ratio when _options.DenominatorColumn is not null => $"{_options.ValueColumn} / {_options.DenominatorColumn}",
            _ => _options.ValueColumn!,
        };
        var isEnough = series.Points.Count >= AnomalyOptions.LeastPoints;
        var verdict = isEnough
            ? AnomalyDetector.Judge(series, _options.Measure, _options.Season ?? IntervalClock.Season(interval), level, _options.TwiceBaseline, cancellation)
            : new AnomalyVerdict([], 0, []);
        var result = new AnomalyResult
        {
            Metric = metric,
            Segment = series.Segment,
            Measure = _options.Measure,
            Interval = interval,
            Season = verdict.Season,
            Points = verdict.Points.ToArray(),
            Anomalies = verdict.Points.Where(point => point.IsAnomaly).ToArray(),
            Changes = verdict.Changes.ToArray(),
        };
        var findings = Findings(result, isEnough ? null : series.Points.Count, partial, skipped, blank);
        return new AnomalyResult
        {
            Metric = result.Metric,
            Segment = result.Segment,
            Measure = result.Measure,
            Interval = result.Interval,
            Season = result.Season,
            Points = result.Points,
            Anomalies = result.Anomalies,
            Changes = result.Changes,
            Findings = findings.ToArray(),
        };
    }

    private IEnumerable<Finding> Findings(AnomalyResult result, int? tooFew, int partial, long skipped, long blank)
    {
        foreach (var point in result.Anomalies)
        {
            var rule = point.Kind == AnomalyKind.TwiceBaseline ? AnomalyRules.TwiceBaselineValue : AnomalyRules.UnexpectedValue;
            if (_rules.IsEnabled(rule))
                yield return _rules.Create(rule, $"{point}.", result.Title, result.Metric, point.Value.ToString("0.####", CultureInfo.InvariantCulture), rule.Remedy);
        }

        foreach (var change in result.Changes)
            if (_rules.IsEnabled(AnomalyRules.ChangedLevel)) yield return _rules.Create(AnomalyRules.ChangedLevel, $"The level changed {change}.", result.Title, result.Metric, suggestion: AnomalyRules.ChangedLevel.Remedy);
        var all = new (RuleInfo Rule, bool Holds, string Message)[]
        {
            (AnomalyRules.TooFewPoints, tooFew is not null, $"The series has {tooFew} {(tooFew == 1 ? "point" : "points")}; {AnomalyOptions.LeastPoints} are needed."),
            (AnomalyRules.PartialInterval, partial > 0, $"{partial} {result.Interval.ToString().ToLowerInvariant()}s at the ends are not whole."),
            (AnomalyRules.UnreadablePoint, skipped > 0, $"{skipped} rows could not be used."),
            (AnomalyRules.MissingValue, blank > 0, $"{blank} {(blank == 1 ? "row has" : "rows have")} no value."),
        };
        foreach (var (rule, holds, message) in all)
            if (holds && _rules.IsEnabled(rule)) yield return _rules.Create(rule, message, result.Title, suggestion: rule.Remedy);
    }
}
