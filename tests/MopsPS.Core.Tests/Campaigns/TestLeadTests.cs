using System;
using System.Linq;
using MopsPS.Core.Campaigns;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

/// <summary>Test leads of a campaign, routed by the rules of the policy.</summary>
public sealed class TestLeadTests
{
    private const string Header = "Country,Employees,Expected Owner\n";

    private const string Rules = """
        "routing": {
          "owners": [{ "name": "Ada Abel", "aliases": ["0051"] }, { "name": "Emil Eder", "active": false }, "Cleo Cruz"],
          "rules": [
            { "name": "Large", "employees": { "from": 1000 }, "queue": "Enterprise" },
            { "name": "DACH", "countries": ["DACH"], "pool": ["Cleo Cruz", "Ada Abel"] },
            { "name": "France", "countries": ["France"], "owner": "Emil Eder" },
            { "name": "Promotion", "countries": ["Italy"], "from": "2026-12-01", "owner": "Ada Abel" },
          ]
        }
        """;

    [Theory]
    [InlineData("Germany,50,Cleo Cruz", null)]
    [InlineData("Germany,50,0051", null)]
    [InlineData("Germany,5000,Enterprise", null)]
    [InlineData("Germany,5000,queue enterprise", null)]
    [InlineData("Germany,50,\"pool (Cleo Cruz 1, Ada Abel 1)\"", null)]
    // Not yet on the day of the run, but on that of the launch.
    [InlineData("Italy,50,Ada Abel", null)]
    [InlineData("Germany,50,Ben Boyd", "CQA020")]
    [InlineData("Germany,5000,Cleo Cruz", "CQA020")]
    [InlineData("Spain,50,Ada Abel", "CQA021")]
    [InlineData("Spain,50,", "CQA021")]
    [InlineData("France,50,Emil Eder", "CQA022")]
    [InlineData("Germany,many,Cleo Cruz", "CQA023")]
    public void ATestLeadGoesWhereTheRulesPutIt(string lead, string? check)
    {
        // The first lead is in order, so that the second is the one that is told of.
        using var campaign = new TemporaryCampaign().Write("routing/leads.csv", Header + "Austria,10,Ada Abel\n" + lead + "\n");
        var run = campaign.Run(Policy(Rules), Only);
        Assert.Equal(check is null ? [] : [(check, 3, "routing/leads.csv", "Expected Owner")], run.Findings.Select(finding => (finding.RuleId, finding.Source!.Line, finding.Target!, finding.Field!)));
        Assert.All(run.Checks.Where(item => item.CheckId != check), item => Assert.Equal(CampaignCheckStatus.Pass, item.Status));
    }

    [Fact]
    public void AMisroutedLeadIsToldWithTheRuleThatDecided()
    {
        using var campaign = new TemporaryCampaign().Write("routing.csv", Header + "Germany,5000,Cleo Cruz\n");
        var finding = Assert.Single(campaign.Run(Policy(Rules), Only).Findings);
        Assert.Equal("The rule 'Large' gives the test lead (Germany, 5000 employees) to queue Enterprise, and Cleo Cruz is expected.", finding.Message);
        Assert.Equal(("Cleo Cruz", "queue Enterprise"), (finding.Value, finding.Suggestion));
    }

    [Fact]
    public void TheBriefHasTestLeadsToo()
    {
        const string brief = "\"testLeads\": [\n{ \"country\": \"Germany\", \"owner\": \"Ada Abel\" },\n{ \"country\": \"Germany\", \"employees\": \"2000\", \"owner\": \"Ada Abel\" }], \"notApplicable\": { \"Routing\": \"none\" }";
        using var campaign = new TemporaryCampaign(brief);
        var run = campaign.Run(Policy(Rules), new CampaignQAOptions { Time = TemporaryCampaign.Now, Areas = [CampaignArea.Routing, CampaignArea.Brief] });
        var finding = Assert.Single(TemporaryCampaign.Check(run, "CQA020").Evidence);
        Assert.Equal(("campaign.json", 3, "$.testLeads[1]"), (finding.Target, finding.Source!.Line, finding.Field));
        // The brief says that there is no routing, and tests it: they are routed, and the contradiction is told.
        Assert.Single(TemporaryCampaign.Check(run, "CQA010").Evidence);
    }

    [Theory]
    [InlineData("", "Country,Expected Owner\nGermany,Ada Abel\n", "has no routing rules")]
    [InlineData(Rules, "Country,Expected Owner\nGermany,Ada Abel\n", "EmployeeCount")]
    [InlineData(Rules, Header, "there is no test lead")]
    [InlineData(Rules, "", "routing.csv")]
    public void WhatCannotBeRoutedIsNotRunWithTheReason(string rules, string leads, string reason)
    {
        using var campaign = new TemporaryCampaign().Write("routing.csv", leads);
        Assert.All(campaign.Run(Policy(rules), Only).Checks, check =>
        {
            Assert.Equal(CampaignCheckStatus.NotRun, check.Status);
            Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void LeadsWithoutAnExpectationAreRoutedAndNoPass()
    {
        using var campaign = new TemporaryCampaign().Write("routing.csv", "Country,Employees\nGermany,5\nSpain,5\n");
        var run = campaign.Run(Policy(Rules), Only);
        Assert.Equal((CampaignCheckStatus.NotRun, CampaignCheckStatus.Fail), (TemporaryCampaign.Check(run, "CQA020").Status, TemporaryCampaign.Check(run, "CQA021").Status));
        Assert.Contains("Expected Owner", TemporaryCampaign.Check(run, "CQA020").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ARowThatCannotBeReadIsReportedAndTheOthersAreRouted()
    {
        using var campaign = new TemporaryCampaign().Write("routing.csv", Header + "Germany,5,Cleo Cruz,x,y\nGermany,5,Ben Boyd\n");
        Assert.Equal([("CQA020", 3), ("CQA023", 2)], campaign.Run(Policy(Rules), Only).Findings.Select(finding => (finding.RuleId, finding.Source!.Line)));
    }

    private static CampaignQAOptions Only => new() { Time = TemporaryCampaign.Now, Areas = [CampaignArea.Routing] };

    private static MopsPolicy Policy(string rules) => TemporaryCampaign.Team(other: rules);
}
