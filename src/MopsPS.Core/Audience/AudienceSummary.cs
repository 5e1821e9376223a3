using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Audience.Suppressions;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Audience;

/// <summary>Makes the result of what was counted.</summary>
internal sealed class AudienceSummary(
    AudienceOptions options, MopsPolicy policy, RuleSet rules, AudienceRows rows, AudienceTally tally, string purpose, IReadOnlyList<SuppressionTally> lists, AudienceSegment[] segment)
{
    private static readonly AudienceReason[] All = [.. Enum.GetValues(typeof(AudienceReason)).Cast<AudienceReason>()];

    /// <summary>The reasons of a row, in their order.</summary>
    public static IReadOnlyList<AudienceReason> Reasons(int bits) => bits == 0 ? [] : [.. All.Where(reason => (bits & (1 << (int)reason)) != 0)];

    /// <summary>Whether a reason is one of consent, which transactional messages do not need (CAN-SPAM 15 U.S.C. 7702(17); Marketo's operational programs).</summary>
    public static bool IsOfConsent(AudienceReason reason) => reason is AudienceReason.Unsubscribed or AudienceReason.ConsentDenied or AudienceReason.ConsentUnreadable or AudienceReason.ConsentMissing or AudienceReason.ConsentExpired;

    public AudienceResult ToResult()
    {
        var first = new int[All.Length];
        var any = new int[All.Length];
        var kept = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var bits = rows[row];
            if (bits == 0)
            {
                kept++;
                tally.Regions[rows.PlaceOf(row)].Kept++;
                continue;
            }

            var isFirst = true;
            for (var bit = 0; bits != 0; bit++, bits >>= 1)
            {
                if ((bits & 1) == 0) continue;
                any[bit]++;
                if (isFirst) first[bit]++;
                isFirst = false;
            }
        }

        var exclusions = All.Select(reason => new AudienceExclusion
        {
            Reason = reason,
            Rows = first[(int)reason],
            AllRows = any[(int)reason],
            NotChecked = any[(int)reason] == 0 ? NotChecked(reason) : null,
            Examples = [.. tally.Examples(reason)],
        }).ToArray();
        var findings = Findings(exclusions, kept).ToArray();
        return new AudienceResult
        {
            Files = [.. tally.Sources.Select(System.IO.Path.GetFileName)!],
            Purpose = purpose,
            AsOf = options.AsOf,
            Rows = rows.Count + tally.Unreadable,
            Kept = kept,
            Excluded = rows.Count - kept,
            Unreadable = tally.Unreadable,
            MinimumSize = options.MinimumSize,
            MaximumSize = options.MaximumSize,
            Exclusions = exclusions,
            Suppressions = [.. lists.Select(list => list.ToResult())],
            Segment = segment,
            Regions = [.. tally.Regions.Select(region => region.ToResult()).OrderByDescending(region => region.Rows).ThenBy(region => region.Region, StringComparer.Ordinal)],
            Findings = findings,
            Kpis = new[] { AudienceKpis.Reach.Ratio(policy, kept, rows.Count + tally.Unreadable) },
            IsCompliant = !findings.Any(finding => finding.Severity >= Severity.Warning && !finding.IsSuppressed),
        };
    }

    private string? NotChecked(AudienceReason reason)
    {
        if (!rules.IsEnabled(AudienceRules.Of(reason))) return $"the rule {AudienceRules.Of(reason).Id} is off";
        if (options.IsTransactional && IsOfConsent(reason)) return "a transactional message needs no consent";
        return reason switch
        {
            AudienceReason.Suppressed when lists.Count == 0 => "no suppression list was given",
            AudienceReason.Unsubscribed when !tally.Has.OptOut => "no column tells who unsubscribed",
            AudienceReason.HardBounced when !tally.Has.Bounce => "no column tells which addresses bounced",
            AudienceReason.ConsentDenied when !tally.Has.Consent => $"no column tells consent to '{purpose}'",
            AudienceReason.ConsentExpired or AudienceReason.ConsentMissing or AudienceReason.ConsentUnreadable when !tally.Has.Consent && tally.Regions.All(region => region.Place.Region.Rule == ConsentRule.OptOut) => $"no column tells consent to '{purpose}', and no region asks for it",
            AudienceReason.Employee when policy.Audience.EmployeeDomains.Count + policy.Utm.InternalDomains.Count == 0 => "the policy names no audience.employeeDomains",
            AudienceReason.Competitor when policy.Audience.CompetitorDomains.Count == 0 => "the policy names no audience.competitorDomains",
            AudienceReason.OutsideSegment when segment.Length == 0 => "no segment was given",
            AudienceReason.OutsideSegment => segment.FirstOrDefault(rule => rule.NotChecked is not null)?.NotChecked,
            _ => null,
        };
    }

    // What a team has not agreed on is no gap of this audience; what the input should have and has not is one.
    private bool IsGap(AudienceReason reason) => reason is AudienceReason.Suppressed or AudienceReason.HardBounced || (reason == AudienceReason.Unsubscribed && !options.IsTransactional);

    private IEnumerable<Finding> Findings(AudienceExclusion[] exclusions, int kept)
    {
        foreach (var exclusion in exclusions.Where(exclusion => exclusion.AllRows > 0))
        {
            var rule = AudienceRules.Of(exclusion.Reason);
            yield return rules.Create(
                rule, $"{Number(exclusion.AllRows)} of {Number(rows.Count)} rows: {rule.Summary}", exclusion.Reason.ToString(), value: Number(exclusion.AllRows), suggestion: rule.Remedy,
                source: exclusion.Examples.FirstOrDefault());
        }

        foreach (var finding in Sizes(kept).Concat(Gaps(exclusions)).Concat(Lists())) yield return finding;
        if (tally.Unreadable > 0 && rules.IsEnabled(AudienceRules.UnreadableAudienceRow))
            yield return Of(AudienceRules.UnreadableAudienceRow, $"{Number(tally.Unreadable)} rows could not be read and are in neither list.", value: Number(tally.Unreadable));
        if (tally.UnreadDates > 0 && rules.IsEnabled(AudienceRules.UnreadableConsentDate))
            yield return Of(AudienceRules.UnreadableConsentDate, $"{Number(tally.UnreadDates)} rows have a date of consent that cannot be read.", value: Number(tally.UnreadDates));
    }

    private IEnumerable<Finding> Sizes(int kept)
    {
        if (kept < options.MinimumSize && rules.IsEnabled(AudienceRules.AudienceTooSmall))
            yield return Of(AudienceRules.AudienceTooSmall, $"{Number(kept)} rows stay; at least {Number(options.MinimumSize.Value)} are expected.", value: Number(kept));
        if (kept > options.MaximumSize && rules.IsEnabled(AudienceRules.AudienceTooLarge))
            yield return Of(AudienceRules.AudienceTooLarge, $"{Number(kept)} rows stay; at most {Number(options.MaximumSize.Value)} are expected.", value: Number(kept));
    }

    private IEnumerable<Finding> Gaps(AudienceExclusion[] exclusions)
    {
        if (!rules.IsEnabled(AudienceRules.AudienceNotChecked)) yield break;
        foreach (var exclusion in exclusions.Where(exclusion => exclusion.NotChecked is not null && IsGap(exclusion.Reason) && rules.IsEnabled(AudienceRules.Of(exclusion.Reason))))
            yield return Of(AudienceRules.AudienceNotChecked, $"{exclusion.Reason} was not checked: {exclusion.NotChecked}.", exclusion.Reason.ToString());
        if (!rules.IsEnabled(AudienceRules.OutsideSegment)) yield break;
        foreach (var rule in segment.Where(rule => rule.NotChecked is not null))
            yield return Of(AudienceRules.AudienceNotChecked, $"The rule '{rule.Rule}' was not checked: {rule.NotChecked}.", nameof(AudienceReason.OutsideSegment));
    }

    private IEnumerable<Finding> Lists()
    {
        foreach (var list in lists)
        {
            var name = System.IO.Path.GetFileName(list.Path);
            var unread = list[SuppressionKind.None];
            var weak = list[SuppressionKind.Md5] + list[SuppressionKind.Sha1];
            if (unread > 0 && rules.IsEnabled(AudienceRules.UnreadableSuppression))
                yield return Of(AudienceRules.UnreadableSuppression, $"{Number(unread)} entries of {name} cannot be read.", name, Number(unread));
            if (list.Entries > 0 && list.Matches == 0 && rules.IsEnabled(AudienceRules.SuppressionWithoutMatch))
                yield return Of(AudienceRules.SuppressionWithoutMatch, $"Nobody is on {name}, which has {Number(list.Entries)} entries.", name, Number(list.Entries));
            if (weak > 0 && rules.IsEnabled(AudienceRules.WeakSuppressionHash))
                yield return Of(AudienceRules.WeakSuppressionHash, $"{name} has {Number(weak)} MD5 or SHA-1 hashes.", name, Number(weak));
        }
    }

    private Finding Of(RuleInfo rule, string message, string? target = null, string? value = null) => rules.Create(rule, message, target, value: value, suggestion: rule.Remedy);

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
