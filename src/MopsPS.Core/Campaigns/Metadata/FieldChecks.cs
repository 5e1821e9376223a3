using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Naming;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Checks the fields of one campaign: needed ones, lists of values, the name.</summary>
internal sealed class FieldChecks(MopsPolicy policy, CampaignFindings findings)
{
    private const int ShownValues = 10;

    private readonly CampaignsPolicy _campaigns = policy.Campaigns;

    /// <summary>The fields that a campaign needs, each once.</summary>
    public IReadOnlyList<string> Required(CampaignRow campaign) => campaign.Type is { } type && _campaigns.RequiredByType.TryGetValue(type, out var more)
        ? [.. _campaigns.Required.Concat(more).Distinct(StringComparer.OrdinalIgnoreCase)] : _campaigns.Required;

    /// <summary>Checks a campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="absent">Fields that the export has no column for: they are told once.</param>
    /// <returns>The needed fields that are empty.</returns>
    public IReadOnlyList<string> Check(CampaignRow campaign, IReadOnlyList<string> absent)
    {
        var missing = Required(campaign).Where(field => campaign[field] is null || campaign.Unread.Contains(field, StringComparer.OrdinalIgnoreCase)).ToArray();
        foreach (var field in missing.Where(field => campaign[field] is null && !absent.Contains(field, StringComparer.OrdinalIgnoreCase)))
            findings.Add(campaign, CampaignRules.MissingCampaignField, $"{field} is empty.", field);
        foreach (var field in campaign.Unread)
            findings.Add(campaign, CampaignRules.UnreadableCampaignValue, $"{field} '{campaign[field]}' cannot be read.", field, campaign[field]);
        foreach (var list in _campaigns.Values.Where(list => list.Value.Count > 0)) CheckValue(campaign, list.Key, list.Value);
        CheckName(campaign);
        return missing;
    }

    private void CheckValue(CampaignRow campaign, string field, IReadOnlyList<string> allowed)
    {
        if (campaign[field] is not { } value || allowed.Contains(value, StringComparer.Ordinal)) return;
        var near = allowed.FirstOrDefault(one => string.Equals(one, value, StringComparison.OrdinalIgnoreCase)) ?? PolicyProblems.Nearest(value, allowed);
        var shown = string.Join(", ", allowed.Take(ShownValues)) + (allowed.Count > ShownValues ? $" and {allowed.Count - ShownValues} more" : string.Empty);
        findings.Add(campaign, CampaignRules.CampaignValueNotAllowed, $"{field} '{value}' is not allowed; expected one of {shown}.", field, value, near);
    }

    private void CheckName(CampaignRow campaign)
    {
        var name = campaign.Type is { } type && _campaigns.NamingByType.TryGetValue(type, out var own) ? own : _campaigns.Naming;
        if (campaign.Name.Length == 0 || name.Length == 0 || !policy.Naming.TryGetValue(name, out var convention)) return;
        foreach (var problem in NamingChecker.Check(convention, campaign.Name))
            findings.Add(campaign, CampaignRules.CampaignNameNotConforming, problem.Message, "CampaignName", problem.Value, problem.Suggestion);
    }
}
