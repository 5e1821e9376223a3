using System.Globalization;

namespace MopsPS;

/// <summary>Consent in one region.</summary>
public sealed class HealthRegion
{
    /// <summary>The region by its name in the policy; <c>other</c> for countries of none, and for records without a country.</summary>
    public string Region { get; init; } = string.Empty;

    /// <summary>How many records.</summary>
    public long Records { get; init; }

    /// <summary>How many may be written to.</summary>
    public long Allowed { get; init; }

    /// <summary>How many have express consent.</summary>
    public long Granted { get; init; }

    /// <summary>How many have implied consent.</summary>
    public long Implied { get; init; }

    /// <summary>How many said no or unsubscribed.</summary>
    public long Denied { get; init; }

    /// <summary>How many have a consent that cannot be read or that nobody knows.</summary>
    public long Unknown { get; init; }

    /// <summary>How many have a consent that has run out or whose date is missing where the policy needs one.</summary>
    public long Expired { get; init; }

    /// <summary>The median age of the consent in days; null where no date is known.</summary>
    public int? MedianAgeDays { get; init; }

    /// <summary>The share of records that may be written to, in percent.</summary>
    public double? Coverage => Records == 0 ? null : 100.0 * Allowed / Records;

    /// <summary>Reads like <c>eu: 812 of 1000 may be written to</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} of {2} may be written to", Region, Allowed, Records);
}
