using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace MopsPS.Shell.CommandLine;

/// <summary>Reads a command line by the rules of pwsh: case does not matter, a parameter may be shortened, the first bare argument is a script.</summary>
internal static class CommandLineParser
{
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c"] = "Command",
        ["f"] = "File",
        ["e"] = "EncodedCommand",
        ["ec"] = "EncodedCommand",
        ["h"] = "Help",
        ["?"] = "Help",
        ["v"] = "Version",
        ["wd"] = "WorkingDirectory",
        ["ep"] = "ExecutionPolicy",
        ["ex"] = "ExecutionPolicy",
        ["nop"] = "NoProfile",
        ["noni"] = "NonInteractive",
        ["nol"] = "NoLogo",
        ["noe"] = "NoExit",
        ["i"] = "Interactive",
    };

    private static readonly string[] Names =
    [
        "Command", "EncodedCommand", "ExecutionPolicy", "File", "Help", "Interactive", "NoExit", "NoLogo", "NonInteractive", "NoProfile",
        "Version", "WorkingDirectory",
    ];

    /// <summary>Understands a command line.</summary>
    /// <exception cref="CommandLineException">A parameter is unknown, lacks its value or names a script that does not exist.</exception>
    public static ShellOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ShellOptions();
        for (var i = 0; i < args.Count; i++)
        {
            if (ParameterName(args[i]) is not { } name) return WithFile(options, args, i);
            switch (name)
            {
                case "File":
                    if (i + 1 == args.Count) throw new CommandLineException("-File needs the path of a script.");
                    return args[i + 1] == "-" ? options with { Mode = ShellMode.StandardInput } : WithFile(options, args, i + 1);
                case "Command":
                    if (i + 1 == args.Count) throw new CommandLineException("-Command needs the text of a command, or - for standard input.");
                    if (args[i + 1] != "-") return options with { Mode = ShellMode.Command, Text = string.Join(' ', args.Skip(i + 1)) };
                    if (i + 2 < args.Count) throw new CommandLineException("-Command - reads standard input; nothing may follow it.");
                    return options with { Mode = ShellMode.StandardInput };
                case "EncodedCommand":
                    options = options with { Mode = ShellMode.Command, Text = Decode(Value(args, ref i, name)) };
                    break;
                case "WorkingDirectory":
                    options = options with { WorkingDirectory = ExistingFolder(Value(args, ref i, name)) };
                    break;
                case "ExecutionPolicy":
                    options = options with { ExecutionPolicy = Value(args, ref i, name) };
                    break;
                case "Version":
                    return options with { Mode = ShellMode.Version };
                case "Help":
                    return options with { Mode = ShellMode.Help };
                case "NoLogo":
                    options = options with { NoLogo = true };
                    break;
                case "NonInteractive":
                    options = options with { NonInteractive = true };
                    break;
                case "NoExit":
                    options = options with { NoExit = true };
                    break;
            }
        }

        return options;
    }

    private static string? ParameterName(string arg)
    {
        if (arg == "/?") return "Help";
        if (arg.Length < 2 || arg[0] != '-') return null;
        var typed = arg.TrimStart('-');
        if (ShortNames.TryGetValue(typed, out var name)) return name;
        var matches = Names.Where(candidate => typed.Length > 0 && candidate.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (matches.Length == 1) return matches[0];
        if (matches.FirstOrDefault(candidate => candidate.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } exact) return exact;
        throw new CommandLineException(matches.Length == 0
            ? $"'{arg}' is no parameter of mops. mops -Help lists them."
            : $"'{arg}' can mean {string.Join(" or ", matches.Select(match => "-" + match))}; write more of it.");
    }

    private static ShellOptions WithFile(ShellOptions options, IReadOnlyList<string> args, int at)
    {
        // A path is relative to the folder that the script will run in, as in pwsh.
        var path = Path.GetFullPath(args[at], options.WorkingDirectory ?? Directory.GetCurrentDirectory());
        if (!File.Exists(path)) throw new CommandLineException($"There is no script '{args[at]}'. Check the path; a command is run by mops -Command \"…\".");
        if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)) throw new CommandLineException($"'{args[at]}' is no script: its name does not end in .ps1.");
        return options with { Mode = ShellMode.File, Text = path, Arguments = args.Skip(at + 1).ToArray() };
    }

    private static string Value(IReadOnlyList<string> args, ref int at, string name) =>
        ++at < args.Count ? args[at] : throw new CommandLineException($"-{name} needs a value.");

    private static string ExistingFolder(string path) =>
        Directory.Exists(path) ? Path.GetFullPath(path) : throw new CommandLineException($"-WorkingDirectory: there is no folder '{path}'.");

    private static string Decode(string value)
    {
        try
        {
            return Encoding.Unicode.GetString(Convert.FromBase64String(value));
        }
        catch (FormatException)
        {
            throw new CommandLineException("-EncodedCommand wants Base64 of UTF-16 (little endian) text.");
        }
    }
}
