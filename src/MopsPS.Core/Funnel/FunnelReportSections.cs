using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Funnel;

/// <summary>
/// Funnels in a report: stages, rates over time, cohorts, flows and what differs. Of single stages, not more than are drawn are kept.
/// </summary>
internal sealed class FunnelReportSections : IReportContributor
{
    private const int MostStages = 2000;
    private const int MostSegments = 8;

    private readonly List<FunnelSummary> _funnels = [];
    private readonly List<FunnelComparison> _comparisons = [];
    private readonly List<FunnelStage> _stages = [];

    public bool Add(object item)
    {
        switch (item)
        {
            case FunnelSummary funnel:
                _funnels.Add(funnel);
                return true;
            case FunnelComparison comparison:
                _comparisons.Add(comparison);
                return true;
            case FunnelStage stage:
                // The rows stay in the report's own table; they are charted as well while they are few.
                if (_stages.Count < MostStages) _stages.Add(stage);
                return false;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build() =>
        _funnels.Select(Funnel).Concat(_stages.Count > 0 ? [new ReportSection("Funnel", [.. Whole(_stages), .. Charts(_stages)])] : []).Concat(_comparisons.Select(Comparison));

    private static ReportSection Funnel(FunnelSummary funnel)
    {
        var blocks = new List<ReportBlock>();
        if (funnel.Stages.Count > 0)
        {
            blocks.Add(new FunnelChart("Stages", "records", [.. funnel.Stages.Select(stage => new ChartStage(stage.Stage, stage.Entered))]));
            blocks.Add(Times(funnel.Stages));
        }

        blocks.AddRange(Charts(funnel.Breakdown));
        if (funnel.Cohorts.Count > 0)
        {
            var width = funnel.Cohorts.Max(cohort => cohort.Reached.Count);
            blocks.Add(new HeatMap(
                $"Share of each cohort that had reached {funnel.Cohorts[0].Stage}, by periods since entry", "%", [.. Enumerable.Range(0, width).Select(age => $"+{age}")],
                [.. funnel.Cohorts.Select(cohort => new ChartRow($"{cohort.Period} ({cohort.Entered})", cohort.Reached))]));
        }

        if (funnel.Flows.Count > 0) blocks.Add(new SankeyChart("Where records went", "records", [.. funnel.Flows.Select(flow => new ChartFlow(flow.From, flow.To, flow.Count))]));
        return new ReportSection("Funnel", blocks) { Text = Definition(funnel) };
    }

    private static string Definition(FunnelSummary funnel)
    {
        var asOf = funnel.AsOf is { } moment ? $" Data up to {moment:yyyy-MM-dd HH:mm} UTC." : string.Empty;
        var view = funnel.View == FunnelView.Cohort ? "Periods are those in which records entered the funnel." : "Periods are those in which things happened.";
        return $"Stages by {funnel.Definition}. A record has reached a stage when it has reached that or a later one. {view} Days begin in {funnel.TimeZone}.{asOf}";
    }

    private static TableBlock Times(IReadOnlyList<FunnelStage> stages) => new(
        "Rates and times to the next stage",
        ["Stage", "Entered", "Reached next", "Rate (%)", "95 % interval (%)", "Open", "Exited", "Median days (all)", "Median days (of those who moved on)", "Matured rate (%)"],
        [.. stages.Where(stage => stage.Next is not null).Select(stage => new object?[]
        {
            stage.Stage, stage.Entered, stage.ReachedNext, stage.Rate, stage.RateLow is double low && stage.RateHigh is double high ? $"{Internal.Format.Number(low)} to {Internal.Format.Number(high)}" : null,
            stage.Open, stage.Exited, stage.MedianDays, stage.ReachedMedianDays, stage.MaturedRate,
        })]);

    // Of single rows those of the whole, else the sum over what came: nobody is in two segments or periods of entry.
    private static IEnumerable<ReportBlock> Whole(IReadOnlyList<FunnelStage> rows)
    {
        var whole = rows.Where(row => row.Segment is null && row.Period is null).ToArray();
        var stages = (whole.Length > 0 ? whole : rows).GroupBy(row => (row.Order, row.Stage)).OrderBy(group => group.Key.Order).ToArray();
        yield return new FunnelChart(whole.Length > 0 ? "Stages" : "Stages, all rows together", "records", [.. stages.Select(group => new ChartStage(group.Key.Stage, group.Sum(row => row.Entered)))]);
        if (whole.Length > 0 && whole.Select(row => row.Order).Distinct().Count() == whole.Length) yield return Times(whole);
    }

    private static IEnumerable<ReportBlock> Charts(IReadOnlyList<FunnelStage> rows)
    {
        if (rows.Count == 0) yield break;
        var stages = rows.GroupBy(row => row.Order).OrderBy(group => group.Key).Select(group => group.First()).ToArray();
        var segments = rows.Where(row => row.Segment is not null).GroupBy(row => row.Segment!).ToArray();
        if (segments.Length > 0)
        {
            yield return new TableBlock(
                "By segment", ["Segment", .. stages.Select(stage => stage.Stage), $"{stages[0].Stage} to {stages[stages.Length - 1].Stage} (%)"],
                [.. segments.Select(group => Row(group.Key, [.. group], stages))]);
        }

        var periods = rows.Where(row => row.PeriodStart is not null).Select(row => (row.PeriodStart, row.Period)).Distinct().OrderBy(pair => pair.PeriodStart).Select(pair => pair.Period!).ToArray();
        if (periods.Length < 2) yield break;
        var isCohort = rows[0].View == FunnelView.Cohort;
        yield return new LineChart(
            isCohort ? "Rates to the next stage over time (matured records, by the time of entry)" : "Rates to the next stage over time (periods that are over)", "%", periods,
            [.. stages.Where(stage => stage.Next is not null).Take(MostSegments).Select(stage => new ChartLine($"{stage.Stage} to {stage.Next}", [.. periods.Select(period => Trend([.. rows.Where(row => row.Order == stage.Order && row.Period == period)], isCohort))]))]);
    }

    private static object?[] Row(string name, FunnelStage[] rows, FunnelStage[] stages)
    {
        var counts = stages.Select(stage => rows.Where(row => row.Order == stage.Order).Sum(row => row.Entered)).ToArray();
        return [name, .. counts.Select(count => (object?)count), counts[0] > 0 ? 100.0 * counts[counts.Length - 1] / counts[0] : null];
    }

    // A period whose records have not had their time falls towards 0 and looks like a collapse: no point there. Of cohorts those count that have had it.
    private static double? Trend(IReadOnlyList<FunnelStage> rows, bool isCohort)
    {
        if (rows.Any(row => row.IsPeriodOver == false && (!isCohort || row.MaturityDays is null))) return null;
        if (!isCohort || rows.All(row => row.MaturityDays is null)) return Rate(rows);
        long entered = rows.Sum(row => row.Entered), matured = rows.Sum(row => row.Matured);
        return matured > 0 && 2 * matured >= entered ? 100.0 * rows.Sum(row => row.MaturedReached) / matured : null;
    }

    private static double? Rate(IEnumerable<FunnelStage> rows)
    {
        long entered = 0, reached = 0;
        foreach (var row in rows)
        {
            entered += row.Entered;
            reached += row.ReachedNext ?? 0;
        }

        return entered > 0 ? 100.0 * reached / entered : null;
    }

    private static ReportSection Comparison(FunnelComparison comparison) => new(comparison.Title,
    [
        new WaterfallChart(
            $"From {comparison.Reference} to {comparison.Difference}", comparison.Outcome,
            [
                new ChartStep(comparison.Reference, comparison.ReferenceOutcome, IsTotal: true), new ChartStep("Volume", comparison.VolumeEffect), new ChartStep("Mix", comparison.MixEffect),
                new ChartStep("Rates", comparison.RateEffect), new ChartStep(comparison.Difference, comparison.DifferenceOutcome, IsTotal: true),
            ]),
        new TableBlock(
            "Parts of the difference", ["What", "Effect", "Before", "After", "Corrected p"],
            [.. comparison.Effects.Select(effect => new object?[] { effect.Name, effect.Effect, effect.ReferenceValue, effect.DifferenceValue, effect.AdjustedPValue })]),
    ])
    { Text = comparison.Summary };
}
