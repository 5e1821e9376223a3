using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Utm;

/// <summary>What link checks add to a report: the figures and segments of summaries, and the channels of single results.</summary>
internal sealed class UtmReportSections : IReportContributor
{
    private readonly List<UtmSummary> _summaries = [];
    private readonly Dictionary<string, long> _channels = new(StringComparer.Ordinal);

    public bool Add(object item)
    {
        switch (item)
        {
            case UtmSummary summary:
                _summaries.Add(summary);
                return true;
            case UtmResult { IsTagged: true } result:
                // Bounded: GA4 has a fixed list of channel groups.
                var channel = result.Channel ?? "(none)";
                _channels.TryGetValue(channel, out var count);
                _channels[channel] = count + 1;
                return false;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var summary in _summaries) yield return new ReportSection("UTM links", [.. Blocks(summary)]) { Text = Limits(summary) };
        if (_channels.Count == 0) yield break;
        yield return new ReportSection("Channels of the tagged links",
        [
            new BarChart("GA4 default channel group", "links", [.. _channels.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new ChartBar(pair.Key, pair.Value, null, pair.Key == "Unassigned" ? ChartTone.Warning : ChartTone.Neutral))]),
        ])
        {
            Text = "Where GA4 will count the visits, by Google's published rules. Unassigned visits are in no channel.",
        };
    }

    private static string? Limits(UtmSummary summary) => summary.NotCompared.Count == 0 ? null
        : $"Spellings of {string.Join(", ", summary.NotCompared)} were not compared with each other: there are too many values. Where an id or a time stands in them, keep it out of the campaign names.";

    private static IEnumerable<ReportBlock> Blocks(UtmSummary summary)
    {
        yield return new TilesBlock("Links",
        [
            new ReportTile("Checked", summary.Links, "links"),
            new ReportTile("Tagged", summary.Tagged, "links"),
            new ReportTile("Count for compliance", summary.Counted, "links"),
            new ReportTile("With a certain correction", summary.Correctable, "links", null, summary.Correctable > 0 ? ChartTone.Warning : ChartTone.Neutral),
        ]);
        if (summary.Segments.Count == 0) yield break;
        yield return new StackedBarChart(
            $"Links by {summary.Segments[0].By.ToString().ToLowerInvariant()}", "links",
            [new ChartPart("compliant", ChartTone.Good), new ChartPart("not compliant", ChartTone.Bad), new ChartPart("not counted", ChartTone.Muted)],
            [.. summary.Segments.Select(segment => new ChartStack(segment.Name, [segment.Compliant, segment.Counted - segment.Compliant, segment.Links - segment.Counted]))]);
    }
}
