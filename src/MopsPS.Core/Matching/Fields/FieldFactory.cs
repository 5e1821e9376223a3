using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Normalises the values of a planned field, each distinct one once, and makes the field that compares them.</summary>
internal static class FieldFactory
{
    private const int SampleForDates = 1000;

    /// <summary>The fields of one planned field: a whole name gives two, and a generational suffix gives one more.</summary>
    public static List<MatchField> Make(PlannedField plan, IReadOnlyList<MatchColumn> columns, int rows)
    {
        if (plan.Kind == MatchKind.FullName)
        {
            return
            [
                .. Make(MatchKind.GivenName, "FirstName", FieldScope.Entity, columns, rows, text => PersonNames.Split(text).Given),
                .. Make(MatchKind.FamilyName, "LastName", FieldScope.Entity, columns, rows, text => PersonNames.Split(text).Family),
                .. Make(MatchKind.Generation, "Generation", FieldScope.Entity, columns, rows, PersonNames.Generation),
            ];
        }

        var fields = Make(plan.Kind, plan.Name, plan.Scope, columns, rows, Normalizers.Of(plan.Kind, Samples(columns)));
        if (plan.Kind == MatchKind.FamilyName) fields.AddRange(Make(MatchKind.Generation, "Generation", FieldScope.Entity, columns, rows, PersonNames.FamilyGeneration));
        return fields;
    }

    private static List<MatchField> Make(
        MatchKind kind, string name, FieldScope scope, IReadOnlyList<MatchColumn> columns, int rows, Func<string, string?> normalize)
    {
        var values = new NormalValues();
        var normal = columns.Select(column => Normalize(column, rows, values, normalize)).ToArray();
        // Nothing to compare, or the same everywhere: the field says nothing.
        if (values.Count < 2) return [];
        values.Complete();
        return [New(kind, name, scope, values, normal)];
    }

    private static int[] Normalize(MatchColumn column, int rows, NormalValues values, Func<string, string?> normalize)
    {
        var map = new int[column.Values.Count];
        for (var id = 0; id < map.Length; id++)
        {
            var normal = normalize(column.Values.Text(id));
            map[id] = normal is { Length: > 0 } ? values.Add(normal) : MatchColumn.Missing;
        }

        var numbers = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var id = row < column.Count ? column[row] : MatchColumn.Missing;
            numbers[row] = id < 0 ? MatchColumn.Missing : map[id];
        }

        return numbers;
    }

    private static MatchField New(MatchKind kind, string name, FieldScope scope, NormalValues values, int[][] rows) => kind switch
    {
        MatchKind.GivenName or MatchKind.FamilyName => new NameField(name, kind, values, rows),
        MatchKind.Email => new EmailField(name, values, rows),
        MatchKind.Phone => new PhoneField(name, values, rows),
        MatchKind.Street => new StreetField(name, values, rows),
        MatchKind.Date => new DateField(name, values, rows),
        MatchKind.PostalCode or MatchKind.Identifier => new CodeField(name, kind, scope, values, rows),
        MatchKind.Company or MatchKind.Text => new TokenField(name, kind, scope, values, rows),
        _ => new WordField(name, kind, scope, values, rows),
    };

    private static IEnumerable<string> Samples(IReadOnlyList<MatchColumn> columns) =>
        columns.SelectMany(column => Enumerable.Range(0, Math.Min(SampleForDates, column.Values.Count)).Select(column.Values.Text));
}
