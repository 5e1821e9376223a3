using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Checks the member statuses of campaigns against those of their type.</summary>
internal sealed class MemberChecks(CampaignsPolicy policy, CampaignFindings findings, MemberStatuses members)
{
    public void Check(IReadOnlyList<CampaignRow> campaigns)
    {
        foreach (var campaign in campaigns.Where(campaign => campaign.Id is not null)) Check(campaign);
        var strangers = members.Without(campaigns.Select(campaign => campaign.Id).OfType<string>());
        if (strangers > 0) findings.Add(CampaignRules.MembersWithoutCampaign, $"{strangers} campaigns have member statuses and are not in the export.", "CampaignId");
    }

    private void Check(CampaignRow campaign)
    {
        var entry = members.Of(campaign.Id!);
        if (entry is null && !members.IsDefinition) return;
        var has = entry?.Statuses ?? [];
        if (campaign.Type is { } type && policy.MemberStatuses.TryGetValue(type, out var expected))
        {
            if (members.IsDefinition)
            {
                foreach (var status in expected.Where(status => !has.Contains(status)))
                {
                    var near = PolicyProblems.Nearest(status, has.Where(other => !expected.Contains(other, StringComparer.Ordinal)));
                    findings.Add(campaign, CampaignRules.MissingMemberStatus, $"The member status '{status}' of the type {type} is missing{(near is null ? string.Empty : $"; it has '{near}'")}.", "MemberStatus", near);
                }
            }

            foreach (var status in has.Where(status => !expected.Contains(status, StringComparer.Ordinal)))
                findings.Add(campaign, CampaignRules.UnexpectedMemberStatus, $"The member status '{status}' is none of the type {type}.", "MemberStatus", status, PolicyProblems.Nearest(status, expected));
        }

        if (!members.IsDefinition) return;
        if (entry?.Defaults is not 1) findings.Add(campaign, CampaignRules.DefaultMemberStatus, $"It has {(entry is null ? 0 : entry.Defaults)} default member statuses; expected one.", "MemberStatus");
        if (members.KnowsResponded && entry?.Responded is null or 0) findings.Add(campaign, CampaignRules.NoRespondedStatus, "None of its member statuses means that the member responded.", "MemberStatus");
    }
}
