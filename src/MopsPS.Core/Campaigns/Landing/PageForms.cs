using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>Finds the forms of a page: plain HTML, Marketo (forms2), HubSpot (forms embed), Pardot (frame and handler).</summary>
internal static class PageForms
{
    private const int MaxScript = 200_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly Regex Marketo = New(@"MktoForms2\.loadForm\(\s*['""]([^'""]*)['""]\s*,\s*['""]([^'""]*)['""]\s*,\s*['""]?(\d+)");
    private static readonly Regex HubSpot = New(@"hbspt\.forms\.create\(\s*\{(?<options>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}");
    private static readonly Regex Pardot = New(@"(?:^|//)(?:[\w-]+\.)*pardot\.com/l/|/l/\d+/\d{4}-\d{2}-\d{2}/\w+");
    private static readonly Regex Location = New(@"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\()\s*['""]([^'""]+)['""]");
    private static readonly string[] Redirects = ["returl", "redirect", "redirecturl", "successlocation", "next", "thankyou", "thankyouurl", "returnurl", "successurl", "followupurl"];

    /// <summary>The forms in the order of the file.</summary>
    public static List<PageForm> Of(HtmlPage page)
    {
        var forms = new List<PageForm>();
        var marketoIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var script in page.All("script"))
        {
            var code = script.TextContent;
            if (code.Length is 0 or > MaxScript) continue;
            foreach (Match match in Marketo.Matches(code))
            {
                marketoIds.Add("mktoForm_" + match.Groups[3].Value);
                forms.Add(OfMarketo(page, script, code, match));
            }

            foreach (Match match in HubSpot.Matches(code)) forms.Add(OfHubSpot(page, script, match.Groups["options"].Value));
        }

        foreach (var frame in page.Elements.Where(element => element.LocalName == "div" && element.ClassList.Contains("hs-form-frame"))) forms.Add(OfHubSpotFrame(page, frame));
        foreach (var frame in page.All("iframe").Where(frame => Pardot.IsMatch(frame.GetAttribute("src") ?? string.Empty)))
            forms.Add(new PageForm { Kind = FormKind.PardotFrame, Offset = page.OffsetOf(frame), Ids = [frame.GetAttribute("src")!], Problem = frame.GetAttribute("src")!.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? "the frame is loaded by http; browsers block it on an https page" : null });
        var labels = Labels(page);
        foreach (var form in page.All("form"))
        {
            var id = form.Id ?? string.Empty;
            if (id.StartsWith("mktoForm_", StringComparison.Ordinal))
            {
                if (!marketoIds.Contains(id)) forms.Add(new PageForm { Kind = FormKind.Marketo, Offset = page.OffsetOf(form), Ids = [id.Substring(9)], Problem = "no script loads the form (MktoForms2.loadForm with its number)" });
                continue;
            }

            if (!IsSearch(form)) forms.Add(OfHtml(page, form, labels));
        }

