using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads <c>campaignQA.content</c>, <c>email</c>, <c>landingPage</c> and <c>tokens</c> over those of the policy it builds on: lists replace, wordings merge by region.</summary>
internal static class ContentCheckPolicyReader
{
    private static readonly string[] Platforms = ["Marketo", "HubSpot", "Salesforce", "Mailchimp", "Liquid"];

    public static ContentCheckPolicy Content(PolicyNode? node, ContentCheckPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var policy = new ContentCheckPolicy
        {
            StagingHosts = section.Texts("stagingHosts", HostPattern) ?? from.StagingHosts,
            RedirectHosts = section.Texts("redirectHosts", HostPattern) ?? from.RedirectHosts,
            OtherCampaigns = section.Texts("otherCampaigns") ?? from.OtherCampaigns,
            Leftovers = section.Texts("leftovers") ?? from.Leftovers,
        };
        section.Finish();
        return policy;
    }

    public static EmailCheckPolicy Email(PolicyNode? node, EmailCheckPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var policy = new EmailCheckPolicy
        {
            Senders = section.Texts("senders") ?? from.Senders,
            FromDomains = section.Texts("fromDomains", Host) ?? from.FromDomains,
            PostalAddresses = section.Texts("postalAddresses") ?? from.PostalAddresses,
            Wording = Wording(section, from.Wording, problems),
            MaxSubjectLength = section.Count("maxSubjectLength", 1) ?? from.MaxSubjectLength,
            MaxPreheaderLength = section.Count("maxPreheaderLength", 1) ?? from.MaxPreheaderLength,
            MinPreheaderLength = section.Count("minPreheaderLength", 0) ?? from.MinPreheaderLength,
            MaxHtmlBytes = section.Count("maxHtmlBytes", 1) ?? from.MaxHtmlBytes,
            MaxWidth = section.Count("maxWidth", 1) ?? from.MaxWidth,
            MinTextLikeness = section.Number("minTextLikeness", 0, 1) ?? from.MinTextLikeness,
        };
        if (policy.MinPreheaderLength > policy.MaxPreheaderLength)
            problems.Error(section.Member("minPreheaderLength") ?? section.Member("maxPreheaderLength") ?? node, $"minPreheaderLength ({policy.MinPreheaderLength}) is above maxPreheaderLength ({policy.MaxPreheaderLength}).");
        section.Finish();
        return policy;
    }

    public static LandingPageCheckPolicy LandingPage(PolicyNode? node, LandingPageCheckPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var policy = new LandingPageCheckPolicy
        {
            Indexed = section.Flag("indexed") ?? from.Indexed,
            AnalyticsIds = section.Texts("analyticsIds", AnalyticsId) ?? from.AnalyticsIds,
            RequireConsent = section.Flag("requireConsent") ?? from.RequireConsent,
            ConsentScripts = section.Texts("consentScripts") ?? from.ConsentScripts,
            UtmFields = section.Texts("utmFields") ?? from.UtmFields,
            RequiredFields = section.Texts("requiredFields") ?? from.RequiredFields,
            ConsentRegions = section.Texts("consentRegions") ?? from.ConsentRegions,
            FormIds = section.Texts("formIds") ?? from.FormIds,
            MaxTitleLength = section.Count("maxTitleLength", 1) ?? from.MaxTitleLength,
            MaxDescriptionLength = section.Count("maxDescriptionLength", 1) ?? from.MaxDescriptionLength,
        };
        section.Finish();
        return policy;
    }

    public static TokenPolicy Tokens(PolicyNode? node, TokenPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var policy = new TokenPolicy
        {
            Platform = Platform(section, problems) ?? from.Platform,
            Known = section.Texts("known") ?? from.Known,
            NeverEmpty = section.Texts("neverEmpty") ?? from.NeverEmpty,
        };
        section.Finish();
        return policy;
    }

    private static string? Platform(PolicyObject section, PolicyProblems problems)
    {
        if (section.Text("platform") is not { } text) return null;
        if (Platforms.Contains(text)) return text;
        problems.Error(section.Member("platform")!, $"expected one of {string.Join(", ", Platforms)}.", PolicyProblems.Nearest(text, Platforms));
        return null;
    }

    private static Dictionary<string, IReadOnlyList<string>> Wording(PolicyObject section, IReadOnlyDictionary<string, IReadOnlyList<string>> from, PolicyProblems problems)
    {
        var wording = PolicyTable.Copy(from);
        if (section.Section("wording") is not { } node) return wording;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Array))) wording[member.Key] = PolicyObject.Texts(member, problems);
        return wording;
    }

    private static string? Host(string host) => Uri.CheckHostName(host) == UriHostNameType.Unknown ? $"'{host}' is no host name; expected one like example.com, without https:// and path." : null;

    private static string? HostPattern(string pattern) => pattern.IndexOf('/') >= 0 || pattern.IndexOf(' ') >= 0 ? $"'{pattern}' is no host; expected one like *.staging.example.com, without https:// and path." : Host(pattern.Replace('*', 'x').Replace('?', 'x'));

    private static string? AnalyticsId(string id) => id.IndexOfAny(['-', ':']) > 0 && id.IndexOf(' ') < 0 ? null : $"'{id}' is no id; expected one like G-ABC123, GTM-ABC123 or matomo:3.";
}
