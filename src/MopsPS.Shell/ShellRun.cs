using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation.Language;
using MopsPS.Shell.CommandLine;
using MopsPS.Shell.Hosting;
using MopsPS.Shell.Interactive;

namespace MopsPS.Shell;

/// <summary>One run of mops from its understood command line to its exit code.</summary>
internal static class ShellRun
{
    public static int Start(ShellOptions options)
    {
        if (options.Mode == ShellMode.Version) return Print(Usage.Version());
        if (options.Mode == ShellMode.Help) return Print(Usage.Text);
        if (options.WorkingDirectory is not null) Directory.SetCurrentDirectory(options.WorkingDirectory);
        using var session = Session.Open(Terminal.IsInteractive && !options.NonInteractive, options.ExecutionPolicy);
        Console.CancelKeyPress += (_, press) => press.Cancel = session.Stop();
        var code = options.Mode switch
        {
            ShellMode.File => RunFile(session, options),
            ShellMode.Command => RunText(session, options.Text, isFile: false, TakesInput(Parser.ParseInput(options.Text, out _, out _)) ? InputLines() : null),
            ShellMode.Prompt when Terminal.IsInteractive => RunPrompt(session, options),
            _ => RunText(session, Console.In.ReadToEnd(), isFile: false, input: null),
        };
        if (options.NoExit && session.Host.RequestedExitCode is null && options.Mode != ShellMode.Prompt && Terminal.IsInteractive) code = RunPrompt(session, options);
        return session.Host.RequestedExitCode ?? code;
    }

    private static int RunFile(Session session, ShellOptions options)
    {
        var takesInput = TakesInput(Parser.ParseFile(options.Text, out _, out _));
        return RunText(session, ScriptArguments.Statement(options.Text, options.Arguments, takesInput), isFile: true, takesInput ? InputLines() : null);
    }

    private static int RunText(Session session, string text, bool isFile, IEnumerable<string>? input)
    {
        if (string.IsNullOrWhiteSpace(text)) return ExitCode.Success;
        return session.RunAndJudge(text, isFile, input) switch
        {
            (Outcome.Completed, var code) => code,
            (Outcome.Cancelled, _) => ExitCode.Cancelled,
            _ => ExitCode.Failure,
        };
    }

    private static int RunPrompt(Session session, ShellOptions options)
    {
        if (!options.NoLogo) session.Host.UI.WriteLine(Usage.Logo());
        Prompt.Run(session);
        return ExitCode.Success;
    }

    // Standard input is touched only by a script that asks for it: one that an agent left open and never closes would hang every other one.
    private static bool TakesInput(Ast script) =>
        Console.IsInputRedirected
        && script.Find(
            node => node is VariableExpressionAst variable && variable.VariablePath.UserPath.Equals("input", StringComparison.OrdinalIgnoreCase)
                || (node is NamedAttributeArgumentAst argument && argument.ArgumentName.StartsWith("ValueFromPipeline", StringComparison.OrdinalIgnoreCase) && IsOfScript(argument, script)),
            searchNestedScriptBlocks: true) is not null;

    private static bool IsOfScript(Ast node, Ast script)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ParamBlockAst block) return block.Parent == script;
        }

        return false;
    }

    private static IEnumerable<string> InputLines()
    {
        while (Console.In.ReadLine() is { } line) yield return line;
    }

    private static int Print(string text)
    {
        Console.Out.WriteLine(text);
        return ExitCode.Success;
    }
}
