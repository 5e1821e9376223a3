using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>All families of checks, one line each: the order of the checklist within an area.</summary>
internal static class CampaignCheckers
{
    /// <summary>The families.</summary>
    public static IReadOnlyList<ICampaignChecker> All { get; } =
    [
        new BriefChecker(),
        new RoutingChecker(),
    ];

    /// <summary>Every check, area by area.</summary>
    public static IReadOnlyList<CampaignCheckInfo> Checks { get; } = [.. All.SelectMany(checker => checker.Checks).OrderBy(check => check.Area)];

    /// <summary>The rules that no other area of the module has: for the rule catalog.</summary>
    public static IReadOnlyList<RuleInfo> Rules { get; } =
        [.. Checks.Select(check => check.Rule).Where(rule => string.Equals(rule.Area, CampaignCheckInfo.RuleArea, StringComparison.Ordinal))];

    /// <summary>Finds a check by id or name, without regard to case.</summary>
    public static CampaignCheckInfo? Find(string idOrName) => Checks.FirstOrDefault(check =>
        string.Equals(check.Id, idOrName, StringComparison.OrdinalIgnoreCase) || string.Equals(check.Rule.Name, idOrName, StringComparison.OrdinalIgnoreCase));
}
