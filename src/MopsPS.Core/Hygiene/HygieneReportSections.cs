using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Hygiene;

/// <summary>What repairs and the health of records add to a report. Changes are counted; the first of them are shown, masked where they are personal.</summary>
internal sealed class HygieneReportSections : IReportContributor
{
    private const int ChangesShown = 200;

    private readonly List<RepairResult> _repairs = [];
    private readonly List<RecordHealth> _health = [];
    private readonly List<RepairChange> _changes = [];
    private readonly Dictionary<(string Column, RepairRule Rule), (long Repaired, long Declined)> _counts = [];
    private long _changeCount;

    public bool Add(object item)
    {
        if (item is RepairResult repair) _repairs.Add(repair);
        else if (item is RecordHealth health) _health.Add(health);
        else if (item is RepairChange change) Count(change);
        else return false;
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var health in _health) yield return HealthReport.Section(health);
        foreach (var repair in _repairs)
        {
            yield return new ReportSection("Repair of records",
            [
                new TilesBlock("Values",
                [
                    new ReportTile("Rows", repair.Rows), new ReportTile("Rows repaired", repair.RowsRepaired), new ReportTile("Values repaired", repair.Repaired),
                    new ReportTile("Declined", repair.Declined, string.Empty, "stay as they are", repair.Declined > 0 ? ChartTone.Warning : ChartTone.Good),
                ]),
                .. Bars(repair.Counts.Select(count => ((count.Column, count.Rule), (count.Repaired, count.Declined)))),
            ])
            { Text = FormattableString.Invariant($"Values were changed from a confidence of {repair.Threshold:0.##}; what is less sure stays and is a finding.") };
        }

        if (_changeCount == 0) yield break;
        yield return new ReportSection("Repaired values",
        [
            .. Bars(_counts.Select(pair => (pair.Key, pair.Value))),
            new TableBlock("Changes", ["Row", "Column", "Before", "After", "Rule", "Confidence", "Repaired", "Reason"],
                [.. _changes.Select(change => new object?[] { change.Row, change.Column, change.Before, change.After, change.Rule.ToString(), change.Confidence, change.IsRepaired, change.Reason })])
            { Total = (int)Math.Min(int.MaxValue, _changeCount) },
        ])
        { Text = "Personal values are masked; the rollback file has the exact ones." };
    }

    private void Count(RepairChange change)
    {
        _changeCount++;
        if (_changes.Count < ChangesShown) _changes.Add(change);
        _counts.TryGetValue((change.Column, change.Rule), out var count);
        _counts[(change.Column, change.Rule)] = change.IsRepaired ? (count.Repaired + 1, count.Declined) : (count.Repaired, count.Declined + 1);
    }

    private static IEnumerable<ReportBlock> Bars(IEnumerable<((string Column, RepairRule Rule) Key, (long Repaired, long Declined) Count)> counts)
    {
        var columns = counts.GroupBy(pair => pair.Key.Column, StringComparer.Ordinal)
            .Select(group => (group.Key, Repaired: group.Sum(pair => pair.Count.Repaired), Declined: group.Sum(pair => pair.Count.Declined)))
            .OrderByDescending(column => column.Repaired + column.Declined).ThenBy(column => column.Key, StringComparer.Ordinal).ToArray();
        if (columns.Length == 0) yield break;
        yield return new StackedBarChart("Values by column", "values", [new ChartPart("repaired", ChartTone.Good), new ChartPart("declined", ChartTone.Warning)],
            [.. columns.Select(column => new ChartStack(column.Key, [column.Repaired, column.Declined]))]);
    }
}
