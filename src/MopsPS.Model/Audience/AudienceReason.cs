namespace MopsPS;

/// <summary>Why a row is no part of the audience. A row that has several counts under the first of them in this order.</summary>
public enum AudienceReason
{
    /// <summary>There is no address, none that mail can go to, or one that stands for none (noemail@…, …@example.com).</summary>
    InvalidAddress,

    /// <summary>The address, its hash or its domain is on a suppression list.</summary>
    Suppressed,

    /// <summary>The person unsubscribed, in this row or in another one of the same mailbox.</summary>
    Unsubscribed,

    /// <summary>Mail to the address bounced for good.</summary>
    HardBounced,

    /// <summary>The person said no to the purpose.</summary>
    ConsentDenied,

    /// <summary>Consent or opt-out has a value that the policy does not know.</summary>
    ConsentUnreadable,

    /// <summary>The region asks for consent and there is none that counts there.</summary>
    ConsentMissing,

    /// <summary>Consent is older than the region allows, has ended, or has no date where its age counts.</summary>
    ConsentExpired,

    /// <summary>The address is one of the company's own.</summary>
    Employee,

    /// <summary>The address is a competitor's.</summary>
    Competitor,

    /// <summary>The mailbox belongs to a function, not to a person.</summary>
    RoleAddress,

    /// <summary>The mailbox lives for minutes.</summary>
    DisposableAddress,

    /// <summary>The mailbox is one that anybody can have; only where rule AUD012 is on.</summary>
    FreeMailAddress,

    /// <summary>The row does not fit the rules of the segment.</summary>
    OutsideSegment,

    /// <summary>Another row has the same mailbox.</summary>
    Duplicate,
}
