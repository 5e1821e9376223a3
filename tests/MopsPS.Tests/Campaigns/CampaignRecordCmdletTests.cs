using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Campaigns;

public sealed class CampaignRecordCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Call => $"Test-MopsCampaign -MemberPath '{Examples}/campaign-member-statuses.csv' -Policy '{Examples}/mops.policy.json' -AsOf 2026-11-25";

    [Fact]
    public void EveryPlantedFaultOfTheExampleIsFoundAndNothingElse()
    {
        var rules = module.Run($"{Call} -Path '{Examples}/campaigns.csv' | ForEach-Object {{ \"$($_.Id) $($_.Findings.ToString())\" }}").Select(line => line.ToString());
        Assert.Equal(
            [
                "C001 ", "C002 ", "C003 ", "C004 CMP008; CMP015; CMP021; CMP022; CMP023", "C005 CMP003; CMP009", "C006 CMP003; CMP004", "C007 CMP010",
                "C008 CMP001; CMP007; CMP017; CMP024; CMP025", "C009 CMP018", "C010 CMP018", "C011 CMP005; CMP012; CMP014", "C012 CMP020; CMP026",
            ],
            rules);
        var summary = module.Run($"{Call} -Path '{Examples}/campaigns.csv' -Summary").Single();
        Assert.Equal((12, 3), ((int)summary.Properties["Campaigns"].Value, (int)summary.Properties["Compliant"].Value));
        Assert.Equal("CMP027", module.Run($"({Call} -Path '{Examples}/campaigns.csv' -Summary).Findings").Single().Properties["RuleId"].Value);
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { \"$_ $($_.Findings -join '|') $($_.Kpis -join '|')\" }";
        var byPath = module.Run($"{Call} -IncludeSummary -Path '{Examples}/campaigns.csv' | {show}").Select(line => line.ToString()).ToArray();
        var byPipe = module.Run($"Import-MopsExport '{Examples}/campaigns.csv' | {Call} -IncludeSummary | {show}").Select(line => line.ToString()).ToArray();
        Assert.Equal(13, byPath.Length);
        Assert.Equal(byPath, byPipe);
    }

    [Theory]
    [InlineData("@() | Test-MopsCampaign -Policy default", "MopsCampaignNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Id = 1 } | Test-MopsCampaign -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    public void WhatCannotBeCheckedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Campaigns.TestMopsCampaignCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./check-campaign-records.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('Completeness by field')) { throw 'no report' }"));
}
