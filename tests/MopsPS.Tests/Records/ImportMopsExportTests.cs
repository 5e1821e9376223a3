using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Records;

public sealed class ImportMopsExportTests : IClassFixture<ModuleFixture>, IDisposable
{
    private const string Cmdlet = ",MopsPS.Records.ImportMopsExportCommand";

    private readonly ModuleFixture _module;
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;

    public ImportMopsExportTests(ModuleFixture module)
    {
        _module = module;
        module.Runspace.SessionStateProxy.Path.SetLocation(_folder);
    }

    public void Dispose()
    {
        _module.Runspace.SessionStateProxy.Path.SetLocation(Path.GetTempPath());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void ColumnsAreProperties()
    {
        Put("a.csv", "Id;Lead Source\n007;Web\n008;Event\n");
        Assert.Equal("007", _module.Run("Import-MopsExport a.csv | Where-Object 'Lead Source' -eq Web | ForEach-Object Id").Single().ToString());
        var record = _module.Run("Import-MopsExport a.csv").First();
        Assert.Equal("MopsPS.MopsRecord", record.TypeNames[0]);
        Assert.Equal(["Id", "Lead Source"], record.Properties.Select(property => property.Name));
        Assert.Equal("x", _module.Run("Import-MopsExport a.csv | ForEach-Object { $_.Id = 'x'; $_.Id }").First().ToString());
    }

    [Fact]
    public void AnExampleIsReadWhole()
    {
        var path = Path.Combine(ModuleFixture.RepositoryRoot, "examples", "contacts-hubspot.csv");
        var records = _module.Run($"Import-MopsExport '{path}'");
        Assert.Equal(File.ReadLines(path).Count() - 1, records.Count);
        Assert.Equal("+49 30 5550100", records[0].Properties["Phone Number"].Value);
    }

    [Theory]
    [InlineData("Import-MopsExport *.csv")]
    [InlineData("Import-MopsExport a.csv, b.csv")]
    [InlineData("'a.csv', 'b.csv' | Import-MopsExport")]
    [InlineData("Import-MopsExport -LiteralPath a.csv, b.csv")]
    [InlineData("Get-Item a.csv, b.csv | Import-MopsExport")]
    [InlineData("[IO.FileInfo]::new((Join-Path $pwd a.csv)), [IO.FileInfo]::new((Join-Path $pwd b.csv)) | Import-MopsExport")]
    public void FilesComeInEveryWay(string script)
    {
        Put("a.csv", "Id\n1\n");
        Put("b.csv", "Id\n2\n");
        script = script.Replace("Get-Item a.csv, b.csv", "$ExecutionContext.InvokeProvider.Item.Get('*.csv')", StringComparison.Ordinal)
            .Replace("(Join-Path $pwd a.csv)", "\"$pwd/a.csv\"", StringComparison.Ordinal).Replace("(Join-Path $pwd b.csv)", "\"$pwd/b.csv\"", StringComparison.Ordinal);
        Assert.Equal(["1", "2"], _module.Run(script).Select(record => record.Properties["Id"].Value));
    }

    [Fact]
    public void ABadPathIsAnErrorAndTheOthersGoOn()
    {
        Put("a.csv", "Id\n1\n");
        Directory.CreateDirectory(Path.Combine(_folder, "d"));
        var output = _module.Run("Import-MopsExport missing.csv, a.csv, *.nothing, d, env:PATH", out var errors);
        Assert.Single(output);
        Assert.Equal(
            [
                ("MopsPathNotFound" + Cmdlet, ErrorCategory.ObjectNotFound, "missing.csv"),
                ("MopsPathNotFound" + Cmdlet, ErrorCategory.ObjectNotFound, "*.nothing"),
                ("MopsPathIsFolder" + Cmdlet, ErrorCategory.InvalidArgument, "d"),
                ("MopsPathNotFileSystem" + Cmdlet, ErrorCategory.InvalidArgument, "env:PATH"),
            ],
            errors.Select(error => (error.FullyQualifiedErrorId, error.CategoryInfo.Category, (string)error.TargetObject)));
        Put("a[1].csv", "Id\n3\n");
        Assert.Equal("3", _module.Run("Import-MopsExport -LiteralPath 'a[1].csv'").Single().Properties["Id"].Value);
        _module.Run("Import-MopsExport -LiteralPath b.csv", out errors);
        Assert.Equal("MopsPathNotFound" + Cmdlet, Assert.Single(errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void ABadRowIsAnErrorWithThePlaceAsTarget()
    {
        Put("a.csv", "Id,Name\n1,Ada\n2,Bob,surplus\n3,Cy\n");
        var kept = _module.Run("Import-MopsExport a.csv -ProblemVariable problems", out var errors);
        Assert.Equal(3, kept.Count);
        var error = Assert.Single(errors);
        Assert.Equal("MopsExportRaggedRow" + Cmdlet, error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains("a.csv, row 2, line 3", error.Exception.Message, StringComparison.Ordinal);
        var problem = _module.Run("$problems").Single();
        Assert.Same(error.TargetObject, problem.BaseObject);
        Assert.Equal("RaggedRow", problem.Properties["Kind"].Value);
        Assert.Equal(2, _module.Run("Import-MopsExport a.csv -ProblemVariable +problems -ErrorAction SilentlyContinue | ForEach-Object { }; $problems", out _).Count);

        Assert.Equal(["1", "3"], _module.Run("Import-MopsExport a.csv -RaggedRow Skip", out errors).Select(record => record.Properties["Id"].Value));
        Assert.Single(errors);
        Assert.Single(_module.Run("Import-MopsExport a.csv -RaggedRow Stop", out errors));
        Assert.Equal("MopsExportRaggedRow" + Cmdlet, Assert.Single(errors).FullyQualifiedErrorId);
        Assert.Equal(Path.Combine(_folder, "a.csv"), errors[0].TargetObject);
    }

    [Fact]
    public void ARenamedHeaderIsAWarningOnly()
    {
        Put("a.csv", "Id,Name,Name\n1,Ada,Abel\n");
        using var shell = PowerShell.Create(_module.Runspace);
        var record = shell.AddScript("Import-MopsExport a.csv").Invoke().Single();
        Assert.Equal("Abel", record.Properties["Name_2"].Value);
        Assert.Empty(shell.Streams.Error);
        Assert.Contains("Name_2", Assert.Single(shell.Streams.Warning).Message, StringComparison.Ordinal);
        _module.Run("Import-MopsExport a.csv -DuplicateHeader Error", out var errors);
        Assert.Equal("MopsExportDuplicateHeader" + Cmdlet, Assert.Single(errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void ColumnsAndRowsAreChosen()
    {
        Put("a.csv", "Id,Email,Work Email,City\n1,a,b,c\n2,d,e,f\n3,g,h,i\n");
        var record = _module.Run("Import-MopsExport a.csv -Column City, *email -Skip 1 -First 1").Single();
        Assert.Equal([("City", "f"), ("Email", "d"), ("Work Email", "e")], record.Properties.Select(property => (property.Name, (string)property.Value)));
        _module.Run("Import-MopsExport a.csv -Column Town", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal("MopsExportColumnNotFound" + Cmdlet, error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("Id, Email, Work Email, City", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextIsReadFromThePipeline()
    {
        Assert.Equal("Germany", _module.Run("'Email;Country', 'ada@example.com;Germany' | Import-MopsExport -Content").Single().Properties["Country"].Value);
        Assert.Equal("ä", _module.Run("'[', '{\"A\":\"ä\"}', ']' | Import-MopsExport -Content").Single().Properties["A"].Value);
        Assert.Equal("1", _module.Run("'1,2' | Import-MopsExport -Content -Header A, B").Single().Properties["A"].Value);
        _module.Run("'' | Import-MopsExport -Content", out var errors);
        Assert.Equal("MopsExportEmptyFile" + Cmdlet, Assert.Single(errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void EncodingAndDelimiterCanBeSaid()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.csv"), [.. "A|B\n"u8, 0x80, (byte)'|', (byte)'x', (byte)'\n']);
        Assert.Equal("€", _module.Run("Import-MopsExport a.csv -Encoding 1252 -Delimiter '|'").Single().Properties["A"].Value);
        Assert.Equal("€", _module.Run("Import-MopsExport a.csv -Encoding windows-1252").Single().Properties["A"].Value);
        _module.Run("Import-MopsExport a.csv -Encoding klingon", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal(("MopsEncodingUnknown" + Cmdlet, ErrorCategory.InvalidArgument, "klingon"), (error.FullyQualifiedErrorId, error.CategoryInfo.Category, (string)error.TargetObject));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("csv.gz")]
    [InlineData("jsonl.gz")]
    public void WhatIsWrittenComesBack(string ending)
    {
        Put("a.json", """[{"Id":"007","Note":"=1+1, \"q\" ä€\nline 2","Phone":"+49 30 1","Long":"12345678901234567890","Quote":"'=x"},{"Id":"008","Note":"x","Phone":"-5","Long":"1e5","Quote":"a'b"}]""");
        _module.Run($"Import-MopsExport a.json | Export-MopsRecord out.{ending}");
        Assert.Equal(Texts("Import-MopsExport a.json"), Texts($"Import-MopsExport out.{ending}"));

        string[] Texts(string script) => [.. _module.Run(script).Select(record => string.Join("|", record.Properties.Select(property => $"{property.Name}={property.Value}")))];
    }

    [Fact]
    public void ADamagedFileGivesItsGoodRowsAndTheNextFileGoesOn()
    {
        Put("a.json", "[{\"A\":\"1\"},\n{\"A\":");
        Put("b.xlsx", "no workbook");
        Put("c.csv", "A\n2\n");
        var output = _module.Run("Import-MopsExport a.json, b.xlsx, c.csv", out var errors);
        Assert.Equal(["1", "2"], output.Select(record => record.Properties["A"].Value));
        Assert.Equal(["MopsExportBadJson" + Cmdlet, "MopsExportBadWorkbook" + Cmdlet], errors.Select(error => error.FullyQualifiedErrorId));
        Assert.Equal(ErrorCategory.InvalidData, errors[0].CategoryInfo.Category);
        Assert.Equal(Path.Combine(_folder, "a.json"), errors[0].TargetObject);
        Assert.Contains("line 2", errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VerboseSaysHowTheFileWasUnderstood()
    {
        Put("a.csv", "Id;Name\n1;Ada\n");
        using var shell = PowerShell.Create(_module.Runspace);
        shell.AddScript("Import-MopsExport a.csv -Verbose").Invoke();
        Assert.Contains(shell.Streams.Verbose, line => line.Message.Contains("separator ';'", StringComparison.Ordinal));
        Assert.DoesNotContain(shell.Streams.Verbose, line => line.Message.Contains("Ada", StringComparison.Ordinal));
    }

    [Fact]
    public void VerboseCountsTheFooterOfAReport()
    {
        Put("a.csv", "Id,Name\n1,Ada\n\n\"Leads of June\"\n\"Copyright (c) 2026 x\"\n\"Example Company\"\n");
        using var shell = PowerShell.Create(_module.Runspace);
        Assert.Single(shell.AddScript("Import-MopsExport a.csv -Verbose").Invoke());
        Assert.Empty(shell.Streams.Error);
        Assert.Contains(shell.Streams.Verbose, line => line.Message.Contains("1 records, 3 lines", StringComparison.Ordinal));
    }

    [Fact]
    public void AWebPageIsNoExport()
    {
        Put("a.csv", "<!DOCTYPE html>\n<html><body>Please log in</body></html>\n");
        _module.Run("Import-MopsExport a.csv", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal("MopsExportUnknownFormat" + Cmdlet, error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains("web page", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsAndEncodingsAreCompleted()
    {
        Put("a.csv", "Id,Lead Source,Lead's Name\n1,2,3\n");
        Assert.Equal(["'Lead Source'", "'Lead''s Name'"], Complete("Import-MopsExport a.csv -Column Lead"));
        Assert.Equal(["'Lead Source'", "'Lead''s Name'"], Complete("Import-MopsExport -LiteralPath a.csv -Column 'Lead"));
        Assert.Empty(Complete("Import-MopsExport missing.csv -Column Lead"));
        Assert.Contains("windows-1252", Complete("Import-MopsExport a.csv -Encoding win"));

        IEnumerable<string> Complete(string line)
        {
            using var shell = PowerShell.Create(_module.Runspace);
            return CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches.Select(match => match.CompletionText);
        }
    }

    [Fact]
    public void FieldsAreShownForFiles()
    {
        Put("a.csv", "E-Mail;X\nada@example.com;1\n");
        Put("b.json", "[{\"Email\":\"a@example.com\"}]");
        var columns = _module.Run("Get-MopsField a.csv, b.json");
        Assert.Equal(["Email", null, "Email"], columns.Select(column => column.Properties["Field"].Value));
        Assert.EndsWith("a.csv", (string)columns[0].Properties["Source"].Value, StringComparison.Ordinal);
        Assert.Equal(2, _module.Run("Import-MopsExport a.csv | Get-MopsField").Count);
        _module.Run("Get-MopsField missing.csv", out var errors);
        Assert.Equal("MopsPathNotFound,MopsPS.Records.GetMopsFieldCommand", Assert.Single(errors).FullyQualifiedErrorId);
    }

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
