namespace MopsPS;

/// <summary>What became of messages, as numbers of recipients: opens and clicks are unique ones where the export tells. Null where the export does not say.</summary>
public sealed class EmailCounts
{
    /// <summary>Messages handed over to be sent.</summary>
    public long? Sent { get; init; }

    /// <summary>Messages that arrived: taken by the receiving server and not returned.</summary>
    public long? Delivered { get; init; }

    /// <summary>Returned for good.</summary>
    public long? HardBounces { get; init; }

    /// <summary>Returned for now, and not delivered later.</summary>
    public long? SoftBounces { get; init; }

    /// <summary>Refused for who sends or what is in it.</summary>
    public long? BlockBounces { get; init; }

    /// <summary>Returned without a kind that could be told.</summary>
    public long? UnknownBounces { get; init; }

    /// <summary>Spam complaints.</summary>
    public long? Complaints { get; init; }

    /// <summary>Unsubscribes.</summary>
    public long? Unsubscribes { get; init; }

    /// <summary>Recipients whose message was opened, by a person or a machine.</summary>
    public long? Opens { get; init; }

    /// <summary>Of these, recipients with opens by machines only, where the export tells them; the rest may hold further ones.</summary>
    public long? MachineOpens { get; init; }

    /// <summary>Recipients who clicked.</summary>
    public long? Clicks { get; init; }

    /// <summary>All returned messages.</summary>
    public long? Bounces => HardBounces is null && SoftBounces is null && BlockBounces is null && UnknownBounces is null ? null
        : (HardBounces ?? 0) + (SoftBounces ?? 0) + (BlockBounces ?? 0) + (UnknownBounces ?? 0);

    /// <summary>Delivered in percent of sent.</summary>
    public double? DeliveryRate => Rate(Delivered, Sent);

    /// <summary>Hard bounces in percent of sent.</summary>
    public double? HardBounceRate => Rate(HardBounces, Sent);

    /// <summary>Soft bounces in percent of sent.</summary>
    public double? SoftBounceRate => Rate(SoftBounces, Sent);

    /// <summary>Spam complaints in percent of delivered.</summary>
    public double? ComplaintRate => Rate(Complaints, Delivered);

    /// <summary>Unsubscribes in percent of delivered.</summary>
    public double? UnsubscribeRate => Rate(Unsubscribes, Delivered);

    /// <summary>Opens in percent of delivered; an upper bound, since mail programs fetch images by themselves (Apple Mail Privacy Protection, 2021).</summary>
    public double? OpenRate => Rate(Opens, Delivered);

    /// <summary>Clicks in percent of delivered.</summary>
    public double? ClickRate => Rate(Clicks, Delivered);

    private static double? Rate(long? count, long? of) => count is long n && of is long all && all > 0 ? 100.0 * n / all : null;
}
