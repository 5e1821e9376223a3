using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Metrics;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using Xunit;

namespace MopsPS.Core.Tests.Metrics;

public sealed class MetricReconciliationTests
{
    private const string Crm = "Region,Country,Leads,Deals\nEMEA,Germany,100,10\nEMEA,France,50,5\nAMER,USA,200,20\n";
    private static readonly MetricOptions ByCountry = new() { Metrics = ["Leads", "Deals"], By = ["Region", "Country"], AsOf = new DateTime(2026, 11, 25, 8, 0, 0, DateTimeKind.Utc) };

    [Fact]
    public void EqualSourcesAgreeInAnyOrderOfRows()
    {
        var found = Run(ByCountry, Crm, "Country,Region,Deals,Leads\nusa,AMER,20,200\nFrance,EMEA,2,20\nFrance,EMEA,3,30\nGermany,emea,10,100\n").Comparisons;
        Assert.Equal(2, found.Count);
        Assert.All(found, one => Assert.Equal((null, false, false, 3, 3, 0), (one.FirstLevel, one.IsMaterial, one.IsOffsetting, one.Cells, one.AgreeingCells, one.Parts.Count)));
        Assert.All(found, one => Assert.Empty(one.Findings));
        Assert.All(found, one => Assert.Equal(100, Assert.Single(one.Kpis).Value));
    }

    [Fact]
    public void ADifferenceIsFollowedToThePlaceInWhichItSits()
    {
        var one = Run(ByCountry with { Metrics = ["Leads"] }, Crm, "Region,Country,Leads\nEMEA,Germany,130,\nEMEA,France,50\nAMER,USA,200\n").Comparisons.Single();
        Assert.Equal(("Total", 350.0, 380.0, 30.0, true), (one.FirstLevel, one.ReferenceValue!.Value, one.Value!.Value, one.Difference, one.IsMaterial));
        Assert.Equal(["Total", "EMEA", "EMEA / Germany"], one.Parts.Select(part => part.Path.Length == 0 ? "Total" : part.Path));
        Assert.Equal("EMEA / Germany: 130 against 100 (+30 %)", Assert.Single(one.Parts, part => part.IsCause).ToString());
        Assert.Equal("MET001", Assert.Single(one.Findings).RuleId);
        Assert.Equal((2.0, 3.0), (one.Kpis[0].Numerator!.Value, one.Kpis[0].Denominator!.Value));
    }

