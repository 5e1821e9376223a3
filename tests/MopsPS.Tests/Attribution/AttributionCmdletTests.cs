using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Attribution;

public sealed class AttributionCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    [Fact]
    public void TheExampleIsAttributedByAllModels()
    {
        // One line for each model: what its credits add up to.
        var sums = module.Run($"$r = Get-MopsAttribution '{Examples}/touchpoints.csv' -Policy default; foreach ($m in $r.Models) {{ $c = $v = 0.0; foreach ($x in $r.Credits) {{ if ($x.Model -eq $m.Model) {{ $c += $x.Conversions; $v += $x.Value }} }}; [pscustomobject]@{{ Model = $m.Model; Conversions = $c; Value = $v - $r.Value }} }}");
        Assert.Equal(11, sums.Count);
        Assert.All(sums, sum => Assert.Equal(33, (double)sum.Properties["Conversions"].Value, 1e-9));
        Assert.All(sums, sum => Assert.Equal(0, (double)sum.Properties["Value"].Value, 1e-6));
        Assert.Equal(["ATR001", "ATR002", "ATR003"], module.Run("$r.Findings.RuleId").Select(id => id.BaseObject));
        Assert.NotEmpty(module.Run("$r.Credits | Where-Object ReturnOnInvestment -ne $null"));
        Assert.Equal("TouchpointCompleteness", Assert.Single(module.Run("$r.Kpis[0].Id")).BaseObject);
    }

    [Theory]
    [InlineData("touchpoints.csv")]
    [InlineData("paths.csv")]
    public void PipelineAndPathGiveTheSame(string file)
    {
        var byPath = module.Run($"(Get-MopsAttribution '{Examples}/{file}' -Policy default).Credits | ForEach-Object {{ \"$($_.Model) $($_.Channel) $($_.Conversions.ToString('R')) $($_.Cost)\" }}");
        var byPipe = module.Run($"(Import-MopsExport '{Examples}/{file}' | Get-MopsAttribution -Policy default).Credits | ForEach-Object {{ \"$($_.Model) $($_.Channel) $($_.Conversions.ToString('R')) $($_.Cost)\" }}");
        Assert.NotEmpty(byPath);
        Assert.Equal(byPath.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
    }

    [Fact]
    public void ADayAsUntilCountsToItsEnd()
    {
        const string rows = "[pscustomobject]@{ PersonId = 1; Timestamp = '2026-03-01'; Channel = 'a'; ConversionDate = '2026-03-31T18:00:00Z' }, [pscustomobject]@{ PersonId = 2; Timestamp = '2026-03-01'; Channel = 'a'; ConversionDate = '2026-04-01T00:30:00Z' }";
        Assert.Equal(1.0, module.Run($"({rows} | Get-MopsAttribution -Until 2026-03-31 -Policy default).Conversions")[0].BaseObject);
        Assert.Equal(1.0, module.Run($"({rows} | Get-MopsAttribution -Since 2026-04-01 -Policy default).Conversions")[0].BaseObject);
        // In Berlin it is the first of April from 22:00 UTC on, and in New York the conversion of 00:30 UTC is still in March.
        Assert.Equal(2.0, module.Run($"({rows} | Get-MopsAttribution -Until 2026-03-31 -TimeZone America/New_York -Policy default).Conversions")[0].BaseObject);
    }

    // Half past eleven in New York is the next day in Berlin.
    [Fact]
    public void TheExportsClockIsThePolicysAlsoWithATimeZone()
    {
        const string row = "[pscustomobject]@{ PersonId = 1; Timestamp = '2026-03-01'; Channel = 'a'; ConversionDate = '2026-03-31 23:30' }, [pscustomobject]@{ PersonId = 2; Timestamp = '2026-03-01'; Channel = 'a'; ConversionDate = '2026-03-31 12:00' }";
        Assert.Equal(1.0, module.Run($"({row} | Get-MopsAttribution -Until 2026-03-31 -TimeZone Europe/Berlin -Policy @{{ funnel = @{{ exportTimeZone = 'America/New_York' }} }}).Conversions")[0].BaseObject);
        Assert.Equal(2.0, module.Run($"({row} | Get-MopsAttribution -Until 2026-03-31 -TimeZone Europe/Berlin -Policy @{{}}).Conversions")[0].BaseObject);
    }

    [Theory]
    [InlineData("WShaped", "aggregated paths do not tell")]
    [InlineData("FullPath", "aggregated paths do not tell")]
    [InlineData("TimeDecay", "aggregated paths do not have")]
    public void WhyPathsAllowNoSuchModelIsSaid(string model, string why)
    {
        module.Run($"[pscustomobject]@{{ Path = 'a > b'; Conversions = 1 }} | Get-MopsAttribution -Model {model} -Policy default", out var errors);
        Assert.Contains(why, errors[0].Exception.Message, System.StringComparison.Ordinal);
        Assert.Contains("Give touchpoints", errors[0].Exception.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'x' | ForEach-Object { [pscustomobject]@{ Path = 'a > b'; Conversions = 0 } } | Get-MopsAttribution -Policy default", "MopsAttributionNoConversions", ErrorCategory.InvalidData)]
    [InlineData("@() | Get-MopsAttribution -Policy default", "MopsAttributionNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Path = 'a > b'; Conversions = 1 } | Get-MopsAttribution -Model WShaped -Policy default", "MopsAttributionModelNotPossible", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Path = 'a > b'; Conversions = 1 } | Get-MopsAttribution -Cost @{ a = 'much' } -Policy default", "MopsAttributionCostInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Touch = 'a > b' } | Get-MopsAttribution -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Path = 'a > b'; Conversions = 1 } | Get-MopsAttribution -TimeZone Mars/Base -Policy default", "MopsTimeZoneUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Path = 'a > b'; Conversions = 1 } | Get-MopsAttribution -Culture xx-Nowhere -Policy default", "MopsCultureUnknown", ErrorCategory.InvalidArgument)]
    public void WhatCannotBeAttributedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Attribution.GetMopsAttributionCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void ABadRowIsAnErrorOfItsOwnWithItsPlace()
    {
        var result = module.Run("[pscustomobject]@{ Path = 'a'; Conversions = 'one' }, [pscustomobject]@{ Path = 'a'; Conversions = 2 } | Get-MopsAttribution -Policy default", out var errors);
        Assert.Equal("MopsExportUnreadableNumber,MopsPS.Attribution.GetMopsAttributionCommand", Assert.Single(errors).FullyQualifiedErrorId);
        Assert.Contains("row 1", errors[0].ToString());
        Assert.Equal(2.0, Assert.Single(result).Properties["Conversions"].Value);
    }

    [Fact]
    public void TheReportHasItsSection()
    {
        var folder = Directory.CreateTempSubdirectory("mops-attribution-").FullName;
        module.Run($"Get-MopsAttribution '{Examples}/touchpoints.csv' -Policy default | Export-MopsReport '{folder}/r.html'");
        var html = File.ReadAllText(Path.Combine(folder, "r.html"));
        Assert.Contains("Share of conversions by channel and model", html);
        Assert.Contains("Cost and return", html);
        Assert.Contains("Touchpoint completeness", html);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./attribution.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('Markov')) { throw 'no report' }"));
}
