using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.LinkLists;
using MopsPS.Core.Campaigns.Tables;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>All families of checks, one line each: the order of the checklist within an area.</summary>
internal static class CampaignCheckers
{
    /// <summary>The families.</summary>
    public static IReadOnlyList<ICampaignChecker> All { get; } =
    [
        new BriefChecker(),
        new ContentChecker(),
        new LinkListChecker(),
        new AudienceChecker(),
        new MetadataChecker(),
        new TestLeadChecker(),
    ];

    /// <summary>The family that opens links over the network; in a run only where it is asked for.</summary>
    public static ICampaignChecker LiveLinks { get; } = new LiveLinkChecker();

    /// <summary>Every check, area by area.</summary>
    public static IReadOnlyList<CampaignCheckInfo> Checks { get; } = Of([.. All, LiveLinks]);

    /// <summary>The rules that no other area of the module has: for the rule catalog.</summary>
    public static IReadOnlyList<RuleInfo> Rules { get; } =
        [.. Checks.Select(check => check.Rule).Where(rule => string.Equals(rule.Area, CampaignCheckInfo.RuleArea, StringComparison.Ordinal))];

    /// <summary>The checks of some families, area by area; one that several families make stands once.</summary>
    public static IReadOnlyList<CampaignCheckInfo> Of(IEnumerable<ICampaignChecker> checkers) =>
        [.. checkers.SelectMany(checker => checker.Checks).GroupBy(check => check.Id, StringComparer.Ordinal).Select(group => group.First()).OrderBy(check => check.Area)];

    /// <summary>Finds a check by id or name, without regard to case.</summary>
    public static CampaignCheckInfo? Find(string idOrName) => Checks.FirstOrDefault(check =>
        string.Equals(check.Id, idOrName, StringComparison.OrdinalIgnoreCase) || string.Equals(check.Rule.Name, idOrName, StringComparison.OrdinalIgnoreCase));
}
