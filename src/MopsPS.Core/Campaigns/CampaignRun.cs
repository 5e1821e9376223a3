using System;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns;

/// <summary>One run over one campaign: what all its checks share. Nothing in it changes while they run.</summary>
internal sealed class CampaignRun
{
    public CampaignRun(CampaignFolder campaign, MopsPolicy policy, RuleSet rules, DateTimeOffset time, bool showPersonalData)
    {
        Campaign = campaign;
        Policy = policy;
        Rules = rules;
        Time = time;
        ShowPersonalData = showPersonalData;
    }

    public CampaignFolder Campaign { get; }

    public MopsPolicy Policy { get; }

    public RuleSet Rules { get; }

    public DateTimeOffset Time { get; }

    public bool ShowPersonalData { get; }
}
