using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>What is kept of an e-mail or page for the look at the campaign as a whole.</summary>
internal sealed class ContentFacts
{
    private const int MaxLinks = 5000;

    /// <summary>The addresses of its links without query and fragment.</summary>
    public HashSet<string> Addresses { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects them.</summary>
    public static ContentFacts Of(ContentFile file)
    {
        var facts = new ContentFacts();
        foreach (var link in file.Links.Where(link => link.Url.Kind == UrlKind.Web).Take(MaxLinks)) facts.Addresses.Add(Address(link.Url));
        return facts;
    }

    /// <summary>An address by which links are compared: host without www., path without the last slash.</summary>
    public static string Address(WebUrl url) =>
        (url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host.Substring(4) : url.Host) + url.Path.TrimEnd('/');
}
