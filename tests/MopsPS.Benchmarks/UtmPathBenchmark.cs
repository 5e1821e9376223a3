using System;
using System.Diagnostics;
using System.Globalization;
using System.Text;
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

    public string Summary => "all rules and the summary over a column of links against CsvHelper + System.Uri + HttpUtility (goal: 1,500,000 links a second)";

    public void Run(BenchmarkOptions options)
    {
        var path = LeadExport.Create(options.Rows);
        var clock = Stopwatch.StartNew();
        var summary = Audit(path);
        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "{0}, first run {1:N0} links a second, {2} processors", summary, summary.Links / clock.Elapsed.TotalSeconds, Environment.ProcessorCount));
        foreach (var rule in summary.Rules) Console.WriteLine($"  {rule}");
        Measured.Compare(options.Rounds, "naive", ("naive", () => Naive(path)), ("MopsPS audit", () => Audit(path).Tagged));
    }

    private static UtmSummary Audit(string path)
    {
        var auditor = new UtmAuditor(Policy, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        var audit = new UtmAudit(auditor);
        using var reader = ExportReader.Open(path, new ImportOptions(), schema => [schema.IndexOf(Column)]);
        while (reader.Read())
        {
            if (reader.GetString(0) is { Length: > 0 } url) audit.Add(auditor.Audit(url));
        }

        return audit.Summarize();
    }

    private static long Naive(string path)
    {
        long tagged = 0;
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions());
        var column = reader.GetFieldIndex(Column);
        while (reader.Read())
        {
            if (!Uri.TryCreate(Encoding.UTF8.GetString(reader.GetSpan(column)), UriKind.Absolute, out var uri)) continue;
            if (HttpUtility.ParseQueryString(uri.Query)["utm_source"] is not null) tagged++;
        }

        return tagged;
    }
}
