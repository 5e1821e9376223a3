using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>The forms of a page: there, embedded rightly, sent safely, and leading somewhere.</summary>
internal sealed class FormChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingForm = Check("LPG040", nameof(MissingForm), Severity.Error, "A page has no form, but the brief or the policy asks for fields.", "Put the form in.", "the brief, landingPages.fields");

    public static readonly CampaignCheckInfo BrokenFormEmbed = Check("LPG041", nameof(BrokenFormEmbed), Severity.Error, "The embedding of a form of Marketo, HubSpot or Pardot is incomplete.", "Copy the embed code again.", "vendors' embed codes: forms2.min.js, hbspt.forms.create, hs-form-frame, go.pardot.com");

    public static readonly CampaignCheckInfo WrongFormId = Check("LPG042", nameof(WrongFormId), Severity.Error, "A form of another account, or one that the policy does not list, is embedded.", "Embed the right form, or list it in campaignQA.landingPage.formIds.", "the team's policy");

    public static readonly CampaignCheckInfo MissingThankYou = Check("LPG043", nameof(MissingThankYou), Severity.Error, "A form leads nowhere, or not to the thank-you page of the brief.", "Set its action and the page that follows.", "the brief, landingPages.thankYou; practice: conversions are counted there");

    public static readonly CampaignCheckInfo InsecureForm = Check("LPG044", nameof(InsecureForm), Severity.Error, "A form is sent by http.", "Write https.", "GDPR, article 32; browsers warn");

    public static readonly CampaignCheckInfo PersonalDataInQuery = Check("LPG045", nameof(PersonalDataInQuery), Severity.Error, "A form with personal fields is sent by GET; what people type ends up in addresses, logs and analytics.", "Write method=\"post\".", "support.google.com/analytics/answer/6366371");

    private static readonly string[] Personal = ["email", "firstname", "lastname", "name", "fullname", "phone", "mobile", "telephone"];

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingForm, BrokenFormEmbed, WrongFormId, MissingThankYou, InsecureForm, PersonalDataInQuery];

    public override void Check(ContentFile file)
    {
        var page = file.Page!;
        var forms = PageForms.Of(page);
        var asked = (file.LandingBrief?.Fields.Count ?? 0) + file.Policy.LandingPage.RequiredFields.Count;
        if (asked == 0 || SearchChecks.IsThankYou(file)) file.Context.NotApplicable(MissingForm, "neither the brief nor the policy asks for fields");
        else if (file.Starts(MissingForm) && forms.Count == 0) file.ReportMissing(MissingForm, "There is no form.", "form", element: "body");
        if (forms.Count == 0)
        {
            foreach (var check in Checks.Skip(1)) file.Context.NotApplicable(check, "the page has no form");
            return;
        }

        foreach (var check in Checks.Skip(1)) file.Starts(check);
        foreach (var form in forms) Check(file, page, form);
    }

    private static void Check(ContentFile file, HtmlPage page, PageForm form)
    {
        if (form.Problem is { } problem) file.Report(BrokenFormEmbed, form.Offset, $"The form of {form.Kind} is not embedded rightly: {problem}.", "form", string.Join(" ", form.Ids));
        var listed = file.Policy.LandingPage.FormIds;
        if (listed.Count > 0 && form.Element is null && !form.Ids.All(id => listed.Any(pattern => Wildcard.IsMatch(pattern, id)))) file.Report(WrongFormId, form.Offset, $"The form {string.Join(" ", form.Ids)} is not in the policy.", "form", string.Join(" ", form.Ids));
        ThankYou(file, page, form);
        if (form.Element is not { } element) return;
        var action = (element.GetAttribute("action") ?? string.Empty).Trim();
        if (action.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) file.Report(InsecureForm, page.OffsetOf(element, "action"), "The form is sent by http.", "form action", action, "https" + action.Substring(4));
        var isGet = !string.Equals(element.GetAttribute("method")?.Trim(), "post", StringComparison.OrdinalIgnoreCase);
        if (isGet && action.Length > 0 && !IsScripted(page, form) && form.Fields.Any(field => field.Type == "email" || Personal.Contains(PageForms.Letters(field.Name))))
            file.Report(PersonalDataInQuery, page.OffsetOf(element, "method"), "The form is sent by GET.", "form method", element.GetAttribute("method"), "post");
    }

    private static void ThankYou(ContentFile file, HtmlPage page, PageForm form)
    {
        var agreed = file.LandingBrief?.ThankYou;
        var action = form.Element?.GetAttribute("action")?.Trim();
        if (form.HasFields && !IsScripted(page, form))
        {
            if (string.IsNullOrEmpty(action) || action is "#" or "/" || LinkChecks.IsWord(action!) || action!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                file.Report(MissingThankYou, page.OffsetOf(form.Element!, "action"), "The form is sent nowhere.", "form action", action);
            else if (WebUrl.Parse(action) is { Kind: UrlKind.Web } url && (LinkHosts.Staging(url.Host, file.Policy.Content) is not null || LinkHosts.IsPlaceholder(url.Host, file.Context.Policy.Utm)))
                file.Report(MissingThankYou, page.OffsetOf(form.Element!, "action"), $"The form is sent to {url.Host}, a test system or placeholder.", "form action", action);
        }

        if (agreed is null) return;
        var isFile = agreed.IndexOf("://", StringComparison.Ordinal) < 0;
        if (isFile && !file.Context.Campaign.Assets.Any(asset => asset.Name.EndsWith(agreed.TrimStart('/', '.'), StringComparison.OrdinalIgnoreCase)) && !agreed.StartsWith("/", StringComparison.Ordinal))
            file.Report(MissingThankYou, form.Offset, $"The thank-you page '{agreed}' is not in the folder.", "thank-you page", agreed);
        var target = form.ThankYou ?? (form.Kind == FormKind.Html ? action : null);
        if (target is null)
        {
            if (form.Kind != FormKind.Html) file.Context.NotRun(MissingThankYou, $"where a form of {form.Kind} leads is set in the product, not in the page");
            return;
        }

        if (!Leads(target, agreed) && !(form.Kind == FormKind.Html && form.ThankYou is null && IsScripted(page, form)))
            file.Report(MissingThankYou, form.Offset, "The form leads to another page than the brief's.", "thank-you page", target, agreed);
    }

    private static bool Leads(string target, string agreed)
    {
        var end = target.IndexOfAny(['?', '#']);
        var plain = (end < 0 ? target : target.Substring(0, end)).TrimEnd('/');
        return plain.Equals(agreed.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) || plain.EndsWith("/" + agreed.Trim('/'), StringComparison.OrdinalIgnoreCase);
    }

    // Somebody listens to it being sent.
    private static bool IsScripted(HtmlPage page, PageForm form) =>
        form.Element!.HasAttribute("onsubmit") || form.Element.Attributes.Any(attribute => attribute.Name is "data-netlify" or "netlify" or "hx-post" || attribute.Name.StartsWith("@submit", StringComparison.Ordinal)) ||
        page.All("script").Any(script => script.TextContent is { Length: < 200_000 } code && (code.IndexOf("'submit'", StringComparison.Ordinal) >= 0 || code.IndexOf("\"submit\"", StringComparison.Ordinal) >= 0 || code.IndexOf("onsubmit", StringComparison.OrdinalIgnoreCase) >= 0));

    private static CampaignCheckInfo Check(string id, string name, Severity severity, string summary, string remedy, string source) => new(id, CampaignArea.LandingPage, name, severity, summary, remedy, source);
}
