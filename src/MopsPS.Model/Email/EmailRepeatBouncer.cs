using System;
using System.Globalization;

namespace MopsPS;

/// <summary>An address whose messages came back in several sends.</summary>
public sealed class EmailRepeatBouncer
{
    /// <summary>The address or the recipient's key; masked unless it was asked for.</summary>
    public string Recipient { get; init; } = string.Empty;

    /// <summary>The domain of the address; null where the export has no addresses.</summary>
    public string? Domain { get; init; }

    /// <summary>In how many sends it bounced for good.</summary>
    public int HardBounces { get; init; }

    /// <summary>In how many sends it bounced otherwise.</summary>
    public int SoftBounces { get; init; }

    /// <summary>In how many sends it was delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>The day of the last bounce in UTC; null where the export has no dates.</summary>
    public DateTime? LastBounce { get; init; }

    /// <summary>Reads like <c>a***@example.com: 2 hard, 1 soft, 0 delivered</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} hard, {2} soft, {3} delivered", Recipient, HardBounces, SoftBounces, Delivered);
}
