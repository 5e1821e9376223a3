using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Routing;

/// <summary>The check of routing rules without leads, as a result.</summary>
public static class RoutingRuleChecks
{
    private const long MaxWork = 3_000_000;

    /// <summary>Checks rules.</summary>
    /// <param name="table">The rules.</param>
    /// <param name="rules">What of the findings is on, and how severe.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <param name="maxWork">How much is looked at before the check gives up.</param>
    /// <returns>The result.</returns>
    public static RoutingRuleCheck Check(RoutingTable table, RuleSet rules, CancellationToken cancellation = default, long maxWork = MaxWork)
    {
        if (table is null) throw new ArgumentNullException(nameof(table));
        if (rules is null) throw new ArgumentNullException(nameof(rules));
        var checker = new RoutingChecker(table, maxWork, cancellation);
        var problems = checker.Check();
        var findings = new List<Finding>();
        foreach (var problem in problems) Add(Rule(problem.Kind), Message(problem), problem.Rule, problem.Leads);
        foreach (var ended in checker.Ended) Add(RoutingRules.EndedRule, $"The rule '{table.Policy.Rules[ended].Name}' has ended.", table.Policy.Rules[ended].Name);
        foreach (var (name, message) in Targets(table.Policy)) Add(RoutingRules.InactiveTarget, message, name);
        if (!checker.IsComplete) Add(RoutingRules.UnfinishedRuleCheck, "The check of the rules was not finished: they overlap in too many ways.", null);
        return new RoutingRuleCheck
        {
            Rules = table.Policy.Rules.Count,
            IsComplete = checker.IsComplete,
            Problems = problems,
            Findings = findings,
            IsCompliant = !findings.Any(finding => finding.Severity >= Severity.Warning && !finding.IsSuppressed),
        };

        void Add(RuleInfo rule, string message, string? target, string? value = null)
        {
            if (rules.IsEnabled(rule)) findings.Add(rules.Create(rule, message, target, "routing.rules", value, rule.Remedy, new SourcePosition("routing policy")));
        }
    }

    private static RuleInfo Rule(RoutingProblemKind kind) => kind switch
    {
        RoutingProblemKind.Shadowed => RoutingRules.ShadowedRule,
        RoutingProblemKind.Conflict => RoutingRules.ConflictingRules,
        RoutingProblemKind.Redundant => RoutingRules.RedundantRule,
        _ => RoutingRules.UncoveredLeads,
    };

    private static string Message(RoutingProblem problem) => problem.Kind switch
    {
        RoutingProblemKind.Shadowed => $"The rule '{problem.Rule}' never decides: {Names(problem.Others)} {(problem.Others.Count == 1 ? "takes" : "take")} every lead that it fits.",
        RoutingProblemKind.Conflict => $"Only their order decides between '{problem.Rule}' and {Names(problem.Others)}; for example: {problem.Witness}.",
        RoutingProblemKind.Redundant => $"Without the rule '{problem.Rule}' its leads would go to the same target, by {Names(problem.Others)}.",
        _ => $"No rule fits these leads: {problem.Leads}; for example: {problem.Witness}.",
    };

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private static IEnumerable<(string Name, string Message)> Targets(RoutingPolicy policy)
    {
        if (policy.Owners.Count == 0) yield break;
        var owners = new RoutingOwners(policy);
        foreach (var (rule, target) in policy.Rules.Select(rule => (rule.Name, (RoutingTarget?)rule.Target)).Append((RoutingDecision.FallbackName, policy.Fallback)))
        {
            if (target is null) continue;
            foreach (var owner in target.Owner is { } single ? [single] : target.Pool.Select(member => member.Owner))
            {
                var isActive = owners.IsActive(owner);
                if (isActive != true) yield return (rule, $"The rule '{rule}' sends leads to '{owner}', who is {(isActive is null ? "not listed under routing.owners" : "not active")}.");
            }
        }
    }
}
