using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Sla;

/// <summary>
/// Measures how fast leads are touched against what is agreed. A record that waits within its limit counts neither as met nor as breached; one that waits
/// beyond it is breached. A touch before the clock started is no answer to it. Not for several threads at once.
/// </summary>
public sealed class SlaAnalysis
{
    private readonly SlaOptions _options;
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly SlaClock _clock;
    private readonly RowValues _values;
    private readonly Dictionary<(SlaMeasure, string?), SlaTally> _tallies = [];
    private readonly SlaCounts _counts = new();
    private SlaColumns? _columns;
    private long _rows;

    /// <summary>Starts a measurement.</summary>
    /// <param name="options">What is measured.</param>
    /// <param name="policy">The policy: limits, calendars, targets.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads the dates; null for ISO dates in UTC.</param>
    /// <param name="onProblem">Is told of each row that is left out; null for nobody.</param>
    /// <exception cref="ArgumentException">The policy's calendars cannot be used.</exception>
    public SlaAnalysis(SlaOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _rules = new RuleSet(policy, todayUtc);
        _clock = new SlaClock(policy);
        _values = new RowValues(dates ?? new DateParser(), new NumberParser(), onProblem);
    }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">A date that is needed is not there.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields) => (_columns = new SlaColumns(fields ?? throw new ArgumentNullException(nameof(fields)), _options)).Columns;

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var columns = _columns ?? throw new InvalidOperationException("Open comes before Add.");
        _rows++;
        if (!Read(row, columns.Engaged, "engagement date", out var engaged) || !Read(row, columns.Assigned, "assignment date", out var assigned) ||
            !Read(row, columns.Touch, "first touch date", out var touch) || !Read(row, columns.System, "first system touch date", out var system) ||
            !Read(row, columns.Human, "first human touch date", out var human)) return;
        var region = RowValues.Text(row, columns.Region);
        var calendar = _clock.Calendar(region, out var isMapped);
        if (_clock.HasRegions && !isMapped) _counts.SeeRegion(region);
        var who = new SlaSubject(row, columns, RowValues.Text(row, columns.Owner), region, calendar);
        foreach (var measure in columns.Measures)
        {
            if (measure == SlaMeasure.SpeedToLead) Measure(measure, who, engaged, [touch, system, human]);
            else Measure(measure, who, assigned, [columns.Human >= 0 ? human : touch]);
        }
    }

    /// <summary>The results of what was taken in: by measure, all records first, then the segments by name.</summary>
    /// <returns>The results.</returns>
    /// <exception cref="SlaException">There were no rows that could be used.</exception>
    public IReadOnlyList<SlaResult> Finish()
    {
        if (_tallies.Count == 0) throw new SlaException(_rows == 0 ? "There are no rows to measure. Check the file, or the filter before the pipe." : $"None of the {_rows} rows could be used: each was reported with the reason. Where dates do not read, name how they are written with -Culture; where a column is the wrong one, name the right one with -FieldMap.");
        return _tallies.Values.OrderBy(tally => tally.Measure).ThenBy(tally => tally.Segment is not null).ThenBy(tally => tally.Segment, StringComparer.Ordinal)
            .Select(tally => tally.ToResult(_clock.Target(tally.Measure), _policy, _options.AsOf, tally.Segment is null ? [.. Findings(tally)] : [])).ToArray();
    }

    private bool Read(RecordReader row, int column, string field, out SlaMoment moment)
    {
        var isRead = _values.Date(row, column, field, out var ticks, out var isDay);
        moment = new SlaMoment(ticks, isDay);
        return isRead;
    }

    private void Measure(SlaMeasure measure, SlaSubject who, SlaMoment start, SlaMoment[] touches)
    {
        var tallies = Tallies(measure, who).ToArray();
        if (Unmeasured(measure, start, touches, out var touched))
        {
            foreach (var tally in tallies) tally.AddUnmeasured();
            return;
        }

        var target = _clock.Target(measure);
        var from = new DateTime(start.Ticks, DateTimeKind.Utc);
        var age = SlaClock.Between(target, who.Calendar, from, touched ?? _options.AsOf);
        var late = age.TotalMinutes - target.Minutes;
        var breach = late <= 0 ? null : new SlaBreach
        {
            Measure = measure,
            RecordId = who.Id,
            Owner = who.Owner,
            Region = who.Region,
            Calendar = target.BusinessHours ? who.Calendar.Name : "always",
            Started = from,
            Deadline = SlaClock.Deadline(target, who.Calendar, from),
            Touched = touched,
            AgeMinutes = age.TotalMinutes,
            LateMinutes = late,
            Source = who.Position,
        };
        foreach (var tally in tallies) tally.Add(age, touched is not null, breach);
    }

    // Whether there is no clock to read, and else the first touch that has happened since the start.
    private bool Unmeasured(SlaMeasure measure, SlaMoment start, SlaMoment[] touches, out DateTime? touched)
    {
        touched = null;
        var counts = _counts.Of(measure);
        var there = touches.Where(touch => touch.Ticks != 0).ToArray();
        if (start.Ticks == 0 || start.IsDay || there.Any(touch => touch.IsDay))
        {
            counts.NoDate++;
            return true;
        }

        if (start.Ticks > _options.AsOf.Ticks)
        {
            counts.Future++;
            return true;
        }

        var after = there.Where(touch => touch.Ticks >= start.Ticks).ToArray();
        if (there.Length > 0 && after.Length == 0)
        {
            counts.Before++;
            return true;
        }

        var happened = after.Where(touch => touch.Ticks <= _options.AsOf.Ticks).ToArray();
        if (happened.Length < after.Length) counts.Future++;
        if (happened.Length > 0) touched = new DateTime(happened.Min(touch => touch.Ticks), DateTimeKind.Utc);
        return false;
    }

    private IEnumerable<SlaTally> Tallies(SlaMeasure measure, SlaSubject who)
    {
        yield return Tally(measure, null);
        if (who.Segment(_options.By) is { } segment) yield return Tally(measure, segment);
    }

    private SlaTally Tally(SlaMeasure measure, string? segment)
    {
        if (!_tallies.TryGetValue((measure, segment), out var tally)) _tallies.Add((measure, segment), tally = new SlaTally(measure, segment));
        return tally;
    }

    private IEnumerable<Finding> Findings(SlaTally tally)
    {
        foreach (var breach in tally.Breaches.OrderByDescending(breach => breach.IsOpen).ThenByDescending(breach => breach.LateMinutes).ThenBy(breach => breach.RecordId, StringComparer.Ordinal))
        {
            var rule = breach.IsOpen ? SlaRules.OverdueTouch : SlaRules.LateTouch;
            if (_rules.IsEnabled(rule)) yield return _rules.Create(rule, $"{breach}.", breach.RecordId, breach.Measure.ToString(), Number(breach.AgeMinutes), source: breach.Source);
        }

        var counts = _counts.Of(tally.Measure);
        var all = new List<(RuleInfo Rule, long Count, string Message)>
        {
            (SlaRules.TouchBeforeStart, counts.Before, "records were touched before their clock started and not after."),
            (SlaRules.NoMeasurableDate, counts.NoDate, "records have no start date, or dates without a time of day."),
            (SlaRules.FutureTouchDate, counts.Future, "records have dates after the moment of the measurement."),
            (SlaRules.UnreadableSlaRow, _values.Skipped, "rows have a date that cannot be read."),
        };
        foreach (var (rule, count, message) in all)
            if (count > 0 && _rules.IsEnabled(rule)) yield return _rules.Create(rule, $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {message}", tally.Measure.ToString(), value: Number(count), suggestion: rule.Remedy);
        if (!_rules.IsEnabled(SlaRules.UnmappedRegion)) yield break;
        foreach (var region in _counts.Regions)
            yield return _rules.Create(SlaRules.UnmappedRegion, $"{region.Value} records of the region '{region.Key}' were measured with the calendar '{_policy.Sla.Calendar}'.", tally.Measure.ToString(), value: region.Key, suggestion: SlaRules.UnmappedRegion.Remedy);
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
