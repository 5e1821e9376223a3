using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using MopsPS.Core.Policy;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Routing;

/// <summary>Makes the result of what was counted.</summary>
internal sealed class RoutingSummary
{
    private const double Skewed = 0.01;

    private readonly MopsPolicy _policy;
    private readonly RoutingPolicy _routing;
    private readonly RuleSet _rules;
    private readonly RoutingTable _table;
    private readonly RoutingTally _tally;
    private readonly RoutingUnread _unread;
    private readonly RoutingWaits _waits;
    private readonly long _skipped;
    private readonly List<Finding> _findings = [];

    public RoutingSummary(MopsPolicy policy, RuleSet rules, RoutingTable table, RoutingTally tally, RoutingUnread unread, RoutingWaits waits, long skipped) =>
        (_policy, _routing, _rules, _table, _tally, _unread, _waits, _skipped) = (policy, table.Policy, rules, table, tally, unread, waits, skipped);

    private int Fallback => _routing.Rules.Count;

    private int None => _routing.Rules.Count + 1;

    private IEnumerable<int> Owners => Enumerable.Range(0, _tally.Owners.Count);

    /// <summary>The most first.</summary>
    public static IEnumerable<RoutingMove> Ordered(IEnumerable<RoutingMove> moves) =>
        moves.OrderByDescending(move => move.Leads).ThenBy(move => move.From, StringComparer.Ordinal).ThenBy(move => move.To, StringComparer.Ordinal);

    public RoutingResult ToResult(DateTime asOf, IReadOnlyList<LeadRoute> rows, CancellationToken cancellation)
    {
        var slots = Enumerable.Range(0, None).Where(slot => slot < Fallback || _routing.Fallback is not null).ToArray();
        var rules = slots.Select(Rule).ToArray();
        var owners = OwnerResults(slots);
        var pools = slots.Where(slot => TargetOf(slot).Pool.Count > 0).Select(Pool).ToArray();
        var check = RoutingRuleChecks.Check(_table, _rules, cancellation);
        var noRule = Owners.Sum(owner => _tally.Count(None, owner));
        _findings.AddRange(check.Findings);
        Find(rules, pools, noRule);
        var (leads, correct, unassigned) = (rules.Sum(rule => rule.Leads), rules.Sum(rule => rule.Correct), rules.Sum(rule => rule.Unassigned));
        return new RoutingResult
        {
            AsOf = asOf,
            Leads = leads + noRule,
            Correct = correct,
            Misrouted = leads - correct - unassigned,
            Unassigned = unassigned,
            NoRule = noRule,
            Stalled = _waits.Count,
            InactiveOwner = Owners.Where(owner => _tally.Owners[owner].IsActive == false).Sum(Has),
            Skipped = _skipped,
            Rules = rules,
            Owners = owners,
            Pools = pools,
            Moves = [.. Moves(slots)],
            Rows = rows,
            Check = check,
            Findings = _findings,
            Kpis =
            [
                RoutingKpis.Accuracy.Ratio(_policy, correct, leads),
                .. rules.Where(rule => rule.Leads > 0).Select(rule => RoutingKpis.Accuracy.Ratio(_policy, rule.Correct, rule.Leads, $"rule = {rule.Rule}")),
                .. owners.Where(owner => owner.Expected > 0).Select(owner => RoutingKpis.Accuracy.Ratio(_policy, owner.Correct, owner.Expected, $"owner = {owner.Owner}")),
            ],
        };
    }

    private RoutingTarget TargetOf(int slot) => slot == Fallback ? _routing.Fallback! : _routing.Rules[slot].Target;

    private string NameOf(int slot) => slot == Fallback ? RoutingDecision.FallbackName : _routing.Rules[slot].Name;

    private long Has(int owner) => Enumerable.Range(0, None + 1).Sum(slot => _tally.Count(slot, owner));

    private long Where(int slot, RouteOutcome outcome) => Owners.Where(owner => _tally.Judge(slot, owner) == outcome).Sum(owner => _tally.Count(slot, owner));

    private RoutingRuleResult Rule(int slot) => new()
    {
        Order = slot == Fallback ? 0 : slot + 1,
        Rule = NameOf(slot),
        Target = TargetOf(slot).ToString(),
        Leads = Owners.Sum(owner => _tally.Count(slot, owner)),
        Correct = Where(slot, RouteOutcome.Correct),
        Unassigned = Where(slot, RouteOutcome.Unassigned),
    };

