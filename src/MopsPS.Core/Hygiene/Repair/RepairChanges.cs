using System;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Makes the changes that people see, masked where values are personal.</summary>
internal static class RepairChanges
{
    /// <summary>The change of one value.</summary>
    public static RepairChange Of(ValueRepair value, RecordReader row, string? id, RuleSet rules)
    {
        var source = new SourcePosition(row.Schema.Source, row.Row, row.Line, value.Column.Column);
        return new RepairChange
        {
            Row = row.Row,
            RecordId = id,
            Column = value.Column.Column,
            Field = value.Column.Field?.Name,
            Before = Shown(value.Before, value.Column),
            After = value.Verdict.After is { } after ? Shown(after, value.Column) : null,
            Rule = value.Verdict.Rule,
            Confidence = value.Verdict.Confidence,
            IsRepaired = value.IsRepaired,
            Reason = value.IsRepaired ? null : ReasonOf(value),
            IsPersonal = value.Column.Field?.IsPersonal == true,
            Source = source,
            Findings = value.IsRepaired || RuleOf(value) is not { } rule || !rules.IsEnabled(rule) ? [] : [FindingOf(value, rule, source, rules)],
        };
    }

    /// <summary>The finding of a value that stays.</summary>
    public static Finding FindingOf(ValueRepair value, RuleInfo rule, SourcePosition source, RuleSet rules)
    {
        var shown = Shown(value.Before, value.Column);
        return rules.Create(
            rule, $"'{shown}' in {value.Column.Column} {ReasonOf(value)}.", field: value.Column.Column, value: shown,
            suggestion: value.Verdict.After is { Length: > 0 } after ? Shown(after, value.Column) : null, source: source);
    }

    /// <summary>The rule of a value that stays.</summary>
    public static RuleInfo RuleOf(ValueRepair value) =>
        value.Verdict.Rule == RepairRule.Placeholder ? HygieneRules.PlaceholderValue
        : value.Verdict.After is null ? HygieneRules.NoRepair : HygieneRules.UnsureRepair;

    private static string ReasonOf(ValueRepair value) => value.Verdict.Reason ?? FormattableString.Invariant($"can be repaired with a confidence of {value.Verdict.Confidence:0.##} only");

    private static string Shown(string text, ColumnRepair column) =>
        column.Field is { IsPersonal: true } field ? Masking.Value(text, field.Kind) : text;
}
