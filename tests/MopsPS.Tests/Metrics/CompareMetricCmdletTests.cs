using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Metrics;

public sealed class CompareMetricCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Common => $"-Policy '{Examples}/mops.policy.json'";

    [Fact]
    public void TheExamplePartsWhereItWasPlanted()
    {
        var call = $"Compare-MopsMetric '{Examples}/metrics-crm.csv', '{Examples}/metrics-dashboard.csv' -Metric Leads, Opportunities -By Region, Country -Alias @{{ Leads = 'New Leads' }} {Common}";
        Assert.Equal(["Total", null], module.Run(call).Select(one => one.Properties["FirstLevel"].Value));
        Assert.Equal(["AMER / United States", "EMEA / France", "EMEA / Spain"], module.Run($"({call})[0].Parts | Where-Object IsCause | ForEach-Object Path").Select(path => path.ToString()).OrderBy(path => path));
        Assert.Equal(["EMEA"], module.Run($"({call})[0].Parts | Where-Object IsOffsetting | ForEach-Object Path").Select(path => path.ToString()));
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string call = "Compare-MopsMetric -MetricField Metric -ValueField Value -SourceField System -By Region, Country -DateField Date -AsOf 2026-11-25T08:00:00Z -IncludeSummary";
        const string show = "ForEach-Object { \"$_ $($_.Parts -join '|') $($_.Findings -join '|')\" }";
        var byPath = module.Run($"{call} -Path '{Examples}/metrics-long.csv' {Common} | {show}").Select(text => text.ToString()).ToArray();
        Assert.Equal(4, byPath.Length);
        Assert.Equal(byPath, module.Run($"$rows = @(Import-MopsExport '{Examples}/metrics-long.csv'); [array]::Reverse($rows); $rows | {call} {Common} | {show}").Select(text => text.ToString()));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ A = 1 } | Compare-MopsMetric -Policy default", "MopsMetricNoMetric", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ A = 1 } | Compare-MopsMetric -Policy default -MetricField A", "MopsMetricLongTable", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ A = 1 } | Compare-MopsMetric -Policy default -Metric A", "MopsMetricOneSource", ErrorCategory.InvalidData)]
    [InlineData("@() | Compare-MopsMetric -Policy default -Metric A", "MopsMetricNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ A = 1; S = 'x' }, [pscustomobject]@{ A = 1; S = 'y' } | Compare-MopsMetric -Policy default -Metric A -SourceField S -Reference z", "MopsMetricReferenceUnknown", ErrorCategory.InvalidArgument)]
    public void WhatCannotBeComparedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Metrics.CompareMopsMetricCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./compare-metrics.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('sits here')) { throw 'no report' }"));
}
