using System;
using System.Linq;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

/// <summary>Link lists, audiences and campaign records as parts of a campaign.</summary>
public sealed class TableCheckerTests
{
    private const string Columns = "Email,Country,Consent,Unsubscribed from all email,Email Bounced\n";

    [Theory]
    [InlineData("links/a.csv", "Name,URL\nx,https://www.contoso.com/?utm_source=a&utm_medium=email&utm_campaign=c\ny,\n", "LNK002", 3, "URL")]
    [InlineData("links/a.csv", "URL\nTODO\n", "LNK002", 2, "URL")]
    [InlineData("links/a.csv", "URL\nwww.contoso.com/x\n", "LNK001", 2, "URL")]
    [InlineData("links.txt", "one\nhttp://www.contoso.com/?utm_source=a&utm_medium=email&utm_campaign=c\n", "LNK004", 2, null)]
    [InlineData("links/a.md", "# Links\n\n[x](https://staging.contoso.com/?utm_source=a&utm_medium=email&utm_campaign=c)\n", "LNK003", 3, null)]
    [InlineData("links/a.csv", "URL\nhttps://other.fabrikam.com/?utm_source=a&utm_medium=email&utm_campaign=c\n", "LNK009", 2, "URL")]
    [InlineData("links/a.csv", "URL\nhttps://www.contoso.com/?utm_source=a&utm_medium=email&utm_campaign=other\n", "LNK015", 2, "URL")]
    [InlineData("links/a.csv", "URL\nhttps://www.contoso.com/?utm_source=a&utm_medium=email\n", "LNK013", 2, "URL")]
    public void ALinkOfAListIsFoundOnItsLine(string file, string text, string check, int line, string? field)
    {
        using var campaign = new TemporaryCampaign(""" "allowedHosts": ["www.contoso.com", "staging.contoso.com"], "utmCampaign": "c" """).Write(file, text);
        var run = campaign.Run(options: Only(CampaignArea.Link));
        var finding = Assert.Single(TemporaryCampaign.Check(run, check).Evidence);
        Assert.Equal((line, file), (finding.Source!.Line, finding.Target));
        if (field is not null) Assert.Equal(field, finding.Field);
        Assert.Equal([check], run.Findings.Select(found => found.RuleId).Distinct());
    }

