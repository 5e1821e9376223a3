using System;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns;
using Xunit;
using static MopsPS.Core.Tests.Campaigns.TemporaryCampaign;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class CampaignQARunnerTests
{
    private const string Forbids = """ "checks": [{ "id": "ACME001", "name": "OldName", "forbid": "Acme Corp", "remedy": "Write Acme." }] """;

    // What the other areas find in these stubs of e-mails is not what is tested here.
    private static readonly CampaignQAOptions Own = new() { Time = Now, Areas = [CampaignArea.Brief, CampaignArea.SignOff] };

    [Fact]
    public void ACheckOfTheTeamsOwnFindsItsTextAtItsPlace()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "<p>one</p>\n<p>By acme corp, ACME CORP</p>").Write("emails/b.html", "<p>Acme</p>").Write("links.txt", "Acme Corp");
        var check = Check(campaign.Run(Team(Forbids)), "ACME001");
        Assert.Equal((CampaignCheckStatus.Fail, 2, CampaignArea.Email), (check.Status, check.FileCount, check.Area));
        Assert.Equal([(2, 7), (2, 18)], check.Evidence.Select(finding => (finding.Source!.Line, finding.Source.Character)));
        Assert.All(check.Evidence, finding => Assert.Equal(("emails/a.html", "Write Acme."), (finding.Target, finding.Suggestion)));
    }

    [Theory]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "require": "Imprint", "files": ["emails/a*"] }] """, "<p>imprint</p>", CampaignCheckStatus.Pass)]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "require": "Imprint" }] """, "<p>none</p>", CampaignCheckStatus.Fail)]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "severity": "Warning", "require": "Imprint" }] """, "<p>none</p>", CampaignCheckStatus.Warning)]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "severity": "Information", "require": "Imprint" }] """, "<p>none</p>", CampaignCheckStatus.Pass)]
    [InlineData(""" "failOn": "Information", "checks": [{ "id": "ACME001", "name": "N", "severity": "Information", "require": "Imprint" }] """, "<p>none</p>", CampaignCheckStatus.Fail)]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "forbid": "20[0-9]{2}", "isRegex": true }] """, "<p>2025</p>", CampaignCheckStatus.Fail)]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "forbid": "20[0-9]{2}" }] """, "<p>2025</p>", CampaignCheckStatus.Pass)]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "forbid": "x", "files": ["pages/*"] }] """, "<p>x</p>", CampaignCheckStatus.NotRun)]
    [InlineData(""" "checks": [{ "id": "ACME001", "name": "N", "forbid": "x", "regions": ["EU"] }] """, "<p>x</p>", CampaignCheckStatus.NotApplicable)]
    public void ACheckOfTheTeamsOwnComesToWhatItShould(string policy, string email, CampaignCheckStatus status)
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", email);
        var check = Check(campaign.Run(Team(policy)), "ACME001");
        Assert.Equal(status, check.Status);
        if (status is CampaignCheckStatus.NotRun or CampaignCheckStatus.NotApplicable) Assert.NotNull(check.Reason);
    }

    [Fact]
    public void AnExpressionWithoutEndIsNotRunAndNoPass()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", new string('a', 5000) + "!");
        var check = Check(campaign.Run(Team(""" "checks": [{ "id": "ACME001", "name": "N", "forbid": "(a+)+$", "isRegex": true }] """)), "ACME001");
        Assert.Equal(CampaignCheckStatus.NotRun, check.Status);
    }

    [Fact]
    public void TheRulesOfThePolicyDropAndRankChecks()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "a").Write("notes.docx", "n");
        Assert.Equal(CampaignCheckStatus.Pass, Check(campaign.Run(), "CQA004").Status);
        Assert.Equal(CampaignCheckStatus.Fail, Check(campaign.Run(Team("", """ "rules": { "UnplacedFile": { "severity": "Error" } } """)), "CQA004").Status);
        Assert.DoesNotContain(campaign.Run(Team("", """ "rules": { "CQA004": { "enabled": false } } """)).Checks, check => check.CheckId == "CQA004");
    }

    [Fact]
    public void WithoutABriefNothingThatStandsOnItIsAPass()
    {
        using var campaign = new TemporaryCampaign(null).Write("emails/a.html", "a");
        var run = campaign.Run();
        Assert.Equal(CampaignDecision.NoGo, run.Decision);
        Assert.Equal(CampaignCheckStatus.Fail, Check(run, "CQA001").Status);
        Assert.Equal(CampaignCheckStatus.NotRun, Check(run, "CQA005").Status);
        Assert.Equal("spring", run.Campaign);
    }

    [Fact]
    public void AMistakeOfTheBriefHasItsLine()
    {
        using var campaign = new TemporaryCampaign("\n \"purpose\": \"marketing\"").Write("emails/a.html", "a");
        var finding = Assert.Single(Check(campaign.Run(), "CQA001").Evidence);
        Assert.Equal((2, "campaign.json", "$.purpose"), (finding.Source!.Line, finding.Target, finding.Field));
    }

    [Fact]
    public void AnEmptyFolderIsNoGo()
    {
        using var campaign = new TemporaryCampaign();
        Assert.Equal(CampaignCheckStatus.Fail, Check(campaign.Run(), "CQA003").Status);
    }

    [Theory]
    [InlineData(""" "emails": [{ "file": "emails/b.*" }] """, "CQA009", CampaignCheckStatus.Fail)]
    [InlineData(""" "emails": [{ "file": "emails/a.*" }] """, "CQA009", CampaignCheckStatus.Pass)]
    [InlineData(""" "landingPages": [{ "file": "landing-pages/b.html" }] """, "CQA009", CampaignCheckStatus.Fail)]
    [InlineData(""" "notApplicable": { "Email": "none" } """, "CQA010", CampaignCheckStatus.Warning)]
    [InlineData(""" "notApplicable": { "LandingPage": "none" } """, "CQA010", CampaignCheckStatus.Pass)]
    [InlineData(""" "signOffs": [{ "item": "Nothing", "name": "n", "date": "2026-11-01" }] """, "CQA011", CampaignCheckStatus.Warning)]
    [InlineData(""" "waivers": [{ "check": "CQA005", "name": "n", "reason": "r", "expires": "2026-11-24" }] """, "CQA006", CampaignCheckStatus.Warning)]
    [InlineData(""" "waivers": [{ "check": "CQA005", "name": "n", "reason": "r", "expires": "2026-11-25" }] """, "CQA006", CampaignCheckStatus.Pass)]
    [InlineData(""" "waivers": [{ "check": "NoCheck", "name": "n", "reason": "r", "expires": "2026-12-25" }] """, "CQA007", CampaignCheckStatus.Fail)]
    [InlineData(""" "waivers": [{ "check": "PastLaunchDate", "name": "n", "reason": "r", "expires": "2026-12-25" }] """, "CQA007", CampaignCheckStatus.Pass)]
    [InlineData(""" "waivers": [{ "check": "CQA003", "name": "n", "reason": "r", "expires": "2026-12-25" }] """, "CQA007", CampaignCheckStatus.Fail)]
    [InlineData(""" "waivers": [{ "check": "CQA005", "name": "n", "reason": "r", "expires": "2027-12-25" }] """, "CQA007", CampaignCheckStatus.Fail)]
    public void WhatTheBriefSaysIsChecked(string brief, string id, CampaignCheckStatus status)
    {
        using var campaign = new TemporaryCampaign(brief).Write("emails/a.html", "a");
        Assert.Equal(status, Check(campaign.Run(Team(""" "neverWaive": ["EmptyCampaign"], "maxWaiverDays": 90 """)), id).Status);
    }

    [Theory]
    [InlineData("2026-12-08", CampaignCheckStatus.Pass)]
    [InlineData("2026-11-25", CampaignCheckStatus.Pass)]
    public void ALaunchOfTheDayIsNotPast(string day, CampaignCheckStatus status)
    {
        using var campaign = new TemporaryCampaign(null).Write("campaign.json", $$"""{ "name": "S", "owner": "o", "launchDate": "{{day}}" }""").Write("emails/a.html", "a");
        Assert.Equal(status, Check(campaign.Run(), "CQA005").Status);
        Assert.Equal(CampaignCheckStatus.Warning, Check(campaign.Run(options: new CampaignQAOptions { Time = new DateTimeOffset(2026, 12, 9, 0, 0, 0, TimeSpan.Zero) }), "CQA005").Status);
    }

    [Fact]
    public void AWaiverLetsPassWhatItNamesAndNothingElse()
    {
        const string brief = """ "waivers": [{ "check": "ACME001", "file": "emails/a.*", "name": "Ada", "reason": "legacy", "expires": "2026-12-25" }] """;
        using var campaign = new TemporaryCampaign(brief).Write("emails/a.html", "Acme Corp");
        var run = campaign.Run(Team(Forbids));
        var check = Check(run, "ACME001");
        Assert.Equal((CampaignCheckStatus.Pass, true), (check.Status, check.IsWaived));
        var finding = Assert.Single(check.Evidence);
        Assert.True(finding.IsSuppressed);
        Assert.Equal("waived by Ada until 2026-12-25: legacy", finding.Reason);
        Assert.Empty(Check(run, "CQA008").Evidence);

        campaign.Write("emails/b.html", "Acme Corp");
        Assert.Equal(CampaignCheckStatus.Fail, Check(campaign.Run(Team(Forbids)), "ACME001").Status);
        campaign.Write("emails/a.html", "Acme").Write("emails/b.html", "Acme");
        Assert.Single(Check(campaign.Run(Team(Forbids)), "CQA008").Evidence);
    }

    [Fact]
    public void AWaiverThatEndedDoesNotCount()
    {
        const string brief = """ "waivers": [{ "check": "ACME001", "name": "Ada", "reason": "legacy", "expires": "2026-11-24" }] """;
        using var campaign = new TemporaryCampaign(brief).Write("emails/a.html", "Acme Corp");
        var run = campaign.Run(Team(Forbids));
        Assert.Equal(CampaignCheckStatus.Fail, Check(run, "ACME001").Status);
        Assert.Single(Check(run, "CQA006").Evidence);
    }

    [Fact]
    public void WhatTheBriefHasNotIsNotApplicableAndWhatIsMissingIsNotRun()
    {
        using var campaign = new TemporaryCampaign(""" "notApplicable": { "Routing": "no form" } """).Write("emails/a.html", "a");
        var check = Check(campaign.Run(), "CQA020");
        Assert.Equal((CampaignCheckStatus.NotApplicable, "the brief: no form"), (check.Status, check.Reason));
        using var other = new TemporaryCampaign().Write("emails/a.html", "a");
        Assert.Equal(CampaignCheckStatus.NotRun, Check(other.Run(), "CQA020").Status);
    }

    [Theory]
    [InlineData("", CampaignCheckStatus.Manual, "nobody has signed it")]
    [InlineData(""" "signOffs": [{ "item": "legal", "name": "Ada (Legal)", "date": "2026-11-20" }] """, CampaignCheckStatus.Pass, "signed by Ada (Legal)")]
    [InlineData(""" "signOffs": [{ "item": "Legal", "name": "Ben", "date": "2026-11-20" }] """, CampaignCheckStatus.Manual, "may not sign it")]
    [InlineData(""" "signOffs": [{ "item": "Legal", "name": "Ada (Legal)", "date": "2026-11-26" }] """, CampaignCheckStatus.Manual, "still to come")]
    [InlineData(""" "signOffs": [{ "item": "Legal", "name": "Ada (Legal)", "date": "2026-10-01" }] """, CampaignCheckStatus.Manual, "holds 30 days")]
    public void AManualItemNeedsASignatureThatHolds(string brief, CampaignCheckStatus status, string reason)
    {
        var policy = Team().CampaignQA;
        var signed = new MopsPolicy { CampaignQA = new CampaignQAPolicy { RequiredAreas = policy.RequiredAreas, SignOffs = [new ManualCheck { Name = "Legal", Signers = ["*(Legal)"], MaxAgeDays = 30 }] } };
        using var campaign = new TemporaryCampaign(brief).Write("emails/a.html", "a");
        var check = campaign.Run(signed, Own).Checks.Single(item => item.CheckId == "SignOff");
        Assert.Equal(status, check.Status);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void CalendarAndBriefMustSayTheSame()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "a");
        var entry = new CalendarEntry { Name = "spring", Owner = "Somebody", LaunchDate = new DateTime(2026, 12, 9) };
        Assert.Equal(["$.owner", "$.launchDate"], Check(campaign.Run(entry: entry), "CQA012").Evidence.Select(finding => finding.Field));
        Assert.Equal(CampaignCheckStatus.NotApplicable, Check(campaign.Run(), "CQA012").Status);
    }

    [Fact]
    public void PersonalDataIsMaskedUnlessAskedFor()
    {
        const string policy = """ "checks": [{ "id": "ACME001", "name": "N", "forbid": "[a-z.]+@[a-z.]+", "isRegex": true }] """;
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "mail ada.abel@contoso.com");
        Assert.Equal("***@contoso.com", Assert.Single(Check(campaign.Run(Team(policy)), "ACME001").Evidence).Value);
        Assert.Equal("ada.abel@contoso.com", Assert.Single(Check(campaign.Run(Team(policy), new CampaignQAOptions { Time = Now, ShowPersonalData = true }), "ACME001").Evidence).Value);
    }

    [Fact]
    public void AnyNumberOfThreadsGivesTheSameBytes()
    {
        using var campaign = new TemporaryCampaign();
        for (var i = 0; i < 60; i++) campaign.Write($"emails/{i}.html", $"<p>{(i % 3 == 0 ? "Acme Corp" : "Acme")} {i}</p>");
        var runs = new[] { 1, 2, 7 }.Select(threads => Bytes(campaign.Run(Team(Forbids), new CampaignQAOptions { Time = Now, MaxThreads = threads }))).ToArray();
        Assert.All(runs, run => Assert.Equal(runs[0], run));
    }

    [Fact]
    public void AnAreaThatIsLeftOutIsInNoChecklist()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "a");
        var run = campaign.Run(new MopsPolicy(), new CampaignQAOptions { Time = Now, Areas = [CampaignArea.Brief] });
        Assert.All(run.Checks, check => Assert.Equal(CampaignArea.Brief, check.Area));
        Assert.Equal((CampaignDecision.Incomplete, "AreaNotChecked"), (run.Decision, run.DecisionRule));
    }

    private static string Bytes(CampaignQAResult run)
    {
        using var stream = new MemoryStream();
        RunFile.Write(run, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
