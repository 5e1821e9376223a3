using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Core.Tests.Matching;

/// <summary>Compares two values as a field of a kind does.</summary>
internal static class Comparing
{
    /// <summary>The name of the level; null where either value says nothing.</summary>
    public static string? Level(MatchKind kind, string left, string right)
    {
        var scope = kind is MatchKind.Phone or MatchKind.Company or MatchKind.Street ? FieldScope.Place : FieldScope.Entity;
        var set = Set([new PlannedField("Field", kind, scope, ["Field"], "")], [[left], [right], ["zzyzx other"], ["q.zimmer@elsewhere.example"], ["+39 06 698 12345"]]);
        var field = set.Fields.FirstOrDefault(field => field.Name == "Field");
        // The set has an order of its own; a value is found by its row.
        int a = Record(set, 0), b = Record(set, 1);
        if (field is null || a < 0 || b < 0) return null;
        var level = field.Level(a, b, out _, out _);
        return level < 0 ? null : field.Levels.Names[level];
    }

    public static MatchSet Set(PlannedField[] fields, string[][] rows)
    {
        var schema = new RecordSchema([.. fields.SelectMany(field => field.Columns)]);
        var table = new MatchTable();
        var cursor = new RecordCursor(schema);
        var add = table.Open(fields, [.. Enumerable.Range(0, schema.Count)]);
        foreach (var row in rows)
        {
            cursor.Set(new MopsRecord(schema, row));
            add(cursor);
        }

        return MatchSet.Build(table, 1, default);
    }

    private static int Record(MatchSet set, int row)
    {
        for (var record = 0; record < set.Count; record++)
            if (set.Rows(record).Contains(row)) return record;
        return -1;
    }
}
