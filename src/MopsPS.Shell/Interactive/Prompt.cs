using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Shell.Hosting;

namespace MopsPS.Shell.Interactive;

/// <summary>Reads a statement, runs it, and so on until <c>exit</c> or the end of input.</summary>
internal static class Prompt
{
    public static void Run(Session session)
    {
        var history = new History(History.DefaultFile());
        var editor = new LineEditor(new ConsoleLineTerminal(), history.Lines, (text, cursor) => Complete(session, text, cursor));
        while (session.Host.RequestedExitCode is null)
        {
            var (end, text) = ReadStatement(editor, session.Runspace.SessionStateProxy.Path.CurrentLocation.Path);
            if (end == LineEnd.EndOfInput) return;
            if (end == LineEnd.Cancelled || string.IsNullOrWhiteSpace(text)) continue;
            history.Add(text);
            session.RunTyped(text);
        }
    }

    /// <summary>Whether more lines have to follow before a text can be run.</summary>
    public static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }

    private static (LineEnd End, string Text) ReadStatement(LineEditor editor, string location)
    {
        // Ctrl-C drops the line while one is typed, and stops the pipeline while one runs.
        Console.TreatControlCAsInput = true;
        try
        {
            var (end, text) = editor.Read($"mops {location}> ");
            while (end == LineEnd.Entered && IsIncomplete(text))
            {
                (end, var more) = editor.Read(">> ");
                // An empty line ends the asking: the parser then says what is missing.
                if (more.Length == 0) break;
                text += "\n" + more;
            }

            return (end, text);
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private static Completions? Complete(Session session, string text, int cursor)
    {
        using var shell = PowerShell.Create(session.Runspace);
        try
        {
            var found = CommandCompletion.CompleteInput(text, cursor, options: null, shell);
            return found.CompletionMatches.Count > 0
                ? new Completions(found.ReplacementIndex, found.ReplacementLength, [.. found.CompletionMatches.Select(match => match.CompletionText)])
                : PathCompletion.Complete(text, cursor, session.Runspace.SessionStateProxy.Path.CurrentFileSystemLocation.ProviderPath);
        }
        catch (RuntimeException)
        {
            return null;
        }
    }
}
