using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>What the mail must say by the policy, region by region, and its privacy notice.</summary>
internal sealed class WordingChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingWording = new(
        "EML018", CampaignArea.Email, nameof(MissingWording), Severity.Error,
        "A text that the policy asks for in a region of the brief is not in the mail.",
        "Put the wording in as the policy has it, campaignQA.email.wording.", "GDPR, articles 13 and 21; CASL, section 6; the team's policy");

    public static readonly CampaignCheckInfo MissingPrivacyLink = new(
        "EML019", CampaignArea.Email, nameof(MissingPrivacyLink), Severity.Warning,
        "An e-mail of marketing does not link to the privacy notice.",
        "Link to it in the footer.", "GDPR, article 13; practice");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingWording, MissingPrivacyLink];

    public override void Check(ContentFile file)
    {
        Wording(file);
        if (!file.IsMarketing) file.Context.NotApplicable(MissingPrivacyLink, "the brief says that the e-mail is transactional");
        else if (file.Starts(MissingPrivacyLink) && !file.Links.Any(link => link.Role == LinkRole.Legal || LinkRoles.IsPrivacy(link.Href, link.Text)))
            file.ReportMissing(MissingPrivacyLink, "There is no link to the privacy notice.", "privacy link", element: "body");
    }

    private static void Wording(ContentFile file)
    {
        var wording = file.Policy.Email.Wording;
        if (wording.Count == 0)
        {
            file.Context.NotApplicable(MissingWording, "the policy states no wording");
            return;
        }

        var regions = file.Context.Brief.Regions;
        var stated = wording.Where(pair => pair.Key == "*" || regions.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (regions.Count == 0 && wording.Keys.Any(key => key != "*"))
            file.Context.NotRun(MissingWording, "the policy states wording by region, and the brief names no regions");
        foreach (var region in regions.Where(region => !wording.ContainsKey(region) && !wording.ContainsKey("*")))
            file.Context.NotRun(MissingWording, $"the policy states no wording for the region {region}");
        if (stated.Count == 0 || !file.Starts(MissingWording)) return;
        foreach (var (region, texts) in stated.Select(pair => (pair.Key, pair.Value)))
        {
            foreach (var text in texts.Where(text => file.Visible.Folded.IndexOf(TextFold.Wording(text), StringComparison.Ordinal) < 0))
                file.ReportMissing(MissingWording, $"The wording for {(region == "*" ? "all regions" : region)} is missing: '{text}'.", "wording", text, "body");
        }
    }
}
