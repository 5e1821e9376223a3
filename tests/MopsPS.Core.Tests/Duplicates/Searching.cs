using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>Looks for duplicates in rows that a test makes.</summary>
internal static class Searching
{
    /// <summary>Runs a search over one table.</summary>
    /// <param name="header">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="options">How; null for nothing set.</param>
    public static DuplicateRun Run(string[] header, IEnumerable<string?[]> rows, DuplicateOptions? options = null)
    {
        var finder = new DuplicateFinder(options ?? new DuplicateOptions { Threads = 2 });
        Add(finder, header, [.. rows], isKnown: false);
        return finder.Run();
    }

    /// <summary>Runs a search over several tables; the last ones may be known.</summary>
    public static DuplicateRun Run(DuplicateOptions options, params (string[] Header, string?[][] Rows, bool IsKnown)[] tables)
    {
        var finder = new DuplicateFinder(options);
        var inputs = tables.Select(table => Announce(finder, table.Header, table.Rows, table.IsKnown)).ToArray();
        for (var i = 0; i < tables.Length; i++) Fill(inputs[i], tables[i].Header, tables[i].Rows);
        return finder.Run();
    }

    /// <summary>The groups as texts of row numbers, from 0, in one canonical order.</summary>
    public static string[] Texts(DuplicateRun run) => [.. run.Groups().Select(group => $"{group.Band}:{string.Join(",", group.Rows)}").Order(StringComparer.Ordinal)];

    /// <summary>For each row the first row of its sure group, or its own number.</summary>
    public static int[] Clusters(DuplicateRun run)
    {
        var clusters = Enumerable.Range(0, run.Finder.Rows).ToArray();
        foreach (var group in run.Groups().Where(group => group.Band == DuplicateBand.Match))
            foreach (var row in group.Rows) clusters[row] = group.Rows[0];
        return clusters;
    }

    /// <summary>Runs a search over a file in the way of -Path: the compared columns in one pass, samples of 2,000 rows.</summary>
    public static DuplicateRun File(string path, out List<string> ids)
    {
        var samples = new List<IReadOnlyList<string?>>();
        RecordSchema schema;
        using (var reader = ExportReader.Open(path, new ImportOptions()))
        {
            schema = reader.Schema;
            while (samples.Count < 2000 && reader.Read()) samples.Add(reader.ToRecord().Values);
        }

        var finder = new DuplicateFinder(new DuplicateOptions { Threads = 2 });
        var input = finder.AddInput(FieldMapper.Map(schema, null, samples), samples, path, null, false, () => ExportReader.Open(path, new ImportOptions()));
        using (var reader = ExportReader.Open(path, new ImportOptions(), _ => input.Columns))
            while (reader.Read()) input.Add(reader);
        ids = [];
        using (var reader = ExportReader.Open(path, new ImportOptions(), _ => [0]))
            while (reader.Read()) ids.Add(reader.GetString(0)!);
        return finder.Run();
    }

    private static void Add(DuplicateFinder finder, string[] header, string?[][] rows, bool isKnown) => Fill(Announce(finder, header, rows, isKnown), header, rows);

    private static DuplicateInput Announce(DuplicateFinder finder, string[] header, string?[][] rows, bool isKnown)
    {
        var samples = rows.Take(2000).Select(row => (IReadOnlyList<string?>)row).ToArray();
        return finder.AddInput(FieldMapper.Map(new RecordSchema(header), null, samples), samples, null, null, isKnown);
    }

    private static void Fill(DuplicateInput input, string[] header, string?[][] rows)
    {
        var cursor = new RecordCursor(input.Fields.Schema, input.Columns);
        for (var i = 0; i < rows.Length; i++)
        {
            var record = new MopsRecord(input.Fields.Schema, rows[i], i + 1);
            cursor.Set(record);
            input.Keep(record, cursor);
        }
    }
}
