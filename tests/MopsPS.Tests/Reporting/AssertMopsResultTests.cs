using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Tests.Shell;
using Xunit;

namespace MopsPS.Tests.Reporting;

/// <summary>The gate as a scheduled task and a build see it: exit codes of a real process, annotations in its output, and the errors of a session.</summary>
public sealed class AssertMopsResultTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private const string Cmdlet = ",MopsPS.Reporting.AssertMopsResultCommand";
    private const string Error = "[MopsPS.Finding]::new('UTM001', 'Error', 'medium is missing')";
    private const string Warning = "[MopsPS.Finding]::new('UTM002', 'Warning', 'odd')";
    private const string Met = "[MopsPS.Kpi]::Percentage('UtmCompliance', 'UTM compliance', 96, 100, 95, 'HigherIsBetter')";
    private const string Missed = "[MopsPS.Kpi]::Percentage('UtmCompliance', 'UTM compliance', 9499, 10000, 95, 'HigherIsBetter')";
    private const string NoValue = "[MopsPS.Kpi]::Percentage('UtmCompliance', 'UTM compliance', 0, 0, 95, 'HigherIsBetter')";

    public static TheoryData<string, int> Gates() => new()
    {
        { $"{Warning} | Assert-MopsResult -SetExitCode", 0 },
        { $"{Error} | Assert-MopsResult -SetExitCode", 1 },
        { $"{Warning} | Assert-MopsResult -FailOn Warning -SetExitCode", 1 },
        { $"{Met} | Assert-MopsResult -FailOnMissedKpi -SetExitCode", 0 },
        { $"{Missed} | Assert-MopsResult -FailOnMissedKpi -SetExitCode", 1 },
        { $"{Missed} | Assert-MopsResult -MinimumCompliance 94.99 -SetExitCode", 0 },
        { $"{Missed} | Assert-MopsResult -MinimumCompliance 95 -SetExitCode", 1 },
        { $"{NoValue} | Assert-MopsResult -FailOnMissedKpi -SetExitCode", 2 },
        { $"{Warning} | Assert-MopsResult -MinimumCompliance 95 -SetExitCode", 2 },
        { "@() | Assert-MopsResult -SetExitCode", 2 },
        { "'text' | Assert-MopsResult -SetExitCode", 2 },
        { $"'text', {Error} | Assert-MopsResult -SetExitCode", 1 },
        // What comes after does not change it, and without -SetExitCode the error does it.
        { $"{Error} | Assert-MopsResult -SetExitCode; 'after'", 1 },
        { $"{Error} | Assert-MopsResult", 1 },
        { $"{Warning} | Assert-MopsResult", 0 },
        { "Test-MopsUtm -Path ./no-such.csv | Assert-MopsResult -SetExitCode", 2 },
        // An error that ends the pipeline before the gate can judge is no pass either.
        { "Test-MopsUtm 'https://example.com/?utm_source=a' -Policy ./no-such.json | Assert-MopsResult -SetExitCode", 2 },
        { "1 | ForEach-Object { throw 'boom' } | Assert-MopsResult -SetExitCode", 2 },
        { $"{Warning}, 2 | ForEach-Object {{ if ($_ -is [int]) {{ throw 'boom' }} $_ }} | Assert-MopsResult -SetExitCode", 2 },
    };

    [Theory]
    [MemberData(nameof(Gates))]
    public void TheProcessEndsWithTheGatesCode(string command, int expected)
    {
        var result = ShellProcess.Run("-NoLogo", "-Command", command);
        Assert.True(result.ExitCode == expected, $"{result.ExitCode} in place of {expected}: {result.Output}{result.Error}");
    }

    [Theory]
    [InlineData(Warning + " | Assert-MopsResult -SetExitCode", 0)]
    [InlineData(Error + " | Assert-MopsResult -SetExitCode\n'after'", 1)]
    [InlineData("@() | Assert-MopsResult -SetExitCode", 2)]
    [InlineData(Error + " | Assert-MopsResult\n'not reached'", 1)]
    public void AScriptFileEndsWithTheGatesCode(string script, int expected) =>
        Assert.Equal(expected, ShellProcess.RunScript("$ErrorActionPreference = 'Stop'\n" + script, input: null).ExitCode);

    [Fact]
    public void AnnotationsAreLinesOfStandardOutputAndNothingElseIsOne()
    {
        var finding = "[MopsPS.Finding]::new('UTM001', 'Error', \"50%`n::error::forged\"), [MopsPS.Finding]::new('UTM002', 'Warning', 'w'), [MopsPS.Finding]::new('UTM003', 'Information', 'i')";
        var github = ShellProcess.Run("-c", $"{finding} | Assert-MopsResult -Format GitHub -SetExitCode");
        Assert.Equal(
            ["::error title=UTM001::50%25%0A::error::forged", "::warning title=UTM002::w", "::notice title=UTM003::i"],
            github.Lines.Where(line => line.StartsWith("::", StringComparison.Ordinal)));
        Assert.Equal(1, github.ExitCode);
        var azure = ShellProcess.Run("-c", $"{finding} | Assert-MopsResult -Format AzureDevOps -SetExitCode");
        Assert.Equal(
            ["##vso[task.logissue type=error;code=UTM001;]50%AZP25%0A::error::forged", "##vso[task.logissue type=warning;code=UTM002;]w"],
            azure.Lines.Where(line => line.StartsWith("##", StringComparison.Ordinal)));
        Assert.DoesNotContain(ShellProcess.Run("-c", $"{finding} | Assert-MopsResult -SetExitCode").Lines, line => line.StartsWith("::", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Error + " | Assert-MopsResult", "MopsGateFailed", ErrorCategory.InvalidResult)]
    [InlineData("@() | Assert-MopsResult", "MopsGateCouldNotRun", ErrorCategory.InvalidData)]
    [InlineData(NoValue + " | Assert-MopsResult -FailOnMissedKpi", "MopsGateCouldNotRun", ErrorCategory.InvalidData)]
    public void AGateThatDoesNotPassGivesItsResultAndAnError(string script, string id, ErrorCategory category)
    {
        var output = module.Run(script, out var errors);
        var error = Assert.Single(errors);
        var result = Assert.Single(output).BaseObject;
        Assert.Equal((id + Cmdlet, category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Same(result, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject);
        Assert.StartsWith("Gate ", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheResultReadsWellAsATable()
    {
        var table = ShellProcess.Run("-c", $"{Missed} | Assert-MopsResult -MinimumCompliance 95 -SetExitCode");
        Assert.Contains(table.Lines, line => line.StartsWith("False", StringComparison.Ordinal) && line.Contains("compliance KPIs are below 95 %", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsNoResultIsNamed()
    {
        module.Run("'text' | Assert-MopsResult -ErrorAction Continue", out var errors);
        Assert.Equal(("MopsGateInputNotUnderstood" + Cmdlet, ErrorCategory.InvalidType, "text"), (errors[0].FullyQualifiedErrorId, errors[0].CategoryInfo.Category, errors[0].TargetObject.ToString()));
        Assert.Equal("MopsGateCouldNotRun" + Cmdlet, errors[1].FullyQualifiedErrorId);
    }

    [Fact]
    public void PassThruHandsOnTheInputAndThenTheGatesResult()
    {
        var output = module.Run($"{Warning}, {Met} | Assert-MopsResult -PassThru");
        Assert.Equal(["Finding", "Kpi", "GateResult"], output.Select(item => item.BaseObject.GetType().Name));
    }

    [Theory]
    [InlineData("gate.sarif", "", "\"version\": \"2.1.0\"")]
    [InlineData("gate.xml", "", "<testsuites")]
    [InlineData("gate.json", "-Format Sarif", "\"ruleId\": \"UTM001\"")]
    public void AFileIsWrittenWhateverTheGateDecides(string name, string format, string expected)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        try
        {
            var path = Path.Combine(folder.FullName, name);
            module.Run($"{Error} | Assert-MopsResult -OutFile '{path}' {format} -WhatIf", out _);
            Assert.Empty(folder.GetFiles());
            module.Run($"{Error} | Assert-MopsResult -OutFile '{path}' {format}", out var errors);
            Assert.Equal("MopsGateFailed" + Cmdlet, Assert.Single(errors).FullyQualifiedErrorId);
            Assert.Contains(expected, File.ReadAllText(path), StringComparison.Ordinal);
            module.Run($"{Warning}, 2 | ForEach-Object {{ if ($_ -is [int]) {{ throw 'boom' }} $_ }} | Assert-MopsResult -OutFile '{path}2' -Format JUnit", out _);
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("-Format Sarif", "MopsGateFileMissing", ErrorCategory.InvalidArgument)]
    [InlineData("-OutFile ./gate.log", "MopsFormatUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("-OutFile ./no-such-folder/gate.xml", "MopsFileNotWritten", ErrorCategory.WriteError)]
    public void AFileThatCannotBeIsAnErrorAtOnce(string parameters, string id, ErrorCategory category)
    {
        module.Run($"{Warning} | Assert-MopsResult {parameters}", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal((id + Cmdlet, category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
    }
}
