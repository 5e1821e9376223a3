using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Duplicates;

/// <summary>
/// What searches for duplicates add to a report: figures, the score histogram, groups by size, and how the scores of the surest and the least sure groups come
/// about. Holds a few groups only, whatever the number. Values in it are masked always: a report is passed on.
/// </summary>
internal sealed class DuplicateReportSections : IReportContributor
{
    private const int Waterfalls = 2;
    private const int LargestSize = 10;
    private const int MostSteps = 28;

    private readonly List<DuplicateSummary> _summaries = [];
    private readonly List<DuplicateGroup> _surest = [];
    private readonly List<DuplicateGroup> _leastSure = [];
    private readonly long[] _sizes = new long[LargestSize + 1];
    private readonly long[] _scores = new long[10];
    private long _groups;
    private long _review;

    public bool Add(object item)
    {
        switch (item)
        {
            case DuplicateSummary summary:
                _summaries.Add(summary);
                return true;
            case DuplicateGroup group:
                _groups++;
                if (group.Band == DuplicateBand.Review) _review++;
                _sizes[Math.Min(group.Count, LargestSize)]++;
                foreach (var pair in group.Pairs) _scores[Math.Min(9, (int)(pair.Score * 10))]++;
                if (group.Pairs.Any(pair => pair.Evidence.Count > 0)) Keep(group);
                return false;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var summary in _summaries) yield return new ReportSection(summary.Title, [.. Blocks(summary)]);
        if (_groups == 0) yield break;
        var blocks = new List<ReportBlock>
        {
            new TilesBlock("Groups",
            [
                new ReportTile("Sure", _groups - _review, "groups"),
                new ReportTile("For review", _review, "groups", null, _review > 0 ? ChartTone.Warning : ChartTone.Neutral),
            ]),
            new BarChart("Groups by size", "groups", [.. Enumerable.Range(2, LargestSize - 1).Where(size => _sizes[size] > 0)
                .Select(size => new ChartBar(size == LargestSize ? $"{size} records and more" : $"{size} records", _sizes[size], null))]),
        };
        // A summary has all pairs, the groups only those within them.
        if (_summaries.Count == 0)
            blocks.Add(new Histogram("Scores of the pairs within groups", "", [.. _scores.Select((count, i) => new ChartBin(i / 10.0, (i + 1) / 10.0, count))]));
        blocks.AddRange(_surest.Select(group => Waterfall("Surest", group)));
        blocks.AddRange(_leastSure.Where(group => !_surest.Contains(group)).Select(group => Waterfall("Least sure", group)));
        yield return new ReportSection("Groups of duplicates", blocks)
        {
            Text = "Each bit of evidence doubles the odds that two records are the same: 0 bits are even odds, 10 bits are a thousand to one. Values are masked.",
        };
    }

    private static IEnumerable<ReportBlock> Blocks(DuplicateSummary summary)
    {
        yield return new TilesBlock("Search",
        [
            new ReportTile("Compared", summary.Comparable, "records", summary.Comparable < summary.Records ? $"{summary.Records - summary.Comparable} have nothing to compare" : null),
            new ReportTile("Duplicates", summary.Duplicates, "records", null, summary.Duplicates > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("For review", summary.ReviewGroups, "groups"),
            new ReportTile("Perhaps missed", summary.MissedShare * 100, "%", "estimate"),
        ]);
        yield return new Histogram("Scores of the pairs", "", [.. summary.Scores.Select(bin => new ChartBin(bin.From, bin.To, bin.Pairs, bin.From >= summary.Threshold ? ChartTone.Good : ChartTone.Warning))])
        {
            Text = "Pairs from the review threshold on, by the probability that both records are the same.",
        };
        yield return new TableBlock("Compared fields", ["Field", "Compared as", "Columns", "Why", "Tells records apart"],
            [.. summary.Fields.Select(field => new object?[] { field.Name, field.Kind, string.Join(", ", field.Columns), field.Reason, field.IsUsed })]);
    }

    private static WaterfallChart Waterfall(string which, DuplicateGroup group)
    {
        var pair = group.Pairs.Where(pair => pair.Evidence.Count > 0).OrderBy(pair => pair.Weight).First();
        var steps = pair.Evidence.Take(MostSteps).Select((step, i) => new ChartStep(Label(step), step.Weight, IsTotal: i == 0)).ToList();
        steps.Add(new ChartStep("Total", pair.Weight, IsTotal: true));
        return new WaterfallChart(FormattableString.Invariant($"{which}: group {group.Number}, score {pair.Score:0.000}"), "bits", steps) { Text = $"{pair.Left} and {pair.Right}" };
    }

    private static string Label(DuplicateEvidence step) =>
        step.Left is null && step.Right is null ? $"{step.Field}: {step.Level}" : $"{step.Field}: {step.Level} ({Mask(step.Field, step.Left)} / {Mask(step.Field, step.Right)})";

    private static string Mask(string field, string? value) =>
        value is null ? "–"
        : value.IndexOf('@') > 0 ? Masking.Email(value)
        : field is "Phone" or "MobilePhone" ? Masking.Phone(value)
        : Masking.Name(value);

    private void Keep(DuplicateGroup group)
    {
        Keep(_surest, group, (x, y) => Least(y).CompareTo(Least(x)));
        Keep(_leastSure, group, (x, y) => Least(x).CompareTo(Least(y)));
    }

    private static void Keep(List<DuplicateGroup> kept, DuplicateGroup group, Comparison<DuplicateGroup> order)
    {
        kept.Add(group);
        kept.Sort((x, y) => order(x, y) is var first && first != 0 ? first : x.Number.CompareTo(y.Number));
        if (kept.Count > Waterfalls) kept.RemoveAt(Waterfalls);
    }

    private static double Least(DuplicateGroup group) => group.Pairs.Where(pair => pair.Evidence.Count > 0).Min(pair => pair.Weight);
}
