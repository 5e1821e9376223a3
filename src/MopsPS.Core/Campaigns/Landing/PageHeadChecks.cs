using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Email;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>The head of a landing page: title, description, language, character set, viewport, and its one main heading.</summary>
internal sealed class PageHeadChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingPageTitle = Check("LPG010", nameof(MissingPageTitle), Severity.Error, "A page has no title, or the one of the template.", "Write the title.", "developers.google.com/search/docs/appearance/title-link");

    public static readonly CampaignCheckInfo PageTitleLength = Check("LPG011", nameof(PageTitleLength), Severity.Warning, "A page's title is longer than agreed; search results cut it.", "Shorten it; the limit is campaignQA.landingPage.maxTitleLength.", "practice: about 60 characters");

    public static readonly CampaignCheckInfo MissingDescription = Check("LPG012", nameof(MissingDescription), Severity.Warning, "A page has no description.", "Write a meta description.", "developers.google.com/search/docs/appearance/snippet");

    public static readonly CampaignCheckInfo DescriptionLength = Check("LPG013", nameof(DescriptionLength), Severity.Warning, "A page's description is longer than agreed.", "Shorten it; the limit is campaignQA.landingPage.maxDescriptionLength.", "practice: about 160 characters");

    public static readonly CampaignCheckInfo MissingPageLanguage = Check("LPG014", nameof(MissingPageLanguage), Severity.Warning, "A page does not say its language.", "Write <html lang=\"…\">.", "WCAG 2.2, 3.1.1");

    public static readonly CampaignCheckInfo WrongPageLanguage = Check("LPG015", nameof(WrongPageLanguage), Severity.Error, "A page says another language than the brief.", "Correct lang, or the brief.", "the brief, language");

    public static readonly CampaignCheckInfo MissingPageViewport = Check("LPG016", nameof(MissingPageViewport), Severity.Warning, "A page has no viewport; phones show it small.", "Put a viewport meta element into the head.", "developer.mozilla.org, viewport meta element");

    public static readonly CampaignCheckInfo MissingPageCharset = Check("LPG017", nameof(MissingPageCharset), Severity.Warning, "A page does not name its character set.", "Put <meta charset=\"utf-8\"> first into the head.", "html.spec.whatwg.org, 4.2.5.4");

    public static readonly CampaignCheckInfo PageHeading = Check("LPG018", nameof(PageHeading), Severity.Warning, "A page has no main heading, or several.", "Give it one h1.", "WCAG 2.2, technique G141; practice");

    private static readonly HashSet<string> Template = new(StringComparer.OrdinalIgnoreCase) { "untitled", "untitled document", "document", "title", "page title", "new page", "home", "landing page", "index", "template", "test" };

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingPageTitle, PageTitleLength, MissingDescription, DescriptionLength, MissingPageLanguage, WrongPageLanguage, MissingPageViewport, MissingPageCharset, PageHeading];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks.Where(check => check != WrongPageLanguage)) file.Starts(check);
        var page = file.Page!;
        var policy = file.Policy.LandingPage;
        Title(file, page, policy);
        Description(file, page, policy);
        Language(file, page);
        if (!page.All("meta").Any(meta => Is(meta.GetAttribute("name"), "viewport"))) file.ReportMissing(MissingPageViewport, "There is no viewport.", "viewport", element: "head");
        if (!page.All("meta").Any(meta => meta.HasAttribute("charset") || Is(meta.GetAttribute("http-equiv"), "content-type"))) file.ReportMissing(MissingPageCharset, "No meta element names the character set.", "charset", element: "head");
        var headings = page.All("h1").ToList();
        if (headings.Count == 0) file.ReportMissing(PageHeading, "There is no h1.", "h1", element: "body");
        else if (headings.Count > 1) file.Report(PageHeading, page.OffsetOf(headings[1]), $"There are {headings.Count} h1.", "h1", HtmlPage.TextOf(headings[1]));
    }

    private static void Title(ContentFile file, HtmlPage page, LandingPageCheckPolicy policy)
    {
        var title = page.All("title").FirstOrDefault(element => element.ParentElement?.LocalName == "head");
        var text = title is null ? string.Empty : TextFold.Spaces(title.TextContent);
        var offset = title is null ? -1 : page.OffsetOf(title);
        if (title is null) file.ReportMissing(MissingPageTitle, "There is no title.", "title", element: "head");
        else if (text.Length == 0) file.Report(MissingPageTitle, offset, "The title is empty.", "title");
        else if (Template.Contains(text)) file.Report(MissingPageTitle, offset, $"The title is '{text}', the template's.", "title", text);
        if (text.Length > policy.MaxTitleLength) file.Report(PageTitleLength, offset, Length("title", text.Length, policy.MaxTitleLength), "title", text);
    }

    private static void Description(ContentFile file, HtmlPage page, LandingPageCheckPolicy policy)
    {
        var meta = page.All("meta").FirstOrDefault(element => Is(element.GetAttribute("name"), "description"));
        var text = TextFold.Spaces(meta?.GetAttribute("content") ?? string.Empty);
        if (meta is null) file.ReportMissing(MissingDescription, "There is no description.", "description", element: "head");
        else if (text.Length == 0) file.Report(MissingDescription, page.OffsetOf(meta), "The description is empty.", "description");
        if (meta is not null && text.Length > policy.MaxDescriptionLength) file.Report(DescriptionLength, page.OffsetOf(meta, "content"), Length("description", text.Length, policy.MaxDescriptionLength), "description", text);
    }

    private static void Language(ContentFile file, HtmlPage page)
    {
        var root = page.All("html").FirstOrDefault();
        var language = root?.GetAttribute("lang") is { } lang && lang.Trim().Length > 0 ? lang : null;
        if (language is null) file.ReportMissing(MissingPageLanguage, "The html element has no lang.", "lang", file.Context.Brief.Language, "html");
        var agreed = file.Context.Brief.Language;
        if (agreed is null) file.Context.NotApplicable(WrongPageLanguage, "the brief names no language");
        else if (language is null) file.Context.NotRun(WrongPageLanguage, "the page does not say its language");
        else if (file.Starts(WrongPageLanguage) && !Is(HeadChecks.Primary(language), HeadChecks.Primary(agreed))) file.Report(WrongPageLanguage, page.OffsetOf(root!, "lang"), $"lang is '{language}'; the brief says '{agreed}'.", "lang", language, agreed);
    }

    private static string Length(string what, int length, int most) => string.Format(CultureInfo.InvariantCulture, "The {0} has {1} characters; agreed are {2}.", what, length, most);

    private static bool Is(string? value, string expected) => string.Equals(value?.Trim(), expected, StringComparison.OrdinalIgnoreCase);

    private static CampaignCheckInfo Check(string id, string name, Severity severity, string summary, string remedy, string source) => new(id, CampaignArea.LandingPage, name, severity, summary, remedy, source);
}
