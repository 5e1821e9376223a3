using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Anomalies;

public sealed class AnomalyCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Days => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "email-days.csv");

    [Fact]
    public void ThePlantedDaysOfTheExampleAreFound()
    {
        // The example's data: a step of the volume on 31 July, bounces on 7 September, unsubscribes on 29 September.
        var delivered = Assert.Single(module.Run($"Find-MopsAnomaly '{Days}' -ValueColumn Delivered -Policy default"));
        Assert.Equal(7, delivered.Properties["Season"].Value);
        Assert.Equal("2026-07-31", Assert.Single(module.Run($"(Find-MopsAnomaly '{Days}' -ValueColumn Delivered -Policy default).Changes | ForEach-Object {{ $_.Date.ToString('yyyy-MM-dd') }}")).BaseObject);
        Assert.Equal("2026-09-07", Assert.Single(module.Run($"(Find-MopsAnomaly '{Days}' -ValueColumn Bounces -DenominatorColumn Delivered -Policy default).Anomalies | ForEach-Object {{ $_.Date.ToString('yyyy-MM-dd') }}")).BaseObject);
        Assert.Contains("2026-09-29", module.Run($"(Find-MopsAnomaly '{Days}' -ValueColumn Unsubscribes -DenominatorColumn Delivered -TwiceBaseline -Policy default).Anomalies | ForEach-Object {{ $_.Date.ToString('yyyy-MM-dd') }}").Select(day => day.BaseObject));
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { $_.Points | ForEach-Object { \"$_ $($_.Score.ToString('R'))\" } }";
        var byPath = module.Run($"Find-MopsAnomaly '{Days}' -ValueColumn Delivered -Policy default | {show}");
        var byPipe = module.Run($"Import-MopsExport '{Days}' | Find-MopsAnomaly -ValueColumn Delivered -Policy default | {show}");
        Assert.Equal(150, byPath.Count);
        Assert.Equal(byPath.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
    }

    [Theory]
    [InlineData("@() | Find-MopsAnomaly -Policy default", "MopsAnomalyNotPossible", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Date = '2026-01-01'; A = 1 }, [pscustomobject]@{ Date = '2026-01-01'; A = 2 } | Find-MopsAnomaly -ValueColumn A -Policy default", "MopsAnomalyNotPossible", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Date = '2026-01-01' } | Find-MopsAnomaly -ValueColumn B -Policy default", "MopsExportColumnNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Date = '2026-01-01' } | Find-MopsAnomaly -Measure Sum -Policy default", "MopsArgumentInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Day = 1 } | Find-MopsAnomaly -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    public void WhatCannotBeJudgedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Anomalies.FindMopsAnomalyCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    // Half past eleven in New York is the next day in Berlin.
    [Theory]
    [InlineData("@{ funnel = @{ exportTimeZone = 'America/New_York' } }", "2026-03-02")]
    [InlineData("@{}", "2026-03-01")]
    public void TheExportsClockIsThePolicysAlsoWithATimeZone(string policy, string first)
    {
        const string rows = "1..12 | ForEach-Object { [pscustomobject]@{ Date = '2026-03-{0:00} 23:30' -f $_ } }";
        Assert.Equal(first, module.Run($"({rows} | Find-MopsAnomaly -TimeZone Europe/Berlin -Policy {policy}).Points[0].Date.ToString('yyyy-MM-dd')")[0].BaseObject);
    }

    [Fact]
    public void WhatCanBeDoneIsSaidWhereNoRowCanBeUsed()
    {
        module.Run("[pscustomobject]@{ Date = 'soon' } | Find-MopsAnomaly -Policy default", out var errors);
        Assert.Contains("-Culture", errors[errors.Length - 1].Exception.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./watch-email.ps1 -OutputPath ./out.html; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.html\").Contains('expected range')) { throw 'no report' }"));
}
