using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Consent;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Which columns of an export tell what campaign records are checked for, as places in the row that is read.</summary>
internal sealed class CampaignColumns
{
    private static readonly string[] Known =
    [
        "CampaignName", "CampaignType", "CampaignStatus", "CampaignStartDate", "CampaignEndDate", "CampaignIsActive", "BudgetedCost", "ActualCost", "ExpectedRevenue", "Owner", "ParentCampaignId",
    ];

    // In an export of campaigns these can mean nothing else, whatever they mean beside leads.
    private static readonly Dictionary<string, string[]> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CampaignType"] = ["Type"],
        ["CampaignStatus"] = ["Status"],
        ["CampaignStartDate"] = ["Start Date", "StartDate"],
        ["CampaignEndDate"] = ["End Date", "EndDate"],
        ["CampaignIsActive"] = ["Active", "Is Active", "IsActive"],
        ["BudgetedCost"] = ["Budget"],
        ["ParentCampaignId"] = ["ParentId", "Parent"],
    };

    private readonly List<(string Field, int Place)> _fields = [];

    /// <summary>Chooses the columns.</summary>
    /// <exception cref="FieldNotFoundException">The export has no name of campaigns.</exception>
    public CampaignColumns(FieldMapping fields, CampaignsPolicy policy)
    {
        var set = new ColumnSet();
        // Outside the products' own exports a column Name, beside others of campaigns, is the name.
        var name = fields.IndexOf("CampaignName");
        if (name < 0 && Known.Any(field => fields.IndexOf(field) >= 0)) name = fields.Schema.IndexOf("Name");
        if (name < 0) name = fields.Require("CampaignName");
        _fields.Add(("CampaignName", set.Add(name)));
        var id = fields.IndexOf("CampaignId") >= 0 ? fields.IndexOf("CampaignId") : fields.IndexOf("Id");
        Id = set.Add(id);
        var wanted = Known.Skip(1).Concat(policy.Required).Concat(policy.RequiredByType.Values.SelectMany(list => list)).Concat(policy.Values.Keys).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var field in wanted.Where(field => !string.Equals(field, "CampaignName", StringComparison.OrdinalIgnoreCase)))
        {
            var column = string.Equals(field, "CampaignId", StringComparison.OrdinalIgnoreCase) ? id : Find(fields, field);
            if (column >= 0) _fields.Add((field, set.Add(column)));
        }

        Missing = [.. policy.Required.Where(field => Place(field) < 0)];
        Columns = set.Columns;
    }

    /// <summary>The columns of the file to read.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The key.</summary>
    public int Id { get; }

    /// <summary>The fields that are there, by the names that the policy uses.</summary>
    public IReadOnlyList<(string Field, int Place)> Fields => _fields;

    /// <summary>Needed fields without a column.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Where a field stands; -1 where it does not.</summary>
    public int Place(string field)
    {
        foreach (var entry in _fields)
            if (string.Equals(entry.Field, field, StringComparison.OrdinalIgnoreCase)) return entry.Place;
        return -1;
    }

    private static int Find(FieldMapping fields, string field)
    {
        var match = fields.Matches.FirstOrDefault(match => string.Equals(match.Field.Name, field, StringComparison.OrdinalIgnoreCase));
        if (match is { Column: >= 0 }) return match.Column;
        if (match is not null) return Short.TryGetValue(field, out var names) ? names.Select(name => fields.Schema.IndexOf(name)).Append(-1).Max() : -1;
        for (var i = 0; i < fields.Schema.Count; i++)
            if (ConsentColumns.Means(field, fields.Schema.Columns[i], null)) return i;
        return -1;
    }
}
