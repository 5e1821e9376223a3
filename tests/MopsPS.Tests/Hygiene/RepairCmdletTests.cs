using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Hygiene;

public sealed class RepairCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Call => $"Repair-MopsRecord -Policy '{Examples}/mops.policy.json' -Culture en-US";

    [Fact]
    public void TheExampleIsRepaired()
    {
        var changes = module.Run($"{Call} -Path '{Examples}/messy-contacts.csv'");
        Assert.Equal(80, changes.Count);
        Assert.Equal(69, changes.Count(change => (bool)change.Properties["IsRepaired"].Value));
        Assert.All(changes, change => Assert.Equal(!(bool)change.Properties["IsRepaired"].Value, ((System.Collections.ICollection)change.Properties["Findings"].Value).Count == 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Summary")]
    [InlineData("-PassThru")]
    public void PipelineAndPathGiveTheSame(string output)
    {
        var show = output == "-PassThru" ? "ForEach-Object { $record = $_; ($record.PSObject.Properties | ForEach-Object { \"$($_.Name)=$($_.Value)\" }) -join '|' }" : "ForEach-Object { \"$_ $($_.Counts) $($_.Findings | ForEach-Object { $_.Message })\" }";
        var byPath = module.Run($"{Call} {output} -Path '{Examples}/messy-contacts.csv' | {show}");
        var byPipe = module.Run($"Import-MopsExport '{Examples}/messy-contacts.csv' | {Call} {output} | {show}");
        Assert.NotEmpty(byPath);
        Assert.Equal(byPath.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
    }

    [Fact]
    public void PersonalValuesAreInTheRollbackFileOnly()
    {
        using var folder = new TemporaryFolder();
        module.Run($"{Call} -Path '{Examples}/messy-contacts.csv' -OutputPath '{folder}/clean.csv' -ChangePath '{folder}/changes.csv' -RollbackPath '{folder}/rollback.csv' -Summary");
        Assert.Contains("ADA.OBRIEN@NORTHWIND.COM", File.ReadAllText(folder + "/rollback.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("OBRIEN", File.ReadAllText(folder + "/changes.csv"), StringComparison.OrdinalIgnoreCase);
        var clean = module.Run($"Import-MopsExport '{folder}/clean.csv'");
        Assert.Equal(12, clean.Count);
        Assert.Equal(
            File.ReadLines(Examples + "/messy-contacts.csv").First(), File.ReadLines(folder + "/clean.csv").First());
        Assert.Equal("ada.obrien@northwind.com", clean[0].Properties["Email"].Value);
        // What is repaired is in order: a second repair finds nothing to do but what was declined.
        Assert.All(module.Run($"{Call} -Path '{folder}/clean.csv'"), change => Assert.False((bool)change.Properties["IsRepaired"].Value, change.ToString()));
    }

    [Fact]
    public void WhatIfWritesNothing()
    {
        using var folder = new TemporaryFolder();
        var result = Assert.Single(module.Run($"{Call} -Path '{Examples}/messy-contacts.csv' -OutputPath '{folder}/clean.csv' -RollbackPath '{folder}/rollback.csv' -Summary -WhatIf"));
        Assert.Equal(69L, result.Properties["Repaired"].Value);
        Assert.Empty(Directory.GetFiles(folder.ToString()));
    }

    [Fact]
    public void AnInputThatCannotBeReadLeavesNoHalfOfIt()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder + "/bad.csv", "");
        module.Run($"{Call} -Path '{Examples}/messy-contacts.csv', '{folder}/bad.csv' -OutputPath '{folder}/clean.csv' -Summary", out var errors);
        Assert.Equal("MopsRepairIncomplete,MopsPS.Hygiene.RepairMopsRecordCommand", errors.Last().FullyQualifiedErrorId);
        Assert.False(File.Exists(folder + "/clean.csv"));
    }

    [Theory]
    [InlineData("@() | Repair-MopsRecord", "MopsRepairNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ A = 1 } | Repair-MopsRecord", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Country = 'US' } | Repair-MopsRecord -DefaultCountry Atlantis", "MopsCountryUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Country = 'US' } | Repair-MopsRecord -PassThru -Summary", "MopsRepairParameterConflict", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Country = 'US' } | Repair-MopsRecord -OutputPath ./x.doc", "MopsFormatUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Country = 'US' } | Repair-MopsRecord -OutputPath ./no/such/folder/x.csv", "MopsFolderNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Country = 'US' } | Repair-MopsRecord -Culture xx-YY", "MopsCultureUnknown", ErrorCategory.InvalidArgument)]
    public void WhatCannotBeRepairedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Hygiene.RepairMopsRecordCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void ShapesMayAlternateInThePipeline()
    {
        var changes = module.Run("[pscustomobject]@{ Country = 'USA' }, [pscustomobject]@{ X = 1; Country = 'UK' }, [pscustomobject]@{ Country = 'Holland' } | Repair-MopsRecord -Policy default");
        Assert.Equal(["United States", "United Kingdom", "Netherlands"], changes.Select(change => change.Properties["After"].Value));
    }

    [Fact]
    public void TheExampleScriptRuns() => Assert.Empty(Help.ExampleFolder.Run(
        "$null = ./clean-contacts.ps1 -OutputFolder .; if (-not [System.IO.File]::ReadAllText(\"$PWD/contacts-health.html\").Contains('Health of records')) { throw 'no report' }"));

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly string _path = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))).FullName;

        public override string ToString() => _path;

        public void Dispose() => Directory.Delete(_path, true);
    }
}
