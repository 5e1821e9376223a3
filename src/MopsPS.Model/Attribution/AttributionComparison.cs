using System.Globalization;

namespace MopsPS;

/// <summary>One channel's conversions by all models side by side; null for a model that was not asked for or could not be computed.</summary>
public sealed class AttributionComparison
{
    /// <summary>The channel.</summary>
    public string Channel { get; init; } = string.Empty;

    /// <summary>Conversions by <see cref="AttributionModel.FirstTouch"/>.</summary>
    public double? FirstTouch { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.LastTouch"/>.</summary>
    public double? LastTouch { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.LastNonDirect"/>.</summary>
    public double? LastNonDirect { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.Linear"/>.</summary>
    public double? Linear { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.PositionBased"/>.</summary>
    public double? PositionBased { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.UShaped"/>.</summary>
    public double? UShaped { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.WShaped"/>.</summary>
    public double? WShaped { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.FullPath"/>.</summary>
    public double? FullPath { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.TimeDecay"/>.</summary>
    public double? TimeDecay { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.Markov"/>.</summary>
    public double? Markov { get; init; }

    /// <summary>Conversions by <see cref="AttributionModel.Shapley"/>.</summary>
    public double? Shapley { get; init; }

    /// <summary>The least that any model gives.</summary>
    public double Lowest { get; init; }

    /// <summary>The most that any model gives; far from the least, the choice of model decides what the channel seems worth.</summary>
    public double Highest { get; init; }

    /// <summary>Reads like <c>Email: 12 to 31.5 conversions</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0.##} to {2:#,0.##} conversions", Channel, Lowest, Highest);
}
