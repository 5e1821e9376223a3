using System;
using System.Collections.Generic;
using System.Linq;
using AngleSharp.Dom;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>The images of an e-mail: where they come from, what stands for them, how wide they are, and whether the mail says anything without them.</summary>
internal sealed class ImageChecks : ContentChecks
{
    public static readonly CampaignCheckInfo ImageWithoutAlt = OfEmail("EML045", nameof(ImageWithoutAlt), Severity.Warning, "An image has no alternative text.", "Say what it shows; alt=\"\" for decoration.", "WCAG 2.2, 1.1.1");

    public static readonly CampaignCheckInfo MeaninglessAlt = OfEmail("EML046", nameof(MeaninglessAlt), Severity.Warning, "An alternative text is a file name or a word like image.", "Say what the image shows.", "WCAG 2.2, failure F30");

    public static readonly CampaignCheckInfo ImageWithoutWidth = OfEmail("EML047", nameof(ImageWithoutWidth), Severity.Warning, "An image has no width; Outlook shows it in its own size.", "Give it the width attribute.", "practice: Outlook on Windows ignores CSS widths of images");

    public static readonly CampaignCheckInfo BrokenImageSource = OfEmail("EML048", nameof(BrokenImageSource), Severity.Error, "An image has no address that readers can load: empty, relative, a file, a test system, or a part that is not in the message.", "Upload it and write its whole address.", "RFC 2557; practice");

    public static readonly CampaignCheckInfo PlaceholderImage = OfEmail("EML049", nameof(PlaceholderImage), Severity.Error, "An image comes from a service of placeholders.", "Put the image in.", "practice");

    public static readonly CampaignCheckInfo EmbeddedImage = OfEmail("EML050", nameof(EmbeddedImage), Severity.Warning, "An image is in the HTML itself (data:); Gmail and Outlook do not show it.", "Upload it and link to it.", "caniemail.com, base64 images");

    public static readonly CampaignCheckInfo InsecureImage = OfEmail("EML051", nameof(InsecureImage), Severity.Warning, "An image is loaded by http and not https.", "Write https.", "practice: clients block or warn");

    public static readonly CampaignCheckInfo ImageOnly = OfEmail("EML052", nameof(ImageOnly), Severity.Warning, "An e-mail says nearly nothing without its images.", "Write the message as text; many clients block images at first.", "SpamAssassin, HTML_IMAGE_ONLY; practice");

    public static readonly CampaignCheckInfo ForeignPixel = OfEmail("EML078", nameof(ForeignPixel), Severity.Warning, "A tracking pixel comes from a host that is not the sender's: left over from another tool, or it tells a stranger who reads.", "Take it out, or add its host to the brief, allowedHosts.", "GDPR, articles 6 and 28; CNIL's and EDPB's guidance on tracking pixels (Guidelines 2/2023)");

