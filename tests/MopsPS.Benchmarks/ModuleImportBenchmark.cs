using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation.Runspaces;

namespace MopsPS.Benchmarks;

/// <summary>
/// A fresh process that starts the engine and imports the module, against one that starts the engine and runs an empty module file: what
/// the import adds, in wall and in processor time. The two take turns.
/// </summary>
internal sealed class ModuleImportBenchmark : IBenchmark
{
    private const string ChildVariable = "MOPSPS_BENCHMARK_IMPORT";

    public string Name => "module-import";

    public string Summary => "Import-Module in a fresh process against the bare engine (goal: less than 300 ms more)";

    public void Run(BenchmarkOptions options)
    {
        if (Environment.GetEnvironmentVariable(ChildVariable) is { Length: > 0 } script)
        {
            Child(script);
            return;
        }

        var module = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../output/MopsPS/MopsPS.psd1"));
        var empty = Path.Combine(Path.GetTempPath(), "mopsps-benchmarks", "Empty.psm1");
        Directory.CreateDirectory(Path.GetDirectoryName(empty)!);
        File.WriteAllText(empty, "");
        var bare = new List<(double Wall, double Processor)>();
        var full = new List<(double Wall, double Processor)>();
        for (var round = 0; round <= options.Rounds; round++)
        {
            var (first, second) = (Start($"Import-Module '{empty}'"), Start($"Import-Module '{module}'"));
            if (round == 0) continue;
            bare.Add(first);
            full.Add(second);
        }

        Print("bare engine", bare);
        Print("with MopsPS", full);
        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "the import adds {0:0} ms of wall and {1:0} ms of processor time (medians of {2} pairs; least {3:0} and {4:0})",
            Median(full.Zip(bare, (f, b) => f.Wall - b.Wall)), Median(full.Zip(bare, (f, b) => f.Processor - b.Processor)), options.Rounds,
            full.Min(f => f.Wall) - bare.Min(b => b.Wall), full.Min(f => f.Processor) - bare.Min(b => b.Processor)));
    }

    private static void Child(string script)
    {
        var clock = Stopwatch.StartNew();
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        ModuleRunspace.Invoke(runspace, script);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:0.0} {1:0.0}", clock.Elapsed.TotalMilliseconds, process.TotalProcessorTime.TotalMilliseconds));
    }

    private static (double Wall, double Processor) Start(string script)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, "module-import") { RedirectStandardOutput = true };
        start.Environment[ChildVariable] = script;
        using var process = Process.Start(start)!;
        var numbers = process.StandardOutput.ReadToEnd().Trim().Split(' ');
        process.WaitForExit();
        if (process.ExitCode != 0 || numbers.Length != 2) throw new InvalidOperationException($"The child for '{script}' failed.");
        return (double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    private static void Print(string name, List<(double Wall, double Processor)> times) => Console.WriteLine(string.Format(
        CultureInfo.InvariantCulture, "{0,-12} {1,6:0} ms wall, {2,6:0} ms processor time", name, Median(times.Select(t => t.Wall)), Median(times.Select(t => t.Processor))));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
