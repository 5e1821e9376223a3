using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Records;

public sealed class ExportMopsRecordTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AnyObjectsAreWrittenSafely()
    {
        module.Run($"[pscustomobject]@{{ A = '=1+1'; B = 2.5 }} | Export-MopsRecord '{_folder}/a.csv'");
        Assert.Equal("A,B\r\n'=1+1,2.5\r\n", File.ReadAllText(Path.Combine(_folder, "a.csv")));
    }

    [Fact]
    public void KeysThatDifferInCaseOnlyAreKeptApart()
    {
        module.Run($"$d = [Collections.Generic.Dictionary[string,object]]::new(); $d['Id'] = 1; $d['ID'] = 2; , $d | Export-MopsRecord '{_folder}/a.csv'");
        Assert.Equal("Id,ID_2\r\n1,2\r\n", File.ReadAllText(Path.Combine(_folder, "a.csv")));
    }

    [Fact]
    public void AnExistingFileIsKeptWithNoClobber()
    {
        File.WriteAllText(Path.Combine(_folder, "a.csv"), "old");
        module.Run($"[pscustomobject]@{{ A = 1 }} | Export-MopsRecord '{_folder}/a.csv' -NoClobber", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal("MopsFileExists,MopsPS.Records.ExportMopsRecordCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Equal(Path.Combine(_folder, "a.csv"), error.TargetObject);
    }

    [Fact]
    public void WhatDoesNotFitIntoAWorkbookIsAnErrorAndNothingIsWritten()
    {
        module.Run($"[pscustomobject]@{{ A = 'x' * 40000 }} | Export-MopsRecord '{_folder}/a.xlsx'", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal("MopsWorkbookLimit,MopsPS.Records.ExportMopsRecordCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Equal(Path.Combine(_folder, "a.xlsx"), error.TargetObject);
        Assert.Contains("Row 1, column 'A'", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void FieldsAreShownMasked()
    {
        var column = module.Run("[pscustomobject]@{ 'E-Mail' = 'ada@example.com' } | Get-MopsField").Single();
        Assert.Equal(["E-Mail", "Email", "a***@example.com", 1.0], new[] { "Column", "Field", "Sample", "FillRate" }.Select(name => column.Properties[name].Value));
        Assert.Contains(module.Run("Get-MopsField -List"), field => field.ToString() == "LeadSource");
        module.Run("[pscustomobject]@{ A = 1 } | Get-MopsField -FieldMap @{ Email = 'B' }", out var errors);
        Assert.Equal("MopsFieldNotFound,MopsPS.Records.GetMopsFieldCommand", Assert.Single(errors).FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, errors[0].CategoryInfo.Category);
    }
}
