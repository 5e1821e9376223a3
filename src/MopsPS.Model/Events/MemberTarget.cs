namespace MopsPS;

/// <summary>The product that takes the members of a campaign.</summary>
public enum MemberTarget
{
    /// <summary>Salesforce: campaign members.</summary>
    Salesforce,

    /// <summary>HubSpot: contacts with their event status.</summary>
    HubSpot,

    /// <summary>Marketo: program members, a file for each status.</summary>
    Marketo,
}
