using System.Collections.Generic;
using AngleSharp.Dom;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>Which links of a page have text that a reader sees: shown, and of another colour than what is behind it.</summary>
internal sealed class LinkTexts
{
    // Below it nobody tells text and background apart.
    private const double LeastContrast = 1.05;

    private readonly HashSet<IElement> _any = [];
    private readonly HashSet<IElement> _seen = [];

    private LinkTexts()
    {
    }

    /// <summary>Looks at the texts of a page, each once.</summary>
    public static LinkTexts Of(HtmlPage page)
    {
        var texts = new LinkTexts();
        foreach (var text in page.Texts)
        {
            var link = text.Element;
            while (link is not null && link.LocalName != "a") link = link.ParentElement;
            if (link is null) continue;
            texts._any.Add(link);
            if (IsShown(text)) texts._seen.Add(link);
        }

        return texts;
    }

    /// <summary>Whether a link is seen. One without a text of its own, such as an image, is where nothing hides it.</summary>
    public bool IsSeen(PageLink link) => link.Element is { } element && (_any.Contains(element) ? _seen.Contains(element) : link.IsVisible);

    private static bool IsShown(PageText text) =>
        (text.HiddenIn == 0 || text.Look.MayBeShown) && (text.Look is not { Color: { } color, Background: { } background } || CssColor.Contrast(color.Over(background), background) >= LeastContrast);
}
