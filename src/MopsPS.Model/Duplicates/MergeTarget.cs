namespace MopsPS;

/// <summary>The product whose import files are written for a reviewed merge plan.</summary>
public enum MergeTarget
{
    /// <summary>Salesforce: update, merge, reparent and delete lists for each object, lead conversions.</summary>
    Salesforce,

    /// <summary>HubSpot: an import of the surviving values and the pairs to merge.</summary>
    HubSpot,

    /// <summary>Marketo: an import of the surviving values by REST name, winners and losers.</summary>
    Marketo,
}
