using System;
using System.IO;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Reporting;

public sealed class ExportMopsReportTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("r.html", "<!DOCTYPE html>")]
    [InlineData("r.md", "# ")]
    [InlineData("r.json", "{")]
    public void TheExtensionGivesTheFormat(string name, string start)
    {
        var file = module.Run($"Get-MopsRule | Export-MopsReport '{In(name)}'");
        Assert.Equal(In(name), Assert.IsType<FileInfo>(Assert.Single(file).BaseObject).FullName);
        Assert.StartsWith(start, File.ReadAllText(In(name)));
    }

    [Fact]
    public void FindingsKpisAndRowsMixAndSegmentsShow()
    {
        module.Run($"[MopsPS.Finding]::new('UTM001', 'Error', 'none'), [MopsPS.Kpi]::Percentage('C', 'Compliance', 1, 4, 95, 'HigherIsBetter'), [pscustomobject]@{{ Owner = 'Team <A>' }} | Export-MopsReport '{In("r.html")}'");
        var page = File.ReadAllText(In("r.html"));
        Assert.Contains("Team &lt;A&gt;", page);
        Assert.Contains("Target missed", page);
        Assert.Contains("Missing parameter", page);
    }

    [Fact]
    public void WhatIfWritesNothing()
    {
        module.Run($"Get-MopsRule | Export-MopsReport '{In("r.html")}' -WhatIf");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void PassThruHandsOnTheInput()
    {
        var output = module.Run($"[MopsPS.Finding]::new('UTM001', 'Error', 'none') | Export-MopsReport '{In("r.csv")}' -PassThru");
        Assert.Equal("MopsPS.Finding", Assert.Single(output).BaseObject.GetType().FullName);
    }

    [Theory]
    [InlineData("@() | Export-MopsReport '{0}/r.html'", "MopsReportNoInput", ErrorCategory.InvalidData, "r.html")]
    [InlineData("Get-MopsRule | Export-MopsReport '{0}/r.xyz'", "MopsFormatUnknown", ErrorCategory.InvalidArgument, "r.xyz")]
    [InlineData("Get-MopsRule | Export-MopsReport '{0}/none/r.html'", "MopsFolderNotFound", ErrorCategory.ObjectNotFound, "r.html")]
    [InlineData("Get-MopsRule | Export-MopsReport '{0}/old.html' -NoClobber", "MopsFileExists", ErrorCategory.ResourceExists, "old.html")]
    [InlineData("Get-MopsRule | Export-MopsReport '{0}/r.html' -Template '{0}/old.html'", "MopsReportTemplateInvalid", ErrorCategory.ParserError, "old.html")]
    public void ErrorsHaveTheirIdCategoryAndTarget(string script, string id, ErrorCategory category, string target)
    {
        File.WriteAllText(In("old.html"), "{% if %}");
        module.Run(script.Replace("{0}", _folder), out var errors);
        var error = Assert.Single(errors);
        Assert.Equal(id + ",MopsPS.Reporting.ExportMopsReportCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.EndsWith(target, error.TargetObject.ToString());
        Assert.Equal("old.html", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder))));
    }

    private string In(string name) => Path.Combine(_folder, name);
}
