using System;
using System.Collections.Generic;
using System.Linq;
using AngleSharp.Html.Parser;

namespace MopsPS.Core.Utm.Links;

/// <summary>Finds the links of an HTML page or mail.</summary>
public static class HtmlLinks
{
    /// <summary>Finds links in anchors, image maps and Outlook's VML buttons.</summary>
    /// <param name="html">The HTML, whole or a part.</param>
    /// <returns>The links in their order, and the address of the page where it names itself (canonical link or og:url).</returns>
    public static (IReadOnlyList<FoundLink> Links, string? Page) Find(string html)
    {
        if (html is null) throw new ArgumentNullException(nameof(html));
        using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
        var links = new List<FoundLink>();
        foreach (var element in document.All)
        {
            if (element.LocalName is not ("a" or "area" or "v:roundrect" or "v:rect") || element.GetAttribute("href") is not { } url || !FoundLink.IsRelevant(url)) continue;
            var place = element.SourceReference?.Position;
            links.Add(new FoundLink(url, place?.Line ?? 0, place?.Column ?? 0));
        }

        var page = document.All.FirstOrDefault(element => element.LocalName == "link" && string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))?.GetAttribute("href")
            ?? document.All.FirstOrDefault(element => element.LocalName == "meta" && element.GetAttribute("property") == "og:url")?.GetAttribute("content");
        return (links, string.IsNullOrWhiteSpace(page) ? null : page);
    }
}
