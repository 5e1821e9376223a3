using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.LinkLists;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>What is kept of an e-mail or page for the look at the campaign as a whole.</summary>
internal sealed class ContentFacts : ILinkSource
{
    private const int MaxLinks = 5000;

    /// <summary>The addresses of its links without query and fragment.</summary>
    public HashSet<string> Addresses { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IReadOnlyList<ListedLink> Links { get; private init; } = [];

    /// <summary>Collects them.</summary>
    public static ContentFacts Of(ContentFile file)
    {
        var facts = new ContentFacts { Links = [.. file.Links.Where(IsOpenable).Take(MaxLinks).Select(file.Listed)] };
        foreach (var link in file.Links.Where(link => link.Url.Kind == UrlKind.Web).Take(MaxLinks)) facts.Addresses.Add(Address(link.Url));
        return facts;
    }

    private static bool IsOpenable(PageLink link) => link.Url.Kind == UrlKind.Web && !link.IsToken && link.Role is not (LinkRole.Unsubscribe or LinkRole.Preferences);

    /// <summary>An address by which links are compared: host without www., path without the last slash.</summary>
    public static string Address(WebUrl url) =>
        (url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host.Substring(4) : url.Host) + url.Path.TrimEnd('/');
}