    [Fact]
    public void DifferencesThatCancelOutAreSeen()
    {
        var one = Run(ByCountry with { Metrics = ["Leads"] }, Crm, "Region,Country,Leads\nEMEA,Germany,60\nEMEA,France,90\nAMER,USA,200\n").Comparisons.Single();
        Assert.Equal(("Country", false, true), (one.FirstLevel, one.IsMaterial, one.IsOffsetting));
        Assert.Equal([true, true, false, false], one.Parts.Select(part => part.IsOffsetting));
        Assert.Equal(["EMEA / France", "EMEA / Germany"], one.Parts.Where(part => part.IsCause).Select(part => part.Path));
        Assert.Equal("MET002", Assert.Single(one.Findings).RuleId);
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 3, false)]
    [InlineData(2, 1, false)]
    [InlineData(1.9, 1.9, true)]
    public void ADifferenceMattersAboveBothLimits(double absolute, double relative, bool matters)
    {
        var policy = FormattableString.Invariant($$"""{ "metrics": { "materiality": { "relative": 50 }, "metrics": { "leads": { "absolute": {{absolute}}, "relative": {{relative}} } } } }""");
        const string left = "Leads\n100\n", right = "Leads\n102\n";
        Assert.Equal(matters, Run(new MetricOptions { Metrics = ["Leads"] }, policy, left, right).Comparisons.Single().IsMaterial);
        Assert.Equal(matters, Run(new MetricOptions { Metrics = ["Leads"], Absolute = absolute, Relative = relative }, left, right).Comparisons.Single().IsMaterial);
    }

    [Fact]
    public void LongTablesNameSourceMetricAndValueInColumns()
    {
        var options = new MetricOptions { MetricField = "Metric", ValueField = "Value", SourceField = "System", By = ["Region"], Reference = "CRM", Aliases = new Dictionary<string, IReadOnlyList<string>> { ["Leads"] = ["New Leads"] } };
        var (found, sources) = Run(options, "System,Metric,Region,Value\nDashboard,New Leads,EMEA,90\nCRM,Leads,EMEA,100\nCRM,Deals,EMEA,7\nDashboard,Deals,EMEA,7\n");
        Assert.Equal(["Deals: Dashboard against CRM: 7 against 7, agrees", "Leads: Dashboard against CRM: 90 against 100, parts at Total"], found.Select(one => one.ToString()));
        Assert.Equal(["CRM", "Dashboard"], sources.Select(source => source.Source));
    }

    [Fact]
    public void ASourceWithFewerLevelsIsComparedAsFarAsItGoes()
    {
        var one = Run(ByCountry with { Metrics = ["Leads"] }, Crm, "Region,Leads\nEMEA,140\nAPAC,10\nAMER,200\n").Comparisons.Single();
        Assert.Equal(["Region"], one.Levels);
        Assert.Equal("Region", one.FirstLevel);
        Assert.Equal(["APAC: 10 against nothing", "EMEA: 140 against 150 (-6.67 %)"], one.Parts.Where(part => part.IsCause).Select(part => part.ToString()).OrderBy(text => text));
    }

    [Fact]
    public void FreshnessIsTheAgeOfTheNewestDate()
    {
        var options = ByCountry with { Metrics = ["Leads"], By = [], DateField = "Date" };
        var sources = Run(options, "Date,Leads\n2026-11-24T20:00:00Z,1\n2026-11-20,1\n", "Date,Leads\n2026-11-20,1\nsoon,1\n", "Date,Leads\n,2\n").Sources;
        Assert.Equal(12, sources[0].AgeHours);
        Assert.Equal(104, Math.Round(sources[1].AgeHours!.Value));
        Assert.Equal([KpiStatus.Met, KpiStatus.Missed, KpiStatus.Unknown], sources.Select(source => source.Kpis.Single().Status));
        Assert.Equal(["", "MET003", "MET006"], sources.Select(source => string.Join(",", source.Findings.Select(finding => finding.RuleId))));
        Assert.Equal(2, sources[1].Rows);
    }

    [Fact]
    public void ValuesThatDoNotReadAreReportedAndCounted()
    {
        var problems = new List<RecordProblem>();
        var sources = Run(new MetricOptions { Metrics = ["Leads"] }, "{}", problems, "Leads\n100\nmany\n\n", "Leads\n100\n").Sources;
        Assert.Equal(("UnreadableNumber", 2), (Assert.Single(problems).Kind, problems[0].Source.Row));
        Assert.Equal(1, sources[0].Unreadable);
    }

    [Fact]
    public void AMetricThatASourceLacksIsAFinding()
    {
        var found = Run(ByCountry with { By = [] }, Crm, "Leads\n350\n").Comparisons;
        Assert.Equal("MET004", Assert.Single(found.Single(one => one.Metric == "Deals").Findings).RuleId);
        Assert.Null(found.Single(one => one.Metric == "Deals").Value);
    }

    [Theory]
    [InlineData("OneSource", "Leads\n1\n")]
    [InlineData("NoData", "Leads\n")]
    [InlineData("NoMetric", "Other\n1\n")]
    public void NothingToCompareIsAnError(string kind, params string[] tables) =>
        Assert.Equal(kind, Assert.Throws<MetricException>(() => Run(new MetricOptions { Metrics = ["Leads"] }, tables)).Kind);

    [Fact]
    public void AnUnknownReferenceNamesTheSources() =>
        Assert.Contains("0.csv, 1.csv", Assert.Throws<MetricException>(() => Run(new MetricOptions { Metrics = ["Leads"], Reference = "ga4" }, "Leads\n1\n", "Leads\n1\n")).Message, StringComparison.Ordinal);

    private static (IReadOnlyList<MetricComparison> Comparisons, IReadOnlyList<MetricSource> Sources) Run(MetricOptions options, params string[] tables) =>
        tables[0].StartsWith('{') ? Run(options, tables[0], null, tables[1..]) : Run(options, "{}", null, tables);

    private static (IReadOnlyList<MetricComparison> Comparisons, IReadOnlyList<MetricSource> Sources) Run(MetricOptions options, string policy, List<RecordProblem>? problems, params string[] tables)
    {
        var metrics = new MetricReconciliation(options, PolicyLoader.Parse(policy), new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc), onProblem: problems is null ? null : problems.Add);
        for (var i = 0; i < tables.Length; i++)
        {
            using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(tables[i])), $"{i}.csv", new ImportOptions(), schema => metrics.Open(FieldMapper.Map(schema)));
            while (reader.Read()) metrics.Add(reader);
        }

        return (metrics.Finish(), metrics.Sources());
    }
}
