using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>Consent at the form: a box that the reader ticks, and the privacy notice.</summary>
internal sealed class FormConsentChecks : ContentChecks
{
    public static readonly CampaignCheckInfo PreTickedConsent = new(
        "LPG051", CampaignArea.LandingPage, nameof(PreTickedConsent), Severity.Error,
        "A checkbox of consent is ticked already.", "Take checked out.", "GDPR, recital 32; CJEU C-673/17 (Planet49); CASL, Compliance and Enforcement Information Bulletin CRTC 2012-549");

    public static readonly CampaignCheckInfo MissingConsentBox = new(
        "LPG052", CampaignArea.LandingPage, nameof(MissingConsentBox), Severity.Error,
        "A form for a region of consent has no checkbox of consent.", "Add one, not ticked; the regions stand in campaignQA.landingPage.consentRegions.", "GDPR, articles 6 and 7; CASL, section 6");

    public static readonly CampaignCheckInfo MissingPagePrivacyLink = new(
        "LPG053", CampaignArea.LandingPage, nameof(MissingPagePrivacyLink), Severity.Error,
        "A page with a form does not link to the privacy notice.", "Link to it beside the form.", "GDPR, article 13; CCPA, section 1798.100(b)");

    private static readonly string[] Words =
    [
        "consent", "agree", "optin", "opt-in", "opt in", "gdpr", "newsletter", "subscribe", "marketing", "i accept", "accept", "privacy", "would like to receive", "keep me", "send me", "einwillig", "zustimm", "einverstanden",
        "datenschutz", "consentement", "j'accepte", "consentimiento", "acepto", "acconsento", "toestemming", "akkoord", "samtycke", "zgod",
    ];

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [PreTickedConsent, MissingConsentBox, MissingPagePrivacyLink];

    public override void Check(ContentFile file)
    {
        var forms = PageForms.Of(file.Page!);
        if (forms.Count == 0)
        {
            foreach (var check in Checks) file.Context.NotApplicable(check, "the page has no form");
            return;
        }

        if (file.Starts(MissingPagePrivacyLink) && !file.Links.Any(link => LinkRoles.IsPrivacy(link.Href, link.Text))) file.Report(MissingPagePrivacyLink, forms[0].Offset, "There is no link to the privacy notice.", "privacy link");
        var regions = file.Context.Brief.Regions.Where(region => file.Policy.LandingPage.ConsentRegions.Contains(region, StringComparer.OrdinalIgnoreCase)).ToList();
        if (regions.Count == 0) file.Context.NotApplicable(MissingConsentBox, "the brief names no region of consent");
        foreach (var form in forms)
        {
            if (!form.HasFields)
            {
                var reason = $"the fields of a form of {form.Kind} are kept in the product, not in the page";
                file.Context.NotRun(PreTickedConsent, reason);
                if (regions.Count > 0) file.Context.NotRun(MissingConsentBox, reason);
                continue;
            }

            var boxes = form.Fields.Where(field => field.Type == "checkbox" && IsConsent(field)).ToList();
            file.Starts(PreTickedConsent);
            foreach (var box in boxes.Where(box => box.Element.HasAttribute("checked"))) file.Report(PreTickedConsent, file.Page!.OffsetOf(box.Element, "checked"), "The box is ticked already.", "checkbox", box.Label.Length > 0 ? box.Label : box.Name);
            if (regions.Count > 0 && file.Starts(MissingConsentBox) && boxes.Count == 0) file.Report(MissingConsentBox, form.Offset, $"The form has no checkbox of consent; the brief goes to {string.Join(", ", regions)}.", "checkbox");
        }
    }

    private static bool IsConsent(FormField field) => Words.Any(word => field.Label.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || field.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
