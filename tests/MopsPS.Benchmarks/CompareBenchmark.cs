using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DuckDB.NET.Data;
using MopsPS.Core.Policy;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Benchmarks;

/// <summary>Two exports compared by key, files to differences, against DuckDB's full outer join that counts per field; every planted difference is checked first.</summary>
internal sealed class CompareBenchmark : IBenchmark
{
    public string Name => "compare";

    public string Summary => "two exports (--rows) by key, files to differences: all planted ones and no other, seconds (goal 6 for a million), memory (goal 1.5 GB), against DuckDB";

    public void Run(BenchmarkOptions options)
    {
        var (left, right, planted) = CompareExport.Create(options.Rows);
        var size = (new FileInfo(left).Length + new FileInfo(right).Length) / 1e6;
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var (run, summary) = Mops(left, right);
        var found = run.Differences().Select(Text).ToList();
        var seconds = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        var used = (process.TotalProcessorTime - processor).TotalSeconds;
        var distinct = found.ToHashSet(StringComparer.Ordinal);
        if (distinct.Count != found.Count || !distinct.SetEquals(planted))
            throw new InvalidOperationException($"Planted {planted.Count}, found {found.Count}; missed {planted.Except(distinct).Take(3).Aggregate("", (a, b) => a + " " + b)}; invented {distinct.Except(planted).Take(3).Aggregate("", (a, b) => a + " " + b)}.");
        Console.WriteLine(FormattableString.Invariant(
            $"{options.Rows:N0} rows a side, {size:0} MB: {seconds:0.0} s the first time ({used:0.0} s of processors), peak {process.PeakWorkingSet64 / 1e6:0} MB; all {planted.Count:N0} planted differences found, none invented; {summary}"));
        run = null!;
        Measured.Compare(options.Rounds, "DuckDB", ("DuckDB", () => Duck(left, right)), ("MopsPS", () => Again(left, right)));
    }

    private static long Again(string left, string right)
    {
        var (again, counts) = Mops(left, right);
        _ = again.Differences().Count();
        return counts.Missing + counts.LeftBlank;
    }

    private static (RecordComparerRun Run, RecordComparison Summary) Mops(string left, string right)
    {
        var comparer = new RecordComparer(new RecordCompareOptions { Key = ["Email"], Threads = Environment.ProcessorCount }, PolicyLoader.Preset("default"));
        CompareInput Open(string path, bool isLeft)
        {
            using var reader = ExportReader.Open(path, new ImportOptions());
            return comparer.AddInput(FieldMapper.Map(reader.Schema), isLeft);
        }

        CompareInput ours = Open(left, true), theirs = Open(right, false);
        comparer.Settle();
        var other = Task.Run(() => Read(right, theirs));
        Read(left, ours);
        other.Wait();
        var run = comparer.Run();
        return (run, run.Summary(DateTime.UtcNow));
    }

    private static void Read(string path, CompareInput input)
    {
        using var reader = ExportReader.Open(path, new ImportOptions(), _ => input.Columns);
        while (reader.Read()) input.Add(reader);
    }

    private static string Text(RecordDifference difference) => difference.Kind == RecordDifferenceKind.BlankKey
        ? $"BlankKey||{(difference.LeftSource ?? difference.RightSource)!.Row}" : $"{difference.Kind}|{difference.Key!.ToLowerInvariant()}|{difference.Field}";

    // The same job as a database would do it: what is only on one side, and how often each field differs.
    private static long Duck(string left, string right)
    {
        (string Left, string Right)[] fields =
        [
            ("First Name", "first_name"), ("Last Name", "last_name"), ("Company", "Company"), ("Country", "Country"), ("Lead Status", "Lead Status"), ("Annual Revenue", "Annual Revenue"),
            ("Created Date", "Created Date"), ("Phone", "Phone"), ("Note", "Note"),
        ];
        var counts = string.Join(", ", fields.Select(field => $"count(*) filter (where l.key is not null and r.key is not null and lower(trim(l.\"{field.Left}\")) is distinct from lower(trim(r.\"{field.Right}\")))"));
        using var connection = new DuckDBConnection("DataSource=:memory:;threads=2");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            with l as (select *, lower(trim("Email")) as key from read_csv('{left}', all_varchar=true)), r as (select *, lower(trim(email_address)) as key from read_csv('{right}', all_varchar=true))
            select count(*) filter (where r.key is null), count(*) filter (where l.key is null and r.key is not null), {counts} from l full outer join r on l.key = r.key
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt64(0);
    }
}
