using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Attribution;

/// <summary>
/// Journeys in arrays of plain numbers, in an order that depends on their content and not on that of the rows, so that sums round alike
/// whatever the order of the input.
/// </summary>
internal sealed class JourneySet
{
    public JourneySet(IReadOnlyList<string> channels, Journey[] journeys, int[] touches, long[]? ticks, bool hasValue)
    {
        Channels = channels;
        Journeys = journeys;
        Touches = touches;
        Ticks = ticks;
        HasValue = hasValue;
        Conversions = Sum(journey => journey.Conversions);
        Value = Sum(journey => journey.Value);
        NonConversions = Sum(journey => journey.NonConversions);
        HasLeadCreation = journeys.Any(journey => journey.LeadCreation >= 0);
        HasOpportunityCreation = journeys.Any(journey => journey.OpportunityCreation >= 0);
    }

    /// <summary>The channels by ordinal name; touchpoints name them by position.</summary>
    public IReadOnlyList<string> Channels { get; }

    public Journey[] Journeys { get; }

    /// <summary>The channels of all touchpoints, journey after journey.</summary>
    public int[] Touches { get; }

    /// <summary>The time of each touchpoint; null for aggregated paths.</summary>
    public long[]? Ticks { get; }

    public bool HasValue { get; }

    public double Conversions { get; }

    public double Value { get; }

    public double NonConversions { get; }

    public bool HasLeadCreation { get; }

    public bool HasOpportunityCreation { get; }

    /// <summary>The channels of a journey's touchpoints in order.</summary>
    public ReadOnlySpan<int> Path(in Journey journey) => new(Touches, journey.Start, journey.Length);

    /// <summary>The times of a journey's touchpoints; empty where there are none.</summary>
    public ReadOnlySpan<long> Times(in Journey journey) => Ticks is null ? default : new(Ticks, journey.Start, journey.Length);

    private double Sum(Func<Journey, double> value)
    {
        var sum = default(CompensatedSum);
        foreach (var journey in Journeys) sum.Add(value(journey));
        return sum.Value;
    }
}
