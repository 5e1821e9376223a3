using System;

namespace MopsPS.Core.Statistics;

/// <summary>
/// The score interval of a proportion: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
/// JASA 22 (1927) 209-212. It stays within 0 and 1 and says something sensible also for 0 of n and for few.
/// </summary>
public static class WilsonInterval
{
    /// <summary>The standard normal quantile of a two-sided 95 % interval.</summary>
    public const double Z95 = 1.9599639845400545;

    /// <summary>The interval.</summary>
    /// <param name="successes">How many had it.</param>
    /// <param name="trials">Of how many; at least 1.</param>
    /// <param name="z">The standard normal quantile; 95 % by default.</param>
    /// <returns>The bounds as fractions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no trials, or more successes than trials.</exception>
    public static (double Low, double High) Of(double successes, double trials, double z = Z95)
    {
        if (!(trials > 0)) throw new ArgumentOutOfRangeException(nameof(trials), trials, "A proportion needs at least one trial.");
        if (!(successes >= 0 && successes <= trials)) throw new ArgumentOutOfRangeException(nameof(successes), successes, "Successes lie between 0 and the trials.");
        var p = successes / trials;
        var square = z * z;
        var middle = p + (square / (2 * trials));
        var spread = z * Math.Sqrt(((p * (1 - p)) + (square / (4 * trials))) / trials);
        var scale = 1 + (square / trials);
        // Rounding must not leave the bounds that hold exactly.
        return (successes == 0 ? 0 : Math.Max(0, (middle - spread) / scale), successes == trials ? 1 : Math.Min(1, (middle + spread) / scale));
    }
}
