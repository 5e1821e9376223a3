namespace MopsPS;

/// <summary>What a record says about a person's consent to a purpose, the strictest first.</summary>
public enum ConsentState
{
    /// <summary>The person said no, or withdrew.</summary>
    Denied,

    /// <summary>There is a value that the policy does not know; it counts as no consent.</summary>
    Unreadable,

    /// <summary>Nothing is said, or that nothing is known.</summary>
    Unknown,

    /// <summary>Implied by an inquiry (CASL).</summary>
    ImpliedByInquiry,

    /// <summary>Implied by a business relationship (CASL; the soft opt-in of the ePrivacy directive).</summary>
    ImpliedByBusiness,

    /// <summary>The person said yes.</summary>
    Granted,
}
