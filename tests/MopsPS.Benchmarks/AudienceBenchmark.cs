using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using DuckDB.NET.Data;
using MopsPS.Core.Audience;
using MopsPS.Core.Policy;

namespace MopsPS.Benchmarks;

/// <summary>
/// An audience against a suppression list of the same size. The peers answer one question of it, who is on the list: a HashSet of texts filled by CsvHelper, and
/// DuckDB's anti-join. The module answers that one and, in the second way, all its checks.
/// </summary>
internal sealed class AudienceBenchmark : IBenchmark
{
    private const string ChildVariable = "MOPSPS_BENCHMARK_AUDIENCE";

    private static readonly DateTime Now = new(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);

    private static readonly MopsPolicy All = PolicyLoader.Parse("""{ "audience": { "employeeDomains": ["us.example"], "competitorDomains": ["rival.example"] } }""");

    // Only the suppression list is asked.
    private static readonly MopsPolicy One = PolicyLoader.Parse(
        "{ \"rules\": {" + string.Join(",", AudienceRules.All.Where(rule => rule.Id != "AUD001").Select(rule => $"\"{rule.Id}\": {{ \"enabled\": false }}")) + "} }");

    public string Name => "audience";

    public string Summary => "an audience of a million rows against a million suppressed, plain and as SHA-256, against HashSet + CsvHelper and DuckDB (goal: 5 s, 1 GB)";

    public void Run(BenchmarkOptions options)
    {
        if (Environment.GetEnvironmentVariable(ChildVariable) is { Length: > 0 } files)
        {
            Child(files.Split('|'));
            return;
        }

        var (audience, list, hashes) = Create(options.Rows);
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:N0} rows of {1:N0} MB, {2} processors", options.Rows, new FileInfo(audience).Length / 1048576.0, Environment.ProcessorCount));
        (string Name, Func<long> Job)[] ways =
        [
            ("HashSet + CsvHelper", () => Naive(audience, list)),
            ("DuckDB anti-join", () => Duck(audience, list)),
            ("list only", () => Check(audience, list, One).Kept),
            ("all checks", () => -Check(audience, list, All).Rows),
            ("all checks, SHA-256", () => -Check(audience, hashes, All).Rows),
        ];
        Measured.Compare(options.Rounds, "HashSet + CsvHelper", ways);
        foreach (var (name, job) in ways)
        {
            using var process = Process.GetCurrentProcess();
            GC.Collect();
            var (before, allocated) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(true));
            job();
            process.Refresh();
            Console.WriteLine(string.Format(
                CultureInfo.InvariantCulture, "  {0,-22} {1:0.00} s of processor time, {2:N0} MB allocated",
                name, (process.TotalProcessorTime - before).TotalSeconds, (GC.GetTotalAllocatedBytes(true) - allocated) / 1048576.0));
        }

        // The peak of a process that has done nothing else, jitting included.
        foreach (var (name, suppressed) in new[] { ("all checks", list), ("all checks, SHA-256", hashes) })
            Console.WriteLine($"  {name,-22} {Start(audience, suppressed)}");

        Console.WriteLine(Check(audience, hashes, All));
    }

    private static void Child(string[] files)
    {
        var clock = Stopwatch.StartNew();
        var result = Check(files[0], files[1], All);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "a process of its own: {0:0.00} s, {1:0.00} s of processor time, {2:N0} MB peak; {3:N0} of {4:N0} rows stay",
            clock.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64 / 1048576.0, result.Kept, result.Rows));
    }

    private static string Start(string audience, string list)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, "audience") { RedirectStandardOutput = true };
        start.Environment[ChildVariable] = $"{audience}|{list}";
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? line : throw new InvalidOperationException("The child failed.");
    }

    private static AudienceResult Check(string audience, string list, MopsPolicy policy) =>
        AudienceFiles.Check([audience], [list], new AudienceOptions { AsOf = Now }, policy, Now);

    // What a script in C# does: trimmed texts in lower case.
    private static long Naive(string audience, string list)
    {
        var suppressed = new HashSet<string>(StringComparer.Ordinal);
        using (var reader = CsvReader.FromFile(list, new CsvReaderOptions()))
        {
            while (reader.Read()) suppressed.Add(reader.GetString(0).Trim().ToLowerInvariant());
        }

        long kept = 0;
        using var rows = CsvReader.FromFile(audience, new CsvReaderOptions());
        var column = rows.GetFieldIndex("Email");
        while (rows.Read())
            if (!suppressed.Contains(rows.GetString(column).Trim().ToLowerInvariant())) kept++;
        return kept;
    }

    private static long Duck(string audience, string list)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SET threads TO 2;
            SELECT count(*) FROM read_csv('{audience}', all_varchar=true, header=true) a
            ANTI JOIN read_csv('{list}', all_varchar=true, header=true) s ON lower(trim(a.Email)) = lower(trim(s.Email))
            """;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    // One row in ten is on the list; addresses, names and countries of firms, so that no two rows have one mailbox.
    private static (string Audience, string List, string Hashes) Create(int rows)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mops-audience-{rows}");
        var paths = (Path.Combine(folder, "audience.csv"), Path.Combine(folder, "list.csv"), Path.Combine(folder, "hashes.txt"));
        if (Directory.Exists(folder)) return paths;
        Directory.CreateDirectory(folder + ".new");
        string[] countries = ["Germany", "United States", "France", "Canada", "United Kingdom", "Brazil"];
        string[] consents = ["Yes", "Yes", "", "Existing customer", "No"];
        var random = new Random(11);
        using (var audience = new StreamWriter(Path.Combine(folder + ".new", "audience.csv")))
        using (var list = new StreamWriter(Path.Combine(folder + ".new", "list.csv")))
        using (var hashes = new StreamWriter(Path.Combine(folder + ".new", "hashes.txt")))
        {
            audience.WriteLine("Record ID,First Name,Last Name,Email,Company,Job Title,Country,Marketing Consent,Consent Date,Unsubscribed from all email,Email hard bounce reason,Phone,City,Industry,Owner");
            list.WriteLine("Email");
            for (var i = 0; i < rows; i++)
            {
                var address = $"First{i % 977}.Last{i}@company{i % 50_021}.example";
                audience.WriteLine($"00Q{i:D12},First{i % 977},Last{i},{address},Company {i % 50_021},Manager,{countries[random.Next(6)]},{consents[random.Next(5)]},2026-{1 + (i % 9):D2}-11,{(random.Next(50) == 0 ? "true" : "false")},{(random.Next(80) == 0 ? "MAILBOX_DOES_NOT_EXIST" : "")},+49 30 {i:D8},Berlin,Software,Owner {i % 40}");
                var suppressed = i % 10 == 0 ? address : $"other{i}@company{i % 50_021}.example";
                list.WriteLine(suppressed);
                hashes.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(suppressed.ToLowerInvariant()))));
            }
        }

        Directory.Move(folder + ".new", folder);
        return paths;
    }
}
