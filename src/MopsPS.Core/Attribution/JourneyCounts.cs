namespace MopsPS.Core.Attribution;

/// <summary>What did not become part of a journey, or is in doubt.</summary>
internal sealed class JourneyCounts
{
    /// <summary>Touchpoints later than the conversion that their row names.</summary>
    public long AfterConversion { get; set; }

    /// <summary>Touchpoints before the lookback.</summary>
    public long OutsideLookback { get; set; }

    /// <summary>Conversions and open journeys outside Since and Until.</summary>
    public long OutsideWindow { get; set; }

    /// <summary>Conversions that no touchpoint precedes within the lookback.</summary>
    public long Untouched { get; set; }

    /// <summary>Conversions whose rows give different values.</summary>
    public long ConflictingValues { get; set; }
}
