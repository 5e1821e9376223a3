using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Consent;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Which columns of one schema are repaired, and how.</summary>
internal sealed class RepairPlan
{
    private RepairPlan(IReadOnlyList<int> columns, IReadOnlyList<ColumnRepair> repairs, int country, int id)
    {
        Columns = columns;
        Repairs = repairs;
        Country = country;
        Id = id;
    }

    /// <summary>The columns to read, of the whole file.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The columns that are repaired, in their order in the file.</summary>
    public IReadOnlyList<ColumnRepair> Repairs { get; }

    /// <summary>The place of the country in the row; -1 for none.</summary>
    public int Country { get; }

    /// <summary>The place of the record's id in the row; -1 for none.</summary>
    public int Id { get; }

    /// <summary>Makes the plan of a schema.</summary>
    public static RepairPlan Make(FieldMapping fields, MopsPolicy policy, RepairOptions options)
    {
        var set = new ColumnSet();
        if (options.ReadsAll)
            for (var i = 0; i < fields.Schema.Count; i++) set.Add(i);
        var fieldOf = fields.Matches.Where(match => match.Column >= 0).ToDictionary(match => match.Column, match => match.Field);
        var consent = ConsentOf(policy, fields);
        var wanted = options.Fields.Count > 0 ? options.Fields : policy.Hygiene.Fields;
        var repairs = new List<ColumnRepair>();
        for (var column = 0; column < fields.Schema.Count; column++)
        {
            fieldOf.TryGetValue(column, out var field);
            var name = fields.Schema.Columns[column];
            if (wanted.Count > 0 && !wanted.Any(known => Is(known, name, field))) continue;
            if (Of(policy, options, name, field, consent.Contains(column)) is { } repair)
                repairs.Add(new ColumnRepair(set.Add(column), name, field, repair, policy.Hygiene.ClearPlaceholders));
        }

        return new RepairPlan(set.Columns, repairs, set.Add(fields.IndexOf("Country")), set.Add(fields.IndexOf("Id")));
    }

    /// <summary>Whether a name of the policy means a column: the canonical field, or the column itself.</summary>
    public static bool Is(string known, string column, CanonicalField? field) =>
        string.Equals(known, field?.Name, StringComparison.OrdinalIgnoreCase) || HeaderName.Normalize(known) == HeaderName.Normalize(column);

    private static HashSet<int> ConsentOf(MopsPolicy policy, FieldMapping fields) =>
        [.. policy.Consent.Purposes.Keys.SelectMany(purpose => ConsentColumns.Find(policy.Consent, purpose, fields).Consent)];

    private static FieldRepair? Of(MopsPolicy policy, RepairOptions options, string column, CanonicalField? field, bool isConsent)
    {
        var hygiene = policy.Hygiene;
        foreach (var pair in hygiene.Picklists)
            if (Is(pair.Key, column, field)) return new PicklistRepair(pair.Value);
        foreach (var pair in hygiene.Bands)
            if (Is(pair.Key, column, field)) return new BandRepair(pair.Value);
        if (isConsent) return hygiene.Consent.Count == 0 ? null : new ConsentRepair(hygiene, policy.Consent.Values);
        return field?.Name switch
        {
            null => null,
            "Country" => new CountryRepair(hygiene.Country),
            "State" => new StateRepair(hygiene.State),
            "PostalCode" => new PostcodeRepair(),
            "Phone" or "MobilePhone" => new PhoneRepair(hygiene.Phone),
            "Email" => new EmailRepair(),
            "FirstName" => new NameCasing(hygiene.Casing, NamePart.Given),
            "LastName" => new NameCasing(hygiene.Casing, NamePart.Family),
            "FullName" => new NameCasing(hygiene.Casing, NamePart.Whole),
            "Company" => new CompanyCasing(hygiene.Casing),
            "City" or "Title" or "Street" => new PlainRepair(),
            "Website" => new WebsiteRepair(hygiene.Website),
            _ => field.Kind switch
            {
                FieldKind.Date => new DateRepair(options.Culture),
                FieldKind.Bool => new FlagRepair(hygiene.Flags),
                _ => null,
            },
        };
    }
}