        forms.Sort((left, right) => left.Offset.CompareTo(right.Offset));
        return forms;
    }

    private static PageForm OfMarketo(HtmlPage page, IElement script, string code, Match match)
    {
        var id = match.Groups[3].Value;
        string? problem = null;
        if (!page.All("script").Any(other => (other.GetAttribute("src") ?? string.Empty).IndexOf("forms2", StringComparison.OrdinalIgnoreCase) >= 0)) problem = "forms2.min.js is not loaded";
        else if (!page.All("form").Any(form => form.Id == "mktoForm_" + id)) problem = $"there is no <form id=\"mktoForm_{id}\">";
        else if (!Regex.IsMatch(match.Groups[2].Value, @"^\d{3}-[A-Z]{3}-\d{3}$", RegexOptions.None, Limit)) problem = $"'{match.Groups[2].Value}' is no Munchkin id (like 123-ABC-456)";
        return new PageForm
        {
            Kind = FormKind.Marketo,
            Offset = page.OffsetOf(script),
            Ids = [match.Groups[2].Value, id],
            Problem = problem,
            ThankYou = Location.Match(code, match.Index) is { Success: true } target ? target.Groups[1].Value : null,
        };
    }

    private static PageForm OfHubSpot(HtmlPage page, IElement script, string options)
    {
        var portal = Option(options, "portalId");
        var form = Option(options, "formId");
        string? problem = null;
        if (!page.All("script").Any(other => (other.GetAttribute("src") ?? string.Empty).IndexOf("hsforms.net/forms", StringComparison.OrdinalIgnoreCase) >= 0)) problem = "the script of HubSpot's forms is not loaded";
        else if (string.IsNullOrEmpty(portal)) problem = "portalId is missing";
        else if (string.IsNullOrEmpty(form)) problem = "formId is missing";
        else if (!Guid.TryParse(form, out _)) problem = "formId is no id of a form";
        else if (Option(options, "target") is { Length: > 1 } target && target[0] == '#' && !page.Elements.Any(element => element.Id == target.Substring(1))) problem = $"there is no element {target} to put the form into";
        return new PageForm { Kind = FormKind.HubSpot, Offset = page.OffsetOf(script), Ids = [portal ?? string.Empty, form ?? string.Empty], Problem = problem, ThankYou = Option(options, "redirectUrl") ?? Option(options, "inlineMessage") };
    }

    private static PageForm OfHubSpotFrame(HtmlPage page, IElement frame)
    {
        var portal = frame.GetAttribute("data-portal-id");
        var form = frame.GetAttribute("data-form-id");
        string? problem = null;
        if (string.IsNullOrEmpty(portal)) problem = "data-portal-id is missing";
        else if (string.IsNullOrEmpty(form)) problem = "data-form-id is missing";
        else if (!page.All("script").Any(script => (script.GetAttribute("src") ?? string.Empty).IndexOf("hsforms.net/forms/embed/" + portal, StringComparison.OrdinalIgnoreCase) >= 0)) problem = "the script of HubSpot's forms for this portal is not loaded";
        return new PageForm { Kind = FormKind.HubSpot, Offset = page.OffsetOf(frame), Ids = [portal ?? string.Empty, form ?? string.Empty], Problem = problem };
    }

    private static PageForm OfHtml(HtmlPage page, IElement form, Dictionary<string, string> labels)
    {
        var fields = form.Descendants().OfType<IElement>().Where(element => element.LocalName is "input" or "select" or "textarea").Select(element => Field(page, element, labels)).ToList();
        var redirect = fields.FirstOrDefault(field => field.Type == "hidden" && Redirects.Contains(Letters(field.Name)) && field.Value.Length > 0);
        return new PageForm
        {
            Kind = Pardot.IsMatch(form.GetAttribute("action") ?? string.Empty) ? FormKind.PardotHandler : FormKind.Html,
            Offset = page.OffsetOf(form),
            Element = form,
            Fields = fields,
            ThankYou = redirect?.Value,
        };
    }

    private static FormField Field(HtmlPage page, IElement element, Dictionary<string, string> labels)
    {
        var label = element.Id is { Length: > 0 } id && labels.TryGetValue(id, out var text) ? text : Around(element);
        return new FormField
        {
            Element = element,
            Name = element.GetAttribute("name") ?? element.Id ?? string.Empty,
            Type = element.LocalName == "input" ? (element.GetAttribute("type") ?? "text").Trim().ToLowerInvariant() : element.LocalName,
            Label = label ?? element.GetAttribute("aria-label") ?? (element.HasAttribute("aria-labelledby") ? "(labelled)" : element.GetAttribute("title")) ?? string.Empty,
            IsRequired = element.HasAttribute("required") || element.GetAttribute("aria-required") == "true",
            Value = element.GetAttribute("value") ?? string.Empty,
            Offset = page.OffsetOf(element),
        };
    }

    /// <summary>The letters and digits of a name, for comparing <c>first_name</c> with <c>FirstName</c>.</summary>
    internal static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string? Around(IElement element)
    {
        var parent = element.ParentElement;
        for (var up = 0; parent is not null && up < 4; parent = parent.ParentElement, up++)
            if (parent.LocalName == "label") return HtmlPage.TextOf(parent);
        return null;
    }

    private static Dictionary<string, string> Labels(HtmlPage page)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in page.All("label"))
            if (label.GetAttribute("for") is { Length: > 0 } target && !labels.ContainsKey(target)) labels.Add(target, HtmlPage.TextOf(label));
        return labels;
    }

    private static bool IsSearch(IElement form) =>
        form.GetAttribute("role") == "search" || form.QuerySelector("input[type=search]") is not null || form.QuerySelector("input[name=q], input[name=s]") is not null ||
        form.QuerySelector("input[type=password]") is not null || form.QuerySelector("input:not([type=hidden]), select, textarea") is null;

    private static string? Option(string options, string name)
    {
        var match = Regex.Match(options, @"['""]?\b" + name + @"['""]?\s*:\s*(?:['""]([^'""]*)['""]|(\d+))", RegexOptions.CultureInvariant, Limit);
        return !match.Success ? null : match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
    }

    private static Regex New(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Compiled, Limit);
}
