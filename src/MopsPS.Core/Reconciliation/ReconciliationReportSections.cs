using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Reconciliation;

/// <summary>What a comparison adds to a report: figures, the fields that differ, and the first differences with their values masked.</summary>
internal sealed class ReconciliationReportSections : IReportContributor
{
    private const int Most = 200;

    private readonly List<RecordComparison> _summaries = [];
    private readonly List<RecordDifference> _first = [];
    private readonly SortedDictionary<RecordDifferenceKind, long> _kinds = [];

    public bool Add(object item)
    {
        if (item is RecordDifference difference)
        {
            _kinds[difference.Kind] = _kinds.TryGetValue(difference.Kind, out var count) ? count + 1 : 1;
            if (_first.Count < Most) _first.Add(difference);
            return true;
        }

        if (item is not RecordComparison summary) return false;
        _summaries.Add(summary);
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var summary in _summaries) yield return new ReportSection(summary.Title, [.. Blocks(summary)]) { Text = Text(summary) };
        if (_kinds.Count == 0) yield break;
        yield return new ReportSection("Differences",
        [
            new BarChart("Differences by kind", "differences", [.. _kinds.Select(kind => new ChartBar(kind.Key.ToString(), kind.Value, null, Tone(kind.Key)))]),
            new TableBlock("First differences", ["Kind", "Key", "Field", "Left", "Right", "Detail", "Left row", "Right row"],
                [.. _first.Select(one => new object?[] { one.Kind.ToString(), Shown(one.Key, one), one.Field, Shown(one.Left, one), Shown(one.Right, one), one.Detail, one.LeftSource?.Row, one.RightSource?.Row })])
            {
                Total = (int)System.Math.Min(int.MaxValue, _kinds.Values.Sum()),
            },
        ]);
    }

    private static IEnumerable<ReportBlock> Blocks(RecordComparison summary)
    {
        yield return new TilesBlock("Records",
        [
            new ReportTile("Left rows", summary.LeftRows),
            new ReportTile("Right rows", summary.RightRows),
            new ReportTile("Compared", summary.Compared),
            new ReportTile("Missing", summary.Missing, string.Empty, "left side only", summary.Missing > 0 ? ChartTone.Bad : ChartTone.Good),
            new ReportTile("Extra", summary.Extra, string.Empty, "right side only"),
            new ReportTile("Different", summary.Different, string.Empty, null, summary.Different > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Repeated keys", summary.RepeatedKeys, string.Empty, null, summary.RepeatedKeys > 0 ? ChartTone.Warning : ChartTone.Neutral),
            new ReportTile("Blank keys", summary.LeftBlank + summary.RightBlank),
        ]);
        var differing = summary.Fields.Where(field => field.Different > 0).OrderByDescending(field => field.Different).ToArray();
        if (differing.Length > 0)
        {
            yield return new StackedBarChart("Fields that differ", "records",
                [new ChartPart("changed", ChartTone.Warning), new ChartPart("lost on the right side", ChartTone.Bad), new ChartPart("only on the right side", ChartTone.Muted)],
                [.. differing.Select(field => new ChartStack(field.Field, [field.Different - field.Lost - field.Added, field.Lost, field.Added]))]);
        }

        yield return new TableBlock("Fields", ["Field", "Left column", "Right column", "Compared as", "Different", "Lost", "Added", "Unreadable", "Agreement (%)"],
            [.. summary.Fields.Select(field => new object?[] { field.Field, field.LeftColumn, field.RightColumn, field.ComparedAs.ToString(), field.Different, field.Lost, field.Added, field.Unreadable, field.Agreement })]);
    }

    private static string Text(RecordComparison summary) => summary.Key.Count == 0
        ? "Records were found by matching names, addresses and companies; what is not sure was left out and counted."
        : $"Records were found by {string.Join(" and ", summary.Key)}. Records whose key stands several times, or nowhere, were counted and not compared.";

    private static string? Shown(string? value, RecordDifference difference) =>
        value is null ? null : value.IndexOf('@') >= 0 ? Masking.Email(value) : difference.IsPersonal ? Masking.Generic(value) : value;

    private static ChartTone Tone(RecordDifferenceKind kind) => kind switch
    {
        RecordDifferenceKind.Missing => ChartTone.Bad,
        RecordDifferenceKind.Extra => ChartTone.Muted,
        _ => ChartTone.Warning,
    };
}
