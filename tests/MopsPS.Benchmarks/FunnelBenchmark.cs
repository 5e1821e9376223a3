using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DuckDB.NET.Data;
using MopsPS.Core.Funnel;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Benchmarks;

/// <summary>
/// File to funnel: five stages by channel and month, counts, medians and 90th percentiles of those who moved on. DuckDB does that query; the
/// module does it with Kaplan-Meier medians, intervals, maturity and the check for repeated ids on top.
/// </summary>
internal sealed class FunnelBenchmark : IBenchmark
{
    private static readonly FunnelPolicy Definition = new()
    {
        Stages = [.. FunnelExport.Stages.Select(name => new FunnelStageDefinition { Name = name, Date = [name] })],
        Id = ["Lead ID"],
    };

    public string Name => "funnel";

    public string Summary => "a million leads, five stages by channel and month, file to funnel, against DuckDB on two threads (goal: at most half the time)";

    public void Run(BenchmarkOptions options)
    {
        var path = FunnelExport.Create(options.Rows);
        Check(path);
        var before = GC.GetTotalAllocatedBytes(true);
        Count(path, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:N0} rows, {1:N1} MB file, {2:N1} MB allocated in all, {3} processors",
            options.Rows, new System.IO.FileInfo(path).Length / 1048576.0, (GC.GetTotalAllocatedBytes(true) - before) / 1048576.0, Environment.ProcessorCount));
        Measured.Compare(options.Rounds, "DuckDB", ("DuckDB", () => Duck(path).Sum(row => row.Sum)), ("MopsPS", () => Mops(path).Sum(row => row.Sum)));
    }

    // The same numbers first: a fast wrong answer is no answer.
    private static void Check(string path)
    {
        var duck = Duck(path).ToDictionary(row => row.Key);
        var mops = Mops(path);
        if (duck.Count != mops.Count) throw new InvalidOperationException($"DuckDB has {duck.Count} groups and MopsPS {mops.Count}.");
        foreach (var row in mops)
        {
            var other = duck[row.Key];
            if (row.Sum != other.Sum || row.Medians.Zip(other.Medians).Any(pair => Math.Abs(pair.First - pair.Second) > 1e-6)) throw new InvalidOperationException($"{row.Key} differs.");
        }
    }

    private static List<Group> Mops(string path)
    {
        var summary = Count(path, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return [.. summary.Breakdown.GroupBy(row => row.By["Channel"] + row.Period).Select(rows => new Group(
            rows.Key, rows.Sum(row => row.Order * row.Entered), [.. rows.Where(row => row.Next is not null).SelectMany(row => new[] { row.ReachedMedianDays ?? 0, row.ReachedP90Days ?? 0 })]))];
    }

    private static FunnelSummary Count(string path, DateTime now)
    {
        var analysis = new FunnelAnalysis(new FunnelOptions { Definition = Definition, By = ["Channel"], Period = FunnelPeriod.Month, NowUtc = now, WithTotal = false });
        using var reader = ExportReader.Open(path, new ImportOptions { ReadsAhead = true }, schema => analysis.Bind(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader);
        return analysis.Finish()!;
    }

    private static List<Group> Duck(string path)
    {
        var stages = FunnelExport.Stages;
        var counts = string.Join(", ", stages.Select(stage => $"count(\"{stage}\")"));
        var quantiles = string.Join(", ", stages.Skip(1).Select((stage, i) => $"quantile_cont(epoch(\"{stage}\") - epoch(\"{stages[i]}\"), [0.5, 0.9])"));
        using var connection = new DuckDBConnection("DataSource=:memory:;threads=2");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select Channel || strftime(date_trunc('month', \"{stages[0]}\"), '%Y-%m'), {counts}, {quantiles} from read_csv('{path}') group by 1";
        using var reader = command.ExecuteReader();
        var groups = new List<Group>();
        while (reader.Read())
        {
            long sum = 0;
            for (var i = 0; i < stages.Length; i++) sum += (i + 1) * reader.GetInt64(i + 1);
            groups.Add(new Group(reader.GetString(0), sum, [.. Enumerable.Range(stages.Length + 1, stages.Length - 1).SelectMany(i => reader.IsDBNull(i) ? [0.0, 0.0] : ((IEnumerable<double>)reader.GetValue(i)).Select(seconds => seconds / 86400))]));
        }

        return groups;
    }

    private sealed record Group(string Key, long Sum, double[] Medians);
}
