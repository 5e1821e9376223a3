namespace MopsPS.Core.Funnel;

/// <summary>The KPI of the whole funnel; those from stage to stage have their targets at the stages.</summary>
public static class FunnelKpis
{
    /// <summary>The share of those who entered the first stage that reached the last.</summary>
    public const string ConversionId = "FunnelConversion";
}
