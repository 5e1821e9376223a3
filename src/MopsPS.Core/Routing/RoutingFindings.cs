using System.Collections.Generic;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Routing;

/// <summary>The route of one lead with what is wrong with it.</summary>
internal static class RoutingFindings
{
    public static LeadRoute Route(
        RuleSet rules, RecordReader row, RoutingColumns columns, RoutingDecision decision, RoutingTally.Owner owner, RouteOutcome outcome, bool isStalled)
    {
        var (record, source) = (columns.IdOf(row), RowValues.Position(row, columns.Owner));
        var actual = owner.IsNobody ? null : owner.Name;
        var findings = new List<Finding>();
        if (outcome == RouteOutcome.Misrouted) Add(RoutingRules.MisroutedLead, $"The rule '{decision.Rule}' gives it to {decision.Expected}, and {actual} has it.", decision.Expected);
        if (outcome == RouteOutcome.Unassigned) Add(RoutingRules.UnassignedLead, $"The rule '{decision.Rule}' gives it to {decision.Expected}, and nobody has it.", decision.Expected);
        if (outcome == RouteOutcome.NoRule) Add(RoutingRules.UnroutedLead, "No rule fits it, and there is no fallback.", null);
        if (isStalled) Add(RoutingRules.StalledLead, $"It waits with {actual ?? "nobody"} for too long.", null);
        if (owner.IsActive == false) Add(RoutingRules.InactiveOwner, $"It belongs to {actual}, who is not active.", outcome == RouteOutcome.Misrouted ? decision.Expected : null);
        return new LeadRoute
        {
            Record = record,
            Expected = decision.Expected,
            Rule = decision.Rule,
            Actual = actual,
            Outcome = outcome,
            IsStalled = isStalled,
            IsOwnerInactive = owner.IsActive == false,
            Source = source,
            Findings = findings,
        };

        void Add(RuleInfo rule, string message, string? suggestion)
        {
            if (rules.IsEnabled(rule)) findings.Add(rules.Create(rule, message, record, "Owner", actual, suggestion ?? rule.Remedy, source));
        }
    }
}
