using System;
using System.Collections.Generic;
using System.Linq;
using AngleSharp.Dom;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm.Parsing;
using static MopsPS.Core.Campaigns.Links.LinkRules;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>What the links say: text that fits the target, and any text at all.</summary>
internal sealed class LinkTextChecks : ContentChecks
{
    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase)
        { "here", "click here", "click", "link", "this link", "read more", "more", "learn more", "hier", "hier klicken", "mehr", "klick hier", "cliquez ici", "ici", "haga clic aquí", "aquí", "clicca qui", "qui" };

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MisleadingLinkText, EmptyLinkText, VagueLinkText];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks) file.Starts(check);
        foreach (var link in file.Links.Where(link => link.Element is not null))
        {
            if (link.Text.Length == 0)
            {
                if (link.IsVisible && link.Element!.LocalName is "a" or "area" && !IsNamed(link.Element!)) file.Report(EmptyLinkText, link.Offset, "Nothing says where the link leads.", link.Field, link.Href);
                continue;
            }

            if (Vague.Contains(link.Text.Trim('.', '!', '»', '›', '→', '>', ' '))) file.Report(VagueLinkText, link.Offset, $"The link says only '{link.Text}'.", link.Field, link.Text);
            Domain(file, link);
        }
    }

    private static void Domain(ContentFile file, PageLink link)
    {
        if (link.Url.Kind != UrlKind.Web || Shown(link.Text) is not { } shown) return;
        var target = LinkHosts.Domain(link.Url.Host);
        if (LinkHosts.Domain(shown) == target || file.Policy.Content.RedirectHosts.Any(pattern => Wildcard.IsMatch(pattern, link.Url.Host))) return;
        if (LinkHosts.IsOwn(shown, file.Context.Policy.Utm) && LinkHosts.IsOwn(link.Url.Host, file.Context.Policy.Utm)) return;
        file.Report(MisleadingLinkText, link.Offset, $"The link shows {shown} and leads to {link.Url.Host}.", link.Field, link.Text);
    }

    // The text as a whole, or its only word with a dot, is a host: "www.example.com", "https://example.com/offers", "Visit example.com".
    private static string? Shown(string text)
    {
        if (text.Length > 200) return null;
        string? found = null;
        foreach (var word in text.Split([' ', '(', ')', ',', ';', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var trimmed = word.TrimEnd('.', '!', '?', ':');
            if (trimmed.IndexOf('.') <= 0 || trimmed.IndexOf('@') >= 0 || trimmed.Any(char.IsDigit) && trimmed.IndexOf("://", StringComparison.Ordinal) < 0 && !trimmed.Any(char.IsLetter)) continue;
            var url = WebUrl.Parse(trimmed);
            if (url.Kind != UrlKind.Web || url.Host.IndexOf('.') <= 0) continue;
            if ((url.Damage & UrlDamage.MissingScheme) != 0 && !IsDomain(url.Host)) continue;
            if (found is not null && found != url.Host) return null;
            found = url.Host;
        }

        return found;
    }

    // "Node.js", "e.g." and "ASP.NET" are no hosts. What is written without www. must end as domains of the field do.
    private static bool IsDomain(string host)
    {
        if (host.StartsWith("www.", StringComparison.Ordinal)) return true;
        var top = host.Substring(host.LastIndexOf('.') + 1);
        return top is "com" or "org" or "io" or "de" or "uk" or "fr" or "eu" or "ca" or "us" or "co" or "nl" or "es" or "it" or "ch" or "at" or "be" or "se" or "dk" or "fi" or "pl" or "au" or "nz" or "jp" or "in" or "br" or "info" or "biz" or "gov" or "edu" or "dev" or "app" or "shop" or "store"
            || (top == "net" && !host.StartsWith("asp.", StringComparison.Ordinal) && !host.StartsWith("ado.", StringComparison.Ordinal)) || PublicSuffixes.Contains(host.Substring(host.IndexOf('.') + 1));
    }

    // A name for an anchor without href text: <a name>, <a id> as a target.
    private static bool IsNamed(IElement element) => element.HasAttribute("aria-hidden") || element.GetAttribute("role") == "presentation";
}
