using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

namespace MopsPS.Shell.Commands;

/// <summary>Says of a built-in command that the bare engine lacks where it lives, in place of "not recognized".</summary>
internal static class MissingCommand
{
    private static readonly Lazy<Dictionary<string, Entry>> Table = new(Read);

    private sealed record Entry(string Command, string Module, string Instead);

    /// <summary>The sentence for a command; null where it is none of PowerShell's own.</summary>
    public static string? Explain(string name)
    {
        var bare = name[(name.LastIndexOf('\\') + 1)..];
        if (!Table.Value.TryGetValue(bare, out var entry)) return null;
        var subject = bare.Equals(entry.Command, StringComparison.OrdinalIgnoreCase) ? $"'{entry.Command}'" : $"'{bare}' is short for '{entry.Command}', which";
        return $"{subject} comes with PowerShell's module {entry.Module}, which mops does not have. Run this in PowerShell 7 (pwsh) or Windows PowerShell after Import-Module MopsPS"
            + (entry.Instead.Length == 0 ? "." : $", or use {entry.Instead} here.");
    }

    /// <summary>The engine calls this where it finds no command of a name. It swallows what is thrown here, so it is given a command that throws.</summary>
    public static void OnCommandNotFound(object? sender, CommandLookupEventArgs arguments)
    {
        if (!Table.Value.TryGetValue(arguments.CommandName, out var entry)) return;
        arguments.Command = new CmdletInfo(entry.Command, typeof(MissingCommandCmdlet));
        arguments.StopSearch = true;
    }

    // Lines of "name;module;what mops has instead", and "alias=name".
    private static Dictionary<string, Entry> Read()
    {
        using var stream = typeof(MissingCommand).Assembly.GetManifestResourceStream("MopsPS.Shell.Commands.builtin.csv")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split('=') is [var alias, var command]) table[alias] = table[command];
            else if (line.Split(';') is [var name, var module, var instead]) table[name] = new Entry(name, module, instead);
            else throw new InvalidDataException($"builtin.csv: '{line}' is neither a command nor an alias.");
        }

        return table;
    }
}
