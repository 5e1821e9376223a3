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
            .Select(entry => new ChartBar(ReportText.Words(entry.Status.ToString()), entry.Count, null, Tone(entry.Status)));
        yield return new ReportSection("Links opened",
        [
            new BarChart("Links by status", "links", [.. bars]),
            Table(),
        ])
        {
            Text = "Blocked: the server does not answer programs; open these links by hand. Redirects that pages or scripts make are not seen.",
        };
    }

    // What no link has needs no column: a table that is too wide is not read to its end.
    private TableBlock Table()
    {
        (string Name, bool IsThere, Func<LinkCheckResult, object?> Value)[] columns =
        [
            ("Status", true, link => ReportText.Words(link.Status.ToString())),
            ("Code", _links.Exists(link => link.StatusCode is not null), link => link.StatusCode),
            ("Link", true, link => link.Url),
            ("Why", true, link => link.Reason),
            ("Ends at", _links.Exists(link => link.Redirects > 0), link => link.Redirects > 0 ? link.FinalUrl : null),
            ("Redirects", _links.Exists(link => link.Redirects > 0), link => link.Redirects),
            ("UTM lost", _links.Exists(link => link.LostUtm.Count > 0), link => string.Join(", ", link.LostUtm)),
        ];
        columns = [.. columns.Where(column => column.IsThere)];
        return new TableBlock("Links with findings or redirects", [.. columns.Select(column => column.Name)], [.. _links.Select(link => columns.Select(column => column.Value(link)).ToArray())]);
    }

    private static ChartTone Tone(LinkStatus status) => status switch
    {
        LinkStatus.Working => ChartTone.Good,
        LinkStatus.Skipped => ChartTone.Muted,
        LinkStatus.Blocked => ChartTone.Warning,
        _ => ChartTone.Bad,
    };
}
