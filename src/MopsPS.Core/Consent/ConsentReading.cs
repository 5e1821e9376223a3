namespace MopsPS.Core.Consent;

/// <summary>What one row says about consent.</summary>
public readonly record struct ConsentReading
{
    /// <summary>The consent to the purpose.</summary>
    public ConsentState State { get; init; }

    /// <summary>Whether the person unsubscribed; null where the value cannot be read.</summary>
    public bool? IsUnsubscribed { get; init; }

    /// <summary>Whether mail to the address bounced for good.</summary>
    public bool IsHardBounced { get; init; }

    /// <summary>When consent was given, in seconds since 1970 UTC; null where nothing readable is said.</summary>
    public long? GivenUtc { get; init; }

    /// <summary>When consent ends, in seconds since 1970 UTC; null where nothing is said, <see cref="long.MinValue"/> where it cannot be read: it then counts as ended.</summary>
    public long? ExpiresUtc { get; init; }

    /// <summary>The column, as a place in the row, of a value that could not be read; -1 for none.</summary>
    public int UnreadColumn { get; init; }
}
