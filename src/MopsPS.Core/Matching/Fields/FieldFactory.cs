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

    /// <summary>The drafts of one planned field: a whole name gives two, and a generational suffix gives one more.</summary>
    public static List<FieldDraft> Draft(PlannedField plan, IReadOnlyList<MatchColumn> columns, int rows, Workers workers)
    {
        var drafts = new List<FieldDraft>();
        if (plan.Kind == MatchKind.FullName)
        {
            Add(MatchKind.GivenName, "FirstName", Normalizers.By(text => PersonNames.Split(text).Given));
            Add(MatchKind.FamilyName, "LastName", Normalizers.By(text => PersonNames.Split(text).Family));
            Add(MatchKind.Generation, "Generation", Normalizers.By(PersonNames.Generation));
        }
        else
        {
            Add(plan.Kind, plan.Name, Normalizers.Of(plan.Kind, Samples(columns)));
            if (plan.Kind == MatchKind.FamilyName) Add(MatchKind.Generation, "Generation", Normalizers.By(PersonNames.FamilyGeneration));
        }

        return drafts;

        void Add(MatchKind kind, string name, Normalizer normalize)
        {
            var values = NumberedValues.Of(columns, rows, normalize, workers);
            // Nothing to compare, or the same everywhere: the field says nothing.
            if (values.Count > 1) drafts.Add(new FieldDraft(kind, name, plan.Kind == kind ? plan.Scope : FieldScope.Entity, values));
        }
    }

    /// <summary>The field of a draft, by record.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="rows">The rows in the order of the records.</param>
    /// <param name="starts">For each record its first place in <paramref name="rows"/>, and their number.</param>
    public static MatchField Make(FieldDraft draft, int[] rows, int[] starts)
    {
        var (values, records) = draft.Values.Order(rows, starts);
        return New(draft.Kind, draft.Name, draft.Scope, values, records);
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

/// <summary>A field whose values are normalised and in no order yet.</summary>
internal sealed record FieldDraft(MatchKind Kind, string Name, FieldScope Scope, NumberedValues Values);
