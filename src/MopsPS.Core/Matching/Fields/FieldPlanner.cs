using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Matching.Fields;

/// <summary>
/// Chooses the fields that records are compared by: those whose part the field map knows, and other columns by their header or their content. Columns that say
/// how a record was handled (owner, status, source, dates of the system) say nothing about whose it is and are passed over.
/// </summary>
public static class FieldPlanner
{
    /// <summary>More fields are of no use: the best known ones are taken first.</summary>
    public const int MostFields = 16;

    private static readonly (string Field, MatchKind Kind, FieldScope Scope)[] Parts =
    [
        ("FirstName", MatchKind.GivenName, FieldScope.Entity), ("LastName", MatchKind.FamilyName, FieldScope.Entity), ("FullName", MatchKind.FullName, FieldScope.Entity),
        ("Email", MatchKind.Email, FieldScope.Entity), ("Phone", MatchKind.Phone, FieldScope.Place), ("MobilePhone", MatchKind.Phone, FieldScope.Place),
        ("Company", MatchKind.Company, FieldScope.Place), ("Website", MatchKind.Website, FieldScope.Place), ("Street", MatchKind.Street, FieldScope.Place),
        ("City", MatchKind.City, FieldScope.Place), ("State", MatchKind.State, FieldScope.Place), ("PostalCode", MatchKind.PostalCode, FieldScope.Place),
        ("Country", MatchKind.Country, FieldScope.Place),
    ];

    /// <summary>Plans the comparison of one input.</summary>
    /// <param name="fields">The columns and their canonical parts.</param>
    /// <param name="samples">Some rows, in column order.</param>
    /// <param name="options">What the caller says of the fields.</param>
    /// <returns>The fields, at most <see cref="MostFields"/>.</returns>
    /// <exception cref="FieldNotFoundException">An option names a column that is not there.</exception>
    public static IReadOnlyList<PlannedField> Plan(FieldMapping fields, IReadOnlyList<IReadOnlyList<string?>> samples, MatchFieldOptions options)
    {
        var schema = fields.Schema;
        var planned = new List<PlannedField>();
        var taken = new HashSet<int>();
        foreach (var name in options.Ignore) taken.Add(Column(fields, name));
        foreach (var name in options.Exact) Take(Column(fields, name), new PlannedField(name, MatchKind.Identifier, FieldScope.Entity, [name], "asked for as exact"));
        var only = options.Only.Select(name => Column(fields, name)).ToArray();

        foreach (var (field, kind, scope) in Parts)
        {
            var column = fields.IndexOf(field);
            if (column < 0 || taken.Contains(column) || (only.Length > 0 && !only.Contains(column))) continue;
            if (kind == MatchKind.FullName && planned.Any(other => other.Kind == MatchKind.FamilyName)) continue;
            Take(column, new PlannedField(field, kind, scope, [schema.Columns[column]], $"'{schema.Columns[column]}' is {field}"));
        }

        // What the field map knows by another part is no mark of identity.
        foreach (var match in fields.Matches.Where(match => match.Column >= 0 && Array.TrueForAll(Parts, part => part.Field != match.Field.Name)))
        {
            if (!only.Contains(match.Column) && !KeepsIdentity(match.Field.Name)) taken.Add(match.Column);
        }

        for (var column = 0; column < schema.Count; column++)
        {
            if (taken.Contains(column) || (only.Length > 0 && !only.Contains(column))) continue;
            var content = new ColumnContent(samples, column);
            var hinted = HeaderHints.Kinds(schema.Columns[column]).Where(content.Fits).Select(hint => (MatchKind?)hint).FirstOrDefault();
            var kind = hinted ?? content.Kind(schema.Columns[column]);
            if (kind is null && only.Contains(column)) kind = MatchKind.Text;
            if (kind is { } found) Take(column, new PlannedField(schema.Columns[column], found, Scope(found), [schema.Columns[column]], $"'{schema.Columns[column]}' looks like {found}"));
        }

        return Finish(planned, samples, fields);

        void Take(int column, PlannedField field)
        {
            taken.Add(column);
            planned.Add(field);
        }
    }

    private static bool KeepsIdentity(string field) => field is "AccountId" or "ContactId" or "LeadId";

    private static FieldScope Scope(MatchKind kind) => kind is MatchKind.Phone or MatchKind.Company or MatchKind.Website or MatchKind.Street or MatchKind.City or MatchKind.State
        or MatchKind.PostalCode or MatchKind.Country ? FieldScope.Place : FieldScope.Entity;

    private static List<PlannedField> Finish(List<PlannedField> planned, IReadOnlyList<IReadOnlyList<string?>> samples, FieldMapping fields)
    {
        // One column of names beside no given name: persons, or firms and places.
        var isPerson = planned.Any(field => field.Kind is MatchKind.GivenName or MatchKind.FamilyName);
        for (var i = 0; i < planned.Count; i++)
        {
            if (planned[i].Kind != MatchKind.FullName) continue;
            var names = new ColumnContent(samples, fields.Schema.IndexOf(planned[i].Columns[0]));
            if (names.ArePersons) isPerson = true;
            else planned[i] = planned[i] with { Kind = MatchKind.Company };
        }

        // Without persons the firm itself is what a record stands for, or one of its branches.
        if (!isPerson) planned = planned.ConvertAll(field => field.Kind is MatchKind.Company or MatchKind.Website or MatchKind.Category ? field with { Scope = FieldScope.Firm } : field);

        var phones = planned.Where(field => field.Kind == MatchKind.Phone).ToArray();
        if (phones.Length > 1)
        {
            var at = planned.IndexOf(phones[0]);
            planned[at] = phones[0] with { Columns = [.. phones.SelectMany(field => field.Columns)], Reason = string.Join("; ", phones.Select(field => field.Reason)) };
            planned.RemoveAll(field => phones.Skip(1).Contains(field));
        }

        return planned.Take(MostFields).ToList();
    }

    private static int Column(FieldMapping fields, string name)
    {
        var column = fields.Schema.IndexOf(name);
        if (column < 0 && FieldCatalog.Find(name) is not null) column = fields.IndexOf(name);
        if (column >= 0) return column;
        var near = FieldMapping.NearMisses(fields.Schema, name);
        throw new FieldNotFoundException(
            name, $"There is no column '{name}'. {(near.Count > 0 ? $"Near: {FieldMapping.Quote(near)}. " : "")}Columns: {FieldMapping.Quote(fields.Schema.Columns)}.", near);
    }
}
