namespace MopsPS;

/// <summary>The parts of a campaign that are checked before the launch.</summary>
public enum CampaignArea
{
    /// <summary>The brief: who, when, to whom, and what the team has accepted.</summary>
    Brief,

    /// <summary>The e-mails and their plain-text parts.</summary>
    Email,

    /// <summary>The links: those of the e-mails, the pages and the link lists.</summary>
    Link,

    /// <summary>The landing pages, their tags and their forms.</summary>
    LandingPage,

    /// <summary>Who receives it, and who must not.</summary>
    Audience,

    /// <summary>The campaign's records in the CRM or marketing automation.</summary>
    Metadata,

    /// <summary>Where its leads will go.</summary>
    Routing,

    /// <summary>What people have looked at and signed.</summary>
    SignOff,
}
