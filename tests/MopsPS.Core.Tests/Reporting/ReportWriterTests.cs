using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MopsPS.Core.Reporting;
using Xunit;

namespace MopsPS.Core.Tests.Reporting;

public class ReportWriterTests
{
    private const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;|`@team [x](javascript:1) {{ 7 | plus: 1 }}";

    [Fact]
    public void ThePageHoldsNoScriptNoHandlerAndLoadsNothingWhateverTheDataSay()
    {
        var page = Html(Hostile());
        Assert.Empty(page.QuerySelectorAll("script,iframe,object,embed,link,img,form,base"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "src");
        Assert.All(page.QuerySelectorAll("a"), a => Assert.StartsWith("#", a.GetAttribute("href")));
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
        Assert.Equal(Attack, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent == Attack);
        Assert.Contains(page.QuerySelectorAll("svg"), chart => chart.GetAttribute("aria-label")!.Contains(Attack));
    }

    [Fact]
    public void ThePageIsInOrderForReadersOfAllKinds()
    {
        var page = Html(Hostile());
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        var levels = page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.LocalName[1] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.Equal(th.ParentElement!.ParentElement!.LocalName == "thead" ? "col" : "row", th.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("svg"), chart => Assert.True(chart.QuerySelector("title") is not null && chart.QuerySelector("desc") is not null));
    }

    [Fact]
    public void CountsStayExactWhereRowsAreCut()
    {
        var builder = new ReportBuilder(new ReportOptions { MaxRows = 10 });
        for (var i = 0; i < 12_355; i++) builder.Add(new Finding("UTM001", Severity.Error, "missing " + i));
        var report = builder.Build();
        Assert.Equal(12_355, report.Errors);
        Assert.Equal("12,345", report.Rules.Single().More);
        Assert.Equal(10, report.Rules.Single().Findings.Count);
        Assert.Contains("12,345 more", Html(report).Body!.TextContent);
    }

    [Fact]
    public void WhatFailsIsShownBeforeWhatPasses()
    {
        var builder = new ReportBuilder(new ReportOptions { MaxRows = 2 });
        foreach (var ok in new[] { true, true, true, false }) builder.Add(new Result(ok ? "fine" : "broken", ok));
        var report = builder.Build();
        Assert.Equal((4L, 3L, 1L), (report.Results, report.Compliant, report.NotCompliant));
        Assert.Equal(new[] { "broken", "fine" }, report.Tables.Single().Rows.Select(row => row[0]));
    }

    [Fact]
    public void SuppressedFindingsAreShownWithTheirReasonAndDoNotCount()
    {
        var builder = new ReportBuilder(new ReportOptions());
        builder.Add(new Finding("UTM001", Severity.Error, "old") { IsSuppressed = true, Reason = "agency contract" });
        var report = builder.Build();
        Assert.Equal((0L, 1L), (report.Findings, report.Suppressed));
        Assert.Contains("agency contract", Html(report).QuerySelector("section[aria-labelledby=suppressed]")!.TextContent);
    }

    [Fact]
    public void AMissedTargetIsNeverRoundedToMet()
    {
        var builder = new ReportBuilder(new ReportOptions());
        builder.Add(new Kpi("A", "A", 94.9999, "%", 95, KpiDirection.HigherIsBetter));
        Assert.Equal(("94.9999", "Missed"), (builder.Build().Kpis[0].Value, builder.Build().Kpis[0].Status));
    }

    [Theory]
    [InlineData("write to ann.lee@mail.example.com now", "write to ***@mail.example.com now")]
    [InlineData("email=ann%40example.com", "***@example.com")]
    [InlineData("call +44 20 7946 0958 today", "call *** today")]
    [InlineData("on 2026-11-24 sent 1,200", "on 2026-11-24 sent 1,200")]
    public void MaskHidesPersonalDataOnly(string text, string expected) => Assert.Equal(expected, ReportText.Mask(text));

    [Fact]
    public void MarkdownCellsHoldNoMarkup()
    {
        var text = Write(Hostile(), MopsReportFormat.Markdown);
        Assert.DoesNotContain("<script", text);
        Assert.DoesNotContain("@team", text);
        Assert.DoesNotContain("](", text);
        Assert.All(text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("script")), line => Assert.DoesNotContain("|&", line));
    }

    [Fact]
    public void CsvIsSafeForSpreadsheetsAndKeepsEveryFinding()
    {
        var builder = new ReportBuilder(new ReportOptions());
        builder.Add(new Finding("UTM001", Severity.Error, "=HYPERLINK(\"http://x\")") { Target = "a,b" });
        var lines = Write(builder.Build(), MopsReportFormat.Csv).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=HYPERLINK", lines[1]);
        Assert.Contains("\"a,b\"", lines[1]);
    }

    [Fact]
    public void JsonHasTheSameNumbersAndUnroundedValues()
    {
        using var json = JsonDocument.Parse(Write(Hostile(), MopsReportFormat.Json));
        Assert.Equal("mopsps-report/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("summary").GetProperty("errors").GetInt64());
        Assert.Equal(100.0 / 3, json.RootElement.GetProperty("kpis")[0].GetProperty("value").GetDouble());
        Assert.Equal(Attack, json.RootElement.GetProperty("rules")[0].GetProperty("findings")[0].GetProperty("target").GetString());
        Assert.Equal("2026-11-24T06:00:00+00:00", json.RootElement.GetProperty("date").GetString());
    }

    [Theory]
    [InlineData(MopsReportFormat.Html)]
    [InlineData(MopsReportFormat.Markdown)]
    [InlineData(MopsReportFormat.Csv)]
    [InlineData(MopsReportFormat.Json)]
    public void TheSameInputGivesTheSameBytes(MopsReportFormat format) => Assert.Equal(Write(Hostile(), format), Write(Hostile(), format));

    [Fact]
    public void AnOwnTemplateIsEncodedAndItsMistakesAreNamed()
    {
        using var stream = new MemoryStream();
        HtmlReportWriter.Write(Hostile(), stream, "<p>{{ report.title }}</p>");
        Assert.DoesNotContain("<script>", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Throws<FormatException>(() => HtmlReportWriter.Write(Hostile(), stream, "{% if %}"));
    }

    private static ReportDocument Hostile()
    {
        var builder = new ReportBuilder(new ReportOptions
        {
            Title = Attack,
            Date = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
            Policy = new MopsPolicy { Name = Attack, Version = Attack },
        });
        Finding Make(bool suppressed) => new(suppressed ? "UTM001" : Attack, Severity.Error, Attack)
        {
            Target = Attack,
            Field = Attack,
            Value = Attack,
            Suggestion = Attack,
            HelpUri = "javascript:alert(1)",
            Source = new SourcePosition(Attack, 3, 4, Attack),
            IsSuppressed = suppressed,
            Reason = suppressed ? Attack : null,
        };
        builder.Add(Make(false));
        builder.Add(Make(true));
        builder.Add(Kpi.Percentage(Attack, Attack, 1, 3, 95, KpiDirection.HigherIsBetter));
        builder.Add(Kpi.Percentage(Attack, Attack, 1, 3, 95, KpiDirection.HigherIsBetter, Attack));
        builder.Add(new Result(Attack, false));
        builder.AddRow(Attack, [Attack], [Attack]);
        return builder.Build();
    }

    private static string Write(ReportDocument report, MopsReportFormat format)
    {
        using var stream = new MemoryStream();
        ReportWriter.Write(report, format, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IDocument Html(ReportDocument report) => new HtmlParser().ParseDocument(Write(report, MopsReportFormat.Html));

    private sealed class Result(string title, bool compliant) : IMopsResult
    {
        public string Title => title;

        public bool? IsCompliant => compliant;

        public IReadOnlyList<Finding> Findings => [];

        public IReadOnlyList<Kpi> Kpis => [];
    }
}
