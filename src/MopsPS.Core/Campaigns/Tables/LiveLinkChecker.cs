using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.LinkCheck;
using MopsPS.Core.Campaigns.LinkLists;

namespace MopsPS.Core.Campaigns.Tables;

/// <summary>Opens the links of a campaign over the network, where the run was asked to: the check of Test-MopsLink. Links that end or change a subscription are never opened.</summary>
internal sealed class LiveLinkChecker : ICampaignChecker
{
    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; } = [.. LinkRules.All.Select(rule => new CampaignCheckInfo(CampaignArea.Link, rule))];

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context)
    {
        var links = context.Campaign.Assets.SelectMany(asset => (asset.Facts as ILinkSource)?.Links.Select(link => (Asset: asset, Link: link)) ?? []).ToArray();
        if (links.Length == 0)
        {
            foreach (var check in Checks) context.NotRun(check, "there is no link that could be opened");
            return;
        }

        var results = new LinkChecker(context.Policy, context.Today)
            .Check([.. links.Select(entry => new LinkToCheck(entry.Link.Url))], null, null, context.Cancellation).GetAwaiter().GetResult();
        foreach (var check in Checks) context.Ran(check);
        for (var i = 0; i < results.Count; i++)
        {
            var (asset, link) = links[i];
            foreach (var finding in results[i].Findings)
            {
                var check = Checks.First(candidate => candidate.Id == finding.RuleId);
                context.Report(check, finding.Message, link.Line, link.Character, finding.Field ?? link.Column ?? "link", finding.Value ?? results[i].Url, finding.Suggestion, asset, link.Row);
            }

            // The chain of redirects is worth keeping where there is one.
            if (results[i].Redirects > 0) context.Add(results[i]);
        }
    }
}
