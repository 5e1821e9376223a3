using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Campaigns;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class ArtifactFolderTests
{
    private const string Forbids = """ "checks": [{ "id": "ACME001", "name": "OldName", "forbid": "Acme Corp" }] """;

    [Fact]
    public void ARunReadsBackAsItWas()
    {
        using var campaign = new TemporaryCampaign(""" "waivers": [{ "check": "ACME001", "file": "emails/b.*", "name": "Ada", "reason": "r", "expires": "2026-12-25" }], "signOffs": [{ "item": "x", "name": "B", "date": "2026-11-01" }] """)
            .Write("emails/a.html", "Acme Corp").Write("emails/b.html", "Acme Corp");
        var run = campaign.Run(TemporaryCampaign.Team(Forbids));
        var (json, html) = new ArtifactFolder(campaign.Beside("runs")).Write(run, new MopsPolicy());

        var read = RunFileReader.Read(json)!;

        Assert.Equal((run.Campaign, run.Owner, run.LaunchDate, run.Time, run.User), (read.Campaign, read.Owner, read.LaunchDate, read.Time, read.User));
        Assert.Equal((run.Decision, run.DecisionRule, run.DecisionReason), (read.Decision, read.DecisionRule, read.DecisionReason));
        Assert.Equal(run.Checks.Select(Show), read.Checks.Select(Show));
        Assert.Equal(run.Inputs.Select(input => $"{input} {input.Sha256}"), read.Inputs.Select(input => $"{input} {input.Sha256}"));
        Assert.Equal(run.Waivers.Select(waiver => waiver.ToString()), read.Waivers.Select(waiver => waiver.ToString()));
        Assert.Empty(RunComparer.Compare(run, read));
        Assert.Contains(run.Inputs[0].Sha256!, File.ReadAllText(html), StringComparison.Ordinal);

        static string Show(CampaignCheck check) => $"{check} {check.Area} {check.Severity} {check.Remedy} " + string.Join("|", check.Evidence.Select(finding => $"{finding.Message} {finding.Target} {finding.Source!.Line} {finding.Source.Character} {finding.Value} {finding.Reason}"));
    }

    [Fact]
    public void TheNextRunSaysWhatChanged()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "Acme Corp").Write("emails/old.html", "x");
        var policy = TemporaryCampaign.Team(Forbids);
        var artifacts = new ArtifactFolder(campaign.Beside("runs"));
        artifacts.Write(campaign.Run(policy), policy);
        campaign.Write("emails/a.html", "Acme").Write("emails/new.html", "\n\nx");
        File.Delete(Path.Combine(campaign.Folder, "emails", "old.html"));

        var next = artifacts.WithChanges(campaign.Run(policy, Later(1)), _ => Assert.Fail("nothing is damaged"));

        Assert.Equal(TemporaryCampaign.Now, next.PreviousRun);
        var changes = next.Changes!;
        Assert.Equal(["emails/a.html", "emails/new.html", "emails/old.html"], changes.Where(change => change.Kind == CampaignChangeKind.Input).Select(change => change.Name));
        Assert.Contains(changes, change => change is { Kind: CampaignChangeKind.Check, Name: "ACME001 OldName", Before: "Fail", After: "Pass" });
        Assert.Contains(changes, change => change is { Kind: CampaignChangeKind.Finding, Name: "ACME001", After: null });
        Assert.DoesNotContain(changes, change => change.Kind == CampaignChangeKind.Policy);
    }

    [Fact]
    public void AFindingThatMovedIsTheSame()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "Acme Corp");
        var policy = TemporaryCampaign.Team(Forbids);
        var before = campaign.Run(policy);
        campaign.Write("emails/a.html", "\n\n  Acme Corp");
        Assert.Equal([CampaignChangeKind.Input], RunComparer.Compare(before, campaign.Run(policy)).Select(change => change.Kind));
    }

    [Fact]
    public void NothingIsReplacedAndTheLatestRunIsCompared()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "x");
        var policy = TemporaryCampaign.Team();
        var folder = campaign.Beside("runs");
        var artifacts = new ArtifactFolder(folder);
        for (var i = 0; i < 12; i++)
        {
            campaign.Write("emails/a.html", $"x{i}");
            var run = artifacts.WithChanges(campaign.Run(policy), _ => { });
            Assert.Equal(i == 0 ? null : 1, run.Changes?.Count); // the one before, and no older one
            artifacts.Write(run, policy);
        }

        Assert.Equal(24, Directory.GetFiles(folder).Length);
        Assert.Contains(Path.Combine(folder, "spring_20261125T090000Z-12.json"), Directory.GetFiles(folder));
        // A run of an earlier day looks at none of a later one.
        Assert.Null(artifacts.WithChanges(campaign.Run(policy, Later(-1)), _ => { }).Changes);
    }

    [Fact]
    public void ADamagedRunIsToldAndPassedOver()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "x");
        var policy = TemporaryCampaign.Team();
        var folder = campaign.Beside("runs");
        var artifacts = new ArtifactFolder(folder);
        var (json, _) = artifacts.Write(campaign.Run(policy), policy);
        File.WriteAllText(Path.Combine(folder, "spring_20261125T100000Z.json"), File.ReadAllText(json)[..200]);
        File.WriteAllText(Path.Combine(folder, "spring_20261125T110000Z.json"), "{ \"other\": 1 }");
        var told = new List<string>();

        var run = artifacts.WithChanges(campaign.Run(policy, Later(1)), told.Add);

        Assert.Contains("damaged", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(TemporaryCampaign.Now, run.PreviousRun);
    }

    private static CampaignQAOptions Later(int days) => new() { Time = TemporaryCampaign.Now.AddDays(days), User = "tester", ModuleVersion = "1.0" };
}
