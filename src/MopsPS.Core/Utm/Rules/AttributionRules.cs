using System;
using System.Linq;
using MopsPS.Core.Utm.Channels;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm.Rules;

/// <summary>The rules about what the tags do to attribution.</summary>
internal static class AttributionRules
{
    /// <summary>Checks the link and says its channel.</summary>
    /// <returns>The channel; null for an untagged link or where a token decides it.</returns>
    public static ChannelMatch? Check(UtmLink link)
    {
        if (link.Url.Kind is UrlKind.Invalid or UrlKind.OtherScheme) return null;
        var isInternal = IsInternal(link);
        if (!link.IsTagged)
        {
            if (NeedsTags(link)) link.Report(UtmRules.UntaggedLink, "The link has no UTM parameters.");
            return null;
        }

        if (isInternal) link.Report(UtmRules.TaggedInternalLink, "The link leads from one page of the site to another and is tagged, which overwrites the visit's source.", suggestion: "remove the UTM parameters");
        Pair(link);
        if (link.Utm.Any(pair => pair.Name is "source" or "medium" or "campaign" && MergeToken.Find(pair.Parameter.Value).Count > 0)) return null;
        var channel = Ga4Channels.Classify(link.Value("source"), link.Value("medium"), link.Value("campaign"));
        if (channel.Rule == 0 && link.Value("source") is not null && link.Value("medium") is not null)
        {
            link.Report(UtmRules.UnassignedChannel, $"GA4 puts source '{link.Shown("source")}' and medium '{link.Shown("medium")}' into no channel (Unassigned).", "utm_medium", link.Shown("medium"));
        }

        return channel;
    }

    /// <summary>Whether an untagged link is one that should be tagged: it leads from elsewhere to a site that the team measures.</summary>
    public static bool NeedsTags(UtmLink link) =>
        link.Url.Kind == UrlKind.Web && !IsInternal(link) && (link.Policy.InternalDomains.Count == 0 || IsOwn(link.Policy, link.Url.Host));

    private static void Pair(UtmLink link)
    {
        if (link.Value("source") is not { } source || link.Value("medium") is not { } medium) return;
        source = link.Taxonomy.Canonical("source", source);
        medium = link.Taxonomy.Canonical("medium", medium);
        if (!link.Policy.Pairs.TryGetValue(source, out var allowed) || allowed.Contains(medium, StringComparer.OrdinalIgnoreCase)) return;
        if (link.Taxonomy.Find("medium", medium).Match == TermMatch.Unknown) return;
        link.Report(UtmRules.PairNotAllowed, $"Source '{link.Shown("source")}' does not go with medium '{link.Shown("medium")}'; allowed: {string.Join(", ", allowed)}.", "utm_medium", link.Shown("medium"), allowed.Count == 1 ? allowed[0] : null);
    }

    // From a page of one's own, a relative link, or one that names the own site as its source.
    private static bool IsInternal(UtmLink link)
    {
        if (link.Url.Kind == UrlKind.Relative) return true;
        if (IsFromOwnPage(link.Policy, link.Page, link.Url.Host)) return true;
        return link.Value("source") is { } source && source.IndexOf('.') > 0 && string.Equals(Strip(source), Strip(link.Url.Host), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a page and a host are of the same site, or both of the team's.</summary>
    public static bool IsFromOwnPage(UtmPolicy policy, string? page, string host) =>
        page is not null && WebUrl.Parse(page) is { Kind: UrlKind.Web } from && (Strip(from.Host) == Strip(host) || (IsOwn(policy, from.Host) && IsOwn(policy, host)));

    /// <summary>Whether a host is of a domain that the team measures.</summary>
    public static bool IsOwn(UtmPolicy policy, string host) => policy.InternalDomains.Any(domain =>
        string.Equals(host, domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    private static string Strip(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host.Substring(4) : host;
}
