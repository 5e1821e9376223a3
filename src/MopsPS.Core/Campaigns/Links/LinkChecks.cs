using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm.Parsing;
using static MopsPS.Core.Campaigns.Links.LinkRules;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>Where the links lead: each is well-formed, real, public, https and allowed.</summary>
internal sealed class LinkChecks : ContentChecks
{
    private const UrlDamage Damaged = UrlDamage.Slashes | UrlDamage.MissingScheme | UrlDamage.InnerSpace | UrlDamage.EncodedAmpersand | UrlDamage.SecondQuestionMark | UrlDamage.MissingQuestionMark | UrlDamage.BadPercent;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
        { "url", "link", "href", "todo", "tbd", "xxx", "xxxx", "insert-link", "insert_link", "insert link", "link here", "url here", "url_here", "link_here", "your-link", "your_link", "placeholder", "cta", "cta link", "example", "test", "#link", "#url", "http://", "https://", "http:", "https:" };

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } =
        [MalformedLink, PlaceholderLink, StagingLink, InsecureLink, RelativeLink, BrokenAnchor, BrokenMailLink, TrackingRedirect, ForeignHost];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks.Where(check => check != ForeignHost)) file.Starts(check);
        if (file.Context.Brief.AllowedHosts.Count == 0) file.Context.NotApplicable(ForeignHost, "the brief names no hosts that links must keep to");
        else file.Starts(ForeignHost);
        var targets = file.Links.Any(link => link.Href.TrimStart().StartsWith("#", StringComparison.Ordinal)) ? Targets(file) : null;
        foreach (var link in file.Links) Check(file, link, targets);
    }

    private static void Check(ContentFile file, PageLink link, HashSet<string>? targets)
    {
        var href = link.Href.Trim();
        if (IsPlaceholder(href, link))
        {
            Report(file, PlaceholderLink, link, href.Length == 0 ? "The link has no address." : $"The link '{Short(href)}' is a placeholder.");
            return;
        }

        if (link.IsToken) return;
        if (href[0] == '#')
        {
            if (targets is not null && !targets.Contains(Uri.UnescapeDataString(href.Substring(1)))) Report(file, BrokenAnchor, link, $"No element has the id '{Short(href.Substring(1))}'.");
            return;
        }

        if (href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("sms:", StringComparison.OrdinalIgnoreCase))
        {
            if (Mail(href) is { } problem) Report(file, BrokenMailLink, link, problem);
            return;
        }

        switch (link.Url.Kind)
        {
            case UrlKind.Relative when file.IsEmail:
                Report(file, RelativeLink, link, $"The link '{Short(href)}' is relative.");
                break;
            case UrlKind.Relative:
                break;
            case UrlKind.Invalid:
                Report(file, MalformedLink, link, $"The link '{Short(href)}' cannot be opened: {link.Url.Error}");
                break;
            case UrlKind.OtherScheme:
                if (link.Url.Scheme is "file" or "about" or "data" or "blob" or "vbscript") Report(file, MalformedLink, link, $"The link '{Short(href)}' is a {link.Url.Scheme}: address, which readers cannot open.");
                else if (link.Url.Scheme is "htp" or "htps" or "ttp" or "ttps" or "hhttps" or "hhttp" or "httsp" or "htttps" or "httpss" or "https-" || link.Url.Scheme.StartsWith("http", StringComparison.Ordinal))
                    Report(file, MalformedLink, link, $"The link begins with '{link.Url.Scheme}:', which no browser knows.", "https://");
                break;
            default:
                Web(file, link, href);
                break;
        }
    }

    private static void Web(ContentFile file, PageLink link, string href)
    {
        var url = link.Url;
        var content = file.Policy.Content;
        if ((url.Damage & Damaged) != 0 && href.IndexOf("{{", StringComparison.Ordinal) < 0 && href.IndexOf("%%", StringComparison.Ordinal) < 0 && href.IndexOf("*|", StringComparison.Ordinal) < 0)
            Report(file, MalformedLink, link, $"The link '{Short(href)}' is damaged ({What(url.Damage & Damaged)}).");
        if (href.StartsWith("//", StringComparison.Ordinal) && file.IsEmail) Report(file, MalformedLink, link, "The link has no scheme; a mail has none that it could take over.", "https:" + Short(href));
        var host = file.Host(url.Host);
        if (host.Staging is { } pattern)
        {
            Report(file, url.Host == "localhost" ? PlaceholderLink : StagingLink, link, $"The link leads to {url.Host}, a draft or test system ({pattern}).");
            return;
        }

        if (host.IsPlaceholder)
        {
            Report(file, PlaceholderLink, link, $"The link leads to {url.Host}, which stands for an address that is still to come.");
            return;
        }

        if (url.Scheme == "http") Report(file, InsecureLink, link, $"The link to {url.Host} is http.", "https" + Short(href.Substring(Math.Min(4, href.Length))));
        if (LinkHosts.Redirect(url, content, file.Context.Policy.Utm) is { } reason) Report(file, TrackingRedirect, link, $"The link does not lead to its target itself: {reason}.");
        var allowed = file.Context.Brief.AllowedHosts;
        if (allowed.Count > 0 && !allowed.Any(name => Wildcard.IsMatch(name, url.Host) || url.Host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)))
            Report(file, ForeignHost, link, $"The link leads to {url.Host}, which the brief does not allow.");
    }

    /// <summary>Whether an address is a word that stands for one.</summary>
    internal static bool IsWord(string address) => Words.Contains(address.Trim());

    private static bool IsPlaceholder(string href, PageLink link)
    {
        if (href.Length == 0 || href is "#" or "#!" || (href == "#top" && link.Role == LinkRole.Unsubscribe) || Words.Contains(href)) return true;
        if (href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) return true;
        // [link], <url>, INSERT_URL, https://INSERT-LINK
        return (href[0] == '[' && href[href.Length - 1] == ']' && !href.Equals("[unsubscribe]", StringComparison.OrdinalIgnoreCase)) || href[0] == '<' ||
            (href.IndexOf("insert", StringComparison.OrdinalIgnoreCase) is >= 0 and < 12 && (href.IndexOf("link", StringComparison.OrdinalIgnoreCase) > 0 || href.IndexOf("url", StringComparison.OrdinalIgnoreCase) > 0));
    }

    private static string? Mail(string href)
    {
        var colon = href.IndexOf(':');
        var rest = href.Substring(colon + 1);
        var mark = rest.IndexOf('?');
        var address = (mark < 0 ? rest : rest.Substring(0, mark)).Trim();
        if (Utm.MergeToken.Find(address).Count > 0 || address.IndexOf("%%", StringComparison.Ordinal) >= 0) return null;
        if (!href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return address.Count(char.IsDigit) < 3 ? "The link calls no number." : null;
        if (address.Length == 0) return rest.IndexOf("to=", StringComparison.OrdinalIgnoreCase) >= 0 ? null : "The mailto: link has no address.";
        foreach (var single in address.Split(','))
        {
            var at = single.LastIndexOf('@');
            var domain = at <= 0 ? string.Empty : single.Substring(at + 1).Trim();
            if (domain.IndexOf('.') <= 0 || domain.EndsWith(".", StringComparison.Ordinal) || single.Trim().IndexOf(' ') >= 0 || domain.IndexOf("..", StringComparison.Ordinal) >= 0) return "The mailto: link has no valid address.";
        }

        return null;
    }

    private static HashSet<string> Targets(ContentFile file)
    {
        var targets = new HashSet<string>(StringComparer.Ordinal) { "top", string.Empty };
        foreach (var element in file.Page!.Elements)
        {
            if (element.Id is { } id) targets.Add(id);
            if (element.LocalName == "a" && element.GetAttribute("name") is { } name) targets.Add(name);
        }

        return targets;
    }

    private static string What(UrlDamage damage) => damage.ToString();

    private static string Short(string href) => href.Length <= 120 ? href : href.Substring(0, 120) + "…";

    private static void Report(ContentFile file, CampaignCheckInfo check, PageLink link, string message, string? suggestion = null) =>
        file.Report(check, link.Offset, message, link.Field, link.Href, suggestion);
}
