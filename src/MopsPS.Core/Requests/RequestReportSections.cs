using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Requests;

/// <summary>What requests add to a report: figures, ages, breaches, and how new ones are sorted.</summary>
internal sealed class RequestReportSections : IReportContributor
{
    private const int MostTriages = 1000;

    private readonly List<RequestResult> _results = [];
    private readonly SortedDictionary<string, (int Count, int Open)> _categories = new(StringComparer.Ordinal);
    private readonly List<RequestTriage> _triages = [];
    private long _sorted;

    public bool Add(object item)
    {
        if (item is RequestResult result)
        {
            _results.Add(result);
            return true;
        }

        if (item is not RequestTriage triage) return false;
        _sorted++;
        var name = triage.Category ?? "(none)";
        _categories.TryGetValue(name, out var counts);
        _categories[name] = (counts.Count + 1, counts.Open + (triage.Questions.Count > 0 ? 1 : 0));
        if (_triages.Count < MostTriages) _triages.Add(triage);
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_results.Count > 0)
        {
            yield return new ReportSection("Requests", [.. _results.Where(result => result.Segment is null).SelectMany(Blocks), .. Segments([.. _results.Where(result => result.Segment is not null)])])
            {
                Text = "Open requests within their limit count neither way; those beyond it count as breached. Times are hours of business time, and open requests count as not done so far.",
            };
        }

        if (_sorted == 0) yield break;
        yield return new ReportSection("New requests",
        [
            new BarChart("By category", "requests", [.. _categories.Select(pair => new ChartBar(pair.Key, pair.Value.Count, pair.Value.Open > 0 ? $"{pair.Value.Open} with open questions" : null, pair.Key == "(none)" ? ChartTone.Warning : ChartTone.Neutral))]),
            new TableBlock("What to do", ["Request", "Summary", "Category", "Owner", "Runbook", "Open questions"],
                [.. _triages.Select(triage => new object?[] { triage.Id, triage.Summary, triage.Category, triage.Owner, triage.Runbook, string.Join(" ", triage.Questions) })]) { Total = _sorted },
        ]);
    }

    private static IEnumerable<ReportBlock> Blocks(RequestResult result)
    {
        yield return new TilesBlock("Service",
        [
            new ReportTile("Median to done", result.MedianHours, "hours"),
            new ReportTile("90th percentile", result.P90Hours, "hours"),
            new ReportTile("Open", result.Open),
            new ReportTile("Overdue", result.Overdue, string.Empty, null, result.Overdue > 0 ? ChartTone.Bad : ChartTone.Good),
            new ReportTile("Done late", result.Late, string.Empty, null, result.Late > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Not measured", result.NotMeasured, string.Empty, null, result.NotMeasured > 0 ? ChartTone.Warning : ChartTone.Neutral),
        ]);
        if (result.Open > 0) yield return new BarChart("Open requests by age", "requests", [.. result.Ages.Select((age, i) => new ChartBar(age.Age, age.Count, null, i >= 3 ? ChartTone.Warning : ChartTone.Neutral))]);
        if (result.Breaches.Count == 0) yield break;
        yield return new TableBlock("Late and overdue", ["Request", "Type", "Priority", "Owner", "Created (UTC)", "Deadline (UTC)", "Done (UTC)", "Too long (hours)"],
            [.. result.Breaches.Select(breach => new object?[] { breach.Id, breach.Type, breach.Priority, breach.Owner, breach.Created, breach.Deadline, breach.Resolved, breach.LateHours })]);
    }

    private static IEnumerable<ReportBlock> Segments(RequestResult[] segments)
    {
        if (segments.Length == 0) yield break;
        yield return new StackedBarChart("Requests by segment", "requests",
            [new ChartPart("in time", ChartTone.Good), new ChartPart("late", ChartTone.Warning), new ChartPart("overdue", ChartTone.Bad), new ChartPart("waiting", ChartTone.Muted)],
            [.. segments.Select(segment => new ChartStack(segment.Segment!, [segment.Met, segment.Late, segment.Overdue, segment.Waiting]))]);
    }
}
