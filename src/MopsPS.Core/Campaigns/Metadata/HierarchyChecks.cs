using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Checks campaigns against one another: ids, names, parents. Linear in the number of campaigns.</summary>
internal sealed class HierarchyChecks(CampaignsPolicy policy, CampaignFindings findings)
{
    public void Check(IReadOnlyList<CampaignRow> campaigns)
    {
        Repeated(campaigns, campaign => campaign.Id, CampaignRules.DuplicateCampaignId, "id", StringComparer.Ordinal);
        Repeated(campaigns, campaign => Fold(campaign.Name), CampaignRules.DuplicateCampaignName, "name", StringComparer.OrdinalIgnoreCase);
        var byKey = new Dictionary<string, CampaignRow>(StringComparer.Ordinal);
        foreach (var campaign in campaigns.Where(campaign => campaign.Id is not null))
            foreach (var key in Keys(campaign.Id!))
                if (!byKey.ContainsKey(key)) byKey.Add(key, campaign);
        // Exports of reports name the parent and not its id.
        var byName = campaigns.Where(campaign => campaign.Name.Length > 0).GroupBy(campaign => campaign.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var parents = campaigns.ToDictionary(campaign => campaign, campaign => campaign.ParentId is { } id ? Keys(id).Select(key => byKey.TryGetValue(key, out var parent) ? parent : null).FirstOrDefault(parent => parent is not null) ?? (byName.TryGetValue(id, out var named) ? named : null) : null);
        foreach (var campaign in campaigns) Levels(campaign, parents);
        foreach (var campaign in campaigns) Check(campaign, parents[campaign]);
    }

    private void Check(CampaignRow campaign, CampaignRow? parent)
    {
        if (campaign.ParentId is null) return;
        if (parent is null)
        {
            findings.Add(campaign, CampaignRules.MissingParent, $"Its parent '{campaign.ParentId}' is not in the export.", "ParentCampaignId", campaign.ParentId);
            return;
        }

        if (campaign.Level is null)
        {
            findings.Add(campaign, CampaignRules.HierarchyCycle, $"Its parents lead back to itself or in a circle, over '{parent.Target}'.", "ParentCampaignId", campaign.ParentId);
            return;
        }

        if (campaign.Level > policy.MaxDepth) findings.Add(campaign, CampaignRules.HierarchyTooDeep, $"It stands on level {campaign.Level}; at most {policy.MaxDepth} are allowed.", "ParentCampaignId", campaign.ParentId);
        if (campaign.Type is { } type && policy.Parents.TryGetValue(type, out var types) && !types.Contains(parent.Type ?? string.Empty, StringComparer.OrdinalIgnoreCase))
        {
            findings.Add(campaign, CampaignRules.ParentTypeMismatch, $"Its parent '{parent.Target}' is {(parent.Type is null ? "of no type" : $"of the type {parent.Type}")}; expected {string.Join(" or ", types)} for {type}.", "ParentCampaignId", parent.Type);
        }

        if (campaign.Start < parent.Start || campaign.End > parent.End)
        {
            findings.Add(campaign, CampaignRules.OutsideParentDates, $"It runs from {DateChecks.Day(campaign.Start)} to {DateChecks.Day(campaign.End)}, and its parent '{parent.Target}' from {DateChecks.Day(parent.Start)} to {DateChecks.Day(parent.End)}.", "CampaignStartDate", DateChecks.Day(campaign.Start));
        }
    }

    private void Repeated(IReadOnlyList<CampaignRow> campaigns, Func<CampaignRow, string?> key, RuleInfo rule, string what, StringComparer comparer)
    {
        foreach (var group in campaigns.Where(campaign => !string.IsNullOrEmpty(key(campaign))).GroupBy(campaign => key(campaign)!, comparer).Where(group => group.Skip(1).Any()))
        {
            var first = group.First();
            foreach (var campaign in group.Skip(1)) findings.Add(campaign, rule, $"It has the {what} of another campaign{(first.Source.Row > 0 ? $" (row {first.Source.Row})" : string.Empty)}.", what == "id" ? "CampaignId" : "CampaignName", group.Key);
        }
    }

    // Walks up until a level is known, then gives each on the way its own; who meets itself is in a circle, and so is all below it.
    private static void Levels(CampaignRow campaign, Dictionary<CampaignRow, CampaignRow?> parents)
    {
        var way = new List<CampaignRow>();
        var seen = new HashSet<CampaignRow>();
        var at = campaign;
        while (at is { Level: 0 } && seen.Add(at))
        {
            way.Add(at);
            at = parents[at];
        }

        int? level = at is null ? 0 : at.Level == 0 ? null : at.Level;
        for (var i = way.Count - 1; i >= 0; i--) way[i].Level = level is null ? null : ++level;
    }

    // Salesforce ids of 18 characters are those of 15 with a check sum behind.
    private static IEnumerable<string> Keys(string id)
    {
        yield return id;
        if (id.Length == 18 && id.All(c => c < 0x80 && char.IsLetterOrDigit(c))) yield return id.Substring(0, 15);
    }

    private static string Fold(string name) => string.Join(" ", name.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
