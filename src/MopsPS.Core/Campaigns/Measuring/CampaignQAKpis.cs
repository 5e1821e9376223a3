using System.Collections.Generic;

namespace MopsPS.Core.Campaigns;

/// <summary>The metrics of the QA over many runs.</summary>
public static class CampaignQAKpis
{
    private const string Area = "CampaignQA";

    /// <summary>Campaigns that were a go by their deadline.</summary>
    public static readonly KpiDefinition OnTime = new(
        "CampaignQAOnTime", Area, "Campaign QA on time", "%", KpiDirection.HigherIsBetter, 95, "Campaigns whose last run up to the deadline was a go, out of those whose deadline has passed.");

    /// <summary>Campaigns that were a go at once.</summary>
    public static readonly KpiDefinition FirstPass = new(
        "CampaignQAFirstPass", Area, "Campaign QA first-pass rate", "%", KpiDirection.HigherIsBetter, null, "Campaigns whose first run was a go, out of all with runs.");

    /// <summary>Campaigns with a defect after the launch.</summary>
    public static readonly KpiDefinition DefectRate = new(
        "CampaignDefectRate", Area, "Campaign defect rate", "%", KpiDirection.LowerIsBetter, 5, "Launched campaigns with a defect found after the launch, out of those launched.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [DefectRate, FirstPass, OnTime];
}
