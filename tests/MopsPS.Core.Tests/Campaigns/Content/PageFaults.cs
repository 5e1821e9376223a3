using MopsPS.Core.Campaigns;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>The single faults of landing pages, with a form of each product.</summary>
internal static class PageFaults
{
    public static readonly (string Clean, CampaignBrief Brief, Fault[] Faults)[] All =
    [
        (CleanPage.Html, CleanPage.Brief,
        [
            new("page without title", "LPG010", "<title>Garden planner and free checklist | Contoso</title>\n", ""),
            new("title of the template", "LPG010", "Garden planner and free checklist | Contoso", "§Untitled document"),
            new("long title", "LPG011", "Garden planner and free checklist | Contoso", "§Garden planner and free checklist for everybody who wants a calmer spring | Contoso"),
            new("page without description", "LPG012", "<meta name=\"description\" content=\"Plan your beds month by month: the Contoso planner with a free checklist for spring.\">\n", ""),
            new("long description", "LPG013", "Plan your beds month by month:", "§Plan your beds month by month, and your lawn, and your trees, and your hedges, and your paths, and your pond, and your terrace, and the rest:"),
            new("page without language", "LPG014", " lang=\"en\"", ""),
            new("page of another language", "LPG015", " lang=\"en\"", " lang=\"fr\"§"),
            new("page without viewport", "LPG016", "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", ""),
            new("page without character set", "LPG017", "<meta charset=\"utf-8\">\n", ""),
            new("page without heading", "LPG018", "<h1>Plan your spring</h1>", "<h2>Plan your spring</h2>"),
            new("two headings", "LPG018", "<p>The planner", "§<h1>And more</h1><p>The planner"),
            new("no canonical", "LPG020", "<link rel=\"canonical\" href=\"https://www.contoso.com/planner\">\n", ""),
            new("canonical on a test system", "LPG021", "rel=\"canonical\" href=\"https://www.", "rel=\"canonical\" href=\"https://staging.§"),
            new("canonical of another page", "LPG021", "href=\"https://www.contoso.com/planner\"", "href=\"https://www.contoso.com/offers\"§"),
            new("canonical with UTM", "LPG021", "href=\"https://www.contoso.com/planner\"", "href=\"https://www.contoso.com/planner?utm_source=x\"§"),
            new("relative canonical", "LPG021", "href=\"https://www.contoso.com/planner\"", "href=\"/planner\"§"),
            new("noindex", "LPG022", "<link rel=\"canonical\"", "<meta name=\"robots\" content=\"noindex, nofollow\">§<link rel=\"canonical\""),
            new("no analytics", "LPG030", "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-CLEAN1\"></script>\n<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); } gtag('js', new Date()); gtag('config', 'G-CLEAN1');</script>\n", ""),
            new("analytics never started", "LPG030", " gtag('config', 'G-CLEAN1');", ""),
            new("another analytics id", "LPG031", "gtag('config', 'G-CLEAN1')", "gtag('config', 'G-OTHER9')", "LPG030"),
            new("another container", "LPG031", "'GTM-CLEAN2');</script>", "'GTM-OTHER9');</script>§", "LPG030", "LPG033"),
            new("analytics twice", "LPG032", " gtag('config', 'G-CLEAN1');</script>\n", " gtag('config', 'G-CLEAN1');</script>\n<script>§gtag('config', 'G-CLEAN1');</script>\n"),
            new("container twice", "LPG032", "</head>", "<script>§(function(w,d,s,l,i){var j=d.createElement(s);j.src='https://www.googletagmanager.com/gtm.js?id='+i;})(window,document,'script','dataLayer','GTM-CLEAN2');</script></head>"),
            new("no noscript part", "LPG033", "<noscript><iframe src=\"https://www.googletagmanager.com/ns.html?id=GTM-CLEAN2\" height=\"0\" width=\"0\"></iframe></noscript>\n", ""),
            new("noscript of another container", "LPG033", "ns.html?id=GTM-CLEAN2", "ns.html?id=GTM-OTHER9", "LPG031"),
            new("no consent", "LPG034", "<script src=\"https://consent.cookiebot.com/uc.js\" data-cbid=\"1\"></script>\n", "§"),
            new Fault("consent after analytics", "LPG034", "<script src=\"https://consent.cookiebot.com/uc.js\" data-cbid=\"1\"></script>\n", "§").Moved("</head>", "<script src=\"https://consent.cookiebot.com/uc.js\"></script></head>"),
            new("consent taken as given", "LPG034", "<script src=\"https://consent.cookiebot.com/uc.js\" data-cbid=\"1\"></script>\n", "<script>§gtag('consent', 'default', { 'analytics_storage': 'granted' });</script>\n"),
            new("no form", "LPG040", CleanPage.Form, ""),
            new("form sent nowhere", "LPG043", "action=\"https://forms.contoso.com/send\"", "action=\"#\"§"),
            new("form sent to a test system", "LPG043", "action=\"https://forms.", "action=\"https://test.§"),
            new("another thank-you page", "LPG043", "value=\"https://www.contoso.com/thank-you\"", "value=\"https://www.contoso.com/danke\""),
            new("form by http", "LPG044", "action=\"https://forms", "action=\"http://forms§"),
            new("form by GET", "LPG045", " method=\"post\"", " method=\"get\"§"),
            new("field missing", "LPG046", "<label>First name <input type=\"text\" name=\"first_name\" required></label>\n", ""),
            new("field may be empty", "LPG047", "name=\"email\" required", "name=\"email\"§"),
            new("UTM field missing", "LPG048", "<input type=\"hidden\" name=\"utm_medium\" value=\"\">\n", ""),
            new("UTM field with a fixed value", "LPG049", "name=\"utm_medium\" value=\"\"", "name=\"utm_medium\" value=\"email\"§"),
            new("UTM fields not filled", "LPG049", "const query = new URLSearchParams(location.search);", "const query = new Map();"),
            new("field without label", "LPG050", "<label for=\"email\">Work e-mail</label> <input", "§<input"),
            new("ticked consent", "LPG051", "name=\"consent\" value=\"yes\"", "name=\"consent\" value=\"yes\" checked§"),
            new("no consent box", "LPG052", "<label><input type=\"checkbox\" name=\"consent\" value=\"yes\"> I agree to receive e-mails from Contoso.</label>\n", ""),
            new("no privacy link on the page", "LPG053", "<p><a href=\"https://www.contoso.com/privacy\">Privacy policy</a></p>\n", ""),
            new("page image without alt", "LPG054", " alt=\"A garden table with tulips\"", "§"),
            new("page image from a test system", "LPG055", "https://images.contoso.com/hero.png", "§https://qa.contoso.com/hero.png"),
            new("page image by http", "LPG056", "https://images.contoso.com/hero.png", "§http://images.contoso.com/hero.png"),
            new("lorem ipsum on the page", "LPG060", "The planner shows", "§Lorem ipsum dolor sit amet. The planner shows"),
            new("TODO on the page", "LPG061", "The planner shows", "§TBD The planner shows"),
            new("placeholder on the page", "LPG062", "The planner shows", "§[Product name] shows"),
            new("another campaign on the page", "LPG063", "The planner shows", "§The Summer Sale planner shows"),
            new("last year's copyright on the page", "LPG064", "&copy; 2026", "&copy; 2024§"),
            new("wrong weekday on the page", "LPG065", "The planner shows", "§Friday, 15 December 2026: the planner shows"),
            new("broken token on the page", "LPG070", "The planner shows", "§{{lead.First Name} The planner shows"),
            new("staging link on the page", "LNK003", "https://www.contoso.com/privacy", "§https://staging.contoso.com/privacy"),
            new("placeholder link on the page", "LNK002", "<p>The planner", "<p><a href=\"§#\">More about it</a> The planner"),
            new("tag never closed on the page", "LPG002", "<p>The planner", "§<div><p>The planner"),
            new("page of 1,000 levels", "LPG001", null, new string(' ', 10) + string.Concat(System.Linq.Enumerable.Repeat("<div>", 1000))),
        ]),
        (CleanPage.With(CleanPage.Marketo), CleanPage.Embedded,
        [
            new("Marketo script missing", "LPG041", "<script src=\"https://app-ab12.marketo.com/js/forms2/js/forms2.min.js\"></script>\n", ""),
            new("Marketo form element missing", "LPG041", "<form id=\"mktoForm_1001\"></form>\n", ""),
            new Fault("Marketo form of another number", "LPG042", "<script>\nMktoForms2.loadForm(\"https://app-ab12.marketo.com\", \"123-ABC-456\", 1001, function", "§<script>\nMktoForms2.loadForm(\"https://app-ab12.marketo.com\", \"123-ABC-456\", 1002, function").Moved("mktoForm_1001", "mktoForm_1002"),
            new("Marketo form never loaded", "LPG041", "MktoForms2.loadForm(\"https://app-ab12.marketo.com\", \"123-ABC-456\", 1001,", "later("),
        ]),
        (CleanPage.With(CleanPage.HubSpot), CleanPage.Embedded,
        [
            new("HubSpot script missing", "LPG041", "<script src=\"https://js.hsforms.net/forms/embed/v2.js\"></script>\n", ""),
            new("HubSpot form id missing", "LPG041", ", formId: \"11111111-2222-3333-4444-555555555555\"", "", "LPG042"),
            new("HubSpot target missing", "LPG041", "<div id=\"form\"></div>\n", ""),
            new("HubSpot portal of another team", "LPG042", "portalId: \"424242\"", "portalId: \"999999\""),
        ]),
        (CleanPage.With(CleanPage.HubSpotFrame), CleanPage.Embedded,
        [
            new("HubSpot frame without script", "LPG041", "<script src=\"https://js.hsforms.net/forms/embed/424242.js\" defer></script>\n", ""),
        ]),
        (CleanPage.With(CleanPage.PardotFrame), CleanPage.Embedded, [new("Pardot frame by http", "LPG041", "https://go.contoso.com/l/", "§http://go.contoso.com/l/", "LPG056")]),
    ];

    // A second change of the same fault, behind the mark.
    private static Fault Moved(this Fault fault, string old, string text)
    {
        var clean = fault.Kind.StartsWith("Marketo", System.StringComparison.Ordinal) ? CleanPage.With(CleanPage.Marketo) : CleanPage.Html;
        var at = clean.IndexOf(fault.Old!, System.StringComparison.Ordinal);
        return fault with { Old = null, New = (clean.Substring(0, at) + fault.New + clean.Substring(at + fault.Old!.Length)).Replace(old, text, System.StringComparison.Ordinal) };
    }
}
