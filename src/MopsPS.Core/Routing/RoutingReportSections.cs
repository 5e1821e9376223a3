using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Routing;

/// <summary>What lead routing adds to a report: figures, who should have what, pools, and the problems of the rules.</summary>
internal sealed class RoutingReportSections : IReportContributor
{
    private readonly List<RoutingResult> _results = [];
    private readonly List<RoutingRuleCheck> _checks = [];
    private readonly List<RoutingChange> _changes = [];

    public bool Add(object item)
    {
        switch (item)
        {
            case RoutingResult result:
                _results.Add(result);
                return true;
            case RoutingRuleCheck check:
                _checks.Add(check);
                return true;
            case RoutingChange change:
                _changes.Add(change);
                return true;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var result in _results)
        {
            yield return new ReportSection("Lead routing", [.. Blocks(result), .. Problems(result.Check)])
            {
                Text = "Where leads are against where the first rule that fits puts them. In a pool any member is right: who is next cannot be known from an export.",
            };
        }

        foreach (var check in _checks) yield return new ReportSection("Routing rules", [.. Problems(check)]) { Text = $"{check.Rules} rules, checked without leads." };
        foreach (var change in _changes)
        {
            yield return new ReportSection("Changed routing rules",
            [
                Moves("From where to where", "Now", "Then", change.Moves),
                new TableBlock("Leads that move", ["Record", "Rule", "Goes to", "New rule", "Would go to", "Is with"],
                    [.. change.Rows.Select(row => new object?[] { row.Record, row.Rule, row.From, row.NewRule, row.To, row.Actual })]) { Total = (int)System.Math.Min(int.MaxValue, change.Moved) },
                .. Problems(change.Check),
            ])
            {
                Text = change.ToString() + ".",
            };
        }
    }

    private static IEnumerable<ReportBlock> Blocks(RoutingResult result)
    {
        yield return new TilesBlock("Leads",
        [
            new ReportTile("Correct", result.Correct),
            new ReportTile("Misrouted", result.Misrouted, string.Empty, null, result.Misrouted > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Unassigned", result.Unassigned, string.Empty, null, result.Unassigned > 0 ? ChartTone.Bad : ChartTone.Good),
            new ReportTile("No rule", result.NoRule, string.Empty, null, result.NoRule > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Stalled", result.Stalled, string.Empty, null, result.Stalled > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Inactive owner", result.InactiveOwner, string.Empty, null, result.InactiveOwner > 0 ? ChartTone.Bad : ChartTone.Good),
        ]);
        yield return new StackedBarChart("Leads by rule", "leads", [new ChartPart("correct", ChartTone.Good), new ChartPart("misrouted", ChartTone.Warning), new ChartPart("unassigned", ChartTone.Bad)],
            [.. result.Rules.Where(rule => rule.Leads > 0).Select(rule => new ChartStack(rule.Rule, [rule.Correct, rule.Leads - rule.Correct - rule.Unassigned, rule.Unassigned]))]);
        yield return new TableBlock("Rules", ["Order", "Rule", "Goes to", "Leads", "Correct", "Unassigned", "Accuracy (%)"],
            [.. result.Rules.Select(rule => new object?[] { rule.Order == 0 ? null : rule.Order, rule.Rule, rule.Target, rule.Leads, rule.Correct, rule.Unassigned, rule.Accuracy })]);
        yield return new TableBlock("Owners", ["Owner", "Expected", "Correct", "Has", "Active"],
            [.. result.Owners.Select(owner => new object?[] { owner.Owner, owner.Expected, owner.Correct, owner.Actual, owner.IsActive })]);
        if (result.Moves.Count > 0) yield return Moves("Where misrouted leads belong", "Is with", "Belongs to", result.Moves);
        if (result.Pools.Count > 0)
        {
            yield return new TableBlock("Round robin", ["Rule", "Owner", "Weight", "Expected", "Has", "p of the pool"],
                [.. result.Pools.SelectMany(pool => pool.Members.Select(member => new object?[] { pool.Rule, member.Owner, member.Weight, member.Expected, member.Actual, pool.PValue }))]);
        }

        if (result.Rows.Count > 0)
        {
            yield return new TableBlock("Leads to look at", ["Record", "Outcome", "Is with", "Belongs to", "Rule", "Stalled"],
                [.. result.Rows.Select(row => new object?[] { row.Record, row.Outcome.ToString(), row.Actual, row.Expected, row.Rule, row.IsStalled })]);
        }
    }

    private static IEnumerable<ReportBlock> Problems(RoutingRuleCheck check)
    {
        if (check.Problems.Count == 0) yield break;
        yield return new TableBlock("Problems of the rules", ["Problem", "Rule", "Other rules", "Leads", "For example"],
            [.. check.Problems.Select(problem => new object?[] { problem.Kind.ToString(), problem.Rule, string.Join(", ", problem.Others), problem.Leads, problem.Witness?.ToString() })]);
    }

    private static TableBlock Moves(string title, string from, string to, IReadOnlyList<RoutingMove> moves) =>
        new(title, [from, to, "Leads"], [.. moves.Select(move => new object?[] { move.From ?? "(nobody)", move.To ?? "(nobody)", move.Leads })]);
}
