using System;
using System.IO;
using MopsPS.Core.Reporting;
using Xunit;

namespace MopsPS.Core.Tests.Reporting;

/// <summary>A page stays small whatever comes in, and says what it leaves out.</summary>
public class ReportBoundTests
{
    [Fact]
    public void APageOfManyResultsIsNoLargerThanOneOfSome()
    {
        var small = Page(2_000);
        var large = Page(50_000);
        Assert.InRange(large.Length, small.Length, small.Length + 2_000);
        Assert.Contains("and 49,800 more than are shown", large, StringComparison.Ordinal);
        Assert.Contains("… and 49,800 more key figures.", large, StringComparison.Ordinal);
    }

    [Fact]
    public void ObjectsThatAllDifferMakeNoThousandTables()
    {
        var builder = new ReportBuilder(new ReportOptions { MaxRows = 20 });
        for (var i = 0; i < 1_000; i++) builder.AddRow("Rows", ["Column " + i], ["x"]);
        var tables = builder.Build().Tables;
        Assert.Equal((51, 950L, 20), (tables.Count, tables[^1].Total, tables[^1].Rows.Count));
        Assert.Equal("Rows of other kinds", tables[^1].Name);
    }

    private static string Page(int count)
    {
        var builder = new ReportBuilder(new ReportOptions { MaxRows = ReportWriter.DefaultMaxRows(MopsReportFormat.Html) });
        for (var i = 0; i < count; i++)
        {
            builder.Add(new Finding("UTM001", Severity.Error, $"finding {i:D7}"));
            builder.Add(new Kpi("A", "A", 1, "x", null, KpiDirection.HigherIsBetter));
            builder.Add(new Kpi("A", "A", 1, "x", null, KpiDirection.HigherIsBetter) { Segment = $"segment {i:D7}" });
        }

        using var stream = new MemoryStream();
        ReportWriter.Write(builder.Build(), MopsReportFormat.Html, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
