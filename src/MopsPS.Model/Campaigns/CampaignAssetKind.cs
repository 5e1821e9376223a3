namespace MopsPS;

/// <summary>What a file of a campaign's folder is.</summary>
public enum CampaignAssetKind
{
    /// <summary>The brief, <c>campaign.json</c>.</summary>
    Brief,

    /// <summary>An e-mail as HTML.</summary>
    Email,

    /// <summary>An e-mail as a message (.eml) with its headers.</summary>
    EmailMessage,

    /// <summary>The plain-text part of an e-mail.</summary>
    EmailText,

    /// <summary>A landing page or thank-you page as HTML.</summary>
    LandingPage,

    /// <summary>A list of links.</summary>
    LinkList,

    /// <summary>An export of those who receive the campaign.</summary>
    Audience,

    /// <summary>An export or a list of hashes of those who must not.</summary>
    Suppression,

    /// <summary>An export of the campaign's records.</summary>
    Metadata,

    /// <summary>Test leads for the routing.</summary>
    RoutingTestLead,

    /// <summary>Anything else; kept in the list of inputs, and not checked.</summary>
    Other,
}
