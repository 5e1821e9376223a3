using System.Collections.Generic;

namespace MopsPS.Core.Changes;

/// <summary>The metrics of change logs.</summary>
public static class ChangeKpis
{
    /// <summary>Entries with the ticket and approver that the policy asks for.</summary>
    public static readonly KpiDefinition Traceability = new(
        "ChangeTraceability", "Changes", "Change traceability", "%", KpiDirection.HigherIsBetter, 100, "Entries that have the ticket and the approver that the policy asks for, out of those that need one.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Traceability];
}
