using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Counts what became of repairs that are taken back; of what stays it keeps the first example by column and rule, and no more.</summary>
internal sealed class UndoTally(RuleSet rules)
{
    private readonly Dictionary<RepairUndoState, long> _counts = [];
    private readonly Dictionary<(string Column, string Rule), (Finding First, long Count)> _stays = [];

    /// <summary>How many records were read.</summary>
    public long Records { get; set; }

    /// <summary>Adds one.</summary>
    public void Add(RepairUndo told)
    {
        _counts[told.State] = Count(told.State) + 1;
        foreach (var finding in told.Findings)
        {
            var key = (told.Column, finding.RuleId);
            _stays[key] = _stays.TryGetValue(key, out var known) ? (known.First, known.Count + 1) : (finding, 1);
        }
    }

    /// <summary>Sums up.</summary>
    /// <param name="values">How many values the rollback file has.</param>
    public RepairUndoResult Finish(long values) => new()
    {
        Records = Records,
        Values = values,
        Restored = Count(RepairUndoState.Restored),
        AlreadyUndone = Count(RepairUndoState.AlreadyUndone),
        Changed = Count(RepairUndoState.ValueChanged) + Count(RepairUndoState.RecordChanged),
        Missing = Count(RepairUndoState.RecordMissing),
        Findings = [.. _stays.OrderBy(pair => pair.Key.Column, StringComparer.Ordinal).ThenBy(pair => pair.Key.Rule, StringComparer.Ordinal).Select(pair => Summed(pair.Value.First, pair.Value.Count))],
    };

    private long Count(RepairUndoState state) => _counts.TryGetValue(state, out var count) ? count : 0;

    private Finding Summed(Finding first, long count) => count == 1 ? first : rules.Create(
        HygieneRules.All.First(rule => rule.Id == first.RuleId), FormattableString.Invariant($"{count} repairs of {first.Field} are not taken back; the first: {first.Message}"),
        field: first.Field, value: first.Value, source: first.Source);
}
