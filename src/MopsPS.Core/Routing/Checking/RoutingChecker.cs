using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Routing;

/// <summary>
/// Finds by the rules alone, without leads, those that never decide, those whose order alone decides, those that change nothing, and leads that no rule fits. Exact: rules
/// are unions of combinations of classes, and what is left of one without others is reckoned, not sampled. The names are those of firewall rules: shadowing,
/// correlation and redundancy (Al-Shaer and Hamed, Discovery of policy anomalies in distributed firewalls, INFOCOM 2004). Work is bounded; what was not looked at is said.
/// </summary>
internal sealed class RoutingChecker
{
    private const int MaxGaps = 100;

    private readonly RoutingTable _table;
    private readonly IReadOnlyList<RoutingRule> _rules;
    private readonly RoutingBox _all;
    private readonly RoutingBox[] _boxes;
    private readonly List<RoutingBox>?[] _own;
    private readonly CancellationToken _cancellation;
    private long _work;

    /// <param name="table">The rules.</param>
    /// <param name="maxWork">How many boxes may be looked at.</param>
    /// <param name="cancellation">Ends the check.</param>
    public RoutingChecker(RoutingTable table, long maxWork, CancellationToken cancellation)
    {
        (_table, _rules, _work, _cancellation) = (table, table.Policy.Rules, maxWork, cancellation);
        _all = Box(-1);
        _boxes = [.. Enumerable.Range(0, _rules.Count).Select(Box)];
        _own = new List<RoutingBox>?[_rules.Count];
    }

    /// <summary>Whether everything was looked at.</summary>
    public bool IsComplete => _work > 0;

    /// <summary>The rules that hold on no day from now on.</summary>
    public IEnumerable<int> Ended => Enumerable.Range(0, _rules.Count).Where(i => _boxes[i].IsEmpty);

    /// <summary>All problems: shadowed rules, conflicts, redundant rules, each in the order of the rules, then gaps.</summary>
    public IReadOnlyList<RoutingProblem> Check()
    {
        var problems = new List<RoutingProblem>();
        for (var i = 0; i < _rules.Count && IsComplete; i++)
            if (!_boxes[i].IsEmpty && Shadow(i) is { } shadowed) problems.Add(shadowed);
        for (var i = 0; i < _rules.Count && IsComplete; i++)
            for (var j = i + 1; j < _rules.Count && IsComplete; j++)
                if (Conflict(i, j) is { } conflict) problems.Add(conflict);
        for (var i = 0; i < _rules.Count && IsComplete; i++)
            if (_own[i] is { Count: > 0 } && Redundant(i) is { } redundant) problems.Add(redundant);
        if (_table.Policy.Fallback is null && IsComplete) problems.AddRange(Gaps());
        return problems;
    }

    private RoutingProblem? Shadow(int i)
    {
        var rest = new List<RoutingBox> { _boxes[i] };
        var takers = new List<string>();
        for (var j = 0; j < i && rest.Count > 0 && IsComplete; j++)
            if (Subtract(rest, j)) takers.Add(_rules[j].Name);
        if (!IsComplete) return null;
        _own[i] = rest;
        return rest.Count > 0 ? null : new RoutingProblem { Kind = RoutingProblemKind.Shadowed, Rule = _rules[i].Name, Others = takers };
    }

    private RoutingProblem? Conflict(int i, int j)
    {
        _work--;
        if (_own[i] is not { Count: > 0 } own || _own[j] is not { Count: > 0 } || Same(_rules[i].Target, _rules[j].Target) || _rules[i].Overrides.Any(later => Wildcard.IsMatch(later, _rules[j].Name))) return null;
        if (!_boxes[i].Meets(_boxes[j]) || _boxes[i].IsWithin(_boxes[j]) || _boxes[j].IsWithin(_boxes[i])) return null;
        _work -= own.Count;
        return own.Find(box => box.Meets(_boxes[j])) is { } met
            ? new RoutingProblem { Kind = RoutingProblemKind.Conflict, Rule = _rules[i].Name, Others = [_rules[j].Name], Leads = Describe(met.And(_boxes[j])), Witness = Witness(met.And(_boxes[j])) }
            : null;
    }

