using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Changes;

/// <summary>
/// Judges a change log. The chain alone shows what was changed, removed between entries, put elsewhere or added. What was cut off at the end is seen by the head file;
/// and where somebody with the right to write has made log and head anew, only by an anchor that was kept elsewhere.
/// </summary>
public sealed class ChangeVerifier
{
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;

    /// <summary>Makes a verifier.</summary>
    /// <param name="policy">The policy: what entries must have, severities and suppressions.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    public ChangeVerifier(MopsPolicy policy, DateTime todayUtc)
    {
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _rules = new RuleSet(policy, todayUtc);
    }

    /// <summary>Judges a log.</summary>
    /// <param name="content">What stands in it.</param>
    /// <param name="expectedHead">The hash of an entry that must be there; null for none.</param>
    /// <param name="entries">The entries in the order in which they stand, each with the verdict on it.</param>
    /// <returns>The findings, by line.</returns>
    public ChangeLogResult Verify(ChangeLogContent content, string? expectedHead, out IReadOnlyList<ChangeEntry> entries)
    {
        if (content is null) throw new ArgumentNullException(nameof(content));
        var chain = new ChangeChain(content);
        var findings = new List<Finding>();
        foreach (var fault in chain.Faults().OrderBy(fault => fault.Line).ThenBy(fault => fault.Rule.Id, StringComparer.Ordinal)) Add(fault.Rule, fault.Message, fault.Entry, fault.Line);
        if (content.HeadEntries is null && content.Entries.Count > 0) Add(ChangeRules.MissingHead, $"{ChangeHead.PathOf(System.IO.Path.GetFileName(content.Path))} is missing or damaged.", null, 0);
        var anchor = expectedHead is null ? -1 : content.Entries.FindIndex(entry => entry.IsUnchanged && string.Equals(entry.Hash, expectedHead, StringComparison.OrdinalIgnoreCase));
        if (expectedHead is not null && anchor < 0) Add(ChangeRules.MissingAnchor, $"No intact entry has the hash {expectedHead}.", null, 0);
        var (concerned, traced) = (0, 0);
        foreach (var entry in content.Entries.Where(entry => ChangeRequirements.Concern(_policy.Changes, entry.Stated)))
        {
            concerned++;
            var complaints = ChangeRequirements.Check(_policy.Changes, entry.Stated);
            if (complaints.Count == 0) traced++;
            else Add(ChangeRules.UntracedChange, $"Entry {entry.Stated.Sequence}: {string.Join("; ", complaints)}.", entry.Stated, entry.Line);
        }

        entries = [.. content.Entries.Select(entry => chain.IsIntact(entry) ? entry.Stated : NotIntact(entry.Stated))];
        return new ChangeLogResult
        {
            Path = content.Path,
            Entries = content.Entries.Count,
            First = content.Entries.FirstOrDefault()?.Stated.Time,
            Last = content.Entries.LastOrDefault()?.Stated.Time,
            Head = content.Entries.LastOrDefault()?.Hash,
            EntriesSinceExpectedHead = anchor < 0 ? null : content.Entries.Count - 1 - anchor,
            Findings = findings,
            Kpis = [ChangeKpis.Traceability.Ratio(_policy, traced, concerned)],
            IsCompliant = !findings.Any(finding => finding is { Severity: Severity.Error, IsSuppressed: false }),
        };

        void Add(RuleInfo rule, string message, ChangeEntry? entry, int line)
        {
            if (!_rules.IsEnabled(rule)) return;
            findings.Add(_rules.Create(rule, message, entry is null ? null : $"entry {entry.Sequence}", source: new SourcePosition(content.Path, line: line)));
        }
    }

    private static ChangeEntry NotIntact(ChangeEntry entry) => new()
    {
        Sequence = entry.Sequence,
        Time = entry.Time,
        Author = entry.Author,
        Category = entry.Category,
        Summary = entry.Summary,
        Target = entry.Target,
        Ticket = entry.Ticket,
        Approver = entry.Approver,
        Reason = entry.Reason,
        Before = entry.Before,
        After = entry.After,
        Command = entry.Command,
        Policy = entry.Policy,
        Files = entry.Files,
        Previous = entry.Previous,
        Hash = entry.Hash,
        AfterTorn = entry.AfterTorn,
        IsIntact = false,
    };
}
