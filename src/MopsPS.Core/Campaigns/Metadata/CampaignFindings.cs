using System;
using System.Collections.Generic;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Collects the findings of campaigns; a rule that is off adds none.</summary>
internal sealed class CampaignFindings(RuleSet rules)
{
    private readonly Dictionary<CampaignRow, List<Finding>> _byCampaign = [];

    /// <summary>Findings about the export as a whole.</summary>
    public List<Finding> Overall { get; } = [];

    /// <summary>The findings of a campaign, in the order of the rules.</summary>
    public Finding[] Of(CampaignRow campaign)
    {
        if (!_byCampaign.TryGetValue(campaign, out var list)) return [];
        var findings = list.ToArray();
        var keys = new (string, int)[findings.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = (findings[i].RuleId, i);
        Array.Sort(keys, findings, Comparer<(string Id, int At)>.Create((left, right) => string.CompareOrdinal(left.Id, right.Id) is var order and not 0 ? order : left.At.CompareTo(right.At)));
        return findings;
    }

    /// <summary>Adds a finding to a campaign.</summary>
    public void Add(CampaignRow campaign, RuleInfo rule, string message, string? field = null, string? value = null, string? suggestion = null)
    {
        if (!rules.IsEnabled(rule)) return;
        if (!_byCampaign.TryGetValue(campaign, out var list)) _byCampaign.Add(campaign, list = []);
        list.Add(rules.Create(rule, message, campaign.Target, field, value, suggestion ?? rule.Remedy, campaign.Source));
    }

    /// <summary>Adds a finding about the export.</summary>
    public void Add(RuleInfo rule, string message, string? field = null, string? value = null)
    {
        if (rules.IsEnabled(rule)) Overall.Add(rules.Create(rule, message, field: field, value: value, suggestion: rule.Remedy));
    }
}