    // What the rule decides now, later rules would decide without it.
    private RoutingProblem? Redundant(int i)
    {
        var rest = new List<RoutingBox>(_own[i]!);
        var heirs = new List<string>();
        for (var j = i + 1; j < _rules.Count && rest.Count > 0; j++)
        {
            _work -= rest.Count;
            if (!rest.Exists(box => box.Meets(_boxes[j]))) continue;
            if (!Same(_rules[i].Target, _rules[j].Target)) return null;
            Subtract(rest, j);
            heirs.Add(_rules[j].Name);
        }

        if (!IsComplete) return null;
        if (rest.Count > 0)
        {
            if (_table.Policy.Fallback is not { } fallback || !Same(_rules[i].Target, fallback)) return null;
            heirs.Add(RoutingDecision.FallbackName);
        }

        return new RoutingProblem { Kind = RoutingProblemKind.Redundant, Rule = _rules[i].Name, Others = heirs, Witness = Witness(_own[i]![0]) };
    }

    private IEnumerable<RoutingProblem> Gaps()
    {
        var rest = new List<RoutingBox> { _all };
        for (var i = 0; i < _rules.Count && rest.Count > 0 && IsComplete; i++) Subtract(rest, i);
        if (!IsComplete) yield break;
        Join(rest);
        foreach (var box in rest.Take(MaxGaps)) yield return new RoutingProblem { Kind = RoutingProblemKind.Gap, Leads = Describe(box), Witness = Witness(box) };
    }

    private bool Subtract(List<RoutingBox> rest, int rule)
    {
        _cancellation.ThrowIfCancellationRequested();
        _work -= rest.Count;
        if (!rest.Exists(box => box.Meets(_boxes[rule]))) return false;
        var left = rest.SelectMany(box => box.Without(_boxes[rule])).ToList();
        rest.Clear();
        rest.AddRange(left);
        _work -= left.Count;
        return true;
    }

    // Boxes that differ in one dimension only are one.
    private void Join(List<RoutingBox> boxes)
    {
        for (var i = 0; i < boxes.Count && IsComplete; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                _work--;
                if (boxes[i].Joined(boxes[j]) is not { } joined) continue;
                boxes[i] = joined;
                boxes.RemoveAt(j);
                (i, j) = (-1, boxes.Count);
            }
        }
    }

    private RoutingBox Box(int rule) => new([.. _table.Dimensions.Select(dimension =>
    {
        var classes = dimension.Classes;
        var set = new ulong[(classes.Count + 63) / 64];
        for (var id = 0; id < classes.Count; id++)
            if (!classes.IsPast(id) && (rule < 0 || RoutingClasses.Has(classes.Rules(id), rule))) set[id >> 6] |= 1UL << (id & 63);
        return set;
    })]);

    private string Describe(RoutingBox box)
    {
        var parts = new List<string>();
        for (var d = 0; d < _table.Dimensions.Count; d++)
        {
            var classes = new HashSet<int>(box.Classes(d));
            if (classes.Count < _all.Classes(d).Count()) parts.Add(_table.Dimensions[d].Describe(classes));
        }

        return parts.Count == 0 ? "all leads" : string.Join("; ", parts);
    }

    private RoutingLead Witness(RoutingBox box)
    {
        var lead = new RoutingSample();
        for (var d = 0; d < _table.Dimensions.Count; d++)
        {
            // What does not matter is left blank, which is a value of every dimension.
            if (!_all.IsWithin(d, box)) _table.Dimensions[d].Show(box.Classes(d).First(), lead);
        }

        return lead.ToLead();
    }

    private static bool Same(RoutingTarget a, RoutingTarget b) => string.Equals(a.ToString(), b.ToString(), StringComparison.OrdinalIgnoreCase);
}
