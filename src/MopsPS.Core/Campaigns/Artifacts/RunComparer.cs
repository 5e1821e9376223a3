using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Campaigns;

/// <summary>Says what changed between two runs over a campaign. Findings that only moved to another line are the same.</summary>
internal static class RunComparer
{
    public static IReadOnlyList<CampaignChange> Compare(CampaignQAResult before, CampaignQAResult after)
    {
        var changes = new List<CampaignChange>();
        if (before.Decision != after.Decision) changes.Add(Change(CampaignChangeKind.Decision, after.Campaign, before.Decision.ToString(), after.Decision.ToString()));
        var (old, now) = ($"{before.PolicyName} {before.PolicyVersion}", $"{after.PolicyName} {after.PolicyVersion}");
        if (!string.Equals(old, now, StringComparison.Ordinal)) changes.Add(Change(CampaignChangeKind.Policy, after.PolicyName, old, now));
        changes.AddRange(Inputs(before, after));
        changes.AddRange(Checks(before, after));
        changes.AddRange(Findings(before, after));
        return changes;
    }

    private static IEnumerable<CampaignChange> Inputs(CampaignQAResult before, CampaignQAResult after)
    {
        var old = before.Inputs.ToDictionary(input => input.Name, StringComparer.Ordinal);
        var now = after.Inputs.ToDictionary(input => input.Name, StringComparer.Ordinal);
        foreach (var name in old.Keys.Union(now.Keys).OrderBy(name => name, StringComparer.Ordinal))
        {
            var (was, isNow) = (old.TryGetValue(name, out var a) ? Mark(a) : null, now.TryGetValue(name, out var b) ? Mark(b) : null);
            if (!string.Equals(was, isNow, StringComparison.Ordinal)) yield return Change(CampaignChangeKind.Input, name, was, isNow);
        }
    }

    private static IEnumerable<CampaignChange> Checks(CampaignQAResult before, CampaignQAResult after)
    {
        var old = before.Checks.GroupBy(Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var now = after.Checks.GroupBy(Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var key in now.Keys.Concat(old.Keys.Where(key => !now.ContainsKey(key))))
        {
            var (was, isNow) = (old.TryGetValue(key, out var a) ? Status(a) : null, now.TryGetValue(key, out var b) ? Status(b) : null);
            if (!string.Equals(was, isNow, StringComparison.Ordinal)) yield return Change(CampaignChangeKind.Check, key, was, isNow);
        }
    }

    private static IEnumerable<CampaignChange> Findings(CampaignQAResult before, CampaignQAResult after)
    {
        var (old, now) = (Count(before), Count(after));
        foreach (var (text, count) in now.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value - (old.TryGetValue(pair.Key, out var was) ? was : 0))))
            for (var i = 0; i < count; i++) yield return Change(CampaignChangeKind.Finding, Rule(text), null, text);
        foreach (var (text, count) in old.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value - (now.TryGetValue(pair.Key, out var isNow) ? isNow : 0))))
            for (var i = 0; i < count; i++) yield return Change(CampaignChangeKind.Finding, Rule(text), text, null);
    }

    private static Dictionary<string, int> Count(CampaignQAResult run) => run.Findings
        .GroupBy(finding => $"{finding.RuleId} {finding.Target}{(finding.Field is null ? string.Empty : $" [{finding.Field}]")}: {finding.Message}{(finding.IsSuppressed ? " (suppressed)" : string.Empty)}", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static string Rule(string text) => text.Substring(0, text.IndexOf(' '));

    private static string Key(CampaignCheck check) => $"{check.CheckId} {check.Name}";

    private static string Status(CampaignCheck check) => check.Status + (check.IsWaived ? " (waived)" : string.Empty);

    private static string Mark(CampaignInput input) => input.Sha256 is { Length: > 12 } hash ? hash.Substring(0, 12) : input.Problem ?? "unread";

    private static CampaignChange Change(CampaignChangeKind kind, string name, string? before, string? after) => new() { Kind = kind, Name = name, Before = before, After = after };
}
