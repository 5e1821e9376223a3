using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Checks dates against one another, the status and the day; and the amounts.</summary>
internal sealed class DateChecks(CampaignsPolicy policy, CampaignFindings findings, DateTime today)
{
    private const string End = "CampaignEndDate";

    public void Check(CampaignRow campaign)
    {
        if (campaign.End < campaign.Start) findings.Add(campaign, CampaignRules.EndBeforeStart, $"It ends on {Day(campaign.End)} and starts on {Day(campaign.Start)}.", End, Day(campaign.End));
        else if (policy.MaxDays > 0 && campaign.End - campaign.Start is { } span && span.TotalDays + 1 > policy.MaxDays)
            findings.Add(campaign, CampaignRules.CampaignTooLong, $"It runs for {Number((decimal)span.TotalDays + 1)} days; at most {policy.MaxDays} are allowed.", End, Day(campaign.End));
        CheckStatus(campaign);
        CheckAmounts(campaign);
    }

    private void CheckStatus(CampaignRow campaign)
    {
        var (planned, active, finished, stopped) = (Is(policy.Statuses.Planned), Is(policy.Statuses.Active), Is(policy.Statuses.Finished), Is(policy.Statuses.Stopped));
        var status = campaign.Status ?? "(no status)";
        // Without a status that is known the box alone tells.
        var runs = active || (campaign.IsActive == true && !planned && !finished && !stopped);
        if (runs && campaign.End is { } end && end.AddDays(policy.GraceDays) < today) findings.Add(campaign, CampaignRules.ActiveAfterEnd, $"It is active ({status}) and ended on {Day(end)}.", "CampaignStatus", status);
        if (planned && campaign.Start < today) findings.Add(campaign, CampaignRules.PlannedAfterStart, $"It is planned ({status}) and should have started on {Day(campaign.Start)}.", "CampaignStatus", status);
        if ((active || finished) && campaign.Start > today) findings.Add(campaign, CampaignRules.ActiveBeforeStart, $"Its status is {status} and it starts on {Day(campaign.Start)}.", "CampaignStatus", status);
        else if (finished && campaign.End > today) findings.Add(campaign, CampaignRules.FinishedBeforeEnd, $"Its status is {status} and it ends on {Day(campaign.End)}.", End, Day(campaign.End));
        if (campaign.IsActive == true && (finished || stopped)) findings.Add(campaign, CampaignRules.ActiveFlagMismatch, $"The box says active and the status is {status}.", "CampaignIsActive", "true");
        if (campaign.IsActive == false && active) findings.Add(campaign, CampaignRules.ActiveFlagMismatch, $"The box says not active and the status is {status}.", "CampaignIsActive", "false");

        bool Is(IReadOnlyList<string> list) => campaign.Status is { } text && list.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    private void CheckAmounts(CampaignRow campaign)
    {
        foreach (var (field, amount) in new[] { ("BudgetedCost", campaign.Budget), ("ActualCost", campaign.Cost), ("ExpectedRevenue", campaign.Revenue) })
            if (amount < 0) findings.Add(campaign, CampaignRules.NegativeAmount, $"{field} is {Number(amount.Value)}.", field, Number(amount.Value));
        if (campaign.Cost is not > 0) return;
        if (campaign.Budget is null or 0) findings.Add(campaign, CampaignRules.CostWithoutBudget, $"It cost {Number(campaign.Cost.Value)} and has no budget.", "BudgetedCost");
        else if (campaign.Budget > 0 && campaign.Cost > campaign.Budget * (1 + ((decimal)policy.BudgetTolerance / 100)))
            findings.Add(campaign, CampaignRules.OverBudget, $"It cost {Number(campaign.Cost.Value)} and its budget is {Number(campaign.Budget.Value)}.", "ActualCost", Number(campaign.Cost.Value));
    }

    internal static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
