namespace MopsPS;

/// <summary>Whether a person may be written to for a purpose in a region, and if not, why.</summary>
public enum ConsentOutcome
{
    /// <summary>Yes.</summary>
    Allowed,

    /// <summary>No: the person unsubscribed.</summary>
    Unsubscribed,

    /// <summary>No: the person said no to the purpose.</summary>
    Denied,

    /// <summary>No: consent or opt-out has a value that the policy does not know.</summary>
    Unreadable,

    /// <summary>No: the region asks for consent and there is none that counts there.</summary>
    Missing,

    /// <summary>No: consent is older than the region allows, has ended, or has no date where its age counts.</summary>
    Expired,
}
