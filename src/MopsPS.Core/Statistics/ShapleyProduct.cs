using System;
using System.Collections.Generic;

namespace MopsPS.Core.Statistics;

/// <summary>
/// Splits the change of a product exactly over its factors, each with the Shapley value: the mean of what changing it alone makes, over
/// all orders in which the factors can change. A. F. Shorrocks, "Decomposition procedures for distributional analysis: a unified
/// framework based on the Shapley value", Journal of Economic Inequality 11 (2013) 99-126. No factor comes first, zeros need no
/// special case, and nothing is left over. For two factors it is the symmetric midpoint rule.
/// </summary>
public static class ShapleyProduct
{
    /// <summary>The share of each factor's change: the mean product of the other factors. Times the change of the factor it is its effect.</summary>
    /// <param name="before">The factors before.</param>
    /// <param name="after">The factors after.</param>
    /// <returns>One weight for each factor.</returns>
    public static double[] Weights(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var n = before.Count;
        if (after.Count != n) throw new ArgumentException("There must be as many factors after as before.", nameof(after));
        var weights = new double[n];
        for (var factor = 0; factor < n; factor++)
        {
            // The coefficient of z^k in the product of (before + after z) sums the products of all choices of k factors that have changed.
            var sums = new double[n];
            sums[0] = 1;
            var degree = 0;
            for (var other = 0; other < n; other++)
            {
                if (other == factor) continue;
                degree++;
                for (var k = degree; k >= 0; k--) sums[k] = (sums[k] * before[other]) + (k > 0 ? sums[k - 1] * after[other] : 0);
            }

            // k! (n-1-k)! / n! for each choice: 1/n, then by ratios.
            var share = 1.0 / n;
            for (var k = 0; k < n; k++)
            {
                weights[factor] += share * sums[k];
                if (k < n - 1) share *= (k + 1.0) / (n - 1 - k);
            }
        }

        return weights;
    }
}
