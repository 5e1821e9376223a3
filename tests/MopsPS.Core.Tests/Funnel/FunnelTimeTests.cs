using System;
using System.Globalization;
using System.Linq;
using CsCheck;
using MopsPS.Core.Funnel;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Funnel;

/// <summary>Periods, time zones, censoring and maturity.</summary>
public class FunnelTimeTests
{
    private static readonly FunnelOptions Two = new() { Definition = Counting.Stages("Lead", "Won") };

    [Theory]
    [InlineData(FunnelPeriod.Day, 1, "2026-02-28", "2026-02-28", "2026-02-28")]
    [InlineData(FunnelPeriod.Week, 1, "2027-01-03", "2026-W53", "2026-12-28")]
    [InlineData(FunnelPeriod.Month, 4, "2026-02-28", "2026-02", "2026-02-01")]
    [InlineData(FunnelPeriod.Quarter, 1, "2026-02-28", "2026-Q1", "2026-01-01")]
    [InlineData(FunnelPeriod.Quarter, 2, "2026-02-01", "FY2027-Q1", "2026-02-01")]
    [InlineData(FunnelPeriod.Quarter, 2, "2026-01-31", "FY2026-Q4", "2025-11-01")]
    [InlineData(FunnelPeriod.Year, 1, "2026-12-31", "2026", "2026-01-01")]
    [InlineData(FunnelPeriod.Year, 7, "2026-06-30", "FY2026", "2025-07-01")]
    public void APeriodHasItsNameAndFirstDay(FunnelPeriod period, int fiscal, string date, string label, string start)
    {
        var calendar = new PeriodCalendar(period, fiscal);
        var index = calendar.IndexOf((int)(DateTime.Parse(date, CultureInfo.InvariantCulture) - DateTime.UnixEpoch.Date).TotalDays);
        Assert.Equal((label, start), (calendar.Label(index), calendar.StartDate(index)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void EveryDayLiesInItsPeriodAndWeeksAreThoseOfIso() =>
        Gen.Select(Gen.Int[3653, 35793], Gen.Int[1, 12], Gen.Enum<FunnelPeriod>()).Where(item => item.Item3 != FunnelPeriod.None).Sample((day, fiscal, period) =>
        {
            var calendar = new PeriodCalendar(period, fiscal);
            var index = calendar.IndexOf(day);
            var isIn = calendar.Start(index) <= day && day < calendar.Start(index + 1) && calendar.IndexOf(calendar.Start(index)) == index;
            var date = DateTime.UnixEpoch.AddDays(day);
            return isIn && (period != FunnelPeriod.Week || calendar.Label(index) == $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
        });

    [Fact]
    public void OpenRecordsAreWaitingAndNotLost()
    {
        // 1 and 3 won after 10 days, 2 waits since 5 days at the as-of day, 4 since 40.
        var csv = "Lead,Won\n2026-01-01,2026-01-11\n2026-02-05,\n2026-01-05,2026-01-15\n2026-01-01,\n";
        var row = Counting.Text(csv, Two with { AsOf = new DateTime(2026, 2, 9, 23, 59, 59) }).Stages[0];
        Assert.Equal((50.0, 10.0), (row.Rate, row.MedianDays));
        Assert.Null(row.P90Days);
        Assert.Equal((11, 3, 2), (row.MaturityDays, row.Matured, row.MaturedReached));
        Assert.Equal(200.0 / 3, row.MaturedRate!.Value, 10);
    }

    [Fact]
    public void AnEarlierStateCanBeAskedFor()
    {
        var summary = Counting.Text("Lead,Won\n2026-01-01,2026-01-11\n2026-01-20,\n", Two with { AsOf = new DateTime(2026, 1, 10) });
        Assert.Equal((1, 0L), (summary.Stages[0].Entered, summary.Stages[0].ReachedNext));
        Assert.Equal(2, summary.Found(FunnelRules.AfterAsOf));
        Assert.Equal(new DateTime(2026, 1, 10, 23, 59, 59), summary.AsOf);
    }

    [Fact]
    public void SinceAndUntilTakeWholeDaysOnTheReportingClock()
    {
        var csv = "Lead,Won\n2025-12-31T22:59:59Z,\n2025-12-31T23:00:00Z,2026-03-01\n2026-01-31T22:59:59Z,\n2026-01-31T23:00:00Z,\n,\n,2026-01-15\n";
        var options = Two with { Definition = Two.Definition with { TimeZone = "Europe/Berlin" }, Since = new DateTime(2026, 1, 1), Until = new DateTime(2026, 1, 31) };
        var summary = Counting.Text(csv, options);
        // The last one has a day of winning only, which is also the day by which it had entered.
        Assert.Equal((3, 2, 1, 0), (summary.Counted, summary.OutsideTime, summary.NotEntered, summary.Undated));
        var periods = Counting.Text(csv, options with { Since = null, Until = null, Period = FunnelPeriod.Month });
        Assert.Equal([("2025-12", 1L), ("2026-01", 3L), ("2026-02", 1L)], periods.Breakdown.Where(row => row.Order == 1).Select(row => (row.Period!, row.Entered)));
    }

    [Fact]
    public void ThePeriodViewCountsWhatHappenedThen()
    {
        var csv = "Lead,Won\n2026-01-05,2026-02-05\n2026-01-06,2026-01-20\n2026-02-01,\n2026-02-02,2026-02-03\n";
        var rows = Counting.Text(csv, Two with { View = FunnelView.Period, Period = FunnelPeriod.Month }).Breakdown.Where(row => row.Order == 1).ToArray();
        Assert.Equal([("2026-01", 2L, 1L, 1L), ("2026-02", 2L, 2L, 1L)], rows.Select(row => (row.Period!, row.Entered, row.ReachedNext!.Value, row.Open!.Value)));
        Assert.All(rows, row => Assert.Null(row.RateLow));
        Assert.Equal([14.0, 16.0], rows.Select(row => row.ReachedMedianDays!.Value));
        // What was open before the time asked for is still open in it.
        var february = Counting.Text(csv, Two with { View = FunnelView.Period, Since = new DateTime(2026, 2, 1) }).Stages[0];
        Assert.Equal((2, 2L, 1L), (february.Entered, february.ReachedNext, february.Open));
    }

    [Fact]
    public void AYoungCohortIsMarkedAndItsFutureIsNotZero()
    {
        var csv = "Lead,Won\n2026-01-01,2026-02-20\n2026-01-02,2026-02-21\n2026-03-01,\n2026-03-02,2026-03-03\n";
        var summary = Counting.Text(csv, Two with { Period = FunnelPeriod.Month });
        var march = summary.Breakdown.Single(row => row is { Order: 1, Period: "2026-03" });
        Assert.Contains(march.Findings, finding => finding.RuleId == "FUN018");
        Assert.DoesNotContain(summary.Breakdown.Single(row => row is { Order: 1, Period: "2026-01" }).Findings, finding => finding.RuleId == "FUN018");
        Assert.False(march.IsPeriodOver);
        Assert.Equal([0, 100, null], summary.Cohorts[0].Reached);
        Assert.Equal([null], summary.Cohorts[1].Reached);
    }

    [Fact]
    public void AnExitWithoutADateIsNotOpenForEver()
    {
        var definition = Counting.Stages("Lead", "Won") with { Exits = [new FunnelStageDefinition { Name = "Out", Status = ["Status"], Values = ["Out"] }] };
        var csv = "Lead,Won,Status\n2026-01-05,,Out\n2026-01-06,,\n2026-02-07,2026-02-08,\n2026-03-01,,\n";
        var rows = Counting.Text(csv, new FunnelOptions { Definition = definition, View = FunnelView.Period, Period = FunnelPeriod.Month }).Breakdown.Where(row => row.Order == 1).ToArray();
        Assert.Equal([("2026-01", 1L, 1L), ("2026-02", 0L, 1L), ("2026-03", 0L, 2L)], rows.Select(row => (row.Period!, row.Exited, row.Open!.Value)));
    }

    [Theory]
    [InlineData(FunnelView.Cohort)]
    [InlineData(FunnelView.Period)]
    public void ThePeriodThatIsNotOverIsNoCollapseInTheChart(FunnelView view)
    {
        var csv = "Lead,Won\n" + string.Concat(Enumerable.Range(0, 4).Select(month => $"2026-0{month + 1}-03,2026-0{month + 1}-09\n2026-0{month + 1}-04,2026-0{month + 1}-12\n")) + "2026-05-01,\n2026-05-02,\n";
        var sections = new FunnelReportSections();
        sections.Add(Counting.Text(csv, Two with { View = view, Period = FunnelPeriod.Month }));
        var chart = Assert.IsType<Core.Reporting.LineChart>(Assert.Single(sections.Build().Single().Blocks, block => block is Core.Reporting.LineChart));
        Assert.Equal("2026-05", chart.Points[chart.Points.Count - 1]);
        Assert.Equal([100.0, 100, 100, 100, null], chart.Lines[0].Values);
    }
}
