using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Reporting;
using Xunit;

namespace MopsPS.Core.Tests.Reporting;

/// <summary>Cards are for the whole; segments and periods are rows of a table.</summary>
public class ReportBreakdownTests
{
    [Fact]
    public void FiguresOfTheSameSegmentsStandSideBySideAndMakeNoCards()
    {
        var report = Build(
            Rate("A", 80, 90), Rate("B", 50, null),
            Rate("A", 95, 90, "Source = Web", "2026-Q1"), Rate("B", 40, null, "Source = Web", "2026-Q1"),
            Rate("A", 70, 90, "Source = Event", "2026-Q1"), Rate("B", 60, null, "Source = Event", "2026-Q1"));
        Assert.Equal(["A", "B"], report.Kpis.Select(kpi => kpi.Id));
        var table = Assert.Single(report.Breakdowns);
        Assert.Equal(("Key figures by Source and period", "Source", true, 1, 1), (table.Title, table.SegmentName, table.HasPeriods, table.Met, table.Missed));
        Assert.Equal(["90 %", null], table.Columns.Select(column => column.Target));
        Assert.Equal(["Web 2026-Q1 95 40", "Event 2026-Q1 70 60"], table.Rows.Select(row => $"{row.Segment} {row.Period} {string.Join(" ", row.Cells.Select(cell => cell!.Value))}"));
        Assert.Equal(2, report.Segments.Count);
        var page = Write(report, MopsReportFormat.Html);
        Assert.Equal(2, Count(page, "class=\"figure\""));
        Assert.Equal(1, Count(page, "class=\"parts\""));
    }

    [Fact]
    public void PeriodsAreRowsAndOnePeriodAloneIsACard()
    {
        var many = Build(Rate("A", 80, null, period: "2026-01"), Rate("A", 90, null, period: "2026-02"));
        Assert.Empty(many.Kpis);
        var table = Assert.Single(many.Breakdowns);
        Assert.Equal(("A by period", null, true, 2), (table.Title, table.SegmentName, table.HasBars, table.Rows.Count));
        var one = Build(Rate("A", 80, null, period: "2026-01"));
        Assert.Empty(one.Breakdowns);
        Assert.Equal("2026-01", Assert.Single(one.Kpis).Period);
    }

    [Fact]
    public void ASegmentThatComesTwiceHasTwoRowsAndOneWithoutAFigureAnEmptyCell()
    {
        var report = Build(Rate("A", 1, null, "Owner = Ada"), Rate("A", 2, null, "Owner = Ada"), Rate("B", 3, null, "Owner = Ben"));
        var table = Assert.Single(report.Breakdowns);
        Assert.Equal(["1,", "2,", ",3"], table.Rows.Select(row => string.Join(",", row.Cells.Select(cell => cell?.Value))));
        Assert.Contains("| Ben |  | 3 % |", Write(report, MopsReportFormat.Markdown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MopsReportFormat.Csv)]
    [InlineData(MopsReportFormat.Json)]
    public void ACompleteReportFromATemporaryFileIsTheSame(MopsReportFormat format)
    {
        var folder = Directory.CreateTempSubdirectory("mopsps-spool").FullName;
        try
        {
            var inMemory = Write(Many(null).Build(), format);
            using (var spooled = Many(folder))
            {
                Assert.NotEmpty(Directory.GetFiles(folder));
                var report = spooled.Build();
                Assert.Equal(inMemory, Write(report, format));
                Assert.Equal("finding 1000", report.Rules[0].Findings[500].Message);
            }

            Assert.Empty(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static ReportBuilder Many(string? folder)
    {
        var builder = new ReportBuilder(new ReportOptions { SpoolFolder = folder });
        for (var i = 0; i < 3000; i++)
        {
            builder.Add(new Finding(i % 2 == 0 ? "UTM001" : "UTM002", Severity.Error, $"finding {i}") { Target = "target", Field = i % 3 == 0 ? "field" : null });
            builder.AddRow("Rows", ["Number", "Text"], [$"{i}", i % 5 == 0 ? null : "\uD83D"]);
        }

        return builder;
    }

    private static Kpi Rate(string id, double value, double? target, string? segment = null, string? period = null) =>
        new(id, id, value, "%", target, KpiDirection.HigherIsBetter) { Segment = segment, Period = period };

    private static ReportDocument Build(params Kpi[] kpis)
    {
        using var builder = new ReportBuilder(new ReportOptions { MaxRows = 100 });
        foreach (var kpi in kpis) builder.Add(kpi);
        return builder.Build();
    }

    private static string Write(ReportDocument report, MopsReportFormat format)
    {
        using var stream = new MemoryStream();
        ReportWriter.Write(report, format, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
