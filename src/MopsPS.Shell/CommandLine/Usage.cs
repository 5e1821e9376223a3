using System.Management.Automation;
using System.Reflection;

namespace MopsPS.Shell.CommandLine;

/// <summary>What mops says about itself.</summary>
internal static class Usage
{
    public const string Text = """
        mops: a small host of the PowerShell engine that has MopsPS on board.

        mops [-File] <script.ps1> [arguments]   runs a script
        mops -Command <text>                    runs commands; the rest of the line belongs to them
        mops -Command -                         runs what standard input holds
        mops                                    a prompt; without a terminal, standard input to its end

          -NoLogo              no greeting
          -NonInteractive      never asks; what would ask is an error
          -NoExit              a prompt after the script or command, on a terminal
          -WorkingDirectory    the folder to run in
          -EncodedCommand      -Command as Base64 of UTF-16 text
          -ExecutionPolicy     on Windows: the policy of this run
          -Version, -Help

        Exit codes are those of pwsh: that of exit or $Host.SetShouldExit(), 1 after an uncaught terminating error or, with -Command,
        when the last statement failed, 64 for a command line that cannot be understood, 130 after Ctrl-C. No profile is run.
        Results go to standard output; errors, warnings and verbose lines to standard error. NO_COLOR switches colours off.
        """;

    public static string Version() =>
        $"mops {typeof(Usage).Assembly.GetName().Version!.ToString(3)} (PowerShell engine {EngineVersion()})";

    public static string Logo() => Version() + "\nGet-Command -Module MopsPS lists the commands, Get-Help <command> explains one, exit ends.";

    private static string EngineVersion() =>
        typeof(PSObject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split(' ', '+')[0] ?? "unknown";
}
