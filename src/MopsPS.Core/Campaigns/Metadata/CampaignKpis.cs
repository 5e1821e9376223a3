using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>The metrics of campaign records.</summary>
public static class CampaignKpis
{
    /// <summary>Needed fields that are filled in.</summary>
    public static readonly KpiDefinition Completeness = new(
        "CampaignCompleteness", "Campaigns", "Completeness of campaign records", "%", KpiDirection.HigherIsBetter, 98, "Needed fields that are filled in, out of all that campaigns need.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Completeness];
}
