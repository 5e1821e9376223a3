namespace MopsPS;

/// <summary>Whether a campaign may go out.</summary>
public enum CampaignDecision
{
    /// <summary>It may go out: all that the policy requires was checked and signed, and nothing failed that is not waived.</summary>
    Go,

    /// <summary>It must not go out: something failed.</summary>
    NoGo,

    /// <summary>Nothing failed so far, but not all that the policy requires was checked or signed. Not a go.</summary>
    Incomplete,
}
