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
        var isOut = new bool[n];
        var removed = new List<int>();
        var found = 0;
        var (centre, sigma) = Moments(residuals, isOut, n, parameters, floor);
        var (best, bestSigma, limit) = (centre, sigma, Critical(n, parameters, level));
        for (var i = 0; i < most && n - i - parameters > 1; i++)
        {
            var at = -1;
            for (var j = 0; j < n; j++)
                if (!isOut[j] && (at < 0 || Math.Abs(residuals[j] - centre) > Math.Abs(residuals[at] - centre))) at = j;
            var deviation = Math.Abs(residuals[at] - centre);
            var critical = Critical(n - i, parameters, level);
            removed.Add(at);
            isOut[at] = true;
            var isOutlier = sigma > 0 && deviation > critical * sigma;
            (centre, sigma) = Moments(residuals, isOut, n - i - 1, parameters, floor);
            if (isOutlier) (found, best, bestSigma, limit) = (i + 1, centre, sigma, Critical(n - i - 1, parameters, level));
        }

        return ([.. removed.Take(found)], best, bestSigma, limit);
    }

    // Rosner's lambda, the sample less the parameters beyond the mean.
    private static double Critical(int count, int parameters, double level)
    {
        var n = Math.Max(3, count - parameters + 1);
        var t = StudentT.InvCDF(0, 1, n - 2, 1 - (level / (2.0 * count)));
        return (n - 1) * t / Math.Sqrt((n - 2 + (t * t)) * n);
    }

    private static (double Centre, double Sigma) Moments(IReadOnlyList<double> values, bool[] isOut, int count, int parameters, double floor)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < values.Count; i++) if (!isOut[i]) sum += values[i];
        var mean = sum / count;
        for (var i = 0; i < values.Count; i++) if (!isOut[i]) squares += (values[i] - mean) * (values[i] - mean);
        return (mean, Math.Max(floor, Math.Sqrt(squares / Math.Max(1, count - parameters))));
    }
}
