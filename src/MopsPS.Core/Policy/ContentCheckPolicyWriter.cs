using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes <c>campaignQA.content</c>, <c>email</c>, <c>landingPage</c> and <c>tokens</c>.</summary>
internal static class ContentCheckPolicyWriter
{
    public static void Write(Utf8JsonWriter json, CampaignQAPolicy policy)
    {
        json.Section("content", () =>
        {
            json.Texts("stagingHosts", policy.Content.StagingHosts);
            json.Texts("redirectHosts", policy.Content.RedirectHosts);
            json.Texts("otherCampaigns", policy.Content.OtherCampaigns);
            json.Texts("leftovers", policy.Content.Leftovers);
        });
        json.Section("email", () => Email(json, policy.Email));
        json.Section("landingPage", () => LandingPage(json, policy.LandingPage));
        json.Section("tokens", () =>
        {
            json.OptionalText("platform", policy.Tokens.Platform);
            json.Texts("known", policy.Tokens.Known);
            json.Texts("neverEmpty", policy.Tokens.NeverEmpty);
        });
    }

    private static void Email(Utf8JsonWriter json, EmailCheckPolicy email)
    {
        json.Texts("senders", email.Senders);
        json.Texts("fromDomains", email.FromDomains);
        json.Texts("postalAddresses", email.PostalAddresses);
        json.Table("wording", email.Wording, PolicyText.Texts);
        json.WriteNumber("maxSubjectLength", email.MaxSubjectLength);
        json.WriteNumber("maxPreheaderLength", email.MaxPreheaderLength);
        json.WriteNumber("minPreheaderLength", email.MinPreheaderLength);
        json.WriteNumber("maxHtmlBytes", email.MaxHtmlBytes);
        json.WriteNumber("maxWidth", email.MaxWidth);
        json.WriteNumber("minTextLikeness", email.MinTextLikeness);
    }

    private static void LandingPage(Utf8JsonWriter json, LandingPageCheckPolicy page)
    {
        json.WriteBoolean("indexed", page.Indexed);
        json.Texts("analyticsIds", page.AnalyticsIds);
        json.WriteBoolean("requireConsent", page.RequireConsent);
        json.Texts("consentScripts", page.ConsentScripts);
        json.Texts("utmFields", page.UtmFields);
        json.Texts("requiredFields", page.RequiredFields);
        json.Texts("consentRegions", page.ConsentRegions);
        json.Texts("formIds", page.FormIds);
        json.WriteNumber("maxTitleLength", page.MaxTitleLength);
        json.WriteNumber("maxDescriptionLength", page.MaxDescriptionLength);
    }
}
