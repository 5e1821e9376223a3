namespace MopsPS;

/// <summary>The product whose column names an export has.</summary>
public enum ExportProfile
{
    /// <summary>No product in particular.</summary>
    Generic,

    /// <summary>Salesforce, labels and API names.</summary>
    Salesforce,

    /// <summary>HubSpot, labels and internal names.</summary>
    HubSpot,

    /// <summary>Adobe Marketo Engage, labels and REST names.</summary>
    Marketo,

    /// <summary>Microsoft Dynamics 365.</summary>
    Dynamics365,

    /// <summary>Zoho CRM.</summary>
    Zoho,

    /// <summary>Pardot (Marketing Cloud Account Engagement).</summary>
    Pardot,
}
