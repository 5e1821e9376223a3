using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Distributions;

namespace MopsPS.Core.Statistics;

/// <summary>
/// The generalized extreme studentized deviate test for up to k outliers: B. Rosner, "Percentage Points for a Generalized ESD Many-Outlier Procedure",
/// Technometrics 25 (1983) 165-172. The chance of any outlier in a normal sample is the level, whatever its length, and outliers do not hide each other.
/// Residuals of a model are tested with the degrees of freedom that it leaves (as in "seasonal hybrid ESD": J. Hochenbaum, O. Vallis, A. Kejariwal,
/// "Automatic Anomaly Detection in the Cloud Via Statistical Learning", 2017, arXiv:1704.07706).
/// </summary>
internal static class ExtremeDeviates
{
    /// <summary>Finds the outliers.</summary>
    /// <param name="residuals">The residuals, of equal variance.</param>
    /// <param name="parameters">How many parameters the model has, its level among them.</param>
    /// <param name="most">The most outliers to look for.</param>
    /// <param name="level">The chance of any false alarm.</param>
    /// <param name="floor">What the standard deviation is at least; 0 where nothing is known.</param>
    /// <returns>The positions of the outliers; the centre and the standard deviation without them; and how many of these a point that is none lies away at most.</returns>
    public static (IReadOnlyList<int> Outliers, double Centre, double Sigma, double Limit) Find(IReadOnlyList<double> residuals, int parameters, int most, double level, double floor)
    {
        var n = residuals.Count;
        // The one furthest from the mean is always the least or the greatest of those left.
        var order = Enumerable.Range(0, n).OrderBy(i => residuals[i]).ThenBy(i => i).ToArray();
        int low = 0, high = n - 1, found = 0;
        var moments = new Moments(residuals, parameters, floor);
        var removed = new List<int>();
        var (best, bestSigma, limit) = (moments.Mean, moments.Sigma, Critical(n, parameters, level));
        for (var i = 0; i < most && n - i - parameters > 1; i++)
        {
            var at = moments.Mean - residuals[order[low]] > residuals[order[high]] - moments.Mean ? order[low++] : order[high--];
            var (deviation, sigma) = (Math.Abs(residuals[at] - moments.Mean), moments.Sigma);
            removed.Add(at);
            moments.Remove(residuals[at]);
            if (!(sigma > 0) || IsPlainlyNone(deviation / sigma, n - i - parameters) || deviation <= Critical(n - i, parameters, level) * sigma) continue;
            found = i + 1;
            (best, bestSigma, limit) = (moments.Mean, moments.Sigma, Critical(n - i - 1, parameters, level));
        }

        return ([.. removed.Take(found)], best, bestSigma, limit);
    }

    // No critical value of a sample so large is as small, at any level up to one half; it saves the quantile.
    private static bool IsPlainlyNone(double ratio, int free) => free > 30 && ratio < 2.2;

    // Rosner's lambda, the sample less the parameters beyond the mean.
    private static double Critical(int count, int parameters, double level)
    {
        var n = Math.Max(3, count - parameters + 1);
        var t = StudentT.InvCDF(0, 1, n - 2, 1 - (level / (2.0 * count)));
        return (n - 1) * t / Math.Sqrt((n - 2 + (t * t)) * n);
    }

    // Mean and standard deviation while values are taken away; sums about the first mean, which keeps their digits.
    private sealed class Moments
    {
        private readonly double _origin;
        private readonly int _parameters;
        private readonly double _floor;
        private int _count;
        private CompensatedSum _sum;
        private CompensatedSum _squares;

        public Moments(IReadOnlyList<double> values, int parameters, double floor)
        {
            (_count, _parameters, _floor, _origin) = (values.Count, parameters, floor, values.Average());
            foreach (var value in values) Add(value, 1);
        }

        public double Mean => _origin + (_sum.Value / _count);

        public double Sigma
        {
            get
            {
                var squares = _squares.Value - (_sum.Value * _sum.Value / _count);
                // What is left of equal values after cancelling is rounding, no spread.
                if (squares <= 1e-20 * _squares.Value) squares = 0;
                return Math.Max(_floor, Math.Sqrt(squares / Math.Max(1, _count - _parameters)));
            }
        }

        public void Remove(double value)
        {
            Add(value, -1);
            _count--;
        }

        private void Add(double value, int sign)
        {
            _sum.Add(sign * (value - _origin));
            _squares.Add(sign * (value - _origin) * (value - _origin));
        }
    }
}
