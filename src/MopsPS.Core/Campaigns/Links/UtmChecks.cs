using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Parsing;
using static MopsPS.Core.Campaigns.Links.LinkRules;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>The links of an e-mail under the UTM policy, by the audit of Test-MopsUtmLink, and under the brief's utm_campaign.</summary>
internal sealed class UtmChecks : ContentChecks
{
    // What other checks of links say already.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        UtmRules.PlainHttp.Id, UtmRules.MalformedUrl.Id, UtmRules.NonWebUrl.Id, UtmRules.MissingScheme.Id, UtmRules.SpacesInUrl.Id, UtmRules.MisplacedSlashes.Id,
        UtmRules.EncodedAmpersand.Id, UtmRules.SecondQuestionMark.Id, UtmRules.MissingQuestionMark.Id, UtmRules.BadEncoding.Id,
    };

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [UtmError, UtmWarning, WrongUtmCampaign];

    public override void Check(ContentFile file)
    {
        file.Starts(UtmError);
        file.Starts(UtmWarning);
        var agreed = file.Context.Brief.UtmCampaign;
        if (agreed is null) file.Context.NotApplicable(WrongUtmCampaign, "the brief names no utm_campaign");
        else file.Starts(WrongUtmCampaign);
        var auditor = new UtmAuditor(file.Context.Policy, file.Context.Today);
        var results = new Dictionary<string, UtmResult>(StringComparer.Ordinal);
        foreach (var link in file.Links.Where(link => !link.IsToken && link.Url.Kind == UrlKind.Web && link.Href.Trim().Length > 0))
        {
            if (file.Host(link.Url.Host).IsPlaceholder) continue;
            if (!results.TryGetValue(link.Href, out var result)) results.Add(link.Href, result = auditor.Audit(link.Href));
            foreach (var finding in result.Findings) Report(file, link, finding);
            if (agreed is not null && result.Campaign is { } campaign && MergeToken.Find(campaign).Count == 0 && !string.Equals(campaign, agreed, StringComparison.Ordinal))
                file.Report(WrongUtmCampaign, link.Offset, $"utm_campaign is '{campaign}'; the brief says '{agreed}'.", link.Field, campaign, agreed);
        }
    }

    /// <summary>Whether other checks of links say already what a rule of the UTM audit finds.</summary>
    internal static bool IsToldElsewhere(string ruleId) => Elsewhere.Contains(ruleId);

    private static void Report(ContentFile file, PageLink link, Finding finding)
    {
        if (IsToldElsewhere(finding.RuleId) || finding.IsSuppressed) return;
        // Links that every mail has by law or custom are not what is measured.
        if (finding.RuleId == UtmRules.UntaggedLink.Id && link.Role != LinkRole.Content) return;
        var message = $"{finding.Message} ({finding.RuleId})";
        file.Report(finding.Severity == Severity.Error ? UtmError : UtmWarning, link.Offset, message, finding.Field ?? link.Field, finding.Value ?? finding.Target, finding.Suggestion);
    }
}
