using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>What a product calls a canonical field in an import (Data/Duplicates/target-fields.csv).</summary>
internal static class TargetNames
{
    private static readonly string[] Columns = ["SalesforceLead", "SalesforceContact", "SalesforceAccount", "HubSpotContact", "HubSpotCompany", "Marketo"];
    private static readonly Dictionary<string, string[]> Names =
        EmbeddedTable.Read("Duplicates/target-fields.csv").ToDictionary(row => row[0], row => row.Skip(1).ToArray(), StringComparer.Ordinal);

    /// <summary>The name of a field; the column's own name where the product has no standard field of that kind.</summary>
    public static string Of(MergeTarget target, string? objectType, string column, string? field)
    {
        if (field is null || !Names.TryGetValue(field, out var names)) return column;
        var key = target == MergeTarget.Marketo ? "Marketo" : target + Kind(target, objectType);
        var index = Array.IndexOf(Columns, key);
        return index >= 0 && names[index].Length > 0 ? names[index] : column;
    }

    private static string Kind(MergeTarget target, string? objectType) => objectType?.ToLowerInvariant() switch
    {
        "contact" => "Contact",
        "account" or "company" => target == MergeTarget.HubSpot ? "Company" : "Account",
        _ => target == MergeTarget.HubSpot ? "Contact" : "Lead",
    };
}
