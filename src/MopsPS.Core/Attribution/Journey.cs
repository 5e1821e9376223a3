namespace MopsPS.Core.Attribution;

/// <summary>The touchpoints of one path, in order, with what became of it. A row of aggregated paths stands for many journeys alike.</summary>
internal readonly struct Journey
{
    /// <summary>Where its touchpoints start in the set's arrays.</summary>
    public int Start { get; init; }

    /// <summary>How many touchpoints it has; 0 for a conversion that none precedes.</summary>
    public int Length { get; init; }

    public double Conversions { get; init; }

    /// <summary>The value of all its conversions.</summary>
    public double Value { get; init; }

    /// <summary>How many times it ended without a conversion.</summary>
    public double NonConversions { get; init; }

    /// <summary>The touchpoint that created the lead, from the path's start; -1 where it is not known.</summary>
    public int LeadCreation { get; init; }

    /// <summary>The touchpoint that created the opportunity, from the path's start; -1 where it is not known.</summary>
    public int OpportunityCreation { get; init; }
}
