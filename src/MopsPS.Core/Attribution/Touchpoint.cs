namespace MopsPS.Core.Attribution;

/// <summary>What one row of a touchpoint export says; times are UTC ticks, 0 where the row has none.</summary>
internal readonly struct Touchpoint
{
    /// <summary>When it happened; 0 for a row that only tells of a conversion.</summary>
    public long Time { get; init; }

    /// <summary>The channel, or null for a row that only tells of a conversion.</summary>
    public string? Channel { get; init; }

    /// <summary>When the conversion was that the row belongs to.</summary>
    public long ConversionTime { get; init; }

    /// <summary>The value of the conversion.</summary>
    public double? Value { get; init; }

    /// <summary>What the touchpoint cost.</summary>
    public double? Cost { get; init; }

    /// <summary>When the lead was created.</summary>
    public long LeadCreated { get; init; }

    /// <summary>When the opportunity was created.</summary>
    public long OpportunityCreated { get; init; }
}
