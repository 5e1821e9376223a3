using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Events;

/// <summary>What events add to a report: figures, what people did, how long they stayed, and who is for review, masked.</summary>
internal sealed class EventReportSections : IReportContributor
{
    private const int Most = 200;
    private const int Step = 10;

    private readonly List<EventSummary> _summaries = [];
    private readonly SortedDictionary<int, int> _shares = [];
    private readonly List<CampaignMember> _review = [];
    private int _ambiguous;

    public bool Add(object item)
    {
        if (item is EventSummary summary)
        {
            _summaries.Add(summary);
            return true;
        }

        if (item is not CampaignMember member) return false;
        if (member.Share is double share)
        {
            var bin = (int)System.Math.Min(share, 99.999) / Step;
            _shares[bin] = _shares.TryGetValue(bin, out var count) ? count + 1 : 1;
        }

        if (member.Match != MemberMatch.Ambiguous) return true;
        _ambiguous++;
        if (_review.Count < Most) _review.Add(member);
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var summary in _summaries)
            yield return new ReportSection(summary.Title, [.. Blocks(summary)]) { Text = $"{summary.Platform}, dates read {summary.DateOrder}. Hosts, panelists and the team's own people are not among the members." };
        if (_shares.Count == 0 && _review.Count == 0) yield break;
        yield return new ReportSection("Members", [.. Members()]);
    }

    private static IEnumerable<ReportBlock> Blocks(EventSummary summary)
    {
        yield return new TilesBlock("People",
        [
            new ReportTile("Members", summary.Members),
            new ReportTile("Attended", summary.Attended),
            new ReportTile("No-shows", summary.NoShow),
            new ReportTile("Matched", summary.Matched),
            new ReportTile("For review", summary.Ambiguous, string.Empty, null, summary.Ambiguous > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Staff left out", summary.Staff),
            new ReportTile("Own people left out", summary.Internal),
        ]);
        yield return new BarChart("What people did", "people",
        [
            new ChartBar("Attended", summary.Attended, null, ChartTone.Good),
            new ChartBar("On demand", summary.OnDemand, null, ChartTone.Good),
            new ChartBar("Left early", summary.LeftEarly, null, ChartTone.Warning),
            new ChartBar("No-show", summary.NoShow, null, ChartTone.Bad),
            new ChartBar("Registered", summary.Registered, null, ChartTone.Muted),
            new ChartBar("Cancelled", summary.Cancelled, null, ChartTone.Muted),
        ]);
    }

    private IEnumerable<ReportBlock> Members()
    {
        if (_shares.Count > 0) yield return new Histogram("Share of the session", "%", [.. _shares.Select(bin => new ChartBin(bin.Key * Step, (bin.Key + 1) * Step, bin.Value))]);
        if (_review.Count == 0) yield break;
        yield return new TableBlock("For review", ["Name", "Email", "Status", "Reason", "Score", "Candidates"],
            [.. _review.Select(member => new object?[] { Masking.Name(member.Name ?? ""), member.Email is null ? null : Masking.Email(member.Email), member.Status, member.MatchReason, member.MatchScore, string.Join("; ", member.Candidates) })])
        {
            Total = _ambiguous,
        };
    }
}
