using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Email;

public sealed class EmailCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    [Fact]
    public void TheEventsOfTheExampleAreMeasured()
    {
        var results = module.Run($"Measure-MopsEmail '{Examples}/email-events.csv' -By Send -Policy default");
        Assert.Equal(5, results.Count);
        Assert.Equal(240L, results[0].Properties["Sent"].Value);
        Assert.Equal(4, module.Run($"(Measure-MopsEmail '{Examples}/email-events.csv' -Policy default).RepeatBouncers").Count);
        Assert.Equal("litware.example", module.Run($"(Measure-MopsEmail '{Examples}/email-events.csv' -Policy default).BlockingDomains[0].Domain").Single().BaseObject);
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { \"$_ $($_.OpenRate) $($_.RepeatBouncers -join '|') $($_.Findings -join '|')\" }";
        foreach (var call in new[] { "email-events.csv' -By Send, Domain -Policy default", "email-sends.csv' -By Segment -Period Month -Policy default" })
        {
            var parts = call.Split('\'');
            var byPath = module.Run($"Measure-MopsEmail '{Examples}/{call} | {show}");
            var byPipe = module.Run($"Import-MopsExport '{Examples}/{parts[0]}' | Measure-MopsEmail {parts[1]} | {show}");
            Assert.NotEmpty(byPath);
            // A finding at a row names its file either way.
            Assert.Equal(byPath.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
        }
    }

    [Fact]
    public void TheGateSeesTheNorms() =>
        Assert.Equal("EMH001,EMH002,EMH003", module.Run($"(Measure-MopsEmail '{Examples}/email-sends.csv' -Policy default).Findings.Where({{ $_.Severity -ne 'Information' }}).RuleId -join ','").Single().BaseObject);

    [Theory]
    [InlineData("@() | Measure-MopsEmail -Policy default", "MopsEmailNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Id = 1; Country = 'DE' } | Measure-MopsEmail -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ 'Email Name' = 1; Sent = 5 } | Measure-MopsEmail -By Domain -Policy default", "MopsExportColumnNotFound", ErrorCategory.ObjectNotFound)]
    public void WhatCannotBeMeasuredIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Email.MeasureMopsEmailCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("$null = ./email-health.ps1 -OutputPath ./out.md; $text = [System.IO.File]::ReadAllText(\"$PWD/out.md\"); if (-not $text.Contains('Domains that refuse messages') -or $text.Contains('@northwind.example')) { throw 'no report, or addresses in it' }"));
}