    [Theory]
    [InlineData("links/a.csv", "Name\nx\n", "No column is known to hold links")]
    [InlineData("links/a.txt", "nothing\n", "there is no link")]
    [InlineData("links/a.csv", "", "links/a.csv")]
    public void AListWithoutLinksIsNotRun(string file, string text, string reason)
    {
        using var campaign = new TemporaryCampaign().Write(file, text);
        var check = TemporaryCampaign.Check(campaign.Run(options: Only(CampaignArea.Link)), "LNK001");
        Assert.Equal(CampaignCheckStatus.NotRun, check.Status);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAudienceIsCheckedAgainstTheSuppressionListsAndTheBrief()
    {
        using var campaign = new TemporaryCampaign(""" "audience": { "minSize": 1, "maxSize": 5, "segment": [{ "field": "Country", "operator": "In", "values": ["US"] }] } """)
            .Write("audience/a.csv", Columns + "ada@fabrikam.com,US,Yes,false,false\nben@fabrikam.com,US,Yes,false,false\ncara@fabrikam.com,DE,Yes,false,false\ndan@fabrikam.com,US,Yes,true,false\n")
            .Write("suppression.csv", "Email\nBEN@fabrikam.com\n");
        var run = campaign.Run(options: Only(CampaignArea.Audience));
        Assert.Equal([("AUD001", 3), ("AUD002", 5), ("AUD013", 4)], run.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.RuleId, finding.Source!.Line)).Order());
        Assert.All(run.Findings.Where(finding => finding.Severity == Severity.Error), finding => Assert.Equal("audience/a.csv", finding.Target));
        Assert.Equal(CampaignCheckStatus.Pass, TemporaryCampaign.Check(run, "AUD016").Status);
        Assert.Equal(1, Assert.IsType<AudienceResult>(Assert.Single(run.Parts)).Kept);
        // The team has agreed on no competitors: nothing to look at. The suppression list is there: it was looked at.
        Assert.Equal(CampaignCheckStatus.NotApplicable, TemporaryCampaign.Check(run, "AUD009").Status);
    }

    [Fact]
    public void WhatTheAudienceLacksIsNotRunAndNoPass()
    {
        using var campaign = new TemporaryCampaign().Write("audience/a.csv", "Email\nada@fabrikam.com\n");
        var run = campaign.Run(options: Only(CampaignArea.Audience));
        Assert.All(new[] { "AUD001", "AUD002", "AUD003" }, id => Assert.Equal(CampaignCheckStatus.NotRun, TemporaryCampaign.Check(run, id).Status));
        using var none = new TemporaryCampaign();
        Assert.All(none.Run(options: Only(CampaignArea.Audience)).Checks, check => Assert.Equal(CampaignCheckStatus.NotRun, check.Status));
        using var broken = new TemporaryCampaign().Write("audience/a.csv", "Name\nAda\n");
        Assert.All(broken.Run(options: Only(CampaignArea.Audience)).Checks, check => Assert.Equal(CampaignCheckStatus.NotRun, check.Status));
        using var purpose = new TemporaryCampaign(""" "audience": { "consentPurpose": "nothing" } """).Write("audience/a.csv", "Email\nada@fabrikam.com\n");
        Assert.All(purpose.Run(options: Only(CampaignArea.Audience)).Checks, check => Assert.Contains("no purpose 'nothing'", check.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void CampaignRecordsAreChecked()
    {
        using var campaign = new TemporaryCampaign().Write("metadata/campaigns.csv", "Campaign Id,Campaign Name,Start Date,End Date\n1,Spring,2026-12-08,2026-12-01\n2,Summer,2027-06-01,2027-06-30\n");
        var run = campaign.Run(options: Only(CampaignArea.Metadata));
        var check = TemporaryCampaign.Check(run, "CMP007");
        Assert.Equal((CampaignCheckStatus.Fail, 2, "metadata/campaigns.csv"), (check.Status, Assert.Single(check.Evidence).Source!.Line, check.Evidence[0].Target));
        Assert.Equal(CampaignCheckStatus.NotApplicable, TemporaryCampaign.Check(run, "CMP022").Status);
        Assert.IsType<CampaignSummary>(Assert.Single(run.Parts));
    }

    [Fact]
    public void LinksAreOpenedOnlyWhereTheRunIsAskedToAndNeverThoseThatEndASubscription()
    {
        // 127.0.0.1 is never connected to, so that the test needs no network.
        using var campaign = new TemporaryCampaign()
            .Write("emails/a.html", "<p>\n<a href=\"https://127.0.0.1:9/page\">Page</a> <a href=\"https://127.0.0.1:9/unsubscribe?id=1\">Unsubscribe</a> <a href=\"{{ link }}\">x</a></p>").Write("links.txt", "https://127.0.0.1:9/list\n");
        Assert.DoesNotContain(campaign.Run().Checks, check => check.CheckId == "LCK010");
        var run = campaign.Run(options: new CampaignQAOptions { Time = TemporaryCampaign.Now, CheckLinks = true });
        Assert.Equal([("emails/a.html", 2), ("links.txt", 1)], TemporaryCampaign.Check(run, "LCK010").Evidence.Select(finding => (finding.Target!, finding.Source!.Line)));
        Assert.Equal(CampaignCheckStatus.Pass, TemporaryCampaign.Check(run, "LCK001").Status);
    }

    [Fact]
    public void EachCheckStandsOnceAndEachRuleOfItIsInTheCatalog()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "<p>x</p>").Write("links.txt", "https://www.contoso.com");
        var ids = campaign.Run().Checks.Where(check => check.Area != CampaignArea.SignOff).Select(check => check.CheckId).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.NotNull(RuleCatalog.Find(id)));
    }

    private static CampaignQAOptions Only(CampaignArea area) => new() { Time = TemporaryCampaign.Now, Areas = [area] };
}
