using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Changes;

/// <summary>What change logs add to a report: release notes, the newest first, one table for each kind of change.</summary>
internal sealed class ChangeReportSections : IReportContributor
{
    private const int MaxEntries = 10_000;
    private const string Other = "Other changes";

    private readonly List<ChangeEntry> _entries = [];
    private readonly List<ChangeLogResult> _logs = [];
    private int _count;

    public bool Add(object item)
    {
        switch (item)
        {
            case ChangeLogResult log:
                _logs.Add(log);
                return true;
            case ChangeEntry entry:
                _count++;
                if (_entries.Count < MaxEntries) _entries.Add(entry);
                return true;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_count > 0)
        {
            var (from, to) = (_entries.Min(entry => entry.Time), _entries.Max(entry => entry.Time));
            yield return new ReportSection("Release notes",
                [.. _entries.GroupBy(entry => entry.Category ?? Other, StringComparer.OrdinalIgnoreCase)
                    .OrderBy(group => group.Key == Other).ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase).Select(Table)])
            {
                Text = FormattableString.Invariant($"{_count} changes from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.")
                    + (_entries.Exists(entry => !entry.IsIntact) ? " The log was tampered with: see the column Intact." : string.Empty),
            };
        }

        foreach (var log in _logs)
        {
            yield return new ReportSection(log.Title,
            [
                new TilesBlock("Log",
                [
                    new ReportTile("Entries", log.Entries),
                    new ReportTile("Faults", log.Findings.Count(finding => finding is { Severity: Severity.Error, IsSuppressed: false }), string.Empty, null, log.IsCompliant == true ? ChartTone.Good : ChartTone.Bad),
                ]),
                new TableBlock("Anchor", ["First (UTC)", "Last (UTC)", "Hash of the last entry"], [[log.First, log.Last, log.Head]]),
            ])
            {
                Text = "Keep the hash of the last entry where the log's writers cannot change it; Get-MopsChange -ExpectedHead takes it.",
            };
        }
    }

    private static TableBlock Table(IGrouping<string, ChangeEntry> group)
    {
        var rows = group.OrderByDescending(entry => entry.Time).ThenByDescending(entry => entry.Sequence).Select(entry => new object?[]
        {
            entry.Sequence, entry.Time, entry.Summary, entry.Target, entry.Reason, Change(entry), entry.Ticket, entry.Author, entry.Approver, entry.IsIntact,
        });
        return new TableBlock(group.Key, ["No.", "Time (UTC)", "Change", "Target", "Why", "Before and after", "Ticket", "By", "Approved by", "Intact"], [.. rows]);
    }

    private static string? Change(ChangeEntry entry) => entry.Before is null && entry.After is null ? null : $"{entry.Before ?? "(none)"} -> {entry.After ?? "(none)"}";
}
