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
    private const int Range = 65_536;

    /// <summary>The fields of one planned field: a whole name gives two, and a generational suffix gives one more.</summary>
    public static List<MatchField> Make(PlannedField plan, IReadOnlyList<MatchColumn> columns, int rows, Workers workers)
    {
        if (plan.Kind == MatchKind.FullName)
        {
            return
            [
                .. Make(MatchKind.GivenName, "FirstName", FieldScope.Entity, columns, rows, Normalizers.By(text => PersonNames.Split(text).Given), workers),
                .. Make(MatchKind.FamilyName, "LastName", FieldScope.Entity, columns, rows, Normalizers.By(text => PersonNames.Split(text).Family), workers),
                .. Make(MatchKind.Generation, "Generation", FieldScope.Entity, columns, rows, Normalizers.By(PersonNames.Generation), workers),
            ];
        }

        var fields = Make(plan.Kind, plan.Name, plan.Scope, columns, rows, Normalizers.Of(plan.Kind, Samples(columns)), workers);
        if (plan.Kind == MatchKind.FamilyName) fields.AddRange(Make(MatchKind.Generation, "Generation", FieldScope.Entity, columns, rows, Normalizers.By(PersonNames.FamilyGeneration), workers));
        return fields;
    }

    private static List<MatchField> Make(
        MatchKind kind, string name, FieldScope scope, IReadOnlyList<MatchColumn> columns, int rows, Normalizer normalize, Workers workers)
    {
        var (values, numbers) = NormalValues.Of(columns, normalize, workers);
        // Nothing to compare, or the same everywhere: the field says nothing.
        if (values.Count < 2) return [];
        var normal = new int[columns.Count][];
        for (var c = 0; c < normal.Length; c++)
        {
            var (column, byRaw) = (columns[c], numbers[c]);
            var byRow = normal[c] = new int[rows];
            workers.Ranges(rows, Range, (from, to) =>
            {
                for (var row = from; row < to; row++) byRow[row] = column[row] is >= 0 and var id ? byRaw[id] : MatchColumn.Missing;
            });
        }

        return [New(kind, name, scope, values, normal)];
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
