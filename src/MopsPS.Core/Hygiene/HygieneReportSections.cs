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
    private readonly List<RepairUndoResult> _undone = [];
    private readonly List<RepairUndo> _undos = [];
    private readonly List<RepairChange> _changes = [];
    private readonly Dictionary<(string Column, RepairRule Rule), (long Repaired, long Declined)> _counts = [];
    private long _changeCount;
    private long _undoCount;

    public bool Add(object item)
    {
        if (item is RepairResult repair) _repairs.Add(repair);
        else if (item is RecordHealth health) _health.Add(health);
        else if (item is RepairChange change) Count(change);
        else if (item is RepairUndoResult undone) _undone.Add(undone);
        else if (item is RepairUndo undo) Count(undo);
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

        foreach (var undone in _undone)
        {
            yield return new ReportSection(undone.Title,
            [
                new TilesBlock("Values",
                [
                    new ReportTile("Repaired values", undone.Values), new ReportTile("Taken back", undone.Restored), new ReportTile("Were already", undone.AlreadyUndone),
                    new ReportTile("Changed since", undone.Changed, string.Empty, "stay as they are", undone.Changed > 0 ? ChartTone.Warning : ChartTone.Good),
                    new ReportTile("Record not there", undone.Missing, string.Empty, null, undone.Missing > 0 ? ChartTone.Warning : ChartTone.Good),
                ]),
            ]);
        }

        if (_undoCount > 0)
        {
            yield return new ReportSection("Values taken back",
            [
                new TableBlock("Values", ["Row", "Column", "State", "Current", "Before", "After the repair"],
                    [.. _undos.Select(undo => new object?[] { undo.Row == 0 ? null : undo.Row, undo.Column, undo.State.ToString(), undo.Current, undo.Before, undo.After })])
                { Total = _undoCount },
            ])
            { Text = "Personal values are masked; the restored records have the exact ones." };
        }

        if (_changeCount == 0) yield break;
        yield return new ReportSection("Repaired values",
        [
            .. Bars(_counts.Select(pair => (pair.Key, pair.Value))),
            new TableBlock("Changes", ["Row", "Column", "Before", "After", "Rule", "Confidence", "Repaired", "Reason"],
                [.. _changes.Select(change => new object?[] { change.Row, change.Column, change.Before, change.After, change.Rule.ToString(), change.Confidence, change.IsRepaired, change.Reason })])
            { Total = _changeCount },
        ])
        { Text = "Personal values are masked; the rollback file has the exact ones." };
    }

    // What stays is what a person looks for: it comes first.
    private void Count(RepairUndo undo)
    {
        _undoCount++;
        if (_undos.Count < ChangesShown) _undos.Add(undo);
        else if (undo.IsCompliant == false && _undos.FindLastIndex(shown => shown.IsCompliant == true) is var last and >= 0) _undos[last] = undo;
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
