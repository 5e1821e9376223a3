using System.Collections.Generic;

namespace MopsPS.Core.Audience;

/// <summary>The metrics of audiences.</summary>
public static class AudienceKpis
{
    /// <summary>Rows that may be sent to, out of all that came in.</summary>
    public static readonly KpiDefinition Reach = new(
        "AudienceReach", "Audience", "Audience that may be sent to", "%", KpiDirection.HigherIsBetter, null, "Rows without a reason against them, out of all rows.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Reach];
}
