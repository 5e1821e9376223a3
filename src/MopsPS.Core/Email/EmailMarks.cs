using System;

namespace MopsPS.Core.Email;

/// <summary>What happened to a message, all of it together.</summary>
[Flags]
internal enum EmailMarks
{
    None = 0,
    Sent = 1,
    Delivered = 2,
    Hard = 4,
    Soft = 8,
    Block = 16,
    UnknownBounce = 32,
    Complaint = 64,
    Unsubscribe = 128,
    Open = 256,
    MachineOpen = 512,
    Click = 1024,
    Dropped = 2048,

    AnyBounce = Hard | Soft | Block | UnknownBounce,

    /// <summary>What only a message that arrived can have.</summary>
    Response = Complaint | Unsubscribe | Open | MachineOpen | Click,
}

/// <summary>Reads marks.</summary>
internal static class EmailMarksReading
{
    /// <summary>The mark of an event; None for what measures nothing.</summary>
    public static EmailMarks ToMark(this EmailEvent what) => what switch
    {
        EmailEvent.Sent => EmailMarks.Sent,
        EmailEvent.Delivered => EmailMarks.Delivered,
        EmailEvent.Bounce => EmailMarks.UnknownBounce,
        EmailEvent.HardBounce => EmailMarks.Hard,
        EmailEvent.SoftBounce => EmailMarks.Soft,
        EmailEvent.BlockBounce => EmailMarks.Block,
        EmailEvent.Complaint => EmailMarks.Complaint,
        EmailEvent.Unsubscribe => EmailMarks.Unsubscribe,
        EmailEvent.Open => EmailMarks.Open,
        EmailEvent.Click => EmailMarks.Click,
        EmailEvent.Dropped => EmailMarks.Dropped,
        _ => EmailMarks.None,
    };

    /// <summary>Whether a message went out.</summary>
    public static bool WentOut(this EmailMarks marks) => (marks & ~EmailMarks.Dropped) != 0;

    /// <summary>
    /// The one end of a message: a hard bounce wins over a delivery that the server took back; a delivery or an answer wins over earlier soft bounces;
    /// without deliveries in the export, what did not come back arrived.
    /// </summary>
    /// <param name="marks">All that happened.</param>
    /// <param name="hasDeliveries">Whether the export has deliveries of this send at all.</param>
    /// <returns>Hard, Delivered, Block, Soft or UnknownBounce; None while it is on its way.</returns>
    public static EmailMarks End(this EmailMarks marks, bool hasDeliveries)
    {
        if ((marks & EmailMarks.Hard) != 0) return EmailMarks.Hard;
        if ((marks & (EmailMarks.Delivered | EmailMarks.Response)) != 0) return EmailMarks.Delivered;
        if ((marks & EmailMarks.Block) != 0) return EmailMarks.Block;
        if ((marks & EmailMarks.Soft) != 0) return EmailMarks.Soft;
        if ((marks & EmailMarks.UnknownBounce) != 0) return EmailMarks.UnknownBounce;
        return hasDeliveries ? EmailMarks.None : EmailMarks.Delivered;
    }
}
