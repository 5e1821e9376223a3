using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Attribution;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using Xunit;

namespace MopsPS.Core.Tests.Attribution;

public class AttributionAnalysisTests
{
    private const string Header = "Person ID,Touchpoint Date,utm_source,utm_medium,Landing Page,Channel,Conversion Date,Value,Cost\n";

    [Fact]
    public void TheChannelIsTheNamedOneElseTheTagsElseThoseOfTheLandingPage()
    {
        var result = Run(Header
            + "1,2026-01-01,google,cpc,,Webinar,2026-01-09,100,\n"
            + "2,2026-01-01,google,cpc,,,2026-01-09,100,\n"
            + "3,2026-01-01,,,https://www.example.com/?utm_source=news&utm_medium=email&utm_campaign=x,,2026-01-09,100,\n"
            + "4,2026-01-01,,,https://www.example.com/,,2026-01-09,100,\n", new AttributionOptions { Models = [AttributionModel.LastTouch] }, out _);
        Assert.Equal(["Email", "Paid Search", "Unassigned", "Webinar"], result.Credits.Select(credit => credit.Channel));
        Assert.Contains(result.Findings, finding => finding.RuleId == "ATR002");
        Assert.Equal(75, Assert.Single(result.Kpis).Value);
    }

    [Fact]
    public void ADayOfConversionCoversTheTouchpointsOfThatDay()
    {
        var result = Run(Header + "1,2026-01-09T15:00:00Z,,,,a,2026-01-09,,\n", new AttributionOptions { Models = [AttributionModel.LastTouch] }, out _);
        Assert.Equal("a", Assert.Single(result.Credits).Channel);
    }

    [Fact]
    public void RowsThatDoNotReadAreReportedAndCounted()
    {
        var result = Run(Header
            + "1,2026-01-01,,,,a,2026-01-09,100,\n"
            + "2,31.31.2026,,,,a,2026-01-09,100,\n"
            + ",2026-01-01,,,,a,2026-01-09,100,\n"
            + "3,2026-01-01,,,,a,2026-01-09,many,\n"
            + "4,,,,,a,,,\n", new AttributionOptions(), out var problems);
        Assert.Equal(["UnreadableDate", "MissingId", "UnreadableNumber", "MissingDate"], problems.Select(problem => problem.Kind));
        Assert.Equal(["Touchpoint Date", "Person ID", "Value", "Touchpoint Date"], problems.Select(problem => problem.Source.Column));
        Assert.Equal("4", Assert.Single(result.Findings, finding => finding.RuleId == "ATR005").Value);
        Assert.Equal(1, result.Conversions);
    }

    [Fact]
    public void CostAndReturnStandBesideTheCredit()
    {
        var options = new AttributionOptions { Models = [AttributionModel.Linear], Costs = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase) { ["B"] = 40 } };
        var credits = Run(Header + "1,2026-01-01,,,,a,2026-01-09,100,10\n1,2026-01-02,,,,b,2026-01-09,100,7\n", options, out _).Credits;
        Assert.Equal([(10.0, 400.0, 20.0), (40.0, 25.0, 80.0)], credits.Select(credit => (credit.Cost!.Value, credit.ReturnOnInvestment!.Value, credit.CostPerConversion!.Value)));
    }

    [Fact]
    public void ACostThatNoTouchpointHasIsFound()
    {
        var options = new AttributionOptions { Models = [AttributionModel.Linear], Costs = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase) { ["A"] = 40, ["Print"] = 900, ["Fair"] = 1 } };
        var result = Run(Header + "1,2026-01-01,,,,a,2026-01-09,100,\n", options, out _);
        Assert.Equal("No touchpoint is of 'Fair', 'Print', for which a cost is given.", Assert.Single(result.Findings, finding => finding.RuleId == "ATR009").Message);
        Assert.DoesNotContain(Run(Header + "1,2026-01-01,,,,a,2026-01-09,100,3\n", new AttributionOptions { Models = [AttributionModel.Linear] }, out _).Findings, finding => finding.RuleId == "ATR009");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ACostIsANumberOfZeroOrMore(double cost) =>
        Assert.Contains("cost of 'A'", Assert.Throws<ArgumentException>(() => new AttributionOptions { Costs = new Dictionary<string, double> { ["A"] = cost } }.Validate()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Path,Conversions\na > b,0\n", "NoConversions")]
    [InlineData("Path,Conversions\n", "NoData")]
    public void NothingToAttributeIsAnError(string text, string kind) =>
        Assert.Equal(kind, Assert.Throws<AttributionException>(() => Run(text, new AttributionOptions(), out _)).Kind);

    [Fact]
    public void AModelThatIsAskedForAndNotPossibleIsAnErrorElseAFinding()
    {
        const string paths = "Path,Conversions\na > b,3\n";
        var error = Assert.Throws<AttributionException>(() => Run(paths, new AttributionOptions { Models = [AttributionModel.TimeDecay] }, out _));
        Assert.Equal("ModelNotPossible", error.Kind);
        var result = Run(paths, new AttributionOptions(), out _);
        Assert.Equal(["WShaped", "FullPath", "TimeDecay"], result.Findings.Where(finding => finding.RuleId == "ATR008").Select(finding => finding.Value));
        Assert.Contains(result.Findings, finding => finding.RuleId == "ATR007");
        Assert.Null(result.Comparison[0].TimeDecay);
        Assert.Null(result.Value);
    }

    [Fact]
    public void WithoutAnIdOrAChannelTheErrorNamesTheField()
    {
        Assert.Equal("JourneyId", Assert.Throws<FieldNotFoundException>(() => Run("Touchpoint Date,Channel\n", new AttributionOptions(), out _)).Field);
        Assert.Equal("Channel", Assert.Throws<FieldNotFoundException>(() => Run("Person Id,Touchpoint Date\n", new AttributionOptions(), out _)).Field);
    }

    [Fact]
    public void ARuleThatIsOffFindsNothing()
    {
        var policy = new MopsPolicy { Rules = new Dictionary<string, RuleSetting> { ["ATR007"] = new() { Enabled = false } } };
        var result = Run("Path,Conversions\na > b,3\n", new AttributionOptions(), out _, policy);
        Assert.DoesNotContain(result.Findings, finding => finding.RuleId == "ATR007");
        Assert.DoesNotContain(Run("Path,Conversions,Nulls\na > b,3,4\n", new AttributionOptions(), out _).Findings, finding => finding.RuleId is "ATR007" or "ATR001" or "ATR005");
    }

    private static AttributionResult Run(string text, AttributionOptions options, out List<RecordProblem> problems, MopsPolicy? policy = null)
    {
        var found = problems = [];
        var analysis = new AttributionAnalysis(options, policy ?? new MopsPolicy(), DateTime.UtcNow, onProblem: found.Add);
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "touches.csv", new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader);
        return analysis.Finish();
    }
}
