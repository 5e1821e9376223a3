using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Audience;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Campaigns.Tables;

/// <summary>The audience of a campaign against its suppression lists and the brief: the guardrails of Test-MopsAudience, each as a check.</summary>
internal sealed class AudienceChecker : ICampaignChecker
{
    private static readonly AudienceReason[] Reasons = [.. Enum.GetValues(typeof(AudienceReason)).Cast<AudienceReason>()];

    // What those rules tell is here told by each check that was not made.
    private static readonly RuleInfo[] NoChecks = [AudienceRules.AudienceNotChecked];

    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; } =
        [.. AudienceRules.All.Where(rule => !NoChecks.Contains(rule)).Select(rule => new CampaignCheckInfo(CampaignArea.Audience, rule))];

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context)
    {
        var audience = Usable(context, CampaignAssetKind.Audience);
        if (audience is not { Length: > 0 } || Usable(context, CampaignAssetKind.Suppression) is not { } suppressions) return;
        var options = AudienceOptions.Of(context.Brief, context.Policy, context.Today);
        try
        {
            var result = AudienceFiles.Check(audience.Select(asset => asset.Path), suppressions.Select(asset => asset.Path), options, context.Policy, context.Today, null, context.Cancellation);
            foreach (var check in Checks) Tell(context, check, result);
            context.Add(result);
        }
        catch (Exception exception) when (exception is AudienceException or ExportFormatException or FieldNotFoundException or AmbiguousFieldException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            foreach (var check in Checks) context.NotRun(check, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>The files of a kind; null, and every check not made, where one of them cannot be read.</summary>
    private CampaignAsset[]? Usable(CheckContext context, CampaignAssetKind kind)
    {
        var assets = context.Campaign.Of(kind).ToArray();
        if (Array.Find(assets, asset => asset.Problem is not null) is not { } bad) return assets;
        foreach (var check in Checks) context.NotRun(check, $"{bad.Name}: {bad.Problem}");
        return null;
    }

    private static void Tell(CheckContext context, CampaignCheckInfo check, AudienceResult result)
    {
        foreach (var finding in result.Findings.Where(finding => finding.RuleId == check.Id)) Report(context, check, finding, finding.Source);
        foreach (var reason in Reasons.Where(reason => AudienceRules.Of(reason) == check.Rule))
        {
            var exclusion = result.Exclusions.First(entry => entry.Reason == reason);
            if (exclusion.NotChecked is { } why)
            {
                if (IsGap(reason, context.Brief)) context.NotRun(check, why);
                else context.NotApplicable(check, why);
                return;
            }

            // The finding has the count and the first row; the other examples are rows of their own.
            foreach (var place in exclusion.Examples.Skip(1)) Report(context, check, null, place);
        }

        if (IsOfLists(check) && result.Suppressions.Count == 0) context.NotApplicable(check, "there is no suppression list");
        else if (IsSize(check) && result is { MinimumSize: null, MaximumSize: null }) context.NotApplicable(check, "the brief expects no size");
        else context.Ran(check);
    }

    private static void Report(CheckContext context, CampaignCheckInfo check, Finding? finding, SourcePosition? place)
    {
        var asset = context.Campaign.Assets.FirstOrDefault(candidate => string.Equals(candidate.Path, place?.File, StringComparison.Ordinal))
            ?? context.Campaign.Assets.FirstOrDefault(candidate => string.Equals(Path.GetFileName(candidate.Name), finding?.Target, StringComparison.Ordinal))
            ?? context.Campaign.Of(CampaignAssetKind.Audience).First();
        context.Report(check, finding?.Message ?? "This row, too.", place?.Line ?? 0, 0, place?.Column, null, finding?.Suggestion, asset, place?.Row ?? 0);
    }

    // What the exports should have and have not is a gap of this campaign; what the team has not agreed on is none.
    private static bool IsGap(AudienceReason reason, CampaignBrief brief) =>
        reason is AudienceReason.Suppressed or AudienceReason.Unsubscribed or AudienceReason.HardBounced || (reason == AudienceReason.OutsideSegment && brief.Audience.Segment.Count > 0);

    private static bool IsOfLists(CampaignCheckInfo check) =>
        check.Rule == AudienceRules.UnreadableSuppression || check.Rule == AudienceRules.SuppressionWithoutMatch || check.Rule == AudienceRules.WeakSuppressionHash;

    private static bool IsSize(CampaignCheckInfo check) => check.Rule == AudienceRules.AudienceTooSmall || check.Rule == AudienceRules.AudienceTooLarge;
}
