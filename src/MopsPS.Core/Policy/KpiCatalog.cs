using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Attribution;
using MopsPS.Core.Audience;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Campaigns.Metadata;
using MopsPS.Core.Changes;
using MopsPS.Core.Duplicates;
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

/// <summary>All KPIs of the module, area by area: what <c>kpiTargets</c> in a policy may name.</summary>
public static class KpiCatalog
{
    /// <summary>Every KPI, in the order of their ids.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = new[]
    {
        AttributionKpis.All,
        AudienceKpis.All,
        CampaignKpis.All,
        CampaignQAKpis.All,
        ChangeKpis.All,
        DuplicateKpis.All,
        EmailKpis.All,
        EventKpis.All,
        FunnelKpis.All,
        HygieneKpis.All,
        MetricKpis.All,
        ReconciliationKpis.All,
        RequestKpis.All,
        RoutingKpis.All,
        SlaKpis.All,
        UtmKpis.All,
    }.SelectMany(kpis => kpis).OrderBy(kpi => kpi.Id, StringComparer.Ordinal).ToArray();

    /// <summary>Finds a KPI by id, without regard to case.</summary>
    /// <param name="id">For example <c>UtmCompliance</c>.</param>
    /// <returns>The KPI, or null.</returns>
    public static KpiDefinition? Find(string id) => All.FirstOrDefault(kpi => string.Equals(kpi.Id, id, StringComparison.OrdinalIgnoreCase));
}
