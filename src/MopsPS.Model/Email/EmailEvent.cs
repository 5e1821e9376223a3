namespace MopsPS;

/// <summary>What happened to a message, as a row of an export says.</summary>
public enum EmailEvent
{
    /// <summary>It was handed over to be sent.</summary>
    Sent,

    /// <summary>The receiving server took it.</summary>
    Delivered,

    /// <summary>It came back; category, code or reason say how.</summary>
    Bounce,

    /// <summary>It came back for good: the address does not exist or is closed.</summary>
    HardBounce,

    /// <summary>It came back for now: a full mailbox, a server that is down.</summary>
    SoftBounce,

    /// <summary>It was refused for who sends it or what is in it: reputation, policy, spam.</summary>
    BlockBounce,

    /// <summary>The person reported it as spam.</summary>
    Complaint,

    /// <summary>The person unsubscribed.</summary>
    Unsubscribe,

    /// <summary>It was opened, or a machine fetched its images.</summary>
    Open,

    /// <summary>A link in it was followed.</summary>
    Click,

    /// <summary>The platform did not send it: suppressed, skipped, failed.</summary>
    Dropped,

    /// <summary>Something that measures nothing here: deferred, forwarded, printed.</summary>
    Other,
}
