using System.Globalization;

namespace MopsPS;

/// <summary>A recipient domain that refuses messages for who sends them or what is in them.</summary>
public sealed class EmailBlockingDomain
{
    /// <summary>The domain.</summary>
    public string Domain { get; init; } = string.Empty;

    /// <summary>Messages sent to it.</summary>
    public long Sent { get; init; }

    /// <summary>Messages that it refused.</summary>
    public long Blocked { get; init; }

    /// <summary>Refused in percent of sent.</summary>
    public double BlockRate => Sent == 0 ? 0 : 100.0 * Blocked / Sent;

    /// <summary>The status code it gave most often, for example <c>5.7.1</c>; null where the export has none.</summary>
    public string? Code { get; init; }

    /// <summary>Reads like <c>example.com: 120 of 400 refused (5.7.1)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} of {2:#,0} refused{3}", Domain, Blocked, Sent, Code is null ? string.Empty : $" ({Code})");
}
