using System.Collections.Generic;

namespace MopsPS.Core.Sla;

/// <summary>The metrics of service levels.</summary>
public static class SlaKpis
{
    /// <summary>Leads touched in time, out of those touched and those overdue.</summary>
    public static readonly KpiDefinition SpeedToLead = new(
        "SpeedToLeadSla", "Sla", "Speed-to-lead SLA attainment", "%", KpiDirection.HigherIsBetter, null, "Leads touched in time, out of those touched and those overdue.");

    /// <summary>Qualified leads touched by a person in time, out of those touched and those overdue.</summary>
    public static readonly KpiDefinition Processing = new(
        "ProcessingSla", "Sla", "MQL processing SLA attainment", "%", KpiDirection.HigherIsBetter, null, "Qualified leads touched by a person in time, out of those touched and those overdue.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Processing, SpeedToLead];

    /// <summary>The attainment of a measure.</summary>
    public static KpiDefinition Of(SlaMeasure measure) => measure == SlaMeasure.SpeedToLead ? SpeedToLead : Processing;
}
