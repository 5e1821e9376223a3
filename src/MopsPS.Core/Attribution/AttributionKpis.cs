using System.Collections.Generic;

namespace MopsPS.Core.Attribution;

/// <summary>The metrics of attributions.</summary>
public static class AttributionKpis
{
    /// <summary>Conversions that at least one touchpoint of a known channel precedes, out of all.</summary>
    public static readonly KpiDefinition Completeness = new(
        "TouchpointCompleteness", "Attribution", "Touchpoint completeness", "%", KpiDirection.HigherIsBetter, null, "Conversions that a touchpoint of a known channel precedes, out of all.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Completeness];
}
