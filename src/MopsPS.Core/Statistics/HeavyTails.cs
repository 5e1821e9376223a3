using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MopsPS.Core.Statistics;

/// <summary>
/// Tells noise with heavy tails from normal noise with a few shocks, and says how far such noise reaches. Shocks leave the kurtosis of the other points
/// at that of a normal sample; where it is not below that, and all points are likelier as drawn from Student's t than as normal noise with shocks, they are
/// taken for the former. Its degrees of freedom are found by maximum likelihood (K. L. Lange et al., "Robust Statistical Modeling Using the t
/// Distribution", JASA 84 (1989) 881-896). That needs some hundred points: a single wild point of a short series could be either. A stricter rule would
/// keep those quiet, too, and be blind to shocks of 15 standard deviations in 30 points (measured: 20 of 100 found in place of 60).
/// </summary>
internal static class HeavyTails
{
    private const int LeastPoints = 20;
    private const int Steps = 30;

    // Of the others, those furthest away: a shock that was not seen must not make tails of its own.
    private const double Trimmed = 0.01;

    // The excess kurtosis of normal samples without that part has this mean and, times the root of the count, this standard deviation (the mean from
    // the moments of the truncated normal, the deviation drawn: 2.7 to 3.0 from 30 points to 1,000). Every second normal sample is above the mean: the
    // likelihoods decide then. Where the noise has a law, tails beyond it must be significant (one normal sample in 40).
    private const double NormalKurtosis = -0.34;
    private const double NormalDeviation = 2.9;
    private const double Significance = 2.1;

    private static readonly double[] Degrees = [2, 2.5, 3, 3.5, 4, 5, 6, 8, 10, 15, 30];

    /// <summary>How far from the centre a point of heavy-tailed noise lies at most.</summary>
    /// <param name="residuals">The residuals.</param>
    /// <param name="outliers">Those that are too far for normal noise.</param>
    /// <param name="centre">The centre of the others.</param>
    /// <param name="level">The chance of any point further away.</param>
    /// <param name="hasLaw">Whether a law of counts or shares says what the noise is.</param>
    /// <returns>The distance; null where nothing speaks for heavy tails.</returns>
    public static double? Reach(IReadOnlyList<double> residuals, ICollection<int> outliers, double centre, double level, bool hasLaw)
    {
        if (outliers.Count == 0 || residuals.Count - outliers.Count < LeastPoints) return null;
        var rest = residuals.Where((_, i) => !outliers.Contains(i)).Select(residual => residual - centre).OrderBy(Math.Abs).ToArray();
        Array.Resize(ref rest, rest.Length - (int)Math.Ceiling(Trimmed * rest.Length));
        if (!(ExcessKurtosis(rest) > NormalKurtosis + ((hasLaw ? Significance : 0) * NormalDeviation / Math.Sqrt(rest.Length)))) return null;
        var all = residuals.Select(residual => residual - centre).ToArray();
        var start = Robust.Median([.. all.Select(Math.Abs)]) / 0.6745;
        if (!(start > 0)) return null;
        var best = Degrees.Select(degrees => Fit(all, degrees, start)).OrderByDescending(fit => fit.LogLikelihood).First();
        return best.LogLikelihood > ShockLogLikelihood(all, outliers) ? best.Scale * Quantile(best.Degrees, level / all.Length) : null;
    }

    // Of normal noise with a share of shocks that lie anywhere within the range.
    private static double ShockLogLikelihood(double[] values, ICollection<int> outliers)
    {
        var n = values.Length;
        var rest = values.Where((_, i) => !outliers.Contains(i)).ToArray();
        var sigma = Math.Sqrt(rest.Sum(value => value * value) / rest.Length);
        var share = (double)outliers.Count / n;
        return rest.Sum(value => Math.Log(1 - share) + Normal.PDFLn(0, sigma, value)) + (outliers.Count * Math.Log(share / (2 * values.Max(Math.Abs))));
    }

    // How far Student's t reaches but for a chance on both sides together, by halving: the library's quantile has bounds that these tails exceed.
    private static double Quantile(double degrees, double chance)
    {
        double low = 0, high = 1e9;
        for (var step = 0; step < 100; step++)
        {
            var middle = low + ((high - low) / 2);
            if (SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (middle * middle))) > chance) low = middle;
            else high = middle;
        }

        return high;
    }

    private static double ExcessKurtosis(double[] values)
    {
        var mean = values.Average();
        double second = 0, fourth = 0;
        foreach (var value in values)
        {
            var square = (value - mean) * (value - mean);
            second += square;
            fourth += square * square;
        }

        return second > 0 ? (fourth * values.Length / (second * second)) - 3 : 0;
    }

    // Expectation and maximization of the scale for given degrees of freedom.
    private static (double Degrees, double Scale, double LogLikelihood) Fit(double[] values, double degrees, double scale)
    {
        for (var step = 0; step < Steps; step++)
        {
            double sum = 0;
            foreach (var value in values) sum += value * value * (degrees + 1) / (degrees + (value * value / (scale * scale)));
            var next = Math.Sqrt(sum / values.Length);
            if (Math.Abs(next - scale) < 1e-9 * scale) break;
            scale = next;
        }

        return (degrees, scale, values.Sum(value => StudentT.PDFLn(0, scale, degrees, value)));
    }
}
