using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DuckDB.NET.Data;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Routing;

namespace MopsPS.Benchmarks;

/// <summary>
/// File to accuracy by rule: sixteen rules over accounts, places, postcodes, sizes, industries, languages and dates. DuckDB does them as one CASE over values that it can compare as
/// they stand; the module recognises places, writes postcodes as the country does and checks the rules against each other on top.
/// </summary>
internal sealed class RoutingBenchmark : IBenchmark
{
    private static readonly (RoutingRule Rule, string Sql)[] Rules = [.. Make()];

    private static readonly MopsPolicy Policy = new() { Routing = new RoutingPolicy { Rules = [.. Rules.Select(pair => pair.Rule)], Fallback = new RoutingTarget { Owner = "Owner 39" } } };

    public string Name => "routing";

    public string Summary => "a million leads by sixteen routing rules, file to accuracy by rule, against one CASE in DuckDB on two threads (goal: under 3 s)";

    public void Run(BenchmarkOptions options)
    {
        var path = RoutingExport.Create(options.Rows);
        // The same numbers first: a fast wrong answer is no answer.
        var (duck, mops) = (Duck(path), Mops(path));
        if (!duck.SequenceEqual(mops)) throw new InvalidOperationException($"DuckDB: {string.Join("; ", duck)}\nMopsPS: {string.Join("; ", mops)}");
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:N0} leads, {1:N1} MB file, {2} processors", options.Rows, new System.IO.FileInfo(path).Length / 1048576.0, Environment.ProcessorCount));
        Measured.Compare(options.Rounds, "DuckDB", ("DuckDB", () => Duck(path).Sum(row => row.Leads)), ("MopsPS", () => Mops(path).Sum(row => row.Leads)));
    }

    private static List<Row> Mops(string path)
    {
        var analysis = new RoutingAnalysis(new RoutingOptions { AsOf = new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc), MaxLeads = 100 }, Policy, DateTime.UtcNow);
        using var reader = ExportReader.Open(path, new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader, isWanted: false);
        return [.. analysis.Finish().Rules.Where(rule => rule.Leads > 0).OrderBy(rule => rule.Order).Select(rule => new Row(rule.Order, rule.Leads, rule.Correct))];
    }

    private static List<Row> Duck(string path)
    {
        var decide = string.Join(" ", Rules.Select((pair, i) => FormattableString.Invariant($"when {pair.Sql} then {i + 1}")));
        var owner = string.Join(" ", Rules.Select((pair, i) => FormattableString.Invariant($"when {i + 1} then '{pair.Rule.Target.Owner}'")));
        using var connection = new DuckDBConnection("DataSource=:memory:;threads=2");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            with leads as (select Owner, case {decide} else 0 end as rule
              from (select Owner, Country as country, State as state, "Postal Code" as postcode, try_cast(Employees as integer) as size, Industry as industry, Language as language, split_part(Email, '@', 2) as domain, "Created Date" as created
                from read_csv('{path}', all_varchar = true)))
            select rule, count(*), count(*) filter (Owner = case rule {owner} else 'Owner 39' end) from leads group by 1 order by 1
            """;
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read()) rows.Add(new Row(Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture), reader.GetInt64(1), reader.GetInt64(2)));
        return rows;
    }

    private static IEnumerable<(RoutingRule, string)> Make()
    {
        yield return (new RoutingRule { Name = "named", Accounts = [.. Enumerable.Range(0, 200).Select(i => $"example{i * 25}.com")], Target = Owner(0) }, $"domain in ({string.Join(", ", Enumerable.Range(0, 200).Select(i => $"'example{i * 25}.com'"))})");
        yield return (new RoutingRule { Name = "enterprise", EmployeesFrom = 5000, Target = Owner(1) }, "size >= 5000");
        yield return (new RoutingRule { Name = "us banks", Countries = ["US"], Industries = ["Banking", "Insurance"], EmployeesFrom = 200, Target = Owner(2) }, "country = 'US' and industry in ('Banking', 'Insurance') and size >= 200");
        yield return (new RoutingRule { Name = "bay area", Countries = ["US"], States = ["California"], Postcodes = ["94*", "95000..95199"], Target = Owner(3) }, "country = 'US' and state = 'CA' and (postcode like '94%' or postcode between '95000' and '95199')");
        yield return (new RoutingRule { Name = "california", Countries = ["US"], States = ["California"], Target = Owner(4) }, "country = 'US' and state = 'CA'");
        yield return (new RoutingRule { Name = "west", Countries = ["US"], States = ["Washington", "Nevada", "Oregon"], Target = Owner(5) }, "country = 'US' and state in ('WA', 'NV', 'OR')");
        yield return (new RoutingRule { Name = "east", Countries = ["US"], States = ["New York", "Massachusetts", "Pennsylvania", "Florida"], Target = Owner(6) }, "country = 'US' and state in ('NY', 'MA', 'PA', 'FL')");
        yield return (new RoutingRule { Name = "us", Countries = ["US"], Target = Owner(7) }, "country = 'US'");
        yield return (new RoutingRule { Name = "munich", Countries = ["DE"], Postcodes = ["80*", "81*", "82000..83999"], Target = Owner(8) }, "country = 'DE' and (postcode like '80%' or postcode like '81%' or postcode between '82000' and '83999')");
        yield return (new RoutingRule { Name = "berlin", Countries = ["DE"], Postcodes = ["10000..14199"], Target = Owner(9) }, "country = 'DE' and postcode between '10000' and '14199'");
        yield return (new RoutingRule { Name = "dach mid", Countries = ["DACH"], EmployeesFrom = 100, EmployeesTo = 999, Target = Owner(10) }, "country in ('DE', 'AT', 'CH') and size between 100 and 999");
        yield return (new RoutingRule { Name = "dach before", Countries = ["DACH"], Until = new DateTime(2026, 6, 30), Target = Owner(11) }, "country in ('DE', 'AT', 'CH') and created <= '2026-06-30'");
        yield return (new RoutingRule { Name = "dach", Countries = ["DACH"], Target = Owner(12) }, "country in ('DE', 'AT', 'CH')");
        yield return (new RoutingRule { Name = "french", Languages = ["fr"], Target = Owner(13) }, "language = 'fr'");
        yield return (new RoutingRule { Name = "uk", Countries = ["GB"], Target = Owner(14) }, "country = 'GB'");
        yield return (new RoutingRule { Name = "south", Countries = ["ES", "IT", "FR"], Target = Owner(15) }, "country in ('ES', 'IT', 'FR')");
    }

    private static RoutingTarget Owner(int number) => new() { Owner = FormattableString.Invariant($"Owner {number}") };

    private sealed record Row(int Order, long Leads, long Correct);
}
