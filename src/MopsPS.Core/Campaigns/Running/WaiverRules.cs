using System;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Campaigns;

/// <summary>Which waivers hold, and what they let pass.</summary>
internal static class WaiverRules
{
    /// <summary>How the reason of a waived finding begins.</summary>
    public const string Prefix = "waived by ";

    /// <summary>Why a waiver does not hold; null where it does.</summary>
    public static (CampaignCheckInfo Check, string Message)? Problem(CampaignWaiver waiver, CampaignRun run)
    {
        var today = run.Time.Date;
        var check = run.Checkers.Append(CampaignCheckers.LiveLinks).SelectMany(checker => checker.Checks).FirstOrDefault(info => IsFor(waiver, info));
        if (check is null) return (BriefChecker.WaiverNotAllowed, $"The waiver names '{waiver.Check}', and no campaign check has this id or name.");
        if (waiver.Expires < today) return (BriefChecker.ExpiredWaiver, $"The waiver of {waiver.Check} ended on {Day(waiver.Expires)} and does not count any more.");
        var policy = run.Policy.CampaignQA;
        if (policy.NeverWaive.Any(id => Names(id, check))) return (BriefChecker.WaiverNotAllowed, $"The policy lets nobody waive {check.Id} {check.Rule.Name}.");
        if (policy.MaxWaiverDays is { } days && waiver.Expires > today.AddDays(days))
            return (BriefChecker.WaiverNotAllowed, $"The waiver of {waiver.Check} holds until {Day(waiver.Expires)}; the policy allows {days} days, until {Day(today.AddDays(days))}.");
        return null;
    }

    /// <summary>Whether a waiver is about a check.</summary>
    public static bool IsFor(CampaignWaiver waiver, CampaignCheckInfo check) => Names(waiver.Check, check);

    /// <summary>What a waived finding says.</summary>
    public static string Text(CampaignWaiver waiver) => $"{Prefix}{waiver.Name} until {Day(waiver.Expires)}: {waiver.Reason}";

    private static bool Names(string idOrName, CampaignCheckInfo check) =>
        string.Equals(idOrName, check.Id, StringComparison.OrdinalIgnoreCase) || string.Equals(idOrName, check.Rule.Name, StringComparison.OrdinalIgnoreCase);

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
