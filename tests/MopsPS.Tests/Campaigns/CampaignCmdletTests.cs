using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Campaigns;

public sealed class CampaignCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-qa-").FullName;

    private static string Campaigns => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "campaigns");

    private static string Common => $"-Policy '{Campaigns}/mops.policy.json' -Date 2026-11-25";

    [Fact]
    public void WildcardsFoldersFilesAndTheCalendarNameTheSameCampaigns()
    {
        const string show = "ForEach-Object { \"$_ $($_.Checks.Count) $($_.Findings.Count)\" }";
        var byWildcard = module.Run($"Invoke-MopsCampaignQA '{Campaigns}/*' {Common} -Area Email, Link, Brief | {show}");
        var byName = module.Run($"Invoke-MopsCampaignQA '{Campaigns}/autumn-webinar', '{Campaigns}/winter-guide/campaign.json' {Common} -Area Email, Link, Brief | {show}");
        var byPipe = module.Run($"[System.IO.DirectoryInfo]'{Campaigns}/autumn-webinar', '{Campaigns}/winter-guide' | Invoke-MopsCampaignQA {Common} -Area Email, Link, Brief | {show}");
        Assert.Equal(2, byName.Count);
        Assert.Equal(byName.Select(line => line.BaseObject), byWildcard.Select(line => line.BaseObject));
        Assert.Equal(byName.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
    }

    [Fact]
    public void TheCalendarIsComparedWithTheBrief()
    {
        var results = module.Run($"Import-MopsExport '{Campaigns}/launch-calendar.csv' | Invoke-MopsCampaignQA -AssetRoot '{Campaigns}' {Common} -Area Brief");
        Assert.Equal(["Winter Guide", "Autumn Webinar"], results.Select(result => result.Properties["Campaign"].Value));
        var finding = Assert.Single(module.Run("$input | ForEach-Object { $_.Checks } | Where-Object CheckId -eq CQA012 | ForEach-Object Evidence", results[1]));
        Assert.Equal("$.launchDate", finding.Properties["Field"].Value);
        Assert.Equal("2026-12-01", finding.Properties["Suggestion"].Value);
    }

    [Theory]
    [InlineData("@() | Invoke-MopsCampaignQA -AssetRoot .", "MopsCampaignNoInput", ErrorCategory.InvalidData)]
    [InlineData("Invoke-MopsCampaignQA ./no-such-folder", "MopsPathNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Campaign = 'x' } | Invoke-MopsCampaignQA", "MopsCampaignRootMissing", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Campaign = 'No such' } | Invoke-MopsCampaignQA -AssetRoot .", "MopsCampaignFolderNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Campaign = 'x'; Folder = '../..' } | Invoke-MopsCampaignQA -AssetRoot .", "MopsCampaignRowInvalid", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Campaign = 'x' } | Invoke-MopsCampaignQA -AssetRoot . -FieldMap @{ Nothing = 'x' }", "MopsCampaignFieldMapInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("Invoke-MopsCampaignQA . -Policy @{ campaignQA = @{ failOn = 'Never' } }", "MopsPolicyInvalid", ErrorCategory.InvalidData)]
    public void WhatCannotBeCheckedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Campaigns.InvokeMopsCampaignQACommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void ABadRowDoesNotEndTheOthers()
    {
        var results = module.Run($"@{{ Campaign = 'No such' }}, @{{ Campaign = 'Winter Guide' }} | ForEach-Object {{ [pscustomobject]$_ }} | Invoke-MopsCampaignQA -AssetRoot '{Campaigns}' {Common} -Area Brief", out var errors);
        Assert.Single(results);
        Assert.Single(errors);
    }

    [Fact]
    public void RunsAreKeptAndTheNextSaysWhatChanged()
    {
        module.Run($"New-MopsCampaign 'Spring Launch' '{_folder}/spring' -Owner Demand -LaunchDate 2027-03-31");
        var first = Assert.Single(module.Run($"Invoke-MopsCampaignQA '{_folder}/spring' -Policy default -OutputPath '{_folder}/runs' -Date 2026-11-25"));
        Assert.Null(first.Properties["Changes"].Value);
        File.AppendAllText(Path.Combine(_folder, "spring", "emails", "email.txt"), "more");
        var changes = module.Run($"(Invoke-MopsCampaignQA '{_folder}/spring' -Policy default -OutputPath '{_folder}/runs' -Date 2026-11-26).Changes");
        Assert.Contains(changes, change => (string)change.Properties["Name"].Value == "emails/email.txt");
        Assert.Equal(4, Directory.GetFiles(Path.Combine(_folder, "runs")).Length);
        var measure = Assert.Single(module.Run($"Measure-MopsCampaignQA '{_folder}/runs' -Policy default -AsOf 2027-04-30"));
        Assert.Equal(2, measure.Properties["Runs"].Value);
    }

    [Fact]
    public void ANewCampaignIsNoGoUntilItsTextsAreWritten()
    {
        var made = Assert.Single(module.Run($"New-MopsCampaign 'Spring Launch' '{_folder}/spring' -Owner Demand -LaunchDate 2027-03-31"));
        Assert.IsType<DirectoryInfo>(made.BaseObject);
        Assert.NotEqual("Go", Assert.Single(module.Run($"(Invoke-MopsCampaignQA '{_folder}/spring' -Policy default -Date 2026-11-25).Decision")).ToString());
        module.Run($"New-MopsCampaign 'Spring Launch' '{_folder}/spring' -Owner Demand -LaunchDate 2027-03-31", out var errors);
        Assert.Equal("MopsCampaignExists,MopsPS.Campaigns.NewMopsCampaignCommand", Assert.Single(errors).FullyQualifiedErrorId);
        module.Run($"New-MopsCampaign 'Other' '{_folder}/other' -Owner Demand -LaunchDate 2027-03-31 -WhatIf");
        Assert.False(Directory.Exists(Path.Combine(_folder, "other")));
    }

    [Theory]
    [InlineData("New-MopsCampaign '///' -Owner o -LaunchDate 2027-01-01", "MopsCampaignNameInvalid,MopsPS.Campaigns.NewMopsCampaignCommand")]
    [InlineData("New-MopsCampaign x -Owner o -LaunchDate 2027-01-01 -Template ./no-such", "MopsPathNotFound,MopsPS.Campaigns.NewMopsCampaignCommand")]
    [InlineData("Measure-MopsCampaignQA ([System.IO.Directory]::CreateTempSubdirectory().FullName)", "MopsCampaignNoRun,MopsPS.Campaigns.MeasureMopsCampaignQACommand")]
    public void OtherMistakesHaveTheirErrors(string script, string id)
    {
        module.Run(script, out var errors);
        Assert.Equal(id, Assert.Single(errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void HistoryAndDefectsAreMeasured()
    {
        var measures = module.Run($"Measure-MopsCampaignQA '{Campaigns}/../campaign-runs' -Defects '{Campaigns}/../campaign-defects.csv' -By Owner -Policy '{Campaigns}/mops.policy.json' -AsOf 2026-11-25");
        Assert.Equal(4, measures.Count);
        Assert.Equal(["Campaign QA on time: 50 % (target 90 %), Missed", "Campaign QA first-pass rate: 25 %, Unknown", "Campaign defect rate: 50 % (target 5 %), Missed"], module.Run("$input | ForEach-Object { $_.Kpis } | ForEach-Object { \"$_\" }", measures[0]).Select(line => line.ToString()));
        Assert.Equal(["CQA030 Partner Week", "CQA031 Data Day"], module.Run("$input | ForEach-Object { $_.Findings } | ForEach-Object { \"$($_.RuleId) $($_.Target)\" }", measures[0]).Select(line => line.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./check-campaigns.ps1 -Date 2026-11-25; if (-not [System.IO.File]::ReadAllText(\"$PWD/campaigns.html\").Contains('Campaign QA: Autumn Webinar')) { throw 'no report' }"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
