using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Requests;

public sealed class RequestCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Measure => $"Measure-MopsRequest -Policy '{Examples}/mops.policy.json' -AsOf 2026-11-24T17:00:00Z -By Priority";

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { \"$_ $($_.MedianHours) $($_.Ages -join '|') $($_.Breaches -join '|') $($_.Kpis -join '|')\" }";
        var byPath = module.Run($"{Measure} -Path '{Examples}/requests.csv' | {show}");
        Assert.Equal(5, byPath.Count);
        Assert.Equal(byPath.Select(line => line.BaseObject), module.Run($"Import-MopsExport '{Examples}/requests.csv' | {Measure} | {show}").Select(line => line.BaseObject));
        var sorted = module.Run($"Resolve-MopsRequest '{Examples}/requests.csv' -Policy default | ForEach-Object {{ \"$_ $($_.Evidence)\" }}");
        Assert.Equal(45, sorted.Count);
        Assert.Equal(sorted.Select(line => line.BaseObject), module.Run($"Import-MopsExport '{Examples}/requests.csv' | Resolve-MopsRequest -Policy default | ForEach-Object {{ \"$_ $($_.Evidence)\" }}").Select(line => line.BaseObject));
    }

    [Theory]
    [InlineData("@() | Measure-MopsRequest -Policy default", "MopsRequestNoData,MopsPS.Requests.MeasureMopsRequestCommand", ErrorCategory.InvalidData)]
    [InlineData("@() | Resolve-MopsRequest -Policy default", "MopsRequestNoData,MopsPS.Requests.ResolveMopsRequestCommand", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Id = 1; Country = 'DE' } | Measure-MopsRequest -Policy default", "MopsFieldNotFound,MopsPS.Requests.MeasureMopsRequestCommand", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Id = 1; Country = 'DE' } | Resolve-MopsRequest -Policy default", "MopsFieldNotFound,MopsPS.Requests.ResolveMopsRequestCommand", ErrorCategory.ObjectNotFound)]
    public void WhatCannotBeReadIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal(id, error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("$null = ./requests.ps1 -OutputPath ./out.md; $text = [System.IO.File]::ReadAllText(\"$PWD/out.md\"); if (-not $text.Contains('Late and overdue') -or -not $text.Contains('By category')) { throw 'no report' }"));
}
