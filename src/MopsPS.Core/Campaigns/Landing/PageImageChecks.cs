using System.Collections.Generic;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Email;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>What a landing page loads: images with alternative texts, nothing from placeholders or test systems, nothing by http.</summary>
internal sealed class PageImageChecks : ContentChecks
{
    public static readonly CampaignCheckInfo PageImageWithoutAlt = new(
        "LPG054", CampaignArea.LandingPage, nameof(PageImageWithoutAlt), Severity.Warning,
        "An image of a page has no alternative text, or one that says nothing.", "Say what it shows; alt=\"\" for decoration.", "WCAG 2.2, 1.1.1");

    public static readonly CampaignCheckInfo PageLoadsDraft = new(
        "LPG055", CampaignArea.LandingPage, nameof(PageLoadsDraft), Severity.Error,
        "A page loads an image, script or frame from a placeholder, draft or test system.", "Load it from the public site.", "practice; the policy, campaignQA.content.stagingHosts");

    public static readonly CampaignCheckInfo MixedContent = new(
        "LPG056", CampaignArea.LandingPage, nameof(MixedContent), Severity.Error,
        "A page loads something by http; browsers block it.", "Write https.", "w3.org/TR/mixed-content");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [PageImageWithoutAlt, PageLoadsDraft, MixedContent];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks) file.Starts(check);
        var page = file.Page!;
        foreach (var image in page.All("img"))
        {
            var alt = image.GetAttribute("alt");
            if (alt is null && image.GetAttribute("role") != "presentation" && image.GetAttribute("width")?.Trim() is not ("0" or "1")) file.Report(PageImageWithoutAlt, page.OffsetOf(image), "The image has no alt.", "img alt", image.GetAttribute("src"));
            else if (alt is not null && ImageChecks.IsMeaningless(alt)) file.Report(PageImageWithoutAlt, page.OffsetOf(image, "alt"), $"The alternative text is '{alt}'.", "img alt", alt);
        }

        foreach (var element in page.All("img", "script", "iframe", "link", "source", "video", "audio", "embed"))
        {
            var attribute = element.LocalName == "link" ? "href" : "src";
            if (element.GetAttribute(attribute) is not { Length: > 0 } source || (element.LocalName == "link" && element.GetAttribute("rel")?.Trim().ToLowerInvariant() is not ("stylesheet" or "icon" or "preload"))) continue;
            var url = WebUrl.Parse(source);
            if (url.Kind != UrlKind.Web || (url.Damage & UrlDamage.MissingScheme) != 0) continue;
            if (LinkHosts.Staging(url.Host, file.Policy.Content) is not null || LinkHosts.IsPlaceholderImage(url.Host, file.Context.Policy.Utm)) file.Report(PageLoadsDraft, page.OffsetOf(element, attribute), $"<{element.LocalName}> loads from {url.Host}.", element.LocalName + " " + attribute, source);
            else if (url.Scheme == "http") file.Report(MixedContent, page.OffsetOf(element, attribute), $"<{element.LocalName}> loads by http.", element.LocalName + " " + attribute, source, "https" + source.Trim().Substring(4));
        }
    }
}
