using System.Collections.Generic;

namespace MopsPS.Shell.CommandLine;

/// <summary>What a command line of mops asks for.</summary>
internal enum ShellMode
{
    /// <summary>Reads commands from the terminal, or from standard input to its end where that is no terminal.</summary>
    Prompt,

    /// <summary>Runs a script file.</summary>
    File,

    /// <summary>Runs text.</summary>
    Command,

    /// <summary>Runs what standard input holds.</summary>
    StandardInput,

    /// <summary>Prints the versions.</summary>
    Version,

    /// <summary>Prints the usage.</summary>
    Help,
}

/// <summary>A command line of mops, understood.</summary>
internal sealed record ShellOptions
{
    public ShellMode Mode { get; init; }

    /// <summary>The script's path for <see cref="ShellMode.File"/>, the text for <see cref="ShellMode.Command"/>.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The script's arguments as they were typed.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public bool NoLogo { get; init; }

    public bool NonInteractive { get; init; }

    public bool NoExit { get; init; }

    public string? WorkingDirectory { get; init; }

    /// <summary>The execution policy asked for; it matters on Windows only.</summary>
    public string? ExecutionPolicy { get; init; }
}
