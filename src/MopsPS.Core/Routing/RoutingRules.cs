using System.Collections.Generic;

namespace MopsPS.Core.Routing;

/// <summary>The rules for lead routing: of leads, and of the routing rules themselves.</summary>
public static class RoutingRules
{
    private const string Area = "Routing";
    private const string Anomalies = "Al-Shaer and Hamed, Discovery of policy anomalies in distributed firewalls, INFOCOM 2004";

    /// <summary>A lead is with somebody else than the rules say.</summary>
    public static readonly RuleInfo MisroutedLead = new(
        "RTG001", Area, nameof(MisroutedLead), Severity.Warning,
        "A lead is with somebody else than the rules say.",
        "Give it to the expected owner, or change the rule.",
        "the team's policy, routing");

    /// <summary>A lead is with nobody.</summary>
    public static readonly RuleInfo UnassignedLead = new(
        "RTG002", Area, nameof(UnassignedLead), Severity.Error,
        "A lead is with nobody.",
        "Assign it to the expected owner.",
        "the team's policy, routing");

    /// <summary>A lead waits for longer than is agreed.</summary>
    public static readonly RuleInfo StalledLead = new(
        "RTG003", Area, nameof(StalledLead), Severity.Warning,
        "A lead waits in a queue, with nobody or untouched for longer than the policy's stalledDays.",
        "Have the owner touch it, or give it to another one.",
        "the team's policy, routing.stalledDays");

    /// <summary>No rule fits a lead.</summary>
    public static readonly RuleInfo UnroutedLead = new(
        "RTG004", Area, nameof(UnroutedLead), Severity.Warning,
        "No rule fits a lead, and there is no fallback.",
        "Add a rule or a fallback.",
        "the team's policy, routing.rules");

    /// <summary>A lead belongs to an owner to whom no leads may go.</summary>
    public static readonly RuleInfo InactiveOwner = new(
        "RTG005", Area, nameof(InactiveOwner), Severity.Error,
        "A lead belongs to an owner that the policy has as not active.",
        "Give it to an owner who works on it.",
        "LeanData and revenuetools routing audits: inactive owners");

    /// <summary>Leads belong to owners that the policy does not list.</summary>
    public static readonly RuleInfo UnknownOwner = new(
        "RTG006", Area, nameof(UnknownOwner), Severity.Information,
        "Leads belong to an owner that the policy does not list.",
        "Add the owner, or the name as an alias, to routing.owners.",
        "the team's policy, routing.owners");

    /// <summary>A round robin is served less evenly than chance explains.</summary>
    public static readonly RuleInfo RoundRobinSkew = new(
        "RTG007", Area, nameof(RoundRobinSkew), Severity.Warning,
        "The members of a pool have shares that chance does not explain (p below 0.01).",
        "Look for leads that went around the round robin, absences, and members that joined later.",
        "Pearson's chi-square test; the exact multinomial test where few leads are expected");

    /// <summary>Values could not be read.</summary>
    public static readonly RuleInfo UnreadRoutingValue = new(
        "RTG008", Area, nameof(UnreadRoutingValue), Severity.Warning,
        "Values of a field could not be read, so rules that look at it may decide wrongly.",
        "Repair the values (Repair-MopsRecord), the most frequent first.",
        "practice: field completeness at routing time");

    /// <summary>A rule never decides.</summary>
    public static readonly RuleInfo ShadowedRule = new(
        "RTG010", Area, nameof(ShadowedRule), Severity.Error,
        "A rule never decides: earlier rules take every lead that it fits.",
        "Move it before them, or remove it.",
        Anomalies);

    /// <summary>Only the order of two rules decides.</summary>
    public static readonly RuleInfo ConflictingRules = new(
        "RTG011", Area, nameof(ConflictingRules), Severity.Warning,
        "Two rules with different targets fit the same leads, and neither is a special case of the other: only their order decides.",
        "Say in one of them who gets the leads that both fit.",
        Anomalies);

    /// <summary>A rule changes nothing.</summary>
    public static readonly RuleInfo RedundantRule = new(
        "RTG012", Area, nameof(RedundantRule), Severity.Information,
        "Without the rule every lead would go to the same target.",
        "Remove it.",
        Anomalies);

    /// <summary>Leads that no rule fits.</summary>
    public static readonly RuleInfo UncoveredLeads = new(
        "RTG013", Area, nameof(UncoveredLeads), Severity.Warning,
        "There may be leads that no rule fits, and there is no fallback.",
        "Add a rule for them, or a fallback.",
        "practice: every lead has an owner");

    /// <summary>A rule sends leads to an owner that is not active or not listed.</summary>
    public static readonly RuleInfo InactiveTarget = new(
        "RTG014", Area, nameof(InactiveTarget), Severity.Error,
        "A rule sends leads to an owner that is not active, or that the policy does not list.",
        "Name another owner.",
        "the team's policy, routing.owners");

    /// <summary>A rule has ended.</summary>
    public static readonly RuleInfo EndedRule = new(
        "RTG015", Area, nameof(EndedRule), Severity.Information,
        "A rule has ended: its last day is over.",
        "Remove it when no lead of its time is audited any more.",
        "the team's policy, routing.rules");

    /// <summary>The check of the rules was not finished.</summary>
    public static readonly RuleInfo UnfinishedRuleCheck = new(
        "RTG016", Area, nameof(UnfinishedRuleCheck), Severity.Warning,
        "The rules overlap in so many ways that their check was not finished; there may be problems that are not reported.",
        "Simplify the rules, or check parts of them.",
        "bounded work");

    /// <summary>A rule decided no lead.</summary>
    public static readonly RuleInfo IdleRule = new(
        "RTG017", Area, nameof(IdleRule), Severity.Information,
        "A rule decided no lead of the input.",
        "Nothing, where it is new or meant for few; else look whether its values are written as in the export.",
        "practice: revenuetools routing audit");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        MisroutedLead, UnassignedLead, StalledLead, UnroutedLead, InactiveOwner, UnknownOwner, RoundRobinSkew, UnreadRoutingValue,
        ShadowedRule, ConflictingRules, RedundantRule, UncoveredLeads, InactiveTarget, EndedRule, UnfinishedRuleCheck, IdleRule,
    ];
}
