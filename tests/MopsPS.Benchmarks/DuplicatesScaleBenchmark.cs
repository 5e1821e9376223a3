using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Matching;
using MopsPS.Core.Matching.Fields;
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
        var (path, persons) = DuplicatesContacts.Get(options.Rows);
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var times = new List<(string Phase, double At, double Processor, double Peak)> { ("start", 0, Processor(), 0) };
        var phase = "Reading";
        var finder = new DuplicateFinder(new DuplicateOptions { OnProgress = (name, _) => Mark(name) });
        var input = Announce(finder, path);
        using (var reader = ExportReader.Open(path, new ImportOptions(), _ => input.Columns))
            while (reader.Read()) input.Add(reader);
        var run = finder.Run();
        Mark("Results");
        var found = run.Groups();
        Mark("");
        var (seconds, peak) = (clock.Elapsed.TotalSeconds, Peak());
        var engine = run.Engine;
        var groups = Enumerable.Range(0, persons.Length).Select(i => -1 - i).ToArray();
        foreach (var group in found.Where(group => group.Band == DuplicateBand.Match))
            foreach (var row in group.Rows) groups[row] = group.Rows[0];
        var measure = PairMeasure.Of(groups, persons);
        Console.WriteLine(FormattableString.Invariant(
            $"{options.Rows:N0} rows, {new FileInfo(path).Length / 1e6:0} MB: {seconds:0.0} s, peak {peak:0} MB; precision {measure.Precision:0.000}, recall {measure.Recall:0.000}, F1 {measure.F1:0.000}; {found.Count:N0} groups of {engine.Candidates:N0} candidate pairs, missed by blocking {engine.Missed:P1} (estimated)"));
        Console.WriteLine("  " + string.Join(", ", times.Skip(1).Select((time, i) => FormattableString.Invariant($"{time.Phase} {time.At - times[i].At:0.0} ({time.Processor - times[i].Processor:0.0}; {time.Peak:0})"))) + " seconds (processor time; peak memory so far in MB)");
        if (options.Verbose)
        {
            DuplicatesAccuracyBenchmark.Explain(engine);
            MatchErrors.Print(engine, groups, persons, File.ReadLines(path).Skip(1).ToList());
        }

        // Called from worker threads, too: each phase begins once.
        void Mark(string next)
        {
            lock (times)
            {
                if (next == phase || times.Any(time => time.Phase == next)) return;
                times.Add((phase, clock.Elapsed.TotalSeconds, Processor(), Peak()));
                phase = next;
            }
        }
    }

    private static double Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static DuplicateInput Announce(DuplicateFinder finder, string path)
    {
        var samples = new List<IReadOnlyList<string?>>();
        using var reader = ExportReader.Open(path, new ImportOptions());
        while (samples.Count < 2000 && reader.Read()) samples.Add(reader.ToRecord().Values);
        return finder.AddInput(FieldMapper.Map(reader.Schema, null, samples), samples, path, null, false, () => ExportReader.Open(path, new ImportOptions()));
    }

    /// <summary>The fields of a file, found from its first rows.</summary>
    public static IReadOnlyList<PlannedField> Plan(string path)
    {
        var samples = new List<IReadOnlyList<string?>>();
        using var reader = ExportReader.Open(path, new ImportOptions());
        while (samples.Count < 2000 && reader.Read()) samples.Add(reader.ToRecord().Values);
        return FieldPlanner.Plan(FieldMapper.Map(reader.Schema, null, samples), samples, new MatchFieldOptions());
    }
}
