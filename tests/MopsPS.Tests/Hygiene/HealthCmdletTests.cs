using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Hygiene;

public sealed class HealthCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Call => $"Measure-MopsRecord -Policy '{Examples}/mops.policy.json' -Culture en-US -AsOf 2026-11-25";

    [Fact]
    public void TheExampleIsMeasured()
    {
        var health = Assert.Single(module.Run($"{Call} -Path '{Examples}/messy-contacts.csv'"));
        Assert.Equal(12L, health.Properties["Rows"].Value);
        Assert.Equal(1L, health.Properties["EmailDisposable"].Value);
        Assert.Equal(17, ((System.Collections.ICollection)health.Properties["Columns"].Value).Count);
        Assert.Equal(12L, module.Run($"({Call} -Path '{Examples}/messy-contacts.csv').Consent | ForEach-Object {{ $_.Records }}").Sum(count => (long)count.BaseObject));
        Assert.DoesNotContain(module.Run($"({Call} -Path '{Examples}/messy-contacts.csv').Columns | ForEach-Object {{ $_.Top }} | ForEach-Object {{ $_.Value }}"), value => value.ToString().Contains('@') && !value.ToString().Contains("***"));
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { \"$_\"; $_.Kpis | ForEach-Object { \"$_\" }; $_.Columns | ForEach-Object { \"$_ $($_.Type) $($_.TypeShare) $($_.Top) $($_.Patterns) $($_.Min) $($_.Median) $($_.Max)\" }; $_.Growth | ForEach-Object { \"$_\" } }";
        var byPath = module.Run($"{Call} -Path '{Examples}/messy-contacts.csv' | {show}");
        var byPipe = module.Run($"Import-MopsExport '{Examples}/messy-contacts.csv' | {Call} | {show}");
        Assert.NotEmpty(byPath);
        Assert.Equal(byPath.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
    }

    [Fact]
    public void DuplicatesAreThereWhereAsked()
    {
        Assert.Null(Assert.Single(module.Run($"Measure-MopsRecord '{Examples}/contacts-duplicates.csv' -Policy default")).Properties["Duplicates"].Value);
        foreach (var script in new[] { $"Measure-MopsRecord '{Examples}/contacts-duplicates.csv' -Policy default -IncludeDuplicate", $"Import-MopsExport '{Examples}/contacts-duplicates.csv' | Measure-MopsRecord -Policy default -IncludeDuplicate" })
        {
            var health = Assert.Single(module.Run(script));
            var rate = Assert.Single(module.Run($"(Measure-MopsDuplicate '{Examples}/contacts-duplicates.csv').Duplicates"));
            Assert.Equal(System.Convert.ToInt64(rate.BaseObject), health.Properties["Duplicates"].Value);
        }
    }

    [Theory]
    [InlineData("@() | Measure-MopsRecord", "MopsHealthNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Country = 'US' } | Measure-MopsRecord -Purpose nobody -Policy default", "MopsPurposeUnknown", ErrorCategory.InvalidArgument)]
    public void WhatCannotBeMeasuredIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Hygiene.MeasureMopsRecordCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }
}
