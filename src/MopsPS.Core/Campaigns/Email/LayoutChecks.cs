using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AngleSharp.Dom;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>What mail clients do not run, do not show, or show too wide, and what the mail itself hides.</summary>
internal sealed class LayoutChecks : ContentChecks
{
    public static readonly CampaignCheckInfo ActiveContent = OfEmail("EML041", nameof(ActiveContent), Severity.Error, "An e-mail has scripts, frames or event handlers; filters stop it.", "Take them out.", "practice: Gmail and Outlook block them");

    public static readonly CampaignCheckInfo UnsupportedContent = OfEmail("EML042", nameof(UnsupportedContent), Severity.Warning, "An e-mail uses what the larger mail clients drop: forms, linked style sheets, SVG, video, positioned boxes.", "Use an image or a link instead; styles inside the mail.", "caniemail.com");

    public static readonly CampaignCheckInfo FixedWidth = OfEmail("EML043", nameof(FixedWidth), Severity.Warning, "Something in an e-mail has a fixed width above the agreed one; phones make all of it small.", "Use max-width; the limit is campaignQA.email.maxWidth.", "practice: 600 to 700 pixels");

    public static readonly CampaignCheckInfo HiddenText = OfEmail("EML044", nameof(HiddenText), Severity.Warning, "An e-mail hides text beside its preheader; filters take it for spam.", "Take it out, or show it.", "SpamAssassin, rules for invisible text; practice");

    private const int MinLetters = 15;
    private static readonly string[] Active = ["script", "iframe", "frame", "frameset", "object", "embed", "applet"];
    private static readonly string[] Unsupported = ["form", "input", "select", "textarea", "button", "svg", "video", "audio", "canvas", "base", "marquee"];

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [ActiveContent, UnsupportedContent, FixedWidth, HiddenText];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks) file.Starts(check);
        var page = file.Page!;
        foreach (var element in page.All(Active).Where(element => !IsData(element))) file.Report(ActiveContent, page.OffsetOf(element), $"<{element.LocalName}> does not work in mail.", element.LocalName);
        foreach (var element in page.All(Unsupported)) file.Report(UnsupportedContent, page.OffsetOf(element), $"<{element.LocalName}> is dropped by large mail clients.", element.LocalName);
        foreach (var link in page.All("link").Where(link => string.Equals(link.GetAttribute("rel"), "stylesheet", StringComparison.OrdinalIgnoreCase) && !IsFont(link)))
            file.Report(UnsupportedContent, page.OffsetOf(link), "A linked style sheet is not loaded by mail clients.", "link", link.GetAttribute("href"));
        foreach (var meta in page.All("meta").Where(meta => string.Equals(meta.GetAttribute("http-equiv")?.Trim(), "refresh", StringComparison.OrdinalIgnoreCase)))
            file.Report(UnsupportedContent, page.OffsetOf(meta), "Mail clients do not reload a mail or go on to a page.", "meta", meta.GetAttribute("content"));
        foreach (var style in page.All("style").Where(style => style.TextContent.IndexOf("@import", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && !IsFontImport(style.TextContent, at)))
            file.Report(UnsupportedContent, page.OffsetOf(style), "An imported style sheet is not loaded by mail clients.", "style");
        foreach (var element in page.Elements) Element(file, page, element);
        Hidden(file, page);
    }

    private static void Element(ContentFile file, HtmlPage page, IElement element)
    {
        foreach (var attribute in page.AttributesOf(element))
        {
            if (attribute.Name.Length > 3 && attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && attribute.Name.IndexOf(':') < 0)
                file.Report(ActiveContent, attribute.Position.Index, $"The handler {attribute.Name} does not run in mail.", attribute.Name);
        }

        var most = file.Policy.Email.MaxWidth;
        if (element.GetAttribute("width") is { } width && width.IndexOf('%') < 0 && LookReader.Pixels(width.Trim(), 16) is { } attributeWidth && attributeWidth > most && element.LocalName is not ("meta" or "svg"))
            Wide(file, page.OffsetOf(element, "width"), element, attributeWidth, most);
        if (element.GetAttribute("style") is not { } style || (style.IndexOf("width", StringComparison.OrdinalIgnoreCase) < 0 && style.IndexOf("position", StringComparison.OrdinalIgnoreCase) < 0)) return;
        foreach (var declaration in CssDeclarations.Parse(style))
        {
            if (declaration.Name is "width" or "min-width" && declaration.Value.IndexOf('%') < 0 && LookReader.Pixels(declaration.Value, 16) is { } pixels && pixels > most)
                Wide(file, page.OffsetOf(element, "style"), element, pixels, most);
            else if (declaration is { Name: "position", Value: "absolute" or "fixed" })
                file.Report(UnsupportedContent, page.OffsetOf(element, "style"), $"position: {declaration.Value} is dropped by large mail clients.", "style", declaration.Value);
        }
    }

    private static void Wide(ContentFile file, int offset, IElement element, double pixels, int most) =>
        file.Report(FixedWidth, offset, string.Format(CultureInfo.InvariantCulture, "<{0}> is {1:0} pixels wide; agreed are {2}.", element.LocalName, pixels, most), element.LocalName + " width", pixels.ToString(CultureInfo.InvariantCulture));

    private static void Hidden(ContentFile file, HtmlPage page)
    {
        var preheader = file.Preheader?.HiddenIn ?? 0;
        foreach (var group in page.Texts.Where(text => text.HiddenIn > 0 && text.HiddenIn != preheader && !text.Look.MayBeShown).GroupBy(text => text.HiddenIn))
        {
            var words = TextFold.Spaces(string.Concat(group.Select(text => text.Text)));
            if (words.Count(char.IsLetterOrDigit) >= MinLetters) file.Report(HiddenText, page.OffsetIn(group.First(), 0), $"Text is hidden by {group.First().Look.Hidden}.", "text", words);
        }

        foreach (var text in page.Texts.Where(text => text.HiddenIn == 0 && text.Look is { Color: { } color, Background: { } background } && CssColor.Contrast(color.Over(background), background) < 1.05))
        {
            if (text.Text.Count(char.IsLetterOrDigit) >= MinLetters && file.Preheader is { } own && !(own.IsOwn && own.Offset == page.OffsetIn(text, text.Text.Length - text.Text.TrimStart().Length)))
                file.Report(HiddenText, text.Offset, $"Text has the colour of what is behind it ({text.Look.Color}).", "text", TextFold.Spaces(text.Text));
        }
    }

    // Data for Gmail's actions is no script (schema.org in mail).
    private static bool IsData(IElement element) => element.LocalName == "script" && element.GetAttribute("type") is "application/ld+json" or "application/json";

    private static bool IsFontImport(string css, int at) => css.IndexOf(';', at) is var end && css.Substring(at, (end < 0 ? css.Length : end) - at).IndexOf("font", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsFont(IElement link) => link.GetAttribute("href") is { } href && href.IndexOf("font", StringComparison.OrdinalIgnoreCase) >= 0;
}
