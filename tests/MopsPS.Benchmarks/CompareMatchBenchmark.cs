using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Policy;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Benchmarks;

/// <summary>
/// Two exports without a common key compared by the matching engine: contacts of <see cref="ContactExport"/>, the right side with typos, nicknames, moved jobs and missing values, and with
/// people whom only one side has. How many pairs are right, against the truth; how the time grows; and against the bare search that Find-MopsDuplicate -Against runs.
/// </summary>
internal sealed class CompareMatchBenchmark : IBenchmark
{
    public string Name => "compare-match";

    public string Summary => "two exports (--rows) by the matching engine: precision and recall of pairs, growth from half the rows, against the bare search";

    public void Run(BenchmarkOptions options)
    {
        // The first time lets the code be compiled.
        Once(options.Rows / 4, show: false);
        var half = Once(options.Rows / 2, show: false);
        var whole = Once(options.Rows, show: true);
        Console.WriteLine(FormattableString.Invariant($"twice the rows: {whole / half:0.00} x the processor time (linear would be 2)"));
        var (left, right, _) = Create(options.Rows);
        Measured.Compare(options.Rounds, "bare search", ("bare search", () => Search(left, right)), ("compare -Match", () => Compare(left, right).Run.Differences().Count() * -1L));
    }

    private static double Once(int rows, bool show)
    {
        var (left, right, truth) = Create(rows);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var (run, summary) = Compare(left, right);
        var differences = run.Differences().ToList();
        var used = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        if (!show) return used;
        // Every pair differs in something, so that each one shows itself.
        var pairs = differences.Where(difference => difference.Kind == RecordDifferenceKind.Different).Select(difference => (difference.LeftSource!.Row, difference.RightSource!.Row)).Distinct().ToList();
        var correct = pairs.Count(truth.Contains);
        Console.WriteLine(FormattableString.Invariant(
            $"{summary.LeftRows:N0} and {summary.RightRows:N0} rows, {truth.Count:N0} true pairs: {pairs.Count:N0} found that differ, {correct:N0} right: precision {100.0 * correct / pairs.Count:0.00} %, recall {100.0 * correct / truth.Count:0.00} %; {summary.Ambiguous:N0} left for a person; {used:0.0} s of processors"));
        return used;
    }

    private static long Search(string left, string right)
    {
        var finder = new DuplicateFinder(new DuplicateOptions { Threads = Environment.ProcessorCount });
        var inputs = new[] { (left, false), (right, true) }.Select(side =>
        {
            using var reader = ExportReader.Open(side.Item1, new ImportOptions());
            return (side.Item1, finder.AddInput(FieldMapper.Map(reader.Schema), Samples(side.Item1), side.Item1, isKnown: side.Item2));
        }).ToList();
        finder.Settle();
        foreach (var (path, input) in inputs)
        {
            using var reader = ExportReader.Open(path, new ImportOptions(), _ => input.Columns);
            while (reader.Read()) input.Add(reader);
        }

        return finder.Run().Scored.Count * -1L;
    }

    private static (RecordComparerRun Run, RecordComparison Summary) Compare(string left, string right)
    {
        var comparer = new RecordComparer(new RecordCompareOptions { IsMatched = true, Threads = Environment.ProcessorCount }, PolicyLoader.Preset("default"));
        var inputs = new[] { (left, true), (right, false) }.Select(side =>
        {
            using var reader = ExportReader.Open(side.Item1, new ImportOptions());
            return (side.Item1, comparer.AddInput(FieldMapper.Map(reader.Schema), side.Item2, Samples(side.Item1)));
        }).ToList();
        comparer.Settle();
        foreach (var (path, input) in inputs)
        {
            using var reader = ExportReader.Open(path, new ImportOptions(), _ => input.Columns);
            while (reader.Read()) input.Add(reader);
        }

        var run = comparer.Run();
        return (run, run.Summary(DateTime.UtcNow));
    }

    private static List<IReadOnlyList<string?>> Samples(string path)
    {
        var samples = new List<IReadOnlyList<string?>>();
        using var reader = ExportReader.Open(path, new ImportOptions());
        while (samples.Count < 2000 && reader.Read()) samples.Add(reader.ToRecord().Values);
        return samples;
    }

    // The first row of a person is on the left side, the second one on the right; who has one row only is on either.
    private static (string Left, string Right, HashSet<(int, int)> Truth) Create(int rows)
    {
        var (contacts, persons) = ContactExport.Paths(rows * 2);
        if (!File.Exists(contacts) || !File.Exists(persons)) ContactExport.Create(rows * 2);
        var lines = File.ReadAllLines(contacts);
        var number = File.ReadAllLines(persons).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToArray();
        var byPerson = Enumerable.Range(0, number.Length).GroupBy(i => number[i]).OrderBy(group => group.Key).ToArray();
        List<string> left = [lines[0]], right = [lines[0]];
        var truth = new HashSet<(int, int)>();
        foreach (var person in byPerson)
        {
            var own = person.ToArray();
            if (own.Length > 1 && lines[own[0] + 1] != lines[own[1] + 1])
            {
                left.Add(lines[own[0] + 1]);
                right.Add(lines[own[1] + 1]);
                truth.Add((left.Count - 1, right.Count - 1));
            }
            else
            {
                (person.Key % 2 == 0 ? left : right).Add(lines[own[0] + 1]);
            }
        }

        string leftPath = contacts + ".left.csv", rightPath = contacts + ".right.csv";
        File.WriteAllLines(leftPath, left);
        File.WriteAllLines(rightPath, right);
        return (leftPath, rightPath, truth);
    }
}
