using System.Globalization;

namespace MopsPS;

/// <summary>What one model gives to one channel.</summary>
public sealed class AttributionCredit
{
    /// <summary>The model.</summary>
    public AttributionModel Model { get; init; }

    /// <summary>The channel; <c>(no touchpoint)</c> for conversions that no touchpoint precedes.</summary>
    public string Channel { get; init; } = string.Empty;

    /// <summary>The conversions given to the channel; over all channels they add up to all conversions.</summary>
    public double Conversions { get; init; }

    /// <summary>The same in percent of all conversions; null where there are none.</summary>
    public double? ConversionShare { get; init; }

    /// <summary>The value given to the channel, in the unit of the input; null where the input has no values.</summary>
    public double? Value { get; init; }

    /// <summary>The same in percent of the whole value; null where there is none.</summary>
    public double? ValueShare { get; init; }

    /// <summary>What the channel cost; null where it is not known.</summary>
    public double? Cost { get; init; }

    /// <summary>Cost for each conversion; null without cost or conversions.</summary>
    public double? CostPerConversion { get; init; }

    /// <summary>(Value - Cost) / Cost, in percent; null without value or cost.</summary>
    public double? ReturnOnInvestment { get; init; }

    /// <summary>The share of conversions that would be lost without the channel, 0 to 1; only for Markov.</summary>
    public double? RemovalEffect { get; init; }

    /// <summary>Reads like <c>Markov, Paid Search: 1,234.5 conversions (23.1 %)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}, {1}: {2:#,0.##} conversions{3}", Model, Channel, Conversions,
        ConversionShare is double share ? string.Format(CultureInfo.InvariantCulture, " ({0:0.#} %)", share) : string.Empty);
}
