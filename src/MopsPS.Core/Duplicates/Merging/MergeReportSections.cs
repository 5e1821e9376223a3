using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>What a merge plan adds to a report: how many groups merge, why others are refused, and which rules change which columns. No values: a report is passed on.</summary>
internal sealed class MergeReportSections : IReportContributor
{
    private const int MostRefused = 200;

    private readonly Dictionary<MergeRefusalKind, long> _refusals = [];
    private readonly Dictionary<(string Column, SurvivorshipRule Rule), long> _changes = [];
    private readonly List<object?[]> _refused = [];
    private long _groups;
    private long _records;
    private long _refusedGroups;

    public bool Add(object item)
    {
        if (item is not MergeProposal proposal) return false;
        _groups++;
        if (proposal.IsRefused)
        {
            _refusedGroups++;
            foreach (var kind in proposal.Refusals.Select(refusal => refusal.Kind).Distinct()) Count(_refusals, kind);
            if (_refused.Count < MostRefused) _refused.Add([proposal.Number, proposal.Count, proposal.Score, string.Join("; ", proposal.Refusals.Select(refusal => ReportText.Words(refusal.Kind.ToString())))]);
            return true;
        }

        _records += proposal.Count - 1;
        foreach (var pick in proposal.Picks.Where(pick => pick.IsChange)) Count(_changes, (pick.Column, pick.Rule));
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_groups == 0) yield break;
        var blocks = new List<ReportBlock>
        {
            new TilesBlock("Groups",
            [
                new ReportTile("To merge", _groups - _refusedGroups, "groups", null, ChartTone.Good),
                new ReportTile("Refused", _refusedGroups, "groups", null, _refusedGroups > 0 ? ChartTone.Warning : ChartTone.Neutral),
                new ReportTile("Records that would go", _records, "records"),
            ]),
        };
        if (_refusals.Count > 0)
            blocks.Add(new BarChart("Why groups are refused", "groups", [.. _refusals.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => new ChartBar(ReportText.Words(pair.Key.ToString()), pair.Value, null, ChartTone.Warning))]));
        if (_changes.Count > 0)
        {
            blocks.Add(new TableBlock("Changes of the surviving records", ["Column", "Rule", "Groups"],
                [.. _changes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Column, StringComparer.Ordinal).ThenBy(pair => pair.Key.Rule).Select(pair => new object?[] { pair.Key.Column, ReportText.Words(pair.Key.Rule.ToString()), pair.Value })]));
        }

        if (_refused.Count > 0) blocks.Add(new TableBlock("Refused groups", ["Group", "Records", "Score", "Why"], _refused) { Total = _refusedGroups });
        yield return new ReportSection("Merge plan", blocks) { Text = "Nothing has been merged: a person reviews the plan, and the product that holds the records merges them." };
    }

    private static void Count<T>(Dictionary<T, long> counts, T key) where T : notnull => counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
}
