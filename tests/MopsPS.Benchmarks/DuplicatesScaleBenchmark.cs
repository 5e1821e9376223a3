using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using MopsPS.Core.Matching;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Benchmarks;

/// <summary>Generated contacts with hard negatives: accuracy, time by phase and memory, file to groups.</summary>
internal sealed class DuplicatesScaleBenchmark : IBenchmark
{
    public string Name => "duplicates-scale";

    public string Summary => "Generated contacts (--rows), file to groups: F1 (goal 0.95), seconds (goal 8 for a million) and peak memory (goal 1.2 GB)";

    public void Run(BenchmarkOptions options)
    {
        var (path, persons) = ContactExport.Create(options.Rows);
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var times = new List<(string Phase, double At, double Processor)> { ("start", 0, Processor()) };
        var plan = Plan(path);
        var table = new MatchTable(Environment.ProcessorCount);
        using (var reader = ExportReader.Open(path, new ImportOptions(), all => [.. plan.SelectMany(field => field.Columns).Select(all.IndexOf)]))
        {
            var add = table.Open(plan, [.. Enumerable.Range(0, reader.Schema.Count)]);
            while (reader.Read()) add(reader);
        }

        Mark("read");
        var set = MatchSet.Build(table, Environment.ProcessorCount, default);
        Mark("normalise");
        string? phase = null;
        var engine = MatchEngine.Run(set, new MatchOptions
        {
            OnProgress = (name, _) =>
            {
                if (name == phase) return;
                if (phase is not null) Mark(phase);
                phase = name;
            },
        });
        Mark(phase ?? "match");
        var seconds = clock.Elapsed.TotalSeconds;
        var groups = Enumerable.Range(0, persons.Length).Select(i => -1 - i).ToArray();
        for (var record = 0; record < set.Count; record++)
            foreach (var row in set.Rows(record)) groups[row] = record;
        foreach (var group in engine.Groups)
            foreach (var record in group)
                foreach (var row in set.Rows(record)) groups[row] = group[0];
        var measure = PairMeasure.Of(groups, persons);
        Console.WriteLine(FormattableString.Invariant(
            $"{options.Rows:N0} rows, {new FileInfo(path).Length / 1e6:0} MB: {seconds:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB; precision {measure.Precision:0.000}, recall {measure.Recall:0.000}, F1 {measure.F1:0.000}; {engine.Candidates:N0} candidate pairs, missed by blocking {engine.Missed:P1} (estimated)"));
        Console.WriteLine("  " + string.Join(", ", times.Skip(1).Select((time, i) => FormattableString.Invariant($"{time.Phase} {time.At - times[i].At:0.0} ({time.Processor - times[i].Processor:0.0})"))) + " seconds (processor time)");
        if (options.Verbose)
        {
            DuplicatesAccuracyBenchmark.Explain(engine);
            MatchErrors.Print(engine, groups, persons, File.ReadLines(path).Skip(1).ToList());
        }

        void Mark(string name) => times.Add((name, clock.Elapsed.TotalSeconds, Processor()));
    }

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    /// <summary>The fields of a file, found from its first rows.</summary>
    public static IReadOnlyList<PlannedField> Plan(string path)
    {
        var samples = new List<IReadOnlyList<string?>>();
        using var reader = ExportReader.Open(path, new ImportOptions());
        while (samples.Count < 2000 && reader.Read()) samples.Add(reader.ToRecord().Values);
        return FieldPlanner.Plan(FieldMapper.Map(reader.Schema, null, samples), samples, new MatchFieldOptions());
    }
}
