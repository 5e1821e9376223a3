using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Anomalies;
using MopsPS.Core.Attribution;
using MopsPS.Core.Audience;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.LinkCheck;
using MopsPS.Core.Campaigns.Metadata;
using MopsPS.Core.Changes;
using MopsPS.Core.Email;
using MopsPS.Core.Events;
using MopsPS.Core.Funnel;
using MopsPS.Core.Hygiene;
using MopsPS.Core.Metrics;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Requests;
using MopsPS.Core.Routing;
using MopsPS.Core.Sla;
using MopsPS.Core.Utm;

namespace MopsPS.Core.Policy;

/// <summary>All rules of the module, area by area.</summary>
public static class RuleCatalog
{
    /// <summary>Every rule, in the order of their ids.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = new[]
    {
        AnomalyRules.All,
        AttributionRules.All,
        AudienceRules.All,
        CampaignCheckers.Rules,
        CampaignQARules.All,
        CampaignRules.All,
        ChangeRules.All,
        EmailRules.All,
        EventRules.All,
        FunnelRules.All,
        HygieneRules.All,
        LinkRules.All,
        MetricRules.All,
        ReconciliationRules.All,
        RequestRules.All,
        RoutingRules.All,
        SlaRules.All,
        UtmRules.All,
    }.SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToArray();

    /// <summary>Finds a rule by id or name, without regard to case.</summary>
    /// <param name="idOrName">For example <c>UTM003</c> or <c>WrongCase</c>.</param>
    /// <returns>The rule, or null.</returns>
    public static RuleInfo? Find(string idOrName) => All.FirstOrDefault(rule =>
        string.Equals(rule.Id, idOrName, StringComparison.OrdinalIgnoreCase) ||
        string.Equals(rule.Name, idOrName, StringComparison.OrdinalIgnoreCase));
}
