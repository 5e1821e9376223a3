using System.Collections.Generic;

namespace MopsPS.Core.Requests;

/// <summary>The metrics of requests.</summary>
public static class RequestKpis
{
    private const string Area = "Requests";

    /// <summary>Requests done in time.</summary>
    public static readonly KpiDefinition Attainment = new(
        "RequestSla", Area, "Request SLA attainment", "%", KpiDirection.HigherIsBetter, null, "Requests done in time, out of those done and those overdue.");

    /// <summary>The median time to done.</summary>
    public static readonly KpiDefinition CycleTime = new(
        "RequestCycleTime", Area, "Request cycle time", "hours", KpiDirection.LowerIsBetter, null, "The business hours by which half of the requests were done, open ones counted as not done.");

    /// <summary>Requests opened again.</summary>
    public static readonly KpiDefinition Reopened = new(
        "RequestReopenRate", Area, "Request reopen rate", "%", KpiDirection.LowerIsBetter, null, "Requests opened again after they were done, out of those that were done.");

    /// <summary>The median time until an incident is acknowledged.</summary>
    public static readonly KpiDefinition Acknowledged = new(
        "IncidentAcknowledgeTime", Area, "Incident acknowledge time", "minutes", KpiDirection.LowerIsBetter, null, "The minutes by which half of the incidents were acknowledged, those that wait counted as not acknowledged.");

    /// <summary>Prevention actions done in time.</summary>
    public static readonly KpiDefinition Prevention = new(
        "PreventionActionsDone", Area, "Prevention actions done in time", "%", KpiDirection.HigherIsBetter, null, "Actions to prevent incidents that were done in the days of the policy, out of those done and those whose time is over.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Acknowledged, Prevention, CycleTime, Reopened, Attainment];
}
