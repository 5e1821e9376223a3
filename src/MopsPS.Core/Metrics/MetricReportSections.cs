using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Metrics;

/// <summary>What comparing metrics adds to a report: the sources side by side, and where they part.</summary>
internal sealed class MetricReportSections : IReportContributor
{
    private readonly List<MetricComparison> _comparisons = [];
    private readonly List<MetricSource> _sources = [];

    public bool Add(object item)
    {
        if (item is MetricComparison comparison) _comparisons.Add(comparison);
        else if (item is MetricSource source) _sources.Add(source);
        else return false;
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_sources.Count > 0)
        {
            yield return new ReportSection("Sources of metrics",
            [
                new TableBlock("Sources", ["Source", "Rows", "Newest (UTC)", "Age (hours)", "Levels", "Unreadable"],
                    [.. _sources.Select(source => new object?[] { source.Source, source.Rows, source.Newest, source.AgeHours, string.Join(" / ", source.Levels), source.Unreadable })]),
            ]);
        }

        foreach (var metric in _comparisons.GroupBy(comparison => comparison.Metric, System.StringComparer.OrdinalIgnoreCase))
            yield return new ReportSection(metric.Key, [.. Blocks([.. metric])]) { Text = $"Compared with {metric.First().Reference}; a difference matters where it is above both limits of the policy." };
    }

    private static IEnumerable<ReportBlock> Blocks(MetricComparison[] comparisons)
    {
        yield return new BarChart("Totals", string.Empty,
        [
            new ChartBar(comparisons[0].Reference, comparisons[0].ReferenceValue ?? 0, "reference", ChartTone.Neutral),
            .. comparisons.Select(one => new ChartBar(one.Source, one.Value ?? 0, one.FirstLevel is null ? "agrees" : $"parts at {one.FirstLevel}", one.IsMaterial ? ChartTone.Bad : one.IsOffsetting ? ChartTone.Warning : ChartTone.Good)),
        ]);
        foreach (var one in comparisons.Where(one => one.Parts.Count > 0))
        {
            yield return new TableBlock($"Where {one.Source} parts", ["Level", "Place", "Reference", "Value", "Difference", "Difference (%)", "Kind"],
                [.. one.Parts.Select(part => new object?[] { part.Dimension, part.Path, part.Reference, part.Value, part.Difference, part.RelativeDifference, part.IsCause ? "sits here" : part.IsOffsetting ? "cancels out" : "comes from below" })])
            {
                Total = one.Parts.Count + one.MoreParts,
            };
        }
    }
}
