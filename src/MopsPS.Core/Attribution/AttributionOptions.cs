using System;
using System.Collections.Generic;

namespace MopsPS.Core.Attribution;

/// <summary>What is attributed and how.</summary>
public sealed record AttributionOptions
{
    /// <summary>The longest chain memory that can be asked for.</summary>
    public const int MaxMarkovOrder = 10;

    /// <summary>The models in the order of the result; empty for all that the input allows.</summary>
    public IReadOnlyList<AttributionModel> Models { get; init; } = [];

    /// <summary>A touchpoint this many days before the conversion and earlier does not count. Default 90, the conversion lookback of GA4 (support.google.com/analytics/answer/10597962).</summary>
    public double LookbackDays { get; init; } = 90;

    /// <summary>The half-life of <see cref="AttributionModel.TimeDecay"/> in days. Default 7, as Google's time decay had it (support.google.com/google-ads/answer/6259715).</summary>
    public double HalfLifeDays { get; init; } = 7;

    /// <summary>How many touchpoints the Markov chain remembers, 1 to <see cref="MaxMarkovOrder"/>.</summary>
    public int MarkovOrder { get; init; } = 1;

    /// <summary>The channels that <see cref="AttributionModel.LastNonDirect"/> passes over; no regard to case.</summary>
    public IReadOnlyList<string> DirectChannels { get; init; } = ["Direct", "(direct)"];

    /// <summary>Only conversions on or after this instant, and open journeys last touched on or after it.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Only conversions before this instant, and open journeys last touched before it.</summary>
    public DateTime? Until { get; init; }

    /// <summary>What stands between the channels of an aggregated path.</summary>
    public string PathSeparator { get; init; } = ">";

    /// <summary>Costs by channel, over those of the touchpoints.</summary>
    public IReadOnlyDictionary<string, double> Costs { get; init; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public void Validate()
    {
        if (!(LookbackDays > 0)) throw new ArgumentException("The lookback must be more than 0 days.", nameof(LookbackDays));
        if (!(HalfLifeDays > 0)) throw new ArgumentException("The half-life must be more than 0 days.", nameof(HalfLifeDays));
        if (MarkovOrder is < 1 or > MaxMarkovOrder) throw new ArgumentException($"The Markov order must be from 1 to {MaxMarkovOrder}.", nameof(MarkovOrder));
        if (string.IsNullOrWhiteSpace(PathSeparator)) throw new ArgumentException("The separator of paths must not be blank.", nameof(PathSeparator));
        foreach (var cost in Costs)
            if (!(cost.Value >= 0) || double.IsInfinity(cost.Value)) throw new ArgumentException($"The cost of '{cost.Key}' must be 0 or more.", nameof(Costs));
        if (Since >= Until) throw new ArgumentException("Since must be before Until.", nameof(Since));
    }
}
