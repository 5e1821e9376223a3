using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>What measurements of duplicates add to a report: accuracy by threshold with the pairs that were told wrongly, and the duplicate rate by source and month.</summary>
internal sealed class DuplicateMeasureSections : IReportContributor
{
    private const int MostErrors = 100;

    private readonly List<DuplicateMeasure> _measures = [];
    private readonly List<DuplicateRate> _rates = [];

    public bool Add(object item)
    {
        switch (item)
        {
            case DuplicateMeasure measure:
                _measures.Add(measure);
                return true;
            case DuplicateRate rate:
                _rates.Add(rate);
                return true;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var rate in _rates) yield return new ReportSection(rate.Title, [.. Blocks(rate)]);
        foreach (var measures in _measures.GroupBy(measure => measure.Title, StringComparer.Ordinal))
        {
            yield return new ReportSection(measures.Key, [.. Blocks([.. measures.OrderBy(measure => measure.Threshold ?? 0)])])
            {
                Text = "Precision is the share of found pairs that are right, recall the share of right pairs that were found, F1 the harmonic mean of both.",
            };
        }
    }

    private static IEnumerable<ReportBlock> Blocks(DuplicateRate rate)
    {
        var tiles = new List<ReportTile>
        {
            new("Records", rate.Records, "records"),
            new("Duplicates", rate.Duplicates, "records", null, rate.Duplicates > 0 ? ChartTone.Warning : ChartTone.Good),
        };
        if (rate.New is not null) tiles.Add(new ReportTile("New", rate.New, "records"));
        if (rate.NewDuplicates is not null) tiles.Add(new ReportTile("New that duplicate older ones", rate.NewDuplicates, "records", null, rate.NewDuplicates > 0 ? ChartTone.Warning : ChartTone.Neutral));
        yield return new TilesBlock("Records", tiles);
        if (rate.BySource.Count > 0)
        {
            yield return new BarChart("Duplicate rate by source", "%",
                [.. rate.BySource.OrderByDescending(segment => segment.Rate ?? -1).ThenBy(segment => segment.Name, StringComparer.Ordinal).Select(segment => new ChartBar(segment.Name ?? "(none)", segment.Rate, $"{segment.Duplicates} of {segment.Records}"))]);
        }

        if (rate.ByMonth.Count > 1)
            yield return new LineChart("Duplicate rate by month of creation", "%", [.. rate.ByMonth.Select(month => month.Name ?? "(none)")], [new ChartLine("Duplicates", [.. rate.ByMonth.Select(month => month.Rate)])]);
    }

    private static IEnumerable<ReportBlock> Blocks(IReadOnlyList<DuplicateMeasure> measures)
    {
        if (measures.Count > 1)
        {
            yield return new LineChart("Accuracy by threshold", "", [.. measures.Select(Threshold)],
            [
                new ChartLine("Precision", [.. measures.Select(measure => (double?)measure.Precision)]),
                new ChartLine("Recall", [.. measures.Select(measure => (double?)measure.Recall)]),
                new ChartLine("F1", [.. measures.Select(measure => (double?)measure.F1)]),
            ]);
        }

        yield return new TableBlock("Accuracy", ["Threshold", "Precision", "Recall", "F1", "B-cubed F1", "False pairs", "Missing pairs", "Exact groups", "Merged groups", "Split groups"],
            [.. measures.Select(measure => new object?[]
            {
                Threshold(measure), measure.Precision, measure.Recall, measure.F1, measure.BCubedF1, measure.FalsePairs, measure.MissingPairs,
                measure.ExactGroups, measure.MergedGroups, measure.SplitGroups,
            })]);
        foreach (var measure in measures.Where(measure => measure.Errors.Count > 0))
        {
            yield return new TableBlock($"Pairs told wrongly ({Threshold(measure)})", ["Error", "Record", "Record", "Score", "Evidence"],
                [.. measure.Errors.Take(MostErrors).Select(error => new object?[] { error.Kind.ToString(), error.Left, error.Right, error.Score, Evidence(error) })])
            {
                Total = measure.FalsePairs + measure.MissingPairs,
            };
        }
    }

    private static string Threshold(DuplicateMeasure measure) => measure.Threshold is { } threshold ? FormattableString.Invariant($"{threshold:0.####}") : "as found";

    // Fields and levels, without the values: a report is passed on.
    private static string Evidence(DuplicateError error) =>
        string.Join(", ", error.Evidence.OrderByDescending(step => Math.Abs(step.Weight)).ThenBy(step => step.Field, StringComparer.Ordinal).Select(step => FormattableString.Invariant($"{step.Field} {step.Level} ({step.Weight:+0.0;-0.0})")));
}
