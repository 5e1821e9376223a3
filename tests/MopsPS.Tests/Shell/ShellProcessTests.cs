using System;
using Xunit;

namespace MopsPS.Tests.Shell;

/// <summary>What a scheduled task or a build sees of mops.</summary>
public sealed class ShellProcessTests
{
    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("exit 0", 0)]
    [InlineData("$Host.SetShouldExit(5); 'after'", 5)]
    [InlineData("throw 'boom'", 1)]
    [InlineData("[int]'abc'", 1)]
    [InlineData("[int]'abc'; 'on'", 0)]
    [InlineData("if (", 1)]
    [InlineData("1 # the end", 0)]
    public void Command_ends_with_the_exit_code_of_pwsh(string command, int expected) =>
        Assert.Equal(expected, ShellProcess.Run("-NoLogo", "-Command", command).ExitCode);

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("function End { exit 9 }; End; 'not reached'", 9)]
    [InlineData("'x'; throw 'boom'", 1)]
    [InlineData("[int]'abc'; 'on'", 0)]
    [InlineData("if (", 1)]
    public void Script_ends_with_the_exit_code_of_pwsh(string script, int expected) =>
        Assert.Equal(expected, ShellProcess.RunScript(script, input: null).ExitCode);

    [Fact]
    public void Script_gets_its_arguments_as_texts_names_and_switches()
    {
        var result = ShellProcess.RunScript(
            "param([string] $Name, [switch] $Flag, [switch] $Off, [int] $Number, [Parameter(ValueFromRemainingArguments)] $Rest) \"$Name|$Flag|$Off|$Number|$($Rest -join ',')\"",
            input: null, "-Name", "it's $(exit 8)", "-Flag", "-Off:$false", "-Number", "-5", "x", "y z");
        Assert.Equal("it's $(exit 8)|True|False|-5|x,y z", Assert.Single(result.Lines));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Standard_input_is_run_to_its_end_or_piped_into_a_script_that_asks_for_it()
    {
        Assert.Equal(["hi", "8"], ShellProcess.Run("'hi'; $x = 2\n$x * 4\n", []).Lines);
        Assert.Equal(6, ShellProcess.Run("exit 6", ["-Command", "-"]).ExitCode);
        Assert.Equal(["<a>", "<b>"], ShellProcess.RunScript("$input | ForEach-Object { \"<$_>\" }", "a\nb\n").Lines);
        Assert.Equal(["[ä]"], ShellProcess.Run("ä\n", ["-c", "$input | ForEach-Object { \"[$_]\" }"]).Lines);
    }

    [Theory]
    [InlineData("-Bogus")]
    [InlineData("no-such-script.ps1")]
    [InlineData("-File")]
    [InlineData("-No")]
    public void A_command_line_that_is_not_understood_is_64(string argument)
    {
        var result = ShellProcess.Run(argument);
        Assert.Equal(64, result.ExitCode);
        Assert.StartsWith("mops: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Redirected_tables_hold_rows_and_no_escape_codes()
    {
        var result = ShellProcess.Run("-c", "Get-MopsRule UTM*");
        Assert.Contains(result.Lines, line => line.StartsWith("UTM001", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Errors_go_to_standard_error_without_escape_codes()
    {
        var result = ShellProcess.Run("-c", "'out'; [int]'abc'");
        Assert.Equal("out", Assert.Single(result.Lines));
        Assert.Contains("Cannot convert value \"abc\"", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Error);
    }

    [Theory]
    [InlineData("Get-MopsRule | Select-Object -First 1 -Property Id", "Select-Object", "Microsoft.PowerShell.Utility")]
    [InlineData("1 | ConvertTo-Json", "ConvertTo-Json", "Microsoft.PowerShell.Utility")]
    [InlineData("Get-ChildItem -Recurse", "Get-ChildItem", "Microsoft.PowerShell.Management")]
    public void A_missing_built_in_command_is_answered_with_where_it_lives(string command, string name, string module)
    {
        var result = ShellProcess.Run("-c", command);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"'{name}' comes with PowerShell's module {module}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_built_in_command_can_be_caught_as_in_PowerShell()
    {
        var result = ShellProcess.Run("-c", "try { Import-Csv ./x.csv } catch [System.Management.Automation.CommandNotFoundException] { $_.FullyQualifiedErrorId; $_.Exception.CommandName }");
        Assert.Equal(["CommandNotFoundException,MopsPS.Shell.Commands.MissingCommandCmdlet", "Import-Csv"], result.Lines);
    }

    [Fact]
    public void The_module_beside_mops_comes_first()
    {
        var result = ShellProcess.Run("-c", "$env:PSModulePath.Split([System.IO.Path]::PathSeparator)[0]; (Get-Module MopsPS).ModuleBase");
        Assert.EndsWith("Modules", result.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith(result.Lines[0], result.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_without_a_person_is_an_error_and_no_hang()
    {
        var result = ShellProcess.Run("-NonInteractive", "-c", "$Host.UI.ReadLine()");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("without a person", result.Error, StringComparison.Ordinal);
    }
}
