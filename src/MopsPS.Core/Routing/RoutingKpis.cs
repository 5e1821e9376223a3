using System.Collections.Generic;

namespace MopsPS.Core.Routing;

/// <summary>The metrics of lead routing.</summary>
public static class RoutingKpis
{
    /// <summary>Leads that are where the rules put them.</summary>
    public static readonly KpiDefinition Accuracy = new(
        "RoutingAccuracy", "Routing", "Lead routing accuracy", "%", KpiDirection.HigherIsBetter, 98, "Leads that are with the owner, queue or pool that the rules give, out of those that a rule fits.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Accuracy];
}
