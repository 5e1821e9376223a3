using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>Recognises the snippets of analytics and tag managers, and of consent managers, in the scripts of a page.</summary>
internal static class TagSnippets
{
    private const int MaxScript = 200_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    // By address: the kind, the part, and the id in the first group.
    private static readonly (string Kind, TagPart Part, string Prefix, Regex Pattern)[] Sources =
    [
        ("ga4", TagPart.Loader, "", New(@"googletagmanager\.com/gtag/js\?(?:[^""'\s]*&)?id=([A-Z]{1,3}-[A-Z0-9-]+)")),
        ("gtm", TagPart.Loader, "", New(@"googletagmanager\.com/gtm\.js\?(?:[^""'\s]*&)?id=(GTM-[A-Z0-9]+)")),
        ("hubspot", TagPart.Loader, "hubspot:", New(@"js(?:-\w+)?\.hs-scripts\.com/(\d+)\.js")),
        ("adobe", TagPart.Loader, "adobe:", New(@"assets\.adobedtm\.com/(?:[\w/-]*/)?(launch-[\w-]+)\.min\.js")),
    ];

    private static readonly (string Kind, TagPart Part, string Prefix, Regex Pattern)[] Codes =
    [
        ("ga4", TagPart.Config, "", New(@"gtag\(\s*['""]config['""]\s*,\s*['""]([A-Z]{1,3}-[A-Z0-9-]+)['""]")),
        ("matomo", TagPart.Config, "matomo:", New(@"['""]setSiteId['""]\s*,\s*['""]?(\d+)")),
        ("munchkin", TagPart.Config, "munchkin:", New(@"Munchkin\.init\(\s*['""]([\w-]+)['""]")),
        ("meta", TagPart.Config, "meta:", New(@"fbq\(\s*['""]init['""]\s*,\s*['""](\d+)['""]")),
        ("linkedin", TagPart.Config, "linkedin:", New(@"_linkedin_partner_id\s*=\s*['""](\d+)['""]")),
        ("pardot", TagPart.Config, "pardot:", New(@"\bpiAId\s*=\s*['""](\d+)['""]")),
        ("segment", TagPart.Config, "segment:", New(@"analytics\.load\(\s*['""](\w+)['""]")),
        ("plausible", TagPart.Config, "plausible:", New(@"plausible\.init\(\s*\{[^}]*domain\s*:\s*['""]([\w.-]+)['""]")),
    ];

    private static readonly Regex TagManager = New(@"['""](GTM-[A-Z0-9]+)['""]");
    private static readonly Regex NoScript = New(@"googletagmanager\.com/ns\.html\?id=(GTM-[A-Z0-9]+)");
    private static readonly Regex ConsentMode = New(@"gtag\(\s*['""]consent['""]\s*,\s*['""]default['""]\s*,\s*\{(?<what>[^}]*)\}");
    private static readonly Regex Granted = New(@"analytics_storage['""]?\s*:\s*['""]granted['""]");

    // Addresses of the larger consent managers.
    private static readonly string[] Managers =
    [
        "consent.cookiebot.com", "consentcdn.cookiebot.com", "cdn.cookielaw.org", "optanon", "otsdkstub", "usercentrics", "consent.trustarc.com", "consent-pref.trustarc.com", "sdk.privacy-center.org", "didomi",
        "cmp.quantcast.com", "quantcast.mgr.consensu.org", "cmp.inmobi.com", "iubenda.com", "app.termly.io", "cdn-cookieyes.com", "cookieyes", "cmp.osano.com", "klaro", "consent.cookiefirst.com", "consentmanager.net", "static.axept.io",
        "complianz", "borlabs", "cdn.cookie-script.com", "cookiescript", "cdn.privacy-mgmt.com", "js.hs-banner.com", "tarteaucitron", "global.ketchcdn.com", "cc.cdn.civiccomputing.com", "cookieconsent", "cookie-consent", "ccm19", "transcend-cdn.com",
    ];

    /// <summary>The snippets in the order of the file.</summary>
    public static List<TagSnippet> Of(HtmlPage page)
    {
        var found = new List<TagSnippet>();
        foreach (var script in page.All("script"))
        {
            var offset = page.OffsetOf(script);
            var source = script.GetAttribute("src") ?? script.GetAttribute("data-src");
            if (source is not null)
                Add(found, script, source, offset, Sources);
            if (source is not null && source.IndexOf("plausible.io/js", StringComparison.OrdinalIgnoreCase) >= 0 && script.GetAttribute("data-domain") is { } domain) found.Add(new TagSnippet("plausible", "plausible:" + domain, TagPart.Loader, offset, script));
            var code = script.TextContent;
            if (code.Length is 0 or > MaxScript) continue;
            Add(found, script, code, offset, Codes);
            Add(found, script, code, offset, Sources);
            if (code.IndexOf("gtm.js", StringComparison.OrdinalIgnoreCase) >= 0 && TagManager.Match(code) is { Success: true } manager) found.Add(new TagSnippet("gtm", manager.Groups[1].Value, TagPart.Loader, offset, script));
        }

        foreach (var frame in page.All("iframe"))
            if (NoScript.Match(frame.GetAttribute("src") ?? string.Empty) is { Success: true } match) found.Add(new TagSnippet("gtm", match.Groups[1].Value, TagPart.NoScript, page.OffsetOf(frame), frame));
        found.Sort((left, right) => left.Offset.CompareTo(right.Offset));
        return found;
    }

    /// <summary>Where the page first asks for consent or sets Google's consent mode; -1 for nowhere.</summary>
    /// <param name="page">The page.</param>
    /// <param name="own">Texts of the team's own consent manager.</param>
    /// <param name="granted">Where consent mode starts with consent given already; -1 for nowhere.</param>
    public static int Consent(HtmlPage page, IReadOnlyList<string> own, out int granted)
    {
        granted = -1;
        foreach (var script in page.All("script"))
        {
            var offset = page.OffsetOf(script);
            var source = script.GetAttribute("src") ?? string.Empty;
            var code = script.TextContent is { Length: < MaxScript } text ? text : string.Empty;
            if (ConsentMode.Match(code) is { Success: true } mode)
            {
                if (!Granted.IsMatch(mode.Groups["what"].Value) || mode.Groups["what"].Value.IndexOf("region", StringComparison.Ordinal) >= 0) return offset;
                if (granted < 0) granted = offset;
                continue;
            }

            if (own.Concat(Managers).Any(name => source.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0 || (source.Length == 0 && own.Contains(name) && code.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0))) return offset;
        }

        return -1;
    }

    private static void Add(List<TagSnippet> found, IElement script, string text, int offset, (string Kind, TagPart Part, string Prefix, Regex Pattern)[] patterns)
    {
        foreach (var (kind, part, prefix, pattern) in patterns)
        {
            foreach (Match match in pattern.Matches(text))
            {
                var id = prefix + match.Groups[1].Value;
                found.Add(new TagSnippet(kind == "ga4" ? id.Substring(0, id.IndexOf('-')).ToLowerInvariant() : kind, id, part, offset, script));
            }
        }
    }

    private static Regex New(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Compiled, Limit);
}
