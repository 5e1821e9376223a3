using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>The head of an e-mail: document type, character set, language, title, and what phones and dark mode need.</summary>
internal sealed class HeadChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingDoctype = OfEmail("EML034", nameof(MissingDoctype), Severity.Warning, "An e-mail has no document type; clients lay it out in quirks mode.", "Begin with <!DOCTYPE html>.", "html.spec.whatwg.org, 13.1.1");

    public static readonly CampaignCheckInfo MissingCharset = OfEmail("EML035", nameof(MissingCharset), Severity.Warning, "An e-mail's HTML does not name its character set.", "Put <meta charset=\"utf-8\"> first into the head.", "html.spec.whatwg.org, 4.2.5.4");

    public static readonly CampaignCheckInfo MissingLanguage = OfEmail("EML036", nameof(MissingLanguage), Severity.Warning, "An e-mail does not say its language; screen readers guess.", "Write <html lang=\"…\">.", "WCAG 2.2, 3.1.1");

    public static readonly CampaignCheckInfo WrongLanguage = OfEmail("EML037", nameof(WrongLanguage), Severity.Error, "An e-mail says another language than the brief.", "Correct lang, or the brief.", "the brief, language");

    public static readonly CampaignCheckInfo MissingTitle = OfEmail("EML038", nameof(MissingTitle), Severity.Warning, "An e-mail has no title; screen readers and some notifications read it.", "Write a title, the subject for example.", "WCAG 2.2, 2.4.2");

    public static readonly CampaignCheckInfo MissingViewport = OfEmail("EML039", nameof(MissingViewport), Severity.Warning, "An e-mail has no viewport; phones show it small.", "Put <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"> into the head.", "developer.mozilla.org, viewport meta element");

    public static readonly CampaignCheckInfo MissingColorScheme = OfEmail("EML040", nameof(MissingColorScheme), Severity.Information, "An e-mail says nothing of dark mode; clients invert its colours as they like.", "Put <meta name=\"color-scheme\" content=\"light dark\"> into the head and try it in the dark.", "html.spec.whatwg.org, color-scheme; practice");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingDoctype, MissingCharset, MissingLanguage, WrongLanguage, MissingTitle, MissingViewport, MissingColorScheme];

    public override void Check(ContentFile file)
    {
        var page = file.Page!;
        if (file.Starts(MissingDoctype) && !page.HasDoctype) file.Report(MissingDoctype, 0, "There is no document type.", "doctype");
        if (file.IsMessage) file.Context.NotApplicable(MissingCharset, "the message's headers name it");
        else if (file.Starts(MissingCharset) && !page.All("meta").Any(meta => meta.HasAttribute("charset") || Is(meta.GetAttribute("http-equiv"), "content-type"))) file.ReportMissing(MissingCharset, "No meta element names the character set.", "charset", element: "head");
        Language(file, page);
        if (file.Starts(MissingTitle))
        {
            var title = page.All("title").FirstOrDefault();
            if (title is null || TextFold.Spaces(title.TextContent).Length == 0) file.Report(MissingTitle, title is null ? HeadOffset(page) : page.OffsetOf(title), title is null ? "There is no title." : "The title is empty.", "title");
        }

        if (file.Starts(MissingViewport) && !page.All("meta").Any(meta => Is(meta.GetAttribute("name"), "viewport"))) file.ReportMissing(MissingViewport, "There is no viewport.", "viewport", element: "head");
        if (file.Starts(MissingColorScheme) && !page.Sheet.HasColorScheme && !page.Sheet.KnowsDarkMode && !page.All("meta").Any(meta => Is(meta.GetAttribute("name"), "color-scheme") || Is(meta.GetAttribute("name"), "supported-color-schemes")))
            file.ReportMissing(MissingColorScheme, "Neither a meta element nor a style says anything of dark mode.", "color-scheme", element: "head");
    }

    private static void Language(ContentFile file, HtmlPage page)
    {
        var owner = page.All("html", "body").Concat(page.Elements.Where(element => element.GetAttribute("role") == "article")).FirstOrDefault(element => element.GetAttribute("lang") is { } lang && lang.Trim().Length > 0);
        if (file.Starts(MissingLanguage) && owner is null) file.ReportMissing(MissingLanguage, "The html element has no lang.", "lang", file.Context.Brief.Language, "html");
        var agreed = file.Context.Brief.Language;
        if (agreed is null) file.Context.NotApplicable(WrongLanguage, "the brief names no language");
        else if (owner is null) file.Context.NotRun(WrongLanguage, "the e-mail does not say its language");
        else if (file.Starts(WrongLanguage) && !Is(Primary(owner.GetAttribute("lang")!), Primary(agreed)))
            file.Report(WrongLanguage, page.OffsetOf(owner, "lang"), $"lang is '{owner.GetAttribute("lang")}'; the brief says '{agreed}'.", "lang", owner.GetAttribute("lang"), agreed);
    }

    /// <summary>The first part of a language tag: <c>de</c> of <c>de-CH</c>.</summary>
    internal static string Primary(string language) => language.Trim().Split('-', '_')[0];

    private static int HeadOffset(HtmlPage page) => page.All("head").Select(page.OffsetOf).FirstOrDefault();

    private static bool Is(string? value, string expected) => string.Equals(value?.Trim(), expected, StringComparison.OrdinalIgnoreCase);
}
