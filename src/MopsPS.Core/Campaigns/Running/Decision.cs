using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Campaigns;

/// <summary>Makes the go or no-go of a checklist. The first rule that holds decides; the sentence names all checks behind it.</summary>
internal sealed class Decision
{
    private const int MaxNames = 8;

    private Decision(CampaignDecision outcome, string rule, string reason)
    {
        Outcome = outcome;
        Rule = rule;
        Reason = reason;
    }

    public CampaignDecision Outcome { get; }

    public string Rule { get; }

    public string Reason { get; }

    public static Decision Of(IReadOnlyList<CampaignCheck> checks, CampaignQAPolicy policy)
    {
        var failed = checks.Where(check => check.Status == CampaignCheckStatus.Fail).ToArray();
        if (failed.Length > 0) return new(CampaignDecision.NoGo, "FailedCheck", Count(failed.Length, "check") + " failed: " + Names(failed));
        var warned = checks.Where(check => check.Status == CampaignCheckStatus.Warning).ToArray();
        if (warned.Length > policy.MaxWarnings) return new(CampaignDecision.NoGo, "TooManyWarnings", $"{Count(warned.Length, "check")} warn and the policy allows {policy.MaxWarnings}: {Names(warned)}");
        var notRun = checks.Where(check => check is { Status: CampaignCheckStatus.NotRun, IsWaived: false }).ToArray();
        var missing = notRun.Where(check => policy.RequiredAreas.Contains(check.Area)).ToArray();
        var absent = policy.RequiredAreas.Where(area => area != CampaignArea.SignOff && checks.All(check => check.Area != area)).ToArray();
        var open = checks.Where(check => check is { Status: CampaignCheckStatus.Manual, Severity: Severity.Error }).ToArray();
        var unsigned = open.Length == 0 ? string.Empty : $"{Count(open.Length, "item")} not signed: {string.Join(", ", open.Select(check => check.Name))}";
        if (absent.Length > 0) return new(CampaignDecision.Incomplete, "AreaNotChecked", Join($"required and not checked at all: {string.Join(", ", absent)}", unsigned));
        if (missing.Length > 0) return new(CampaignDecision.Incomplete, "CheckNotRun", Join($"{Count(missing.Length, "check")} could not be made: {Names(missing)}", unsigned));
        if (unsigned.Length > 0) return new(CampaignDecision.Incomplete, "SignOffMissing", unsigned);
        if (checks.All(check => check.Status is not (CampaignCheckStatus.Pass or CampaignCheckStatus.Warning) || check.Area is CampaignArea.Brief or CampaignArea.SignOff))
            return new(CampaignDecision.Incomplete, "NothingChecked", "no check beyond the brief was made");
        return new(CampaignDecision.Go, warned.Length == 0 ? "AllPassed" : "PassedWithWarnings", Go(checks, warned, notRun));
    }

    private static string Go(IReadOnlyList<CampaignCheck> checks, CampaignCheck[] warned, CampaignCheck[] notRun)
    {
        var text = Count(checks.Count(check => check.Status == CampaignCheckStatus.Pass), "check") + " passed";
        if (warned.Length > 0) text += $", {warned.Length} warn: {Names(warned)}";
        var waived = checks.Where(check => check.IsWaived).ToArray();
        if (waived.Length > 0) text += $"; waived: {Names(waived)}";
        return notRun.Length == 0 ? text : $"{text}; not checked and not required: {string.Join(", ", notRun.Select(check => check.Area).Distinct())}";
    }

    private static string Names(CampaignCheck[] checks) =>
        string.Join(", ", checks.Take(MaxNames).Select(check => $"{check.CheckId} {check.Name}")) + (checks.Length > MaxNames ? $" and {checks.Length - MaxNames} more" : string.Empty);

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? string.Empty : "s")}");

    private static string Join(string first, string second) => second.Length == 0 ? first : $"{first}; {second}";
}
