using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>Analytics and tag managers: there, once, with the id that the policy names, and not before consent.</summary>
internal sealed class AnalyticsChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingAnalytics = new(
        "LPG030", CampaignArea.LandingPage, nameof(MissingAnalytics), Severity.Error,
        "A page lacks the snippet of an analytics or tag manager that the policy names.", "Put the snippet into the head.", "the team's policy, campaignQA.landingPage.analyticsIds; developers.google.com/tag-platform");

    public static readonly CampaignCheckInfo WrongAnalyticsId = new(
        "LPG031", CampaignArea.LandingPage, nameof(WrongAnalyticsId), Severity.Error,
        "A page reports to another analytics account than the policy names.", "Write the policy's id.", "the team's policy, campaignQA.landingPage.analyticsIds");

    public static readonly CampaignCheckInfo DuplicateAnalytics = new(
        "LPG032", CampaignArea.LandingPage, nameof(DuplicateAnalytics), Severity.Error,
        "A snippet is on a page twice; visits count double.", "Take one out.", "practice");

    public static readonly CampaignCheckInfo TagManagerNoScript = new(
        "LPG033", CampaignArea.LandingPage, nameof(TagManagerNoScript), Severity.Warning,
        "The noscript part of the tag manager is missing, has another id, or is there without the script.", "Put it behind <body>.", "developers.google.com/tag-platform/tag-manager/web");

    public static readonly CampaignCheckInfo AnalyticsBeforeConsent = new(
        "LPG034", CampaignArea.LandingPage, nameof(AnalyticsBeforeConsent), Severity.Error,
        "Analytics start before the reader was asked, or with consent taken as given.", "Load the consent manager, or set the consent mode's default to denied, before them; or hold them back as type=\"text/plain\".",
        "ePrivacy directive, article 5(3); developers.google.com/tag-platform/security/guides/consent");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingAnalytics, WrongAnalyticsId, DuplicateAnalytics, TagManagerNoScript, AnalyticsBeforeConsent];

    public override void Check(ContentFile file)
    {
        var page = file.Page!;
        var snippets = TagSnippets.Of(page);
        Ids(file, snippets);
        if (file.Starts(DuplicateAnalytics))
        {
            foreach (var same in snippets.GroupBy(snippet => (snippet.Id, snippet.Part)).Where(group => group.Count() > 1))
                file.Report(DuplicateAnalytics, same.ElementAt(1).Offset, $"{same.Key.Id} is on the page {same.Count()} times.", "analytics", same.Key.Id);
        }

        NoScript(file, snippets);
        Consent(file, page, snippets);
    }

    private static void Ids(ContentFile file, List<TagSnippet> snippets)
    {
        var agreed = file.Policy.LandingPage.AnalyticsIds;
        if (agreed.Count == 0)
        {
            file.Context.NotRun(MissingAnalytics, "the policy names no ids of analytics (campaignQA.landingPage.analyticsIds)");
            file.Context.NotApplicable(WrongAnalyticsId, "the policy names no ids of analytics");
            return;
        }

        file.Starts(MissingAnalytics);
        file.Starts(WrongAnalyticsId);
        var scripts = snippets.Where(snippet => snippet.Part != TagPart.NoScript).ToList();
        foreach (var id in agreed)
        {
            var own = scripts.Where(snippet => Is(snippet.Id, id)).ToList();
            if (own.Count == 0) file.ReportMissing(MissingAnalytics, $"The page has no snippet of {id}.", "analytics", id, "head");
            else if (id.StartsWith("G-", StringComparison.OrdinalIgnoreCase) && own.All(snippet => snippet.Part == TagPart.Loader)) file.Report(MissingAnalytics, own[0].Offset, $"{id} is loaded, but never started: there is no gtag('config', '{id}').", "analytics", id);
            else if (id.StartsWith("G-", StringComparison.OrdinalIgnoreCase) && !scripts.Any(snippet => snippet.Part == TagPart.Loader && snippet.Kind is "g" or "aw" or "gt" or "dc")) file.Report(MissingAnalytics, own[0].Offset, $"{id} is started, but gtag.js is not loaded.", "analytics", id);
        }

        var kinds = new HashSet<string>(agreed.Select(Kind), StringComparer.OrdinalIgnoreCase);
        foreach (var foreign in snippets.Where(snippet => kinds.Contains(snippet.Kind) && !agreed.Any(id => Is(snippet.Id, id))).GroupBy(snippet => snippet.Id))
            file.Report(WrongAnalyticsId, foreign.First().Offset, $"The page reports to {foreign.Key}, which the policy does not name.", "analytics", foreign.Key, agreed.FirstOrDefault(id => Is(Kind(id), foreign.First().Kind)));
    }

    private static void NoScript(ContentFile file, List<TagSnippet> snippets)
    {
        var managers = snippets.Where(snippet => snippet.Kind == "gtm").ToList();
        if (managers.Count == 0)
        {
            file.Context.NotApplicable(TagManagerNoScript, "the page has no Google Tag Manager");
            return;
        }

        if (!file.Starts(TagManagerNoScript)) return;
        foreach (var manager in managers.GroupBy(snippet => snippet.Id))
        {
            if (manager.All(snippet => snippet.Part != TagPart.NoScript)) file.Report(TagManagerNoScript, manager.First().Offset, $"{manager.Key} has no noscript part.", "tag manager", manager.Key);
            else if (manager.All(snippet => snippet.Part == TagPart.NoScript)) file.Report(TagManagerNoScript, manager.First().Offset, $"The noscript part of {manager.Key} is there without its script.", "tag manager", manager.Key);
        }
    }

    private static void Consent(ContentFile file, HtmlPage page, List<TagSnippet> snippets)
    {
        if (!file.Policy.LandingPage.RequireConsent)
        {
            file.Context.NotApplicable(AnalyticsBeforeConsent, "the policy does not ask for consent");
            return;
        }

        var running = snippets.Where(snippet => snippet.Part != TagPart.NoScript && !snippet.IsHeldBack).ToList();
        if (running.Count == 0)
        {
            file.Context.NotApplicable(AnalyticsBeforeConsent, snippets.Count == 0 ? "the page has no analytics that are known here" : "the analytics are held back until consent");
            return;
        }

        if (!file.Starts(AnalyticsBeforeConsent)) return;
        var consent = TagSnippets.Consent(page, file.Policy.LandingPage.ConsentScripts, out var granted);
        if (granted >= 0 && (consent < 0 || granted < consent)) file.Report(AnalyticsBeforeConsent, granted, "The consent mode begins with consent given.", "consent");
        else if (running[0] is var first && (consent < 0 || first.Offset < consent)) file.Report(AnalyticsBeforeConsent, first.Offset, consent < 0 ? $"{first.Id} starts, and nothing on the page asks for consent." : $"{first.Id} starts before the page asks for consent.", "consent", first.Id);
    }

    private static string Kind(string id)
    {
        var end = id.IndexOfAny(['-', ':']);
        return end < 0 ? id : id.Substring(0, end);
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
