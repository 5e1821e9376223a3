using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Counts repairs by column and rule; keeps the first example of what was declined, and no more.</summary>
internal sealed class RepairTally(MopsPolicy policy, RuleSet rules)
{
    private readonly Dictionary<(string Column, RepairRule Rule), Count> _counts = [];
    private long _rows;
    private long _rowsRepaired;

    /// <summary>How many values were looked at.</summary>
    public long Values { get; set; }

    /// <summary>Adds a row.</summary>
    public void Add(IReadOnlyList<ValueRepair> values, RecordReader row)
    {
        _rows++;
        var isRepaired = false;
        foreach (var value in values)
        {
            var key = (value.Column.Column, value.Verdict.Rule);
            if (!_counts.TryGetValue(key, out var count)) _counts.Add(key, count = new Count { Field = value.Column.Field?.Name });
            isRepaired |= value.IsRepaired;
            if (value.IsRepaired)
            {
                count.Repaired++;
                continue;
            }

            count.Declined++;
            var rule = RepairChanges.RuleOf(value);
            if (!rules.IsEnabled(rule)) continue;
            if (!count.Examples.TryGetValue(rule.Id, out var example))
                count.Examples.Add(rule.Id, example = new Example(RepairChanges.FindingOf(value, rule, new SourcePosition(row.Schema.Source, row.Row, row.Line, value.Column.Column), rules), rule));
            example.Count++;
        }

        if (isRepaired) _rowsRepaired++;
    }

    /// <summary>Sums up.</summary>
    public RepairResult Finish(double threshold)
    {
        var declined = _counts.Values.Sum(count => count.Declined);
        return new RepairResult
        {
            Rows = _rows,
            RowsRepaired = _rowsRepaired,
            Values = Values,
            Repaired = _counts.Values.Sum(count => count.Repaired),
            Declined = declined,
            Threshold = threshold,
            Counts =
            [
                .. _counts.OrderByDescending(pair => pair.Value.Repaired + pair.Value.Declined).ThenBy(pair => pair.Key.Column, StringComparer.Ordinal).ThenBy(pair => pair.Key.Rule)
                    .Select(pair => new RepairCount { Column = pair.Key.Column, Field = pair.Value.Field, Rule = pair.Key.Rule, Repaired = pair.Value.Repaired, Declined = pair.Value.Declined }),
            ],
            Findings =
            [
                .. _counts.OrderBy(pair => pair.Key.Column, StringComparer.Ordinal).ThenBy(pair => pair.Key.Rule)
                    .SelectMany(pair => pair.Value.Examples.Values.OrderBy(example => example.Rule.Id, StringComparer.Ordinal)).Select(Summed),
            ],
            Kpis = [HygieneKpis.ValuesInOrder.Ratio(policy, Values - declined, Values)],
        };
    }

    private Finding Summed(Example example)
    {
        var first = example.Finding;
        if (example.Count == 1) return first;
        return rules.Create(
            example.Rule, FormattableString.Invariant($"{example.Count} values of {first.Field} stay; the first: {first.Message}"), field: first.Field, value: first.Value, suggestion: first.Suggestion, source: first.Source);
    }

    private sealed class Count
    {
        public string? Field { get; set; }

        public long Repaired { get; set; }

        public long Declined { get; set; }

        public Dictionary<string, Example> Examples { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Example(Finding finding, RuleInfo rule)
    {
        public Finding Finding { get; } = finding;

        public RuleInfo Rule { get; } = rule;

        public long Count { get; set; }
    }
}
