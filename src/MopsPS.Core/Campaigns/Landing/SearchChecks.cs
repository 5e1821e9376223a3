using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>What a page says to search engines: its one address, and whether it may be listed.</summary>
internal sealed class SearchChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingCanonical = new(
        "LPG020", CampaignArea.LandingPage, nameof(MissingCanonical), Severity.Warning,
        "A page does not name its canonical address; each tagged link is a page of its own to search engines.", "Put <link rel=\"canonical\" href=\"…\"> into the head.", "RFC 6596; developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls");

    public static readonly CampaignCheckInfo WrongCanonical = new(
        "LPG021", CampaignArea.LandingPage, nameof(WrongCanonical), Severity.Error,
        "The canonical address is not that of the page: relative, tagged, of a test system, or another than the brief's.", "Write the page's whole public address without parameters.", "RFC 6596; the brief, landingPages.url");

    public static readonly CampaignCheckInfo UnwantedNoIndex = new(
        "LPG022", CampaignArea.LandingPage, nameof(UnwantedNoIndex), Severity.Error,
        "A page that search engines may list says noindex.", "Take noindex out, or say so in the brief, landingPages.indexed.", "developers.google.com/search/docs/crawling-indexing/robots-meta-tag");

    public static readonly CampaignCheckInfo UnwantedIndex = new(
        "LPG023", CampaignArea.LandingPage, nameof(UnwantedIndex), Severity.Warning,
        "A page that search engines must not list does not say noindex.", "Put <meta name=\"robots\" content=\"noindex\"> into the head.", "the brief, landingPages.indexed; the policy, campaignQA.landingPage.indexed");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingCanonical, WrongCanonical, UnwantedNoIndex, UnwantedIndex];

    /// <summary>Whether a page is one to which a form leads; it is in no search result and has no form of its own.</summary>
    internal static bool IsThankYou(ContentFile file) =>
        file.Asset.Name.IndexOf("thank", StringComparison.OrdinalIgnoreCase) >= 0 || file.Asset.Name.IndexOf("danke", StringComparison.OrdinalIgnoreCase) >= 0 ||
        file.Context.Brief.LandingPages.Any(page => page.ThankYou is { } target && target.IndexOf("://", StringComparison.Ordinal) < 0 && file.Asset.Name.EndsWith(target, StringComparison.OrdinalIgnoreCase));

    public override void Check(ContentFile file)
    {
        var page = file.Page!;
        Canonical(file, page);
        var noindex = page.All("meta").FirstOrDefault(meta => meta.GetAttribute("name") is { } name && name.Trim().ToLowerInvariant() is "robots" or "googlebot" && IsNoIndex(meta.GetAttribute("content")));
        var says = file.LandingBrief?.Indexed;
        if (says is null && IsThankYou(file))
        {
            file.Context.NotApplicable(UnwantedNoIndex, "a thank-you page is in no search result");
            file.Context.NotApplicable(UnwantedIndex, "the brief does not say whether the thank-you page is listed");
            return;
        }

        file.Starts(UnwantedNoIndex);
        file.Starts(UnwantedIndex);
        var mayList = says ?? file.Policy.LandingPage.Indexed;
        if (mayList && noindex is not null) file.Report(UnwantedNoIndex, page.OffsetOf(noindex, "content"), "The page says noindex.", "robots", noindex.GetAttribute("content"));
        if (!mayList && noindex is null) file.ReportMissing(UnwantedIndex, "The page does not say noindex.", "robots", element: "head");
    }

    private static void Canonical(ContentFile file, HtmlPage page)
    {
        var links = page.All("link").Where(link => string.Equals(link.GetAttribute("rel")?.Trim(), "canonical", StringComparison.OrdinalIgnoreCase)).ToList();
        if (file.Starts(MissingCanonical) && links.Count == 0) file.ReportMissing(MissingCanonical, "There is no canonical address.", "canonical", file.LandingBrief?.Url, "head");
        if (links.Count == 0)
        {
            file.Context.NotApplicable(WrongCanonical, "there is no canonical address");
            return;
        }

        if (!file.Starts(WrongCanonical)) return;
        if (links.Count > 1) file.Report(WrongCanonical, page.OffsetOf(links[1]), $"There are {links.Count} canonical addresses.", "canonical", links[1].GetAttribute("href"));
        var href = links[0].GetAttribute("href") ?? string.Empty;
        if (Problem(file, WebUrl.Parse(href), href) is { } problem) file.Report(WrongCanonical, page.OffsetOf(links[0], "href"), problem, "canonical", href, file.LandingBrief?.Url);
    }

    private static string? Problem(ContentFile file, WebUrl url, string href)
    {
        if (href.Trim().Length == 0 || url.Kind != UrlKind.Web || (url.Damage & UrlDamage.MissingScheme) != 0) return "The canonical address is not a whole one.";
        if (LinkHosts.Staging(url.Host, file.Policy.Content) is { } pattern) return $"The canonical address is on {url.Host}, a draft or test system ({pattern}).";
        if (LinkHosts.IsPlaceholder(url.Host, file.Context.Policy.Utm)) return $"The canonical address is on {url.Host}, a placeholder.";
        if (url.Scheme == "http") return "The canonical address is http.";
        if (url.RawQuery is { } query && query.IndexOf("utm_", StringComparison.OrdinalIgnoreCase) >= 0) return "The canonical address has UTM parameters.";
        if (file.LandingBrief?.Url is { } agreed && WebUrl.Parse(agreed) is { Kind: UrlKind.Web } expected && !string.Equals(ContentFacts.Address(url), ContentFacts.Address(expected), StringComparison.OrdinalIgnoreCase))
            return "The canonical address is another than the brief's.";
        return null;
    }

    private static bool IsNoIndex(string? content) => content is not null && content.Split(',').Any(word => word.Trim().ToLowerInvariant() is "noindex" or "none");
}
