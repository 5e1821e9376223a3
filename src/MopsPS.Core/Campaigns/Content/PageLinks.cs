using System;
using System.Collections.Generic;
using System.Linq;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>Finds the links of a page: anchors, image maps, and Outlook's buttons in conditional comments.</summary>
internal static class PageLinks
{
    private const int MaxComment = 100_000;

    /// <summary>The links in the order of the file.</summary>
    public static List<PageLink> Of(HtmlPage page)
    {
        var hidden = new HashSet<IElement>(page.Texts.Where(text => text.HiddenIn > 0 && !text.Look.MayBeShown).Select(text => text.Element));
        var links = new List<PageLink>();
        foreach (var element in page.All("a", "area", "v:roundrect", "v:rect"))
        {
            if (element.GetAttribute("href") is not { } href) continue;
            var text = element.LocalName == "area" ? element.GetAttribute("alt") ?? string.Empty : HtmlPage.TextOf(element, withAlt: true);
            if (text.Length == 0) text = TextFold.Spaces(element.GetAttribute("aria-label") ?? element.GetAttribute("title") ?? string.Empty);
            links.Add(Make(href, page.OffsetOf(element, "href"), element, text, !hidden.Contains(element)));
        }

        foreach (var (comment, start) in page.Comments)
            if (comment.Length < MaxComment && comment.TrimStart().StartsWith("[if", StringComparison.OrdinalIgnoreCase)) Conditional(comment, start + 4, links);
        links.Sort((left, right) => left.Offset.CompareTo(right.Offset));
        return links;
    }

    private static PageLink Make(string href, int offset, IElement? element, string text, bool isVisible)
    {
        var trimmed = href.Trim();
        var tokens = MergeToken.Find(trimmed);
        return new PageLink
        {
            Href = href,
            Offset = offset,
            Element = element,
            Text = text,
            IsVisible = isVisible,
            Url = WebUrl.Parse(href),
            Role = LinkRoles.Of(trimmed, text),
            IsToken = (tokens.Count > 0 && trimmed.StartsWith(tokens[0].Text, StringComparison.Ordinal)) ||
                trimmed.StartsWith("{{", StringComparison.Ordinal) || trimmed.StartsWith("{%", StringComparison.Ordinal) || trimmed.StartsWith("%%", StringComparison.Ordinal) ||
                trimmed.StartsWith("*|", StringComparison.Ordinal) || trimmed.StartsWith("{!", StringComparison.Ordinal),
        };
    }

    private static void Conditional(string comment, int start, List<PageLink> links)
    {
        using var source = new TextSource(comment);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token is not HtmlTagToken { Type: HtmlTokenType.StartTag } tag || tag.Name is not ("a" or "v:roundrect" or "v:rect" or "v:shape")) continue;
            foreach (var attribute in tag.Attributes)
                if (attribute.Name == "href") links.Add(Make(attribute.Value, start + attribute.Position.Index, null, string.Empty, isVisible: true));
        }
    }
}
