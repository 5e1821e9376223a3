using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns;

/// <summary>One run over one campaign: what all its checks share. Nothing in it changes while they run.</summary>
internal sealed class CampaignRun
{
    public CampaignRun(CampaignFolder campaign, MopsPolicy policy, RuleSet rules, CampaignQAOptions options, CalendarEntry? entry = null)
    {
        Campaign = campaign;
        Policy = policy;
        Rules = rules;
        Options = options;
        Entry = entry;
        var own = policy.CampaignQA.Checks.Count == 0 ? CampaignCheckers.All : [.. CampaignCheckers.All, new TextChecker(policy.CampaignQA)];
        Checkers = options.CheckLinks ? [.. own, CampaignCheckers.LiveLinks] : own;
    }

    public CampaignRun(CampaignFolder campaign, MopsPolicy policy, RuleSet rules, DateTimeOffset time, bool showPersonalData)
        : this(campaign, policy, rules, new CampaignQAOptions { Time = time, ShowPersonalData = showPersonalData })
    {
    }

    public CampaignFolder Campaign { get; }

    public MopsPolicy Policy { get; }

    public RuleSet Rules { get; }

    public CampaignQAOptions Options { get; }

    /// <summary>The row of the launch calendar; null where the folder was named.</summary>
    public CalendarEntry? Entry { get; }

    public IReadOnlyList<ICampaignChecker> Checkers { get; }

    public DateTimeOffset Time => Options.Time;

    public bool ShowPersonalData => Options.ShowPersonalData;

    /// <summary>Whether an area is checked in this run at all.</summary>
    public bool Covers(CampaignArea area) => Options.Areas.Count == 0 || Options.Areas.Contains(area);

    /// <summary>Why an area does not apply: the brief says so, and there is no file of it.</summary>
    public string? NotApplicable(CampaignArea area) =>
        Campaign.Brief.NotApplicable.TryGetValue(area, out var reason) && !CampaignAreas.Has(Campaign, area) ? reason : null;
}
