using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace MopsPS.Tests.Shell;

/// <summary>Runs the built mops as a process of its own and hands out what it wrote.</summary>
internal static class ShellProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public sealed record Result(int ExitCode, string Output, string Error)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public static Result Run(params string[] arguments) => Run(input: null, arguments);

    public static Result Run(string? input, IReadOnlyCollection<string> arguments)
    {
        using var process = Start([.. arguments]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"mops {string.Join(' ', arguments)} ran for more than {Limit}.");
        }

        Task.WaitAll(output, error);
        return new Result(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts it; the caller reads, waits and disposes.</summary>
    public static Process Start(params string[] arguments)
    {
        // The assembly beside the tests has no module beside it; the one in its own build folder has. Both are of this configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var shell = Path.Combine(ModuleFixture.RepositoryRoot, "src", "MopsPS.Shell", "bin", configuration, "net10.0", "mops.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(shell);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Writes a script into a folder of its own and runs it.</summary>
    public static Result RunScript(string script, string? input, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("mops shell ").FullName;
        try
        {
            var path = Path.Combine(folder, "it's a script.ps1");
            File.WriteAllText(path, script);
            return Run(input, [path, .. arguments]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
