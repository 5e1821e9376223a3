using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;
using MopsPS.Internal;

namespace MopsPS.Core.Sla;

/// <summary>What service levels add to a report: figures, the segments, and who waits.</summary>
internal sealed class SlaReportSections : IReportContributor
{
    private readonly List<SlaResult> _results = [];

    public bool Add(object item)
    {
        if (item is not SlaResult result) return false;
        _results.Add(result);
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var measure in _results.GroupBy(result => result.Measure))
        {
            var all = measure.Where(result => result.Segment is null).ToArray();
            var segments = measure.Where(result => result.Segment is not null).ToArray();
            var first = measure.First();
            yield return new ReportSection(measure.Key == SlaMeasure.SpeedToLead ? "Speed to lead" : "MQL processing", [.. all.SelectMany(Blocks), .. Segments(segments)])
            {
                Text = $"Agreed: {Format.Number(first.LimitMinutes)} minutes{(first.IsBusinessTime ? " of business time" : string.Empty)}. Records that wait within the limit count neither way; those beyond it count as breached.",
            };
        }
    }

    private static IEnumerable<ReportBlock> Blocks(SlaResult result)
    {
        yield return new TilesBlock("Records",
        [
            new ReportTile("Median", result.MedianMinutes, "minutes"),
            new ReportTile("90th percentile", result.P90Minutes, "minutes"),
            new ReportTile("Touched late", result.Late, string.Empty, null, result.Late > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Overdue", result.Overdue, string.Empty, "still waiting", result.Overdue > 0 ? ChartTone.Bad : ChartTone.Good),
            new ReportTile("Waiting within the limit", result.Waiting),
            new ReportTile("Not measured", result.NotMeasured, string.Empty, null, result.NotMeasured > 0 ? ChartTone.Warning : ChartTone.Neutral),
        ]);
        if (result.Breaches.Count == 0) yield break;
        yield return new BarChart("Breaches by owner", "records", [.. result.Breaches.GroupBy(breach => breach.Owner ?? "(none)", StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ChartBar(group.Key, group.Count(), $"{group.Count(breach => breach.IsOpen)} still waiting", group.Any(breach => breach.IsOpen) ? ChartTone.Bad : ChartTone.Warning))]);
        yield return new TableBlock("Breaches", ["Record", "Owner", "Region", "Started (UTC)", "Deadline (UTC)", "Touched (UTC)", "Age (minutes)", "Too long (minutes)"],
            [.. result.Breaches.Select(breach => new object?[] { breach.RecordId, breach.Owner, breach.Region, breach.Started, breach.Deadline, breach.Touched, breach.AgeMinutes, breach.LateMinutes })]);
    }

    private static IEnumerable<ReportBlock> Segments(SlaResult[] segments)
    {
        if (segments.Length == 0) yield break;
        yield return new StackedBarChart("Records by segment", "records",
            [new ChartPart("in time", ChartTone.Good), new ChartPart("late", ChartTone.Warning), new ChartPart("overdue", ChartTone.Bad), new ChartPart("waiting", ChartTone.Muted)],
            [.. segments.Select(segment => new ChartStack(segment.Segment!, [segment.Met, segment.Late, segment.Overdue, segment.Waiting]))]);
    }
}
