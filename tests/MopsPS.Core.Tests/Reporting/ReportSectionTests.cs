using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using CsCheck;
using MopsPS.Core.Reporting;
using MopsPS.Core.Reporting.Drawing;
using Xunit;

namespace MopsPS.Core.Tests.Reporting;

/// <summary>Sections and charts: safe whatever the data say, drawn to scale, and the same numbers in every format.</summary>
public class ReportSectionTests
{
    private const string Attack = "\"'></svg><script>alert(1)</script>&amp;\u0001 ann.lee@example.com";

    public static TheoryData<string> Kinds() => [.. Charts(Attack, [1, 2, 3]).Select(chart => chart.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AChartIsWellFormedEncodedAndDescribed(string kind)
    {
        var svg = XElement.Parse(Draw(Charts(Attack, [1, 2, 3]).Single(chart => chart.Kind == kind)));
        Assert.Equal(["title", "desc"], svg.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "style" or "a" or "image");
        Assert.Contains("alert(1)", svg.Element("title")!.Value, StringComparison.Ordinal);
        Assert.NotEmpty(svg.Element("desc")!.Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AChartStaysInItsFrameWhateverTheNumbers(string kind)
    {
        var numbers = Gen.OneOf(Gen.Double, Gen.Double[-1e6, 1e6], Gen.Const(0.0), Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity)).Array[0, 45];
        numbers.Sample(values =>
        {
            var text = Draw(Charts("a", values).Single(chart => chart.Kind == kind));
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
            var svg = XElement.Parse(text);
            var box = svg.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse).ToArray();
            foreach (var rect in svg.Descendants("rect"))
            {
                Assert.InRange(Of(rect, "x"), -0.1, box[2] + 0.1);
                Assert.InRange(Of(rect, "x") + Of(rect, "width"), -0.1, box[2] + 0.1);
                Assert.InRange(Of(rect, "y") + Of(rect, "height"), -0.1, box[3] + 0.1);
            }
        }, iter: 300);
    }

    [Fact]
    public void LabelsOfTheLastLayerStandBesideTheirBars()
    {
        var svg = XElement.Parse(Draw(new SankeyChart("Ways", "leads", [new("SQL", "Opportunity", 150), new("Opportunity", "Open", 80), new("Opportunity", "Won", 70)])));
        var bars = svg.Elements("rect").ToDictionary(rect => rect.Element("title")!.Value.Split(':')[0], rect => Of(rect, "x") + Of(rect, "width"));
        var labels = svg.Elements("text").ToDictionary(text => text.Value.Split(' ')[0], text => Of(text, "x"));
        Assert.True(labels["Won"] > bars["Won"] && labels["Open"] > bars["Open"]);
        Assert.True(labels["Opportunity"] + SvgText.Width("Opportunity · 150", 11) < labels["Open"]);
    }

    [Fact]
    public void EachColumnOfAHeatMapHasItsName()
    {
        string[] names = ["First touch", "Last touch", "Last non-direct touch", "Linear", "Position based 40/20/40", "U-shaped 50/50", "W-shaped 30/30/30/10", "Full path", "Time decay", "Markov", "Shapley"];
        var svg = XElement.Parse(Draw(new HeatMap("Share", "%", names, [new("Paid Search", [.. names.Select((_, i) => (double?)i)])])));
        Assert.Equal(names.Length, svg.Elements("text").Count(text => text.Attribute("transform") is not null));
    }

    [Fact]
    public void SmallRatesKeepTheirDigitsInTables()
    {
        Assert.Equal("0.0217", Internal.Format.Number(0.0217));
        Assert.Equal("0.46", Internal.Format.Number(0.4567));
        Assert.Equal("1,548.31", Internal.Format.Number(1548.3083));
        Assert.Equal("0", Internal.Format.Number(0));
    }

    [Fact]
    public void BarsAreAsLongAsTheirValues()
    {
        var svg = XElement.Parse(Draw(new BarChart("Links", "links", [new("a", 50), new("b", 100), new("c", null)])));
        Assert.Equal([180.0, 360.0], svg.Descendants("rect").Where(rect => rect.Attribute("class")!.Value.StartsWith("f ", StringComparison.Ordinal)).Select(rect => Of(rect, "width")));
    }

    [Fact]
    public void AStreamThatClosesACircleIsNotDrawnAndIsCounted()
    {
        var chart = new SankeyChart("Ways", "leads", [new("MQL", "SQL", 10), new("SQL", "MQL", 2), new("SQL", "Won", 4), new("Won", "Won", 1)]);
        var layout = new SankeyLayout(chart.Flows, 200, 10);
        Assert.Equal((2, 1, 3), (layout.Ribbons.Count, layout.Left, layout.LayerCount));
        Assert.Equal(4, chart.Data.Rows.Count);
        // What flows in and out of a node fits in it.
        Assert.All(layout.Nodes, node => Assert.True(node.In <= node.Height + 1e-9 && node.Out <= node.Height + 1e-9));
    }

    [Fact]
    public void AFunnelSaysWhatGoesOn() =>
        Assert.Equal([null, 50.0, 20.0], new FunnelChart("F", "leads", [new("Lead", 200), new("MQL", 100), new("SQL", 20)]).Data.Rows.Select(row => row[2]));

    [Fact]
    public void TicksAreRoundAndHoldAllValues() => Gen.Double[-1e9, 1e9].Array[1, 20].Sample(values =>
    {
        var scale = new Scale(values, fromZero: true);
        Assert.InRange(scale.Ticks.Length, 2, 12);
        var little = 1e-8 * (scale.Ticks[^1] - scale.Ticks[0]);
        Assert.True(scale.Ticks[0] <= Math.Min(0, values.Min()) + little && scale.Ticks[^1] >= Math.Max(0, values.Max()) - little);
        Assert.Equal(scale.Ticks.Length, scale.Ticks.Select(scale.Show).Distinct().Count());
    }, iter: 500);

    [Fact]
    public void ALongTextIsCutBetweenCharacters()
    {
        var text = SvgText.Fit(string.Concat(Enumerable.Repeat("👩‍🚀é", 40)), 100);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(text[^2]));
        Assert.True(SvgText.Width(text) <= 112);
    }

    [Fact]
    public void ASummaryAddsASectionToEveryFormat()
    {
        var builder = new ReportBuilder(new ReportOptions { Mask = true });
        builder.Add(Summary(Attack));
        var report = builder.Build();
        var section = Assert.Single(report.Sections);
        Assert.Equal(["tiles", "stackedBarChart"], section.Blocks.Select(block => block.Kind));
        Assert.Empty(report.Tables);

        var page = new HtmlParser().ParseDocument(Write(report, MopsReportFormat.Html));
        var chart = page.QuerySelector("section[aria-labelledby=section-1] svg.bars")!;
        Assert.Contains(chart.QuerySelectorAll("text"), text => text.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.DoesNotContain("ann.lee", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal("8", page.QuerySelector("table.data tbody td.n")!.TextContent);

        Assert.Contains("| Checked | 12 | links |  |", Write(report, MopsReportFormat.Markdown), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Write(report, MopsReportFormat.Json));
        var block = json.RootElement.GetProperty("sections")[0].GetProperty("blocks")[1];
        Assert.Equal(("stackedBarChart", 8), (block.GetProperty("kind").GetString(), block.GetProperty("rows")[0][1].GetInt32()));
    }

    [Fact]
    public void ATableOfASectionIsCutAndSaysSo()
    {
        var rows = Enumerable.Range(0, 500).Select(i => (IReadOnlyList<object?>)[i]).ToArray();
        var view = ReportSectionView.Show([new ReportSection("S", [new TableBlock("T", ["N"], rows) { Total = 1_000_000 }])], 20, text => text).Single();
        Assert.Equal((20, "999,980"), (view.Blocks[0].Table.Rows.Count, view.Blocks[0].Table.More));
    }

    private static ReportChart[] Charts(string text, double[] values)
    {
        var points = values.Select(value => (double?)value).ToArray();
        return
        [
            new BarChart(text, text, [.. values.Select(value => new ChartBar(text, value, text))]) { Target = values.Length > 0 ? values[0] : null },
            new StackedBarChart(text, text, [new(text), new(text)], [.. values.Select(value => new ChartStack(text, [value, 3]))]),
            new FunnelChart(text, text, [.. values.Select(value => new ChartStage(text, value))]),
            new LineChart(text, text, [.. values.Select(_ => text)], [new(text, points)])
            {
                Band = new ChartBand(text, points, points), Marks = [.. values.Select((value, i) => new ChartMark(i, value, text))], Target = values.Length > 0 ? values[0] : null,
            },
            new Histogram(text, text, [.. values.Select((value, i) => new ChartBin(i, null, Scale.CanDraw(value) ? (long)Math.Min(1e9, Math.Abs(value)) : 0))]),
            new WaterfallChart(text, text, [.. values.Select(value => new ChartStep(text, value))]),
            new HeatMap(text, text, [.. values.Select(_ => text)], [new(text, points)]),
            new SankeyChart(text, text, [.. values.Select((value, i) => new ChartFlow(text + (i % 7), text + (i % 5 + 3), value))]),
        ];
    }

    private static UtmSummary Summary(string name) => new()
    {
        Links = 12,
        Tagged = 11,
        Counted = 10,
        Compliant = 8,
        Segments = [new UtmSegment { By = UtmGrouping.Source, Name = name, Links = 12, Counted = 10, Compliant = 8 }],
    };

    private static double Of(XElement element, string name) => double.Parse(element.Attribute(name)!.Value);

    private static string Draw(ReportChart chart) => new ChartDrawing(chart, text => text).ToSvg();

    private static string Write(ReportDocument report, MopsReportFormat format)
    {
        using var stream = new MemoryStream();
        ReportWriter.Write(report, format, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
