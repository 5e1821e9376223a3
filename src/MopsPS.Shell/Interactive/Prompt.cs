using System;
using System.Management.Automation.Runspaces;
using MopsPS.Shell.Hosting;

namespace MopsPS.Shell.Interactive;

/// <summary>Reads a statement, runs it, and so on until <c>exit</c> or the end of input.</summary>
internal static class Prompt
{
    public static void Run(Session session)
    {
        while (session.Host.RequestedExitCode is null)
        {
            var text = Read();
            if (text is null) return;
            if (!string.IsNullOrWhiteSpace(text)) session.Run([new Command(text, isScript: true, useLocalScope: false)]);
        }
    }

    private static string? Read()
    {
        Console.Out.Write("mops> ");
        return Console.In.ReadLine();
    }
}
