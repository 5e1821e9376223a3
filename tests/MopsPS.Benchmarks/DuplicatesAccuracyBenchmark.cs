using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using MopsPS.Core.Matching;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Benchmarks;

/// <summary>Precision, recall and F1 on labelled sets, with no option at all, beside the best that Splink reached with settings by hand.</summary>
internal sealed class DuplicatesAccuracyBenchmark : IBenchmark
{
    public string Name => "duplicates-accuracy";

    public string Summary => "Groups of all labelled sets under a folder (--path, default shared/data/duplicates) against the truth and Splink's best F1";

    public void Run(BenchmarkOptions options)
    {
        var root = options.Path ?? Find();
        Console.WriteLine($"{"set",-26}{"rows",8}{"true",8}{"found",8}{"precision",11}{"recall",9}{"F1",8}{"Splink",8}{"seconds",9}");
        foreach (var folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            var records = Path.Combine(folder, "records.csv");
            var truth = Path.Combine(folder, "truth_clusters.csv");
            if (!File.Exists(records) || !File.Exists(truth)) continue;
            var clock = Stopwatch.StartNew();
            var (ids, groups, engine, rows) = Match(records);
            var seconds = clock.Elapsed.TotalSeconds;
            var clusters = Truth(truth, ids);
            var measure = PairMeasure.Of(groups, clusters);
            if (options.Verbose)
            {
                Explain(engine);
                MatchErrors.Print(engine, groups, clusters, rows);
            }

            var splink = Splink(Path.Combine(root, "..", "README.md"), Path.GetFileName(folder));
            Console.WriteLine(FormattableString.Invariant(
                $"{Path.GetFileName(folder),-26}{ids.Count,8}{measure.True,8}{measure.Found,8}{measure.Precision,11:0.000}{measure.Recall,9:0.000}{measure.F1,8:0.0000}{splink,8}{seconds,9:0.0}"));
        }
    }

    private static (List<string> Ids, int[] Groups, MatchEngine Engine, List<string> Rows) Match(string file)
    {
        var plan = DuplicatesScaleBenchmark.Plan(file);
        RecordSchema schema;
        using (var reader = ExportReader.Open(file, new ImportOptions())) schema = reader.Schema;
        var positions = plan.SelectMany(field => field.Columns).Select(schema.IndexOf).ToArray();
        var table = new MatchTable();
        var ids = new List<string>();
        var rows = new List<string>();
        using (var reader = ExportReader.Open(file, new ImportOptions()))
        {
            var add = table.Open(plan, positions);
            while (reader.Read())
            {
                add(reader);
                ids.Add(reader.GetString(0)!);
                rows.Add(string.Join(" | ", Enumerable.Range(0, schema.Count).Select(reader.GetString)));
            }
        }

        var engine = MatchEngine.Run(MatchSet.Build(table, 2, default), new MatchOptions());
        var groups = Enumerable.Range(0, ids.Count).Select(i => -1 - i).ToArray();
        for (var record = 0; record < engine.Set.Count; record++)
            foreach (var row in engine.Set.Rows(record)) groups[row] = record;
        for (var g = 0; g < engine.Groups.Count; g++)
            foreach (var record in engine.Groups[g])
                foreach (var row in engine.Set.Rows(record)) groups[row] = engine.Groups[g][0];
        return (ids, groups, engine, rows);
    }

    public static void Explain(MatchEngine engine)
    {
        Console.WriteLine($"  records {engine.Set.Count}, candidates {engine.Candidates:0}, pairs {engine.Pairs.Count}, missed {engine.Missed:0.000}, a record has: " + string.Join(", ", engine.Model.Shares.Select(share => FormattableString.Invariant($"{share * engine.Set.Count:0.00}"))) + " (same, moved, household, firm)");
        foreach (var key in engine.Keys) Console.WriteLine("    key " + key.Name);
        for (var f = 0; f < engine.Set.Fields.Length; f++)
        {
            var field = engine.Set.Fields[f];
            var model = engine.Model.Fields[f];
            Console.WriteLine($"    {field.Name} ({field.Kind}): " + string.Join("  ", field.Levels.Names.Select((name, i) => FormattableString.Invariant($"{name} {model.Match[i]:0.0000}/{model.Unrelated[i]:0.0e0}/{model.Classes[2]?[i]:0.000}/{model.Classes[3]?[i]:0.000}={engine.Weights.Match[f][i]:0.0}"))));
        }
    }

    private static int[] Truth(string file, List<string> ids)
    {
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = ExportReader.Open(file, new ImportOptions());
        while (reader.Read()) clusters[reader.GetString(0)!] = reader.GetString(1)!;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. ids.Select(id =>
        {
            var cluster = clusters.TryGetValue(id, out var known) ? known : "alone:" + id;
            if (!numbers.TryGetValue(cluster, out var number)) numbers.Add(cluster, number = numbers.Count);
            return number;
        })];
    }

    // The published figures stand in the table of the data's README; where there is no such row, there is nothing to compare with.
    private static string Splink(string readme, string set)
    {
        if (!File.Exists(readme)) return "-";
        var row = File.ReadLines(readme).FirstOrDefault(line => line.StartsWith($"| {set} |", StringComparison.Ordinal));
        return row?.Split('|')[4].Trim().Split(' ')[0] ?? "-";
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "duplicates");
            if (Directory.Exists(data)) return data;
        }

        throw new DirectoryNotFoundException("There is no shared/data/duplicates; name a folder with --path.");
    }
}
