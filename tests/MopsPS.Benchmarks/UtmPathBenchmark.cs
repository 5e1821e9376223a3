using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using System.Threading;
using System.Web;
using CsvHelper;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Utm;

namespace MopsPS.Benchmarks;

/// <summary>The link audit over one column of an export, against what a script would do without it: CsvHelper, System.Uri and HttpUtility.</summary>
internal sealed class UtmPathBenchmark : IBenchmark
{
    private const string Column = "Landing Page URL";

    // Nothing is found in the generated links: the goal is stated for clean ones.
    private static readonly MopsPolicy Policy = PolicyLoader.Preset("default");

    public string Name => "utm-path";

    public string Summary => "all rules over a column of links against CsvHelper + System.Uri + HttpUtility (goal: 1,500,000 clean links a second)";

    public void Run(BenchmarkOptions options)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Invoke(runspace, $"Import-Module '{Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../output/MopsPS/MopsPS.psd1"))}'");
        foreach (var mix in Enum.GetValues<LinkMix>())
        {
            var path = LinkExport.Create(options.Rows, mix);
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} links, {1} processors: {2}", mix, Environment.ProcessorCount, Summarize(path, 0)));
            (string Name, Func<long> Job)[] ways =
            [
                ("naive", () => Naive(path)),
                ("column read", () => Read(path)),
                ("summary", () => Summarize(path, 0).Links),
                ("summary, one thread", () => Summarize(path, 1).Links),
                ("results", () => Results(path)),
                ("Test-MopsUtm -Summary", () => Cmdlet(runspace, path, "-Summary")),
                ("Test-MopsUtm", () => Cmdlet(runspace, path, string.Empty)),
            ];
            var times = Measured.Compare(options.Rounds, "naive", ways).ToDictionary(way => way.Name, way => way.Milliseconds);
            foreach (var (name, job) in ways)
            {
                // Processor time tells what a machine gives that has nothing else to do.
                var processor = ProcessorTime(job);
                Console.WriteLine(string.Format(
                    CultureInfo.InvariantCulture, "  {0,-22} {1,10:N0} links a second; {2:0.00} s of processor time for a million", name, options.Rows / times[name] * 1000,
                    processor.TotalSeconds / options.Rows * 1e6));
            }
        }
    }

    private static TimeSpan ProcessorTime(Func<long> job)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        job();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private static long Read(string path)
    {
        long links = 0;
        using var reader = ExportReader.Open(path, new ImportOptions(), schema => [schema.IndexOf(Column)]);
        while (reader.Read())
            if (!reader.GetUtf8(0).IsEmpty) links++;
        return links;
    }

    private static UtmSummary Summarize(string path, int threads)
    {
        var auditor = new UtmAuditor(Policy, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        var summary = new UtmAudit(auditor);
        using var reader = ExportReader.Open(path, new ImportOptions(), schema => [schema.IndexOf(Column)]);
        new UtmColumnAudit(auditor, summary: summary, threads: threads).Run(reader, 1, path, null, null, CancellationToken.None);
        return summary.Summarize();
    }

    private static long Results(string path)
    {
        long links = 0;
        var auditor = new UtmAuditor(Policy, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        using var reader = ExportReader.Open(path, new ImportOptions(), schema => [schema.IndexOf(Column)]);
        new UtmColumnAudit(auditor).Run(reader, 1, path, _ => links++, null, CancellationToken.None);
        return links;
    }

    private static long Cmdlet(Runspace runspace, string path, string parameters)
    {
        Invoke(runspace, $"Test-MopsUtm -LiteralPath '{path}' -Policy default {parameters} | Out-Null");
        return -1;
    }

    // What a script does: it asks each link for the parameters that a report needs.
    private static long Naive(string path)
    {
        long links = 0, tagged = 0;
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions());
        var column = reader.GetFieldIndex(Column);
        while (reader.Read())
        {
            links++;
            if (!Uri.TryCreate(Encoding.UTF8.GetString(reader.GetSpan(column)), UriKind.Absolute, out var uri)) continue;
            if (HttpUtility.ParseQueryString(uri.Query)["utm_source"] is not null) tagged++;
        }

        return tagged > links ? 0 : links;
    }

    private static void Invoke(Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script, useLocalScope: false).Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(shell.Streams.Error[0].ToString());
    }
}
