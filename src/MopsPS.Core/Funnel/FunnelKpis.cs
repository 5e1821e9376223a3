using System.Collections.Generic;

namespace MopsPS.Core.Funnel;

/// <summary>The metric of the whole funnel; those from stage to stage have their targets at the stages.</summary>
public static class FunnelKpis
{
    /// <summary>Records that reached the last stage, out of those that entered the first.</summary>
    public static readonly KpiDefinition Conversion = new(
        "FunnelConversion", "Funnel", "Funnel conversion", "%", KpiDirection.HigherIsBetter, null, "Records that reached the last stage of the funnel out of those that entered the first.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Conversion];
}
