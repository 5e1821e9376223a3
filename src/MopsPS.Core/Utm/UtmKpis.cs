using System.Collections.Generic;

namespace MopsPS.Core.Utm;

/// <summary>The metrics of links.</summary>
public static class UtmKpis
{
    /// <summary>Links without a finding that counts, out of the links that need tags.</summary>
    public static readonly KpiDefinition Compliance = new(
        "UtmCompliance", "Utm", "UTM compliance", "%", KpiDirection.HigherIsBetter, 95, "Compliant links out of the links that need tags.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Compliance];
}
