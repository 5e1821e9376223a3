using System;

namespace MopsPS.Shell.CommandLine;

/// <summary>A command line that cannot be understood; mops ends with <see cref="ExitCode.BadCommandLine"/>.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
