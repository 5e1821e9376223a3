using System;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class FolderReaderTests
{
    [Theory]
    [InlineData("campaign.json", CampaignAssetKind.Brief)]
    [InlineData("emails/a.html", CampaignAssetKind.Email)]
    [InlineData("Emails/A.HTM", CampaignAssetKind.Email)]
    [InlineData("emails/de/a.html.gz", CampaignAssetKind.Email)]
    [InlineData("emails/a.eml", CampaignAssetKind.EmailMessage)]
    [InlineData("emails/a.txt", CampaignAssetKind.EmailText)]
    [InlineData("emails/a.png", CampaignAssetKind.Other)]
    [InlineData("landing-pages/a.html", CampaignAssetKind.LandingPage)]
    [InlineData("pages/a.html", CampaignAssetKind.LandingPage)]
    [InlineData("links/a.md", CampaignAssetKind.LinkList)]
    [InlineData("links.csv", CampaignAssetKind.LinkList)]
    [InlineData("audience/a.csv", CampaignAssetKind.Audience)]
    [InlineData("audience.csv.gz", CampaignAssetKind.Audience)]
    [InlineData("suppression/a.txt", CampaignAssetKind.Suppression)]
    [InlineData("campaigns.csv", CampaignAssetKind.Metadata)]
    [InlineData("routing/a.csv", CampaignAssetKind.RoutingTestLead)]
    [InlineData("sub/campaign.json", CampaignAssetKind.Other)]
    [InlineData("notes.docx", CampaignAssetKind.Other)]
    public void TheConventionTellsWhatAFileIs(string name, CampaignAssetKind kind) => Assert.Equal(kind, AssetKinds.Of(name));

    [Fact]
    public void FilesComeInTheOrderOfTheirNamesAndNoiseIsPassedOver()
    {
        using var campaign = new TemporaryCampaign().Write("emails/b.html", "b").Write("emails/a.html", "a").Write(".git/x", "x").Write("README.md", "r").Write("emails/.hidden.html", "h").Write("drafts/old.html", "o");
        var folder = FolderReader.Read(campaign.Folder, ["drafts/*"]);
        Assert.Equal(["campaign.json", "emails/a.html", "emails/b.html"], folder.Assets.Select(asset => asset.Name));
        Assert.Equal("Spring", folder.Name);
    }

    [Fact]
    public void AFolderOfRunsInsideIsNoPartOfTheCampaign()
    {
        using var campaign = new TemporaryCampaign().Write("qa/run.json", "{}").Write("emails/a.html", "a");
        Assert.DoesNotContain(FolderReader.Read(campaign.Folder, [], Path.Combine(campaign.Folder, "qa")).Assets, asset => asset.Name == "qa/run.json");
    }

    [Fact]
    public void ALinkThatLeadsOutIsNotFollowed()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", "a");
        File.WriteAllText(campaign.Beside("secret.html"), "secret");
        Directory.CreateDirectory(campaign.Beside("outside"));
        File.WriteAllText(Path.Combine(campaign.Beside("outside"), "b.html"), "secret");
        File.CreateSymbolicLink(Path.Combine(campaign.Folder, "emails", "link.html"), campaign.Beside("secret.html"));
        Directory.CreateSymbolicLink(Path.Combine(campaign.Folder, "landing-pages"), campaign.Beside("outside"));

        var run = campaign.Run();

        Assert.DoesNotContain(run.Inputs, input => input.Name == "landing-pages/b.html");
        var link = run.Inputs.Single(input => input.Name == "emails/link.html");
        Assert.Null(link.Sha256);
        Assert.Contains("it is a link", link.Problem, StringComparison.Ordinal);
        Assert.Equal(CampaignDecision.NoGo, run.Decision);
        Assert.Contains(TemporaryCampaign.Check(run, "CQA002").Evidence, finding => finding.Target == "emails/link.html");
    }

    [Fact]
    public void ALinkThatStaysInsideIsFollowedOnceAndNeverRound()
    {
        using var campaign = new TemporaryCampaign().Write("build/a.html", "<p>a</p>").Write("build/deep/b.html", "<p>b</p>");
        Directory.CreateDirectory(Path.Combine(campaign.Folder, "emails"));
        Directory.CreateDirectory(campaign.Beside("outside"));
        File.WriteAllText(Path.Combine(campaign.Beside("outside"), "c.html"), "secret");
        File.CreateSymbolicLink(Path.Combine(campaign.Folder, "emails", "a.html"), Path.Combine("..", "build", "a.html"));
        Directory.CreateSymbolicLink(Path.Combine(campaign.Folder, "landing-pages"), Path.Combine(campaign.Folder, "build"));
        // A ring, a link into nothing, and one that is inside by its name and outside by its way.
        Directory.CreateSymbolicLink(Path.Combine(campaign.Folder, "build", "deep", "round"), Path.Combine(campaign.Folder, "build"));
        File.CreateSymbolicLink(Path.Combine(campaign.Folder, "emails", "gone.html"), Path.Combine(campaign.Folder, "no.html"));
        Directory.CreateSymbolicLink(Path.Combine(campaign.Folder, "way"), campaign.Beside("outside"));
        File.CreateSymbolicLink(Path.Combine(campaign.Folder, "emails", "c.html"), Path.Combine(campaign.Folder, "way", "c.html"));

        var assets = FolderReader.Read(campaign.Folder, []).Assets;

        var problems = assets.Where(asset => asset.Problem is not null).Select(asset => asset.Name);
        if (!FolderLinks.AreFollowed)
        {
            Assert.Contains("emails/a.html", problems);
            return;
        }

        Assert.Equal(["build/deep/round", "emails/c.html", "emails/gone.html", "landing-pages/deep/round", "way"], problems);
        Assert.Equal([CampaignAssetKind.Email, CampaignAssetKind.LandingPage], new[] { "emails/a.html", "landing-pages/a.html" }.Select(name => assets.Single(asset => asset.Name == name).Kind));
        Assert.Equal(8, assets.Single(asset => asset.Name == "emails/a.html").Length);
    }

    [Fact]
    public void HashesAreThoseOfTheFilesOnTheDisk()
    {
        var bytes = Encoding.UTF8.GetBytes("<p>Hello</p>");
        using var campaign = new TemporaryCampaign().Write("emails/a.html", bytes).Write("emails/b.html.gz", TemporaryCampaign.Gzip(bytes)).Write("audience.csv", "Email\nada@contoso.com\n");
        var run = campaign.Run();
        foreach (var input in run.Inputs)
            Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(campaign.Folder, input.Name)))).ToLowerInvariant(), input.Sha256);
        Assert.Equal(4, run.Inputs.Count);
    }

    [Fact]
    public void AFileThatIsTooLargeIsHashedAndNotKept()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html", new byte[AssetLoader.MaxContent + 1]);
        var asset = FolderReader.Read(campaign.Folder, []).Of(CampaignAssetKind.Email).Single();
        AssetLoader.Load(asset);
        Assert.True(asset.IsTooLarge);
        Assert.Null(asset.Content);
        Assert.NotNull(asset.Sha256);
    }

    [Fact]
    public void AGzipBombIsStoppedAtTheLimit()
    {
        using var campaign = new TemporaryCampaign().Write("emails/a.html.gz", TemporaryCampaign.Gzip(new byte[300 << 20]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var asset = FolderReader.Read(campaign.Folder, []).Of(CampaignAssetKind.Email).Single();
        AssetLoader.Load(asset);
        Assert.True(asset.IsTooLarge || asset.Problem is not null);
        Assert.Null(asset.Content);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 80 << 20);
    }

    [Fact]
    public void DamagedGzipIsAProblemOfTheFile()
    {
        var bytes = TemporaryCampaign.Gzip(Encoding.UTF8.GetBytes("<p>Hello</p>"));
        using var campaign = new TemporaryCampaign().Write("emails/a.html.gz", bytes[..^6]);
        var run = campaign.Run();
        Assert.NotNull(run.Inputs.Single(input => input.Kind == CampaignAssetKind.Email).Problem);
        Assert.Equal(CampaignCheckStatus.Fail, TemporaryCampaign.Check(run, "CQA002").Status);
    }

    [Fact]
    public void TooManyFilesAndTooDeepFoldersAreRefused()
    {
        using var campaign = new TemporaryCampaign().Write(string.Concat(Enumerable.Repeat("d/", FolderReader.MaxDepth + 1)) + "a.html", "a");
        Assert.Throws<InvalidDataException>(() => campaign.Run());
    }
}
