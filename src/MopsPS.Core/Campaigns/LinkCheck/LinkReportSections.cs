using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>What opened links add to a report: how many work, and those that do not.</summary>
internal sealed class LinkReportSections : IReportContributor
{
    private const int MaxRows = 500;

    private readonly int[] _counts = new int[Enum.GetValues(typeof(LinkStatus)).Length];
    private readonly List<LinkCheckResult> _links = [];

    public bool Add(object item)
    {
        if (item is not LinkCheckResult link) return false;
        _counts[(int)link.Status]++;
        if ((link.Findings.Count > 0 || link.Redirects > 0) && _links.Count < MaxRows) _links.Add(link);
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_counts.Sum() == 0) yield break;
        var bars = _counts.Select((count, status) => (Status: (LinkStatus)status, Count: count)).Where(entry => entry.Count > 0)
            .Select(entry => new ChartBar(entry.Status.ToString(), entry.Count, null, Tone(entry.Status)));
        yield return new ReportSection("Links opened",
        [
            new BarChart("Links by status", "links", [.. bars]),
            new TableBlock("Links with findings or redirects", ["Status", "Code", "Link", "Ends at", "Redirects", "UTM lost", "Reason"],
                [.. _links.Select(link => new object?[] { link.Status.ToString(), link.StatusCode, link.Url, link.Redirects > 0 ? link.FinalUrl : null, link.Redirects, string.Join(", ", link.LostUtm), link.Reason })]),
        ])
        {
            Text = "Blocked: the server does not answer programs; open these links by hand. Redirects that pages or scripts make are not seen.",
        };
    }

    private static ChartTone Tone(LinkStatus status) => status switch
    {
        LinkStatus.Working => ChartTone.Good,
        LinkStatus.Skipped => ChartTone.Muted,
        LinkStatus.Blocked => ChartTone.Warning,
        _ => ChartTone.Bad,
    };
}
