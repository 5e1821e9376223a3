using System;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using MopsPS.Core.Utm;
using Xunit;

namespace MopsPS.Core.Tests.Records;

/// <summary>The example exports read as their makers meant them.</summary>
public class ExampleFileTests
{
    [Fact]
    public void LeadsAreReadWithoutTheReportFooter()
    {
        var (schema, rows, _) = Reading.File(Repository.Example("leads.csv"));

        Assert.Equal(14, schema.Columns.Count);
        Assert.Equal(40, rows.Count);
        Assert.All(rows, row => Assert.StartsWith("00Q", row[0], StringComparison.Ordinal));
        Assert.Contains(rows, row => row[12] == "00412");
    }

    [Fact]
    public void TheWebinarReportGivesItsAttendees()
    {
        var (schema, rows, _) = Reading.File(Repository.Example("webinar-attendees.csv"));

        Assert.Contains("Which tool, if any, routes your leads?", schema.Columns);
        Assert.Equal(17, rows.Count);
        Assert.DoesNotContain(rows, row => row.Contains("sam.owner@example.com"));
    }

    [Theory]
    [InlineData("Brand", "")]
    [InlineData("Partner article", "")]
    [InlineData("Dynamic", "")]
    [InlineData("Reach", "WrongCase")]
    [InlineData("Reach 2", "AliasValue")]
    [InlineData("Video", "UnknownValue")]
    [InlineData("Catalog", "PairNotAllowed")]
    [InlineData("Discovery", "MissingParameter")]
    [InlineData("Sitelinks", "UntaggedLink")]
    [InlineData("Old site", "PlainHttp")]
    [InlineData("Anchor", "ParameterInFragment")]
    [InlineData("Two marks", "SecondQuestionMark")]
    [InlineData("Copied from a page", "EncodedAmpersand")]
    [InlineData("Twice tagged", "ConflictingParameter")]
    [InlineData("Merge tag left", "UnresolvedToken")]
    [InlineData("Click id kept", "ClickIdWithTags")]
    [InlineData("Contact in the link", "PersonalData")]
    [InlineData("Podcast", "UnknownValue")]
    [InlineData("No scheme", "MissingScheme")]
    [InlineData("Placeholder", "ReservedValue")]
    public void EachPlantedFaultOfTheAdsIsFound(string group, string rule)
    {
        var auditor = new UtmAuditor(PolicyLoader.Load(Repository.Example("mops.policy.json")), new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        var (_, rows, _) = Reading.File(Repository.Example("ads.csv"));
        var row = rows.First(row => row[1] == group);

        var names = auditor.Audit(row[3]!).Findings.Select(finding => RuleCatalog.Find(finding.RuleId)!.Name).ToArray();

        if (rule.Length == 0) Assert.Empty(names);
        else Assert.Contains(rule, names);
    }
}
