using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Anomalies;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using Xunit;

namespace MopsPS.Core.Tests.Anomalies;

public class AnomalyAnalysisTests
{
    [Fact]
    public void RowsAreCountedByDayAndDaysWithoutRowsAreZero()
    {
        var rows = Enumerable.Range(0, 12).SelectMany(day => Enumerable.Repeat(day, day == 5 ? 0 : 4)).Select(day => $"2026-03-{day + 1:00}T{day + 5:00}:00:00Z,x");
        var result = Assert.Single(Run("Created Date,Name\n" + string.Join('\n', rows), new AnomalyOptions { Measure = AnomalyMeasure.Count }));
        Assert.Equal([4, 4, 4, 4, 4, 0, 4, 4, 4, 4, 4, 4], result.Points.Select(point => point.Value));
        Assert.Equal(new DateTime(2026, 3, 1), result.Points[0].Date);
    }

    [Fact]
    public void RatiosAreSummedBeforeTheyAreDivided()
    {
        var rows = Enumerable.Range(1, 9).SelectMany(day => new[] { $"2026-03-0{day},1,10", $"2026-03-0{day},30,90" });
        var result = Assert.Single(Run("Date,Bounces,Sent\n" + string.Join('\n', rows), new AnomalyOptions { Measure = AnomalyMeasure.Ratio, ValueColumn = "Bounces", DenominatorColumn = "Sent" }));
        Assert.All(result.Points, point => Assert.Equal((0.31, 100.0), (point.Value, point.Denominator!.Value)));
        Assert.Equal("Bounces / Sent", result.Metric);
    }

    [Fact]
    public void WeeksThatAreNotWholeAreLeftOutAndFound()
    {
        // Wednesday 4 March to Tuesday 12 May 2026: nine whole weeks, from Monday 9 March on.
        var rows = Enumerable.Range(0, 70).Select(i => new DateTime(2026, 3, 4).AddDays(i).ToString("yyyy-MM-dd"));
        var result = Assert.Single(Run("Date\n" + string.Join('\n', rows), new AnomalyOptions { Measure = AnomalyMeasure.Count, Interval = AnomalyInterval.Week }));
        Assert.Equal(9, result.Points.Count);
        Assert.All(result.Points, point => Assert.Equal(7, point.Value));
        Assert.Equal(new DateTime(2026, 3, 9), result.Points[0].Date);
        Assert.Equal("ANO006", Assert.Single(result.Findings).RuleId);
    }

    [Fact]
    public void SegmentsAreSeriesAndShareTheChanceOfAFalseAlarm()
    {
        var rows = Enumerable.Range(0, 20).SelectMany(day => new[] { $"2026-03-{day + 1:00},A,{100 + (day * 7 % 5) + (day == 15 ? 60 : 0)}", $"2026-03-{day + 1:00},B,{10 + (day % 3)}" });
        var results = Run("Date,Country,Leads\n" + string.Join('\n', rows), new AnomalyOptions { ValueColumn = "Leads", By = ["Country"] });
        Assert.Equal(["Country = A", "Country = B"], results.Select(result => result.Segment));
        Assert.Equal(new DateTime(2026, 3, 16), Assert.Single(results[0].Anomalies).Date);
        Assert.Empty(results[1].Anomalies);
        var finding = Assert.Single(results[0].Findings);
        Assert.Equal(("ANO001", "Leads [Country = A]"), (finding.RuleId, finding.Target));
    }

