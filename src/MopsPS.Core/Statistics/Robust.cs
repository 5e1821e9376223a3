using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Statistics;

/// <summary>Estimates that a few wild values do not move.</summary>
internal static class Robust
{
    /// <summary>The factor that makes the median absolute deviation of a normal sample its standard deviation: 1 / 0.6745.</summary>
    public const double MadToSigma = 1.4826022185056018;

    /// <summary>The median; of an even number of values the mean of the two in the middle. The values are sorted in place.</summary>
    public static double Median(double[] values) => Median(values, values.Length);

    /// <summary>The median of the first values, which are sorted in place.</summary>
    public static double Median(double[] values, int count)
    {
        if (count == 0) throw new ArgumentException("There are no values.", nameof(count));
        Array.Sort(values, 0, count);
        return count % 2 == 1 ? values[count / 2] : (values[(count / 2) - 1] + values[count / 2]) / 2;
    }

    /// <summary>
    /// The slope of a line through points: the median of the slopes between points half the series apart (H. Theil, "A rank-invariant method of linear and
    /// polynomial regression analysis", 1950, the incomplete method), in time linear but for the sort.
    /// </summary>
    public static double Slope(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var half = x.Count / 2;
        if (half == 0) return 0;
        return Median([.. Enumerable.Range(0, x.Count - half).Select(i => (y[i + half] - y[i]) / (x[i + half] - x[i]))]);
    }

    /// <summary>The median of each point's neighbourhood; at the ends of those there are.</summary>
    /// <param name="values">The values.</param>
    /// <param name="reach">How many neighbours on each side.</param>
    public static double[] RunningMedian(IReadOnlyList<double> values, int reach)
    {
        var result = new double[values.Count];
        var window = new double[(2 * reach) + 1];
        for (var i = 0; i < result.Length; i++)
        {
            int from = Math.Max(0, i - reach), to = Math.Min(values.Count - 1, i + reach);
            for (var j = from; j <= to; j++) window[j - from] = values[j];
            result[i] = Median(window, to - from + 1);
        }

        return result;
    }

    /// <summary>
    /// The standard deviation of noise about any level, trend or jump: from the differences of neighbours, which hardly see them.
    /// </summary>
    /// <param name="values">The values in order.</param>
    /// <param name="weights">Each value's variance is the noise's over its weight.</param>
    public static double NoiseOfDifferences(IReadOnlyList<double> values, IReadOnlyList<double> weights)
    {
        if (values.Count < 2) return 0;
        var steps = new double[values.Count - 1];
        for (var i = 0; i < steps.Length; i++) steps[i] = Math.Abs(values[i + 1] - values[i]) / Math.Sqrt((1 / weights[i]) + (1 / weights[i + 1]));
        var sigma = MadToSigma * Median([.. steps]);
        // Where more than half of the steps are 0, the others tell.
        return sigma > 0 ? sigma : Math.Sqrt(Math.PI / 2) * steps.Average();
    }
}
