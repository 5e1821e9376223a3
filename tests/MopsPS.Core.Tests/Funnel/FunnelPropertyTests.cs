using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CsCheck;
using MopsPS.Core.Funnel;
using Xunit;

namespace MopsPS.Core.Tests.Funnel;

/// <summary>Random exports against a slow and plain count by LINQ.</summary>
public class FunnelPropertyTests
{
    private static readonly string[] Names = ["Lead", "MQL", "SQL", "Won"];
    private static readonly FunnelOptions Options = new()
    {
        Definition = Counting.Stages(Names) with { Exits = [new FunnelStageDefinition { Name = "Out", Date = ["Out"] }] },
        By = ["Source"],
    };

    private static readonly Gen<(int?[] Days, string Source, int? Out)[]> Records = Gen.Select(
        Gen.Frequency((3, Gen.Int[0, 400].Select(day => (int?)day)), (1, Gen.Const((int?)null))).Array[4], Gen.OneOfConst("Web", "Event", "", "a,\"b\""),
        Gen.Frequency((1, Gen.Int[0, 400].Select(day => (int?)day)), (3, Gen.Const((int?)null)))).Array[1, 60];

    [Fact]
    public void CountsAreThoseOfAPlainCount() => Records.Sample(records =>
    {
        var summary = Counting.Text(Csv(records), Options);
        var journeys = records.Select(record => (record.Source, Furthest: Array.FindLastIndex(record.Days, day => day is not null), record.Days, record.Out)).ToArray();
        foreach (var group in journeys.Where(journey => journey.Furthest >= 0).GroupBy(journey => journey.Source.Length == 0 ? "(none)" : journey.Source))
        {
            for (var s = 0; s < 4; s++)
            {
                var row = summary.Breakdown.Single(item => item.Order == s + 1 && item.By["Source"] == group.Key);
                var entered = group.Where(journey => journey.Furthest >= s).ToArray();
                Assert.Equal(entered.Length, row.Entered);
                Assert.Equal(entered.Count(journey => journey.Furthest > s && journey.Days[s] is null), row.Skipped);
                Assert.Equal(entered.Count(journey => journey.Days[s] is { } day && journey.Days.Skip(s + 1).Any(later => later < day)), row.OutOfOrder);
                if (s == 3) continue;
                Assert.Equal(entered.Count(journey => journey.Furthest > s), row.ReachedNext);
                var here = entered.Where(journey => journey.Furthest == s).ToArray();
                Assert.Equal(here.Count(journey => journey.Out >= journey.Days.Max()), row.Exited);
                // Nobody is lost on the way.
                Assert.Equal(row.Entered, row.ReachedNext + row.Open + row.Exited);
                var days = entered.Where(journey => journey.Furthest > s && journey.Days[s] is not null)
                    .Select(journey => (double)(journey.Days.Skip(s + 1).Min()!.Value - journey.Days.Skip(s).Min()!.Value)).Order().ToArray();
                Assert.Equal(days.Length == 0 ? null : MopsPS.Core.Statistics.Quantiles.Of(days, 0.5), row.ReachedMedianDays);
            }
        }

        Assert.Equal(records.Length, summary.Counted + summary.NotEntered);
    }, iter: 300);

    [Fact]
    public void TheOrderOfRowsDoesNotMatter() => Records.Sample(records =>
    {
        var options = Options with { Period = FunnelPeriod.Month };
        var turned = records.Reverse().ToArray();
        Assert.Equal(Show(Counting.Text(Csv(records), options)), Show(Counting.Text(Csv(turned), options)));
    }, iter: 100);

    [Fact]
    public void SegmentsAndPeriodsAddUpToTheWhole() => Records.Sample(records =>
    {
        foreach (var view in new[] { FunnelView.Cohort, FunnelView.Period })
        {
            var summary = Counting.Text(Csv(records), Options with { Period = FunnelPeriod.Quarter, View = view });
            foreach (var stage in summary.Stages)
            {
                var rows = summary.Breakdown.Where(row => row.Order == stage.Order).ToArray();
                Assert.Equal((stage.Entered, stage.ReachedNext ?? 0, stage.Exited, stage.Timed), (rows.Sum(row => row.Entered), rows.Sum(row => row.ReachedNext ?? 0), rows.Sum(row => row.Exited), rows.Sum(row => row.Timed)));
            }

            Assert.Equal(summary.Counted, summary.Flows.Sum(flow => flow.To is "Open" or "Out" or "Won" ? flow.Count : 0) + records.Count(record => record.Days[3] is not null && record.Days.Take(3).All(day => day is null)));
        }
    }, iter: 100);

    private static string Csv(IEnumerable<(int?[] Days, string Source, int? Out)> records)
    {
        var csv = new StringBuilder("Lead,MQL,SQL,Won,Source,Out\n");
        foreach (var (days, source, left) in records)
        {
            foreach (var day in days) csv.Append(Date(day)).Append(',');
            csv.Append('"').Append(source.Replace("\"", "\"\"")).Append("\",").Append(Date(left)).Append('\n');
        }

        return csv.ToString();
    }

    private static string Date(int? day) => day is { } value ? new DateTime(2025, 1, 1).AddDays(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static string Show(FunnelSummary summary) => string.Join("\n", summary.Breakdown.Concat(summary.Stages).Select(row => string.Create(CultureInfo.InvariantCulture,
        $"{row}|{row.Open}|{row.Exited}|{row.MedianDays:R}|{row.P90Days:R}|{row.ReachedMedianDays:R}|{row.Matured}|{row.MaturedReached}|{row.RateLow:R}|{string.Join(";", row.Findings)}")))
        + string.Join("\n", summary.Flows) + string.Join("\n", summary.Findings.Select(finding => finding.Message));
}
