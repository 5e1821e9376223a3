using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Parsing;
using static MopsPS.Core.Campaigns.Links.LinkRules;

namespace MopsPS.Core.Campaigns.LinkLists;

/// <summary>The links of lists: those that are handed to partners and put into posts and ads. Each of them must be whole, public and tagged.</summary>
internal sealed class LinkListChecker : IAssetChecker
{
    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; } =
        [MalformedLink, PlaceholderLink, StagingLink, InsecureLink, TrackingRedirect, ForeignHost, UtmError, UtmWarning, WrongUtmCampaign];

    /// <inheritdoc/>
    public bool Takes(CampaignAssetKind kind) => kind == CampaignAssetKind.LinkList;

    /// <inheritdoc/>
    public void CheckAsset(CampaignAsset asset, CheckContext context)
    {
        if (asset.Content is null)
        {
            foreach (var check in Checks) context.NotRun(check, $"{asset.Name}: {asset.Problem}");
            return;
        }

        IReadOnlyList<ListedLink> links;
        try
        {
            links = LinkListReader.Read(asset);
        }
        catch (ExportFormatException exception)
        {
            foreach (var check in Checks) context.NotRun(check, $"{asset.Name}: {exception.Message.TrimEnd('.')}");
            return;
        }

        if (links.Count == 0)
        {
            foreach (var check in Checks) context.NotRun(check, $"{asset.Name}: there is no link in the list");
            return;
        }

        Look(links, context);
        asset.Facts = new Kept(links);
    }

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context)
    {
    }

    private void Look(IReadOnlyList<ListedLink> links, CheckContext context)
    {
        var brief = context.Brief;
        foreach (var check in Checks)
        {
            if (check == ForeignHost && brief.AllowedHosts.Count == 0) context.NotApplicable(check, "the brief names no hosts that links must keep to");
            else if (check == WrongUtmCampaign && brief.UtmCampaign is null) context.NotApplicable(check, "the brief names no utm_campaign");
            else context.Ran(check);
        }

        var auditor = new UtmAuditor(context.Policy, context.Today);
        foreach (var link in links)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (IsWeb(link, context, out var url)) Web(link, url, auditor, context);
        }
    }

    private static bool IsWeb(ListedLink link, CheckContext context, out WebUrl url)
    {
        var text = link.Url.Trim();
        url = WebUrl.Parse(text);
        if (url.Kind == UrlKind.Web && text.IndexOf("://", StringComparison.Ordinal) > 0) return true;
        if (text.Length == 0) Report(PlaceholderLink, "The row has no link.");
        else if (text.IndexOf('.') < 0) Report(PlaceholderLink, $"'{text}' stands for a link that is still to come.");
        else Report(MalformedLink, $"'{text}' is no whole web address{(url.Error is null ? string.Empty : $": {url.Error}")}.");
        return false;

        void Report(CampaignCheckInfo check, string message) => Tell(context, check, link, message);
    }

    private static void Web(ListedLink link, WebUrl url, UtmAuditor auditor, CheckContext context)
    {
        var (brief, content, utm) = (context.Brief, context.Policy.CampaignQA.Content, context.Policy.Utm);
        if (LinkHosts.Staging(url.Host, content) is { } pattern && !LinkHosts.IsOwn(url.Host, utm)) Tell(context, StagingLink, link, $"The link leads to {url.Host}, a draft or test system ({pattern}).");
        if (LinkHosts.IsPlaceholder(url.Host, utm))
        {
            Tell(context, PlaceholderLink, link, $"The link leads to {url.Host}, which stands for an address that is still to come.");
            return;
        }

        if (url.Scheme == "http") Tell(context, InsecureLink, link, $"The link to {url.Host} is http.");
        if (LinkHosts.Redirect(url, content, utm) is { } reason) Tell(context, TrackingRedirect, link, $"The link does not lead to its target itself: {reason}.");
        if (brief.AllowedHosts.Count > 0 && !brief.AllowedHosts.Any(host => Wildcard.IsMatch(host, url.Host) || url.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase)))
            Tell(context, ForeignHost, link, $"The link leads to {url.Host}, which the brief does not allow.");
        Tags(link, auditor.Audit(link.Url), context);
    }

    private static void Tags(ListedLink link, UtmResult result, CheckContext context)
    {
        foreach (var finding in result.Findings.Where(finding => !finding.IsSuppressed && !UtmChecks.IsToldElsewhere(finding.RuleId)))
            Tell(context, finding.Severity == Severity.Error ? UtmError : UtmWarning, link, $"{finding.Message} ({finding.RuleId})", finding.Value ?? finding.Target, finding.Suggestion);
        if (context.Brief.UtmCampaign is { } agreed && result.Campaign is { } campaign && MergeToken.Find(campaign).Count == 0 && !string.Equals(campaign, agreed, StringComparison.Ordinal))
            Tell(context, WrongUtmCampaign, link, $"utm_campaign is '{campaign}'; the brief says '{agreed}'.", campaign, agreed);
    }

    private sealed class Kept(IReadOnlyList<ListedLink> links) : ILinkSource
    {
        public IReadOnlyList<ListedLink> Links { get; } = links;
    }

    private static void Tell(CheckContext context, CampaignCheckInfo check, ListedLink link, string message, string? value = null, string? suggestion = null) =>
        context.Report(check, message, link.Line, link.Character, link.Column, value ?? link.Url, suggestion, row: link.Row);
}