    private RoutingOwnerResult[] OwnerResults(int[] slots)
    {
        var expected = slots.GroupBy(slot => TargetOf(slot).Pool.Count > 0 ? TargetOf(slot).ToString() : _tally.Owners[_tally.IdOf(TargetOf(slot).Owner ?? TargetOf(slot).Queue!)].Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => (Leads: group.Sum(slot => Owners.Sum(owner => _tally.Count(slot, owner))), Correct: group.Sum(slot => Where(slot, RouteOutcome.Correct))), StringComparer.OrdinalIgnoreCase);
        var actual = Owners.Where(owner => !_tally.Owners[owner].IsNobody).ToDictionary(owner => _tally.Owners[owner].Name, StringComparer.OrdinalIgnoreCase);
        return [.. expected.Keys.Concat(actual.Keys.Where(name => Has(actual[name]) > 0)).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).Select(name => new RoutingOwnerResult
        {
            Owner = name,
            Expected = expected.TryGetValue(name, out var counts) ? counts.Leads : 0,
            Correct = counts.Correct,
            Actual = actual.TryGetValue(name, out var owner) ? Has(owner) : null,
            IsActive = actual.TryGetValue(name, out owner) ? _tally.Owners[owner].IsActive : null,
        })];
    }

    private RoutingPoolResult Pool(int slot)
    {
        var pool = TargetOf(slot).Pool;
        var counts = pool.Select(member => _tally.Count(slot, _tally.IdOf(member.Owner))).ToArray();
        double total = counts.Sum(), weights = pool.Sum(member => member.Weight);
        var (p, test) = GoodnessOfFit.Of(counts, [.. pool.Select(member => (double)member.Weight)]);
        return new RoutingPoolResult
        {
            Rule = NameOf(slot),
            Members = [.. pool.Select((member, i) => new RoutingShare { Owner = member.Owner, Weight = member.Weight, Expected = total * member.Weight / weights, Actual = counts[i] })],
            PValue = p,
            Test = test,
        };
    }

    private IEnumerable<RoutingMove> Moves(int[] slots)
    {
        var moves = slots.SelectMany(slot => Owners.Where(owner => _tally.Count(slot, owner) > 0 && _tally.Judge(slot, owner) is RouteOutcome.Misrouted or RouteOutcome.Unassigned)
            .Select(owner => (From: _tally.Owners[owner].IsNobody ? null : _tally.Owners[owner].Name, To: TargetOf(slot).ToString(), Leads: _tally.Count(slot, owner))));
        return Ordered(moves.GroupBy(move => (move.From, move.To)).Select(group => new RoutingMove { From = group.Key.From, To = group.Key.To, Leads = group.Sum(move => move.Leads) }));
    }

    private void Find(RoutingRuleResult[] rules, RoutingPoolResult[] pools, long noRule)
    {
        foreach (var rule in rules)
        {
            var misrouted = rule.Leads - rule.Correct - rule.Unassigned;
            if (misrouted > 0) Add(RoutingRules.MisroutedLead, $"{Count(misrouted, "lead")} of the rule '{rule.Rule}' {(misrouted == 1 ? "is" : "are")} not with {rule.Target}.", rule.Rule, misrouted);
            if (rule.Unassigned > 0) Add(RoutingRules.UnassignedLead, $"{Count(rule.Unassigned, "lead")} of the rule '{rule.Rule}' {(rule.Unassigned == 1 ? "is" : "are")} with nobody.", rule.Rule, rule.Unassigned);
            if (rule.Leads == 0 && rule.Order > 0) Add(RoutingRules.IdleRule, $"The rule '{rule.Rule}' decided no lead.", rule.Rule, 0);
        }

        if (noRule > 0) Add(RoutingRules.UnroutedLead, $"No rule fits {Count(noRule, "lead")}.", null, noRule);
        foreach (var wait in _waits.ByOwner.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            Add(RoutingRules.StalledLead, $"{Count(wait.Value, "lead")} of {(wait.Key.Length == 0 ? "nobody" : wait.Key)} {(wait.Value == 1 ? "waits" : "wait")} for more than {_routing.StalledDays.ToString(CultureInfo.InvariantCulture)} days.", wait.Key, wait.Value);
        foreach (var owner in Owners.Where(owner => Has(owner) > 0))
        {
            var who = _tally.Owners[owner];
            if (who.IsActive == false) Add(RoutingRules.InactiveOwner, $"{Count(Has(owner), "lead")} {(Has(owner) == 1 ? "belongs" : "belong")} to {who.Name}, who is not active.", who.Name, Has(owner));
            else if (who.IsActive is null && !who.IsNobody && !who.IsQueue && _routing.Owners.Count > 0) Add(RoutingRules.UnknownOwner, $"{Count(Has(owner), "lead")} {(Has(owner) == 1 ? "belongs" : "belong")} to {who.Name}, whom the policy does not list.", who.Name, Has(owner));
        }

        foreach (var pool in pools.Where(pool => pool.PValue < Skewed))
            Add(RoutingRules.RoundRobinSkew, FormattableString.Invariant($"The pool of '{pool.Rule}' is served unevenly (p = {pool.PValue:0.####}): {string.Join(", ", pool.Members)}."), pool.Rule, pool.Members.Sum(member => member.Actual));
        foreach (var (field, count, values) in _unread.All)
            Add(RoutingRules.UnreadRoutingValue, $"{Count(count, "value")} of {field} could not be read: {string.Join(", ", values)}.", field, count);
    }

    private void Add(RuleInfo rule, string message, string? target, long value)
    {
        if (_rules.IsEnabled(rule)) _findings.Add(_rules.Create(rule, message, target, value: value.ToString(CultureInfo.InvariantCulture), suggestion: rule.Remedy));
    }

    private static string Count(long count, string what) => count.ToString("#,0", CultureInfo.InvariantCulture) + " " + (count == 1 ? what : what + "s");
}
