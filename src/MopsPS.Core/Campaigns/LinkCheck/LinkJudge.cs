using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>Makes results of visits; personal data in addresses is masked.</summary>
internal sealed class LinkJudge(LinkCheckPolicy policy, RuleSet rules)
{
    /// <summary>The result of a link that was opened.</summary>
    public LinkCheckResult Judge(string link, SourcePosition? source, LinkVisit visit)
    {
        var shown = LinkMask.Mask(link);
        var redirects = Math.Max(0, visit.Hops.Count - 1);
        var lost = visit.Status == LinkStatus.Working && redirects > 0 ? Lost(link, visit.Hops[redirects].Url) : [];
        var findings = new List<Finding>();
        var last = visit.Hops.Count == 0 ? 0 : visit.Hops[redirects].StatusCode;
        if (LinkRules.Of(visit.Status) is { } rule) Add(rule, visit.Reason, last == 0 ? null : last.ToString(CultureInfo.InvariantCulture));
        if (lost.Count > 0) Add(LinkRules.LinkLosesUtm, $"The redirects lose or change {string.Join(", ", lost)}; the link ends at {LinkMask.Mask(visit.Hops[redirects].Url)}.", string.Join(", ", lost));
        if (redirects > policy.LongChain && visit.Status == LinkStatus.Working) Add(LinkRules.LongRedirectChain, $"There are {redirects} redirects.", redirects.ToString(CultureInfo.InvariantCulture));
        if (visit.LeftHttps) Add(LinkRules.RedirectToHttp, "A redirect leads from https to http.", null);
        return new LinkCheckResult
        {
            Url = shown,
            Status = visit.Status,
            StatusCode = last == 0 ? null : last,
            Reason = visit.Reason,
            FinalUrl = visit.Status == LinkStatus.Working ? LinkMask.Mask(visit.Hops[redirects].Url) : null,
            Hops = [.. visit.Hops.Select(hop => new LinkHop { Url = LinkMask.Mask(hop.Url), StatusCode = hop.StatusCode == 0 ? null : hop.StatusCode, Method = hop.IsHead ? "HEAD" : "GET", Requests = hop.Requests })],
            Redirects = redirects,
            LostUtm = lost,
            ContentType = visit.ContentType,
            Source = source,
            Findings = findings.ToArray(),
            IsCompliant = visit.Status == LinkStatus.Skipped ? null : !findings.Any(finding => finding.Severity >= Severity.Warning && !finding.IsSuppressed),
        };

        void Add(RuleInfo found, string message, string? value)
        {
            if (rules.IsEnabled(found)) findings.Add(rules.Create(found, message, shown, value: value, suggestion: found.Remedy, source: source));
        }
    }

    private static List<string> Lost(string link, string end)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in QueryParameters.Parse(WebUrl.Parse(end).RawQuery)) kept[parameter.Name] = parameter.Value;
        return [.. QueryParameters.Parse(WebUrl.Parse(link).RawQuery)
            .Where(parameter => UtmKeys.ShortName(parameter.Name) is not null && parameter.Value.Length > 0 && !(kept.TryGetValue(parameter.Name, out var value) && value == parameter.Value))
            .Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal)];
    }
}
