using System;
using System.Diagnostics;
using System.Linq;
using DuckDB.NET.Data;
using MopsPS.Core.Matching;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Benchmarks;

/// <summary>
/// The matching engine, file to groups, against what one writes by hand in SQL: pairs that agree on one of five keys, scored by Jaro-Winkler, in DuckDB on two
/// threads. The query has no model, no groups and no normalising; it is the floor of what a comparison costs.
/// </summary>
internal sealed class DuplicatesQueryBenchmark : IBenchmark
{
    private static readonly string[] Keys =
    [
        "l.Email = r.Email", "l.Phone = r.Phone", "l.\"Last Name\" = r.\"Last Name\" and l.Street = r.Street",
        "l.\"First Name\" = r.\"First Name\" and l.\"Last Name\" = r.\"Last Name\"", "l.Company = r.Company and l.\"First Name\"[1] = r.\"First Name\"[1]",
    ];

    public string Name => "duplicates-query";

    public string Summary => "The engine, file to groups, against one SQL query with blocking keys and Jaro-Winkler in DuckDB on two threads";

    public void Run(BenchmarkOptions options)
    {
        var (path, _) = DuplicatesContacts.Get(options.Rows);
        for (var round = 1; round <= options.Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var (pairs, alike) = Query(path);
            var query = clock.Elapsed.TotalSeconds;
            clock.Restart();
            var engine = Engine(path);
            var ours = clock.Elapsed.TotalSeconds;
            Console.WriteLine(FormattableString.Invariant(
                $"round {round}: DuckDB {query:0.0} s for {pairs:N0} pairs, {alike:N0} alike; MopsPS {ours:0.0} s for {engine.Candidates:N0} pairs and {engine.Groups.Count:N0} groups: {ours / query:0.00} x DuckDB, {ours / engine.Candidates / (query / pairs):0.00} x for each pair"));
        }
    }

    private static MatchEngine Engine(string path)
    {
        var plan = DuplicatesScaleBenchmark.Plan(path);
        var table = new MatchTable();
        using (var reader = ExportReader.Open(path, new ImportOptions(), all => [.. plan.SelectMany(field => field.Columns).Select(all.IndexOf)]))
        {
            var add = table.Open(plan, [.. Enumerable.Range(0, reader.Schema.Count)]);
            while (reader.Read()) add(reader);
        }

        return MatchEngine.Run(MatchSet.Build(table, Environment.ProcessorCount, default), new MatchOptions());
    }

    private static (long Pairs, long Alike) Query(string path)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:;threads=2");
        connection.Open();
        using var command = connection.CreateCommand();
        var unions = string.Join(" union ", Keys.Select(key => $"select l.id as a, r.id as b from c l join c r on {key} and l.id < r.id"));
        command.CommandText =
            $"create table c as select row_number() over () as id, * from read_csv('{path}', all_varchar = true); "
            + $"select count(*), count(*) filter (where jaro_winkler_similarity(l.\"First Name\", r.\"First Name\") + jaro_winkler_similarity(l.\"Last Name\", r.\"Last Name\") "
            + "+ coalesce(jaro_winkler_similarity(l.Email, r.Email), 0) + coalesce(jaro_winkler_similarity(l.Company, r.Company), 0) + coalesce(jaro_winkler_similarity(l.Street, r.Street), 0) > 3.5) "
            + $"from ({unions}) p join c l on l.id = p.a join c r on r.id = p.b";
        using var reader = command.ExecuteReader();
        do
        {
            if (reader.FieldCount == 2 && reader.Read()) return (reader.GetInt64(0), reader.GetInt64(1));
        }
        while (reader.NextResult());

        throw new InvalidOperationException("DuckDB gave no result.");
    }
}
