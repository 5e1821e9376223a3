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
    public static Process Start(params string[] arguments) => Start(Dotnet, [Assembly, .. arguments]);

    /// <summary>
    /// Starts it in a process that may write files of so many kilobytes and no more (RLIMIT_FSIZE of POSIX, setrlimit): the write that crosses the limit puts down what fits, and the
    /// next bytes kill the process with SIGXFSZ. Nothing of the shell itself knows of it.
    /// </summary>
    public static Process StartWithFileLimit(int kilobytes, params string[] arguments) =>
        Start("bash", ["-c", "ulimit -c 0; ulimit -f \"$1\"; shift; exec \"$@\"", "bash", kilobytes.ToString(System.Globalization.CultureInfo.InvariantCulture), Dotnet, Assembly, .. arguments]);

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    // The assembly beside the tests has no module beside it; the one in its own build folder has. Both are of this configuration.
    private static string Assembly => Path.Combine(ModuleFixture.RepositoryRoot, "src", "MopsPS.Shell", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "mops.dll");

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        // The pages of compiled code are a file in memory, which the limit would hit as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
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
