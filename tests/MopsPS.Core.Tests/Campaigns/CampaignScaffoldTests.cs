using System;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class CampaignScaffoldTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-scaffold-").FullName;

    private static ScaffoldValues Values => new() { Name = "Spring \"Läunch\" <2027> & more", Owner = "Demand\\Gen", LaunchDate = new DateTime(2027, 3, 31) };

    [Fact]
    public void TheBuiltInTemplateMakesACampaignWithAGoodBrief()
    {
        var files = CampaignScaffold.Create(Path.Combine(_folder, "spring"), Values);
        Assert.Contains("campaign.json", files);
        var campaign = FolderReader.Read(Path.Combine(_folder, "spring"), []);
        Assert.Empty(campaign.BriefProblems);
        Assert.Equal((Values.Name, Values.Owner, Values.LaunchDate), (campaign.Brief.Name, campaign.Brief.Owner, campaign.Brief.LaunchDate));
        Assert.DoesNotContain(campaign.Assets, asset => asset.Kind == CampaignAssetKind.Other);
        Assert.All(campaign.Assets, asset => Assert.DoesNotContain("@@", File.ReadAllText(asset.Path), StringComparison.Ordinal));
        Assert.All(new[] { CampaignAssetKind.Email, CampaignAssetKind.EmailText, CampaignAssetKind.LandingPage, CampaignAssetKind.LinkList, CampaignAssetKind.RoutingTestLead }, kind => Assert.Contains(campaign.Assets, asset => asset.Kind == kind));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void ATemplateOfTheTeamsOwnIsFilledInAsEachKindOfFileAsks()
    {
        var template = Template(("campaign.json", "{ \"name\": \"@@name@@\" }"), ("emails/a.html", "<h1>@@name@@ @@year@@</h1>"), ("emails/a.txt", "@@name@@ @@slug@@ @@launchDate@@"));
        var raw = new byte[] { 0x40, 0x40, 0xFF, 0x00 };
        File.WriteAllBytes(Path.Combine(template, "logo.bin"), raw);
        File.WriteAllBytes(Path.Combine(template, "old.txt"), Encoding.Latin1.GetBytes("@@name@@ ü"));
        var target = Path.Combine(_folder, "deep", "spring");

        CampaignScaffold.Create(target, Values, template);

        Assert.Equal("{ \"name\": \"Spring \\\"Läunch\\\" <2027> & more\" }", File.ReadAllText(Path.Combine(target, "campaign.json")));
        Assert.Equal("<h1>Spring &quot;L&#228;unch&quot; &lt;2027&gt; &amp; more 2027</h1>", File.ReadAllText(Path.Combine(target, "emails", "a.html")));
        Assert.Equal("Spring \"Läunch\" <2027> & more spring-launch-2027-more 2027-03-31", File.ReadAllText(Path.Combine(target, "emails", "a.txt")));
        Assert.Equal(raw, File.ReadAllBytes(Path.Combine(target, "logo.bin")));
        Assert.Equal(Encoding.Latin1.GetBytes("@@name@@ ü"), File.ReadAllBytes(Path.Combine(target, "old.txt")));
    }

    [Fact]
    public void WhatIsThereIsLeftAlone()
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, "spring")).FullName;
        File.WriteAllText(Path.Combine(target, "mine.txt"), "mine");
        Assert.Throws<IOException>(() => CampaignScaffold.Create(target, Values));
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(target).Select(Path.GetFileName));
        CampaignScaffold.Create(Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName, Values);
    }

    [Fact]
    public void ALinkInATemplateIsRefusedAndNothingIsLeft()
    {
        var template = Template(("a.txt", "a"));
        File.WriteAllText(Path.Combine(_folder, "secret"), "secret");
        File.CreateSymbolicLink(Path.Combine(template, "b.txt"), Path.Combine(_folder, "secret"));
        Assert.Throws<InvalidDataException>(() => CampaignScaffold.Create(Path.Combine(_folder, "spring"), Values, template));
        Assert.False(Directory.Exists(Path.Combine(_folder, "spring")));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_folder), entry => entry.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Spring Launch", "spring-launch")]
    [InlineData("  Été 2027: É—b!  ", "ete-2027-e-b")]
    [InlineData("../..", "")]
    [InlineData("日本", "日本")]
    public void NamesMakeSafeFolders(string name, string slug) => Assert.Equal(slug, CampaignNames.Slug(name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Template(params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "template")).FullName;
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return folder;
    }
}
