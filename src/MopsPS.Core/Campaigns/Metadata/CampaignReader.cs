using System;
using System.Collections.Generic;
using MopsPS.Core.Consent;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Reads campaigns from rows. What does not read is kept as such, and the campaign is checked all the same.</summary>
internal sealed class CampaignReader(DateParser dates, NumberParser numbers)
{
    // Salesforce writes the key of nothing as zeros in its weekly export.
    private static bool IsNoId(string id) => id.Length >= 15 && id.TrimEnd('A').Trim('0').Length == 0;

    public CampaignRow Read(RecordReader row, CampaignColumns columns)
    {
        var unread = new List<string>();
        var parent = RowValues.Text(row, columns.Place("ParentCampaignId"));
        var campaign = new CampaignRow
        {
            Id = RowValues.Text(row, columns.Id),
            ParentId = parent is null || IsNoId(parent) ? null : parent,
            Source = RowValues.Position(row, -1),
            Start = Day(row, columns.Place("CampaignStartDate"), "CampaignStartDate", unread),
            End = Day(row, columns.Place("CampaignEndDate"), "CampaignEndDate", unread),
            IsActive = FlagWords.Read(RowValues.Text(row, columns.Place("CampaignIsActive"))),
            Budget = Amount(row, columns.Place("BudgetedCost"), "BudgetedCost", unread),
            Cost = Amount(row, columns.Place("ActualCost"), "ActualCost", unread),
            Revenue = Amount(row, columns.Place("ExpectedRevenue"), "ExpectedRevenue", unread),
        };
        foreach (var (field, place) in columns.Fields)
            if (RowValues.Text(row, place) is { } text) campaign.Values[field] = text;
        campaign.Unread.AddRange(unread);
        if (parent is not null && campaign.ParentId is null) campaign.Values.Remove("ParentCampaignId");
        return campaign;
    }

    private DateTime? Day(RecordReader row, int place, string field, List<string> unread)
    {
        if (place < 0) return null;
        var problem = dates.Parse(row.GetUtf8(place), out var value);
        if (problem == DateProblem.None) return new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(dates.DayOf(value.UtcSeconds));
        if (problem != DateProblem.Empty) unread.Add(field);
        return null;
    }

    private decimal? Amount(RecordReader row, int place, string field, List<string> unread)
    {
        if (place < 0) return null;
        var read = numbers.Parse(row.GetUtf8(place), out var value);
        if (read == false) unread.Add(field);
        return read == true ? value : null;
    }
}