    private const int MinLetters = 40;
    private static readonly HashSet<string> Meaningless = new(StringComparer.OrdinalIgnoreCase)
        { "image", "img", "picture", "photo", "graphic", "alt", "alt text", "alt_text", "alttext", "placeholder", "untitled", "spacer", "hero", "banner image", "image 1", "image1", "bild", "foto", "alternate text", "insert alt text", "description" };

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [ImageWithoutAlt, MeaninglessAlt, ImageWithoutWidth, BrokenImageSource, PlaceholderImage, EmbeddedImage, InsecureImage, ImageOnly, ForeignPixel];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks.Where(check => check != ForeignPixel)) file.Starts(check);
        var page = file.Page!;
        var own = LinkHosts.Own(file);
        if (own.Count == 0) file.Context.NotApplicable(ForeignPixel, "neither the brief nor the policy says which hosts are the sender's");
        else file.Starts(ForeignPixel);
        var images = page.All("img").ToList();
        foreach (var image in images)
        {
            Source(file, page, image);
            if (!IsPixel(image)) Look(file, page, image);
            else if (own.Count > 0) Pixel(file, page, image, own);
        }

        foreach (var element in page.Elements)
            foreach (var address in StyleAddresses(element.GetAttribute("style"))) Address(file, page.OffsetOf(element, "style"), address, element.LocalName + " style");

        foreach (var element in page.Elements.Where(element => element.HasAttribute("background"))) Address(file, page.OffsetOf(element, "background"), element.GetAttribute("background")!, element.LocalName + " background");
        if (images.Any(image => !IsPixel(image)) && file.Visible.Text.Count(char.IsLetterOrDigit) < MinLetters)
            file.Report(ImageOnly, page.OffsetOf(images.First(image => !IsPixel(image))), $"The mail shows {file.Visible.Text.Count(char.IsLetterOrDigit)} letters beside its images.", "text");
    }

    /// <summary>Whether an alternative text says nothing.</summary>
    internal static bool IsMeaningless(string alt)
    {
        var text = alt.Trim();
        if (Meaningless.Contains(text)) return true;
        var dot = text.LastIndexOf('.');
        return dot > 0 && text.Substring(dot + 1).ToLowerInvariant() is "png" or "jpg" or "jpeg" or "gif" or "webp" or "svg" && text.IndexOf(' ') < 0;
    }

    private static void Look(ContentFile file, HtmlPage page, IElement image)
    {
        var alt = image.GetAttribute("alt");
        if (alt is null && image.GetAttribute("role") != "presentation" && image.GetAttribute("aria-hidden") != "true") file.Report(ImageWithoutAlt, page.OffsetOf(image), "The image has no alt.", "img alt", image.GetAttribute("src"));
        else if (alt is not null && IsMeaningless(alt)) file.Report(MeaninglessAlt, page.OffsetOf(image, "alt"), $"The alternative text is '{alt}'.", "img alt", alt);
        var width = image.GetAttribute("width");
        if (width is null || !width.Any(char.IsDigit)) file.Report(ImageWithoutWidth, page.OffsetOf(image, "width"), "The image has no width attribute.", "img width", image.GetAttribute("src"));
    }

    private static void Pixel(ContentFile file, HtmlPage page, IElement image, IReadOnlyCollection<string> own)
    {
        if (WebUrl.Parse((image.GetAttribute("src") ?? string.Empty).Trim()) is { Kind: UrlKind.Web } url && !own.Contains(LinkHosts.Domain(url.Host)) && !LinkHosts.IsPlaceholder(url.Host, file.Context.Policy.Utm))
            file.Report(ForeignPixel, page.OffsetOf(image, "src"), $"The pixel comes from {url.Host}.", "img src", image.GetAttribute("src"));
    }

    private static IEnumerable<string> StyleAddresses(string? style)
    {
        for (var at = style?.IndexOf("url(", StringComparison.OrdinalIgnoreCase) ?? -1; at >= 0; at = style!.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            var end = style!.IndexOf(')', at);
            if (end < 0) yield break;
            yield return style.Substring(at + 4, end - at - 4).Trim(' ', '"', '\'');
        }
    }

    private static void Source(ContentFile file, HtmlPage page, IElement image) => Address(file, page.OffsetOf(image, "src"), image.GetAttribute("src") ?? string.Empty, "img src");

    private static void Address(ContentFile file, int offset, string source, string field)
    {
        var text = source.Trim();
        if (MergeToken.Find(text) is { Count: > 0 } tokens && text.StartsWith(tokens[0].Text, StringComparison.Ordinal)) return;
        if (text.Length == 0 || text == "#")
        {
            file.Report(BrokenImageSource, offset, "The image has no address.", field);
            return;
        }

        if (text.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
        {
            if (!file.IsMessage || !file.Mail!.ContentIds.Contains(Uri.UnescapeDataString(text.Substring(4)))) file.Report(BrokenImageSource, offset, "The image is a part of a message (cid:) that is not there.", field, text);
            return;
        }

        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            file.Report(EmbeddedImage, offset, "The image is in the HTML itself.", field, text);
            return;
        }

        var url = WebUrl.Parse(text);
        if (url.Kind != UrlKind.Web || (url.Damage & UrlDamage.MissingScheme) != 0) file.Report(BrokenImageSource, offset, $"'{Short(text)}' is no whole address.", field, text);
        else if (LinkHosts.Staging(url.Host, file.Policy.Content) is { } pattern) file.Report(BrokenImageSource, offset, $"The image lies on {url.Host}, a draft or test system ({pattern}).", field, text);
        else if (LinkHosts.IsPlaceholderImage(url.Host, file.Context.Policy.Utm)) file.Report(PlaceholderImage, offset, $"The image comes from {url.Host}.", field, text);
        else if (url.Scheme == "http") file.Report(InsecureImage, offset, "The image is loaded by http.", field, text, "https" + text.Substring(4));
    }

    private static bool IsPixel(IElement image) => image.GetAttribute("width")?.Trim() is "1" or "0" && image.GetAttribute("height")?.Trim() is "1" or "0";

    private static string Short(string text) => text.Length <= 80 ? text : text.Substring(0, 80) + "…";
}
