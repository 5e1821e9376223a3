using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Sla;

public sealed class SlaCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Call => $"Measure-MopsSla -Policy '{Examples}/mops.policy.json' -AsOf 2026-11-24T17:00:00Z -By Owner";

    [Fact]
    public void TheExampleIsMeasured()
    {
        var results = module.Run($"{Call} -Path '{Examples}/lead-response.csv'");
        Assert.Equal(10, results.Count); // two measures, all and four owners each
        Assert.All(results, result => Assert.Equal(
            (int)result.Properties["Records"].Value,
            new[] { "Met", "Late", "Overdue", "Waiting", "NotMeasured" }.Sum(name => (int)result.Properties[name].Value)));
        foreach (var measure in results.GroupBy(result => result.Properties["Measure"].Value.ToString()))
        {
            var all = measure.Single(result => result.Properties["Segment"].Value is null);
            Assert.Equal(40, all.Properties["Records"].Value);
            Assert.Equal(40, measure.Where(result => result != all).Sum(result => (int)result.Properties["Records"].Value));
        }

        Assert.NotEmpty(module.Run($"({Call} -Path '{Examples}/lead-response.csv').Breaches | Where-Object {{ $_.IsOpen -and $_.Owner }}"));
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { \"$_ $($_.MedianMinutes) $($_.P90Minutes) $($_.Breaches -join '|')\" }";
        var byPath = module.Run($"{Call} -Path '{Examples}/lead-response.csv' | {show}");
        var byPipe = module.Run($"Import-MopsExport '{Examples}/lead-response.csv' | {Call} | {show}");
        Assert.NotEmpty(byPath);
        Assert.Equal(byPath.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
    }

    [Theory]
    [InlineData("@() | Measure-MopsSla -Policy default", "MopsSlaNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Id = 1; 'Created Date' = '2026-01-01' } | Measure-MopsSla -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Id = 1; 'Created Date' = '2026-01-01'; 'First Touch Date' = '' } | Measure-MopsSla -By Nobody -Policy default", "MopsExportColumnNotFound", ErrorCategory.ObjectNotFound)]
    public void WhatCannotBeMeasuredIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Sla.MeasureMopsSlaCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    // Nine in New York is 13:00 UTC; the answer came an hour later, on a clock that says which it is.
    [Fact]
    public void TheExportsClockIsThePolicysAlsoWithATimeZone()
    {
        const string row = "[pscustomobject]@{ Id = 1; 'Created Date' = '2026-03-10 09:00'; 'First Touch Date' = '2026-03-10T15:00:00+01:00' }";
        const string policy = "@{ funnel = @{ exportTimeZone = 'America/New_York' } }";
        object Minutes(string parameters) => module.Run($"({row} | Measure-MopsSla -Measure SpeedToLead -AsOf 2026-03-11T00:00:00Z {parameters}).MedianMinutes")[0].BaseObject;
        Assert.Equal(Minutes($"-Policy {policy}"), Minutes($"-Policy {policy} -TimeZone Europe/Berlin"));
        Assert.NotEqual(Minutes($"-Policy {policy} -TimeZone Europe/Berlin"), Minutes("-Policy @{} -TimeZone Europe/Berlin"));
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./lead-response.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('Breaches by owner')) { throw 'no report' }"));
}
