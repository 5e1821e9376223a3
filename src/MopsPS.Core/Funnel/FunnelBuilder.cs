using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using MopsPS.Core.Records.Values;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Funnel;

/// <summary>Makes the results of a funnel from its tallies.</summary>
internal sealed class FunnelBuilder(
    FunnelOptions options, FunnelTallies tallies, FunnelCounters counters, DateParser dates, long asOf, bool hasAmount, long records, long repeated)
{
    private readonly bool _isCohort = options.View == FunnelView.Cohort;
    private readonly int?[] _maturity = [.. tallies.Stages.Select((stage, i) =>
        stage.MaturityDays > 0 ? stage.MaturityDays : options.Definition.MaturityDays > 0 ? options.Definition.MaturityDays : tallies.UsualDays(i))];

    private DateTime? AsOf => asOf == long.MinValue ? null : new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(asOf);

    public FunnelSummary Build()
    {
        var isBroken = options.By.Count > 0 || options.Period != FunnelPeriod.None;
        CountStages();
        tallies.Cells.Seal();
        var findings = counters.Findings(FunnelWording.Sentence);
        var total = isBroken && !options.WithTotal ? [] : Stages(null, PeriodCalendar.Undated, Sum(tallies.Cells.All.Where(pair => pair.Key.Period != FunnelCells.Before)), Sum(tallies.Cells.All.Where(pair => pair.Key.Period == FunnelCells.Before)));
        return new FunnelSummary
        {
            Records = records,
            Counted = tallies.Counted,
            NotEntered = tallies.NotEntered,
            Repeated = repeated,
            OutsideTime = tallies.OutsideTime,
            Undated = tallies.Undated,
            AsOf = AsOf,
            View = options.View,
            TimeZone = options.Definition.TimeZone,
            Definition = options.DefinitionName,
            Stages = total,
            Breakdown = isBroken ? Breakdown() : [],
            Flows = Flows(),
            Cohorts = Cohorts(),
            Findings = findings,
            Kpis = [.. total.SelectMany(stage => stage.Kpis), .. WholeRate(total)],
        };
    }

    private FunnelStage[] Breakdown()
    {
        var segments = tallies.Cells.All.GroupBy(pair => pair.Key.Segment)
            .Select(group => (Segment: group.Key, Name: tallies.Cells.Name(group.Key), Cells: group.OrderBy(pair => Place(pair.Key.Period)).ToArray()))
            .OrderByDescending(item => item.Cells.Sum(pair => pair.Value[0].Entered)).ThenBy(item => item.Name, StringComparer.Ordinal).ToArray();
        var jobs = new List<(int Segment, int Period, StageTally[] Cell, StageTally[] Opening)>();
        foreach (var (segment, _, cells) in segments)
        {
            var before = new List<KeyValuePair<(int, int), StageTally[]>>();
            foreach (var cell in cells)
            {
                if (cell.Key.Period != FunnelCells.Before) jobs.Add((segment, cell.Key.Period, cell.Value, _isCohort ? [] : Sum(before)));
                if (cell.Key.Period != PeriodCalendar.Undated) before.Add(cell);
            }
        }

        var rows = new FunnelStage[jobs.Count][];
        // Each cell by itself: the order of work does not show in the result.
        Parallel.For(0, jobs.Count, i => rows[i] = Stages(jobs[i].Segment, jobs[i].Period, jobs[i].Cell, jobs[i].Opening));
        return [.. rows.SelectMany(row => row)];
    }

    // What came before the time asked for first, what has no date last.
    private static long Place(int period) => period == FunnelCells.Before ? long.MinValue : period == PeriodCalendar.Undated ? long.MaxValue : period;

    private StageTally[] Sum(IEnumerable<KeyValuePair<(int Segment, int Period), StageTally[]>> cells)
    {
        var list = cells.Select(pair => pair.Value).ToArray();
        return [.. tallies.Stages.Select((_, s) => list.Length == 0 ? new StageTally() : StageTally.Sum([.. list.Select(cell => cell[s])]))];
    }

    private FunnelStage[] Stages(int? segment, int period, StageTally[] cell, StageTally[] opening)
    {
        var values = segment is int number ? tallies.Cells.Values(number) : new Dictionary<string, string>();
        var name = segment is int id ? tallies.Cells.Name(id) : null;
        var label = segment is null ? null : tallies.Calendar.Label(period);
        DateTime? start = segment is null ? null : tallies.Calendar.StartDate(period);
        var end = start is null ? (long?)null : dates.Clock.ToUtc((long)tallies.Calendar.Start(period + 1) * CivilDate.SecondsPerDay);
        var rows = new FunnelStage[cell.Length];
        for (var s = 0; s < cell.Length; s++)
        {
            var tally = cell[s];
            var isLast = s == cell.Length - 1;
            var times = isLast ? new StageTimes(null, null, null, null, 0, 0) : StageTimes.Of(tally, tallies.Cells.Times, asOf, _maturity[s], _isCohort);
            if (!_isCohort) times = times with { Matured = 0, MaturedReached = 0 };
            var reached = isLast ? (long?)null : tally.Reached;
            var interval = _isCohort && reached is long part && tally.Entered > 0 ? WilsonInterval.Of(part, tally.Entered) : ((double Low, double High)?)null;
            var matured = times.Matured > 0 ? WilsonInterval.Of(times.MaturedReached, times.Matured) : ((double Low, double High)?)null;
            var open = _isCohort ? tally.Open : (opening.Length == 0 ? 0 : opening[s].Entered - opening[s].Reached - opening[s].Exited) + tally.Entered - tally.Reached - tally.Exited;
            var meanDays = tally.WonTimed > 0 ? (double)tally.WonSeconds / tally.WonTimed / CivilDate.SecondsPerDay : 0;
            var stage = tallies.Stages[s];
            var next = isLast ? null : tallies.Stages[s + 1].Name;
            rows[s] = new FunnelStage
            {
                Stage = stage.Name,
                Order = s + 1,
                Next = next,
                Segment = name,
                By = values,
                Period = label,
                PeriodStart = start,
                IsPeriodOver = end is long over ? asOf >= over - 1 : null,
                View = options.View,
                AsOf = AsOf,
                Entered = tally.Entered,
                ReachedNext = reached,
                RateLow = 100 * interval?.Low,
                RateHigh = 100 * interval?.High,
                RateFromStart = cell[0].Entered > 0 ? 100.0 * tally.Entered / cell[0].Entered : null,
                Open = isLast ? null : open,
                Exited = tally.Exited,
                Exits = Named(tally.Exits),
                Skipped = tally.Skipped,
                OutOfOrder = tally.OutOfOrder,
                ReEntered = tally.ReEntered,
                Timed = isLast ? 0 : tally.Timed,
                MedianDays = times.Median,
                P90Days = times.P90,
                ReachedMedianDays = times.ReachedMedian,
                ReachedP90Days = times.ReachedP90,
                MaturityDays = isLast || !_isCohort ? null : _maturity[s],
                Matured = times.Matured,
                MaturedReached = times.MaturedReached,
                MaturedRateLow = 100 * matured?.Low,
                MaturedRateHigh = 100 * matured?.High,
                Value = hasAmount ? tally.Value : null,
                WonValue = hasAmount ? tally.WonValue : null,
                Velocity = hasAmount && !isLast && meanDays > 0 ? (double)tally.WonValue / meanDays : null,
                Findings = Findings(stage.Name, label ?? name, tally, times, end is not null),
                Kpis = next is null ? [] :
                [
                    new Kpi("FunnelRate." + stage.Name, $"{stage.Name} to {next}", tally.Entered > 0 ? 100.0 * tally.Reached / tally.Entered : null, "%", stage.Target, KpiDirection.HigherIsBetter)
                    {
                        Numerator = tally.Reached, Denominator = tally.Entered, Segment = name, Period = label,
                    },
                ],
            };
        }

        return rows;
    }

    private Dictionary<string, long> Named(long[] exits)
    {
        var named = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < exits.Length; i++)
            if (exits[i] > 0) named[tallies.Exits[i].Name] = exits[i];
        return named;
    }

    private Finding[] Findings(string stage, string? where, StageTally tally, StageTimes times, bool isPeriod)
    {
        var found = new List<(RuleInfo Rule, long Count)> { (FunnelRules.SkippedStage, tally.Skipped), (FunnelRules.OutOfOrder, tally.OutOfOrder), (FunnelRules.ReEnteredStage, tally.ReEntered) };
        if (isPeriod && _isCohort && times.Matured * 2 < tally.Timed) found.Add((FunnelRules.ImmatureCohort, tally.Timed - times.Matured));
        return
        [
            .. found.Where(item => item.Count > 0 && counters.Rules.IsEnabled(item.Rule)).Select(item => counters.Rules.Create(
                item.Rule, FunnelWording.Sentence(item.Rule, stage, item.Count.ToString("#,0", CultureInfo.InvariantCulture)) + (where is null ? string.Empty : $" ({where})"),
                stage, value: item.Count.ToString(CultureInfo.InvariantCulture), suggestion: item.Rule.Remedy)),
        ];
    }

    private void CountStages()
    {
        foreach (var cell in tallies.Cells.All.Select(pair => pair.Value))
        {
            for (var s = 0; s < cell.Length; s++)
            {
                counters.Add(FunnelRules.SkippedStage, tallies.Stages[s].Name, cell[s].Skipped);
                counters.Add(FunnelRules.OutOfOrder, tallies.Stages[s].Name, cell[s].OutOfOrder);
                counters.Add(FunnelRules.ReEnteredStage, tallies.Stages[s].Name, cell[s].ReEntered);
            }
        }

        counters.Add(FunnelRules.NotEntered, string.Empty, tallies.NotEntered);
        if (options.Period != FunnelPeriod.None || options.Since is not null || options.Until is not null) counters.Add(FunnelRules.UndatedRecord, string.Empty, tallies.Undated);
    }

    private IEnumerable<Kpi> WholeRate(FunnelStage[] total)
    {
        if (!_isCohort || total.Length == 0) yield break;
        var (first, last) = (total[0], total[total.Length - 1]);
        yield return FunnelKpis.Conversion.Ratio(options.Policy, last.Entered, first.Entered);
    }

    private FunnelFlow[] Flows()
    {
        var flows = new List<FunnelFlow>();
        for (var from = 0; from < tallies.Stages.Count; from++)
        {
            for (var to = 0; to < tallies.Flows.GetLength(1); to++)
            {
                if (tallies.Flows[from, to] == 0) continue;
                var name = to < tallies.Stages.Count ? tallies.Stages[to].Name : to < tallies.Stages.Count + tallies.Exits.Count ? tallies.Exits[to - tallies.Stages.Count].Name : "Open";
                flows.Add(new FunnelFlow { From = tallies.Stages[from].Name, To = name, Count = tallies.Flows[from, to] });
            }
        }

        return [.. flows];
    }

    private FunnelCohort[] Cohorts()
    {
        if (!_isCohort || options.Period == FunnelPeriod.None || asOf == long.MinValue) return [];
        var now = tallies.Calendar.IndexOf(dates.DayOf(asOf));
        var stage = tallies.Stages[tallies.Stages.Count - 1].Name;
        return
        [
            .. tallies.Cells.All.Where(pair => pair.Key.Period is not (PeriodCalendar.Undated or FunnelCells.Before)).GroupBy(pair => pair.Key.Period).OrderBy(group => group.Key).Select(group =>
            {
                var entered = group.Sum(pair => pair.Value[0].Entered);
                tallies.Ages.TryGetValue(group.Key, out var ages);
                var reached = new double?[now - group.Key + 1];
                long sum = 0;
                for (var age = 0; age < reached.Length; age++)
                {
                    if (ages is not null && age < ages.Count) sum += ages[age];
                    // The running period may still bring more.
                    var isOver = asOf >= dates.Clock.ToUtc((long)tallies.Calendar.Start(group.Key + age + 1) * CivilDate.SecondsPerDay) - 1;
                    reached[age] = isOver ? 100.0 * sum / entered : null;
                }

                return new FunnelCohort { Period = tallies.Calendar.Label(group.Key)!, Entered = entered, Stage = stage, Reached = reached };
            }),
        ];
    }
}