    [Fact]
    public void RowsWithoutAValueAreGapsAndFound()
    {
        var rows = Enumerable.Range(1, 12).Select(day => $"2026-03-{day:00},{(day == 4 ? string.Empty : day == 9 ? "n/a" : (5 + (day % 3)).ToString(CultureInfo.InvariantCulture))}");
        var result = Assert.Single(Run("Date,Leads\n" + string.Join('\n', rows), new AnomalyOptions { ValueColumn = "Leads" }));
        Assert.Equal(10, result.Points.Count);
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("ANO007", "2 rows have no value."), (finding.RuleId, finding.Message));
    }

    [Fact]
    public void AnAlarmDoesNotMoveWhatIsExpectedOfTheOthers()
    {
        var rows = Enumerable.Range(1, 21).Select(day => $"2026-03-{day:00},{(day == 16 ? 50 : 5)}");
        var result = Assert.Single(Run("Date,Leads\n" + string.Join('\n', rows), new AnomalyOptions { ValueColumn = "Leads" }));
        Assert.Equal(50, Assert.Single(result.Anomalies).Value);
        Assert.All(result.Points, point => Assert.Equal((5.0, 5.0, 5.0), (Math.Round(point.Expected, 9), Math.Round(point.Lower, 9), Math.Round(point.Upper, 9))));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(28)]
    public void AStraightLineHasNoChanges(int days)
    {
        foreach (var slope in new[] { 1, -3, 20 })
        {
            var rows = Enumerable.Range(0, days).Select(day => $"{new DateTime(2026, 3, 1).AddDays(day):yyyy-MM-dd},{500 + (slope * day)}");
            var result = Assert.Single(Run("Date,Leads\n" + string.Join('\n', rows), new AnomalyOptions { ValueColumn = "Leads" }));
            Assert.Empty(result.Changes);
            Assert.Empty(result.Anomalies);
        }
    }

    [Fact]
    public void FewPointsAreNotJudged()
    {
        var result = Assert.Single(Run("Date,Leads\n2026-03-01,1\n2026-03-02,500\n", new AnomalyOptions { ValueColumn = "Leads" }));
        Assert.Empty(result.Points);
        Assert.Equal("ANO004", Assert.Single(result.Findings).RuleId);
    }

    [Theory]
    [InlineData("2026-01-05|2026-01-12|2026-01-19", AnomalyInterval.Week)]
    [InlineData("2026-01-01|2026-02-01|2026-03-01", AnomalyInterval.Month)]
    [InlineData("2026-01-01|2026-01-02|2026-01-05", AnomalyInterval.Day)]
    public void TheIntervalOfValuesIsThatOfTheirDates(string dates, AnomalyInterval interval) =>
        Assert.Equal(interval, Run("Date,Leads\n" + string.Concat(dates.Split('|').Select(date => $"{date},1\n")), new AnomalyOptions { ValueColumn = "Leads" })[0].Interval);

    [Fact]
    public void TwoValuesOfOneDayAreAnError()
    {
        var error = Assert.Throws<AnomalyException>(() => Run("Date,Leads\n2026-03-01,1\n2026-03-01,2\n", new AnomalyOptions { ValueColumn = "Leads" }));
        Assert.Contains("2026-03-01", error.Message);
        Assert.Throws<AnomalyException>(() => Run("Date,Leads\n", new AnomalyOptions { ValueColumn = "Leads" }));
    }

    [Fact]
    public void RowsThatDoNotReadAreReportedAndCounted()
    {
        var problems = new List<RecordProblem>();
        var result = Run("Date,Part,Whole\n2026-03-01,1,2\nno day,1,2\n,1,2\n2026-03-02,3,2\n2026-03-02,one,2\n", new AnomalyOptions { Measure = AnomalyMeasure.Ratio, ValueColumn = "Part", DenominatorColumn = "Whole" }, problems);
        Assert.Equal(["UnreadableDate", "MissingDate", "ImpossibleValue", "UnreadableNumber"], problems.Select(problem => problem.Kind));
        Assert.Contains(result[0].Findings, finding => finding.RuleId == "ANO005" && finding.Message.StartsWith("4 rows", StringComparison.Ordinal));
    }

    [Fact]
    public void TheOrderOfRowsChangesNothing()
    {
        var random = new Random(2);
        var rows = Enumerable.Range(0, 400).Select(i => $"{new DateTime(2026, 1, 1).AddDays(i % 80):yyyy-MM-dd},{random.NextDouble():R}").ToArray();
        var options = new AnomalyOptions { Measure = AnomalyMeasure.Sum, ValueColumn = "Cost" };
        var first = Run("Date,Cost\n" + string.Join('\n', rows), options)[0];
        var second = Run("Date,Cost\n" + string.Join('\n', rows.OrderBy(_ => random.Next())), options)[0];
        Assert.Equal(first.Points.Select(point => (point.Date, Math.Round(point.Expected, 9), point.Kind)), second.Points.Select(point => (point.Date, Math.Round(point.Expected, 9), point.Kind)));
    }

    private static IReadOnlyList<AnomalyResult> Run(string text, AnomalyOptions options, List<RecordProblem>? problems = null)
    {
        var analysis = new AnomalyAnalysis(options, new MopsPolicy(), DateTime.UtcNow, onProblem: problem => problems?.Add(problem));
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "days.csv", new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader);
        return analysis.Finish();
    }
}
