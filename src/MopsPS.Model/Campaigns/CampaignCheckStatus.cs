namespace MopsPS;

/// <summary>What a check of a campaign came to.</summary>
public enum CampaignCheckStatus
{
    /// <summary>It was made, and nothing of severity Warning or Error was found.</summary>
    Pass,

    /// <summary>It was made, and something is to be looked at.</summary>
    Warning,

    /// <summary>It was made, and something is wrong.</summary>
    Fail,

    /// <summary>It could not be made, for example because a file is missing. Never a pass.</summary>
    NotRun,

    /// <summary>It has nothing to look at, and that is right so.</summary>
    NotApplicable,

    /// <summary>A person has to do it and to sign it.</summary>
    Manual,
}
