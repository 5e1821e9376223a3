using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Distributions;

namespace MopsPS.Core.Statistics;

/// <summary>
/// A season as the median of what each of its steps lies above or below a running median, taken twice so that the season does not bend the median. Kept only
/// where the steps differ by more than chance: W. H. Kruskal, W. A. Wallis, "Use of ranks in one-criterion variance analysis", JASA 47 (1952) 583-621.
/// The robust counterpart of classical decomposition; compare R. B. Cleveland et al., "STL: A Seasonal-Trend Decomposition Procedure Based on Loess", 1990.
/// </summary>
internal static class SeasonalMedians
{
    private const double Level = 0.001;
    private const int LeastCycles = 3;

    /// <summary>The season.</summary>
    /// <param name="steps">The number of each value's step, from 0; steps without a value are left out.</param>
    /// <param name="values">The values.</param>
    /// <param name="period">How many steps the season has.</param>
    /// <returns>What each step of the season adds; null where there is no season, or fewer than three cycles to see one.</returns>
    public static double[]? Find(IReadOnlyList<int> steps, IReadOnlyList<double> values, int period)
    {
        if (period < 2 || values.Count < LeastCycles * period) return null;
        var season = new double[period];
        for (var pass = 0; pass < 2; pass++)
        {
            var level = Robust.RunningMedian([.. values.Select((value, i) => value - season[steps[i] % period])], period / 2);
            var rest = values.Select((value, i) => value - level[i]).ToArray();
            if (pass == 0 && !Differ(steps, rest, period)) return null;
            for (var phase = 0; phase < period; phase++)
            {
                var own = Enumerable.Range(0, rest.Length).Where(i => steps[i] % period == phase).Select(i => rest[i]).ToArray();
                season[phase] = own.Length == 0 ? 0 : Robust.Median(own);
            }

            var mean = season.Average();
            for (var phase = 0; phase < period; phase++) season[phase] -= mean;
        }

        return season;
    }

    private static bool Differ(IReadOnlyList<int> steps, double[] values, int period)
    {
        var n = values.Length;
        var order = Enumerable.Range(0, n).OrderBy(i => values[i]).ToArray();
        var ranks = new double[n];
        double ties = 0;
        for (int i = 0, end; i < n; i = end)
        {
            end = i + 1;
            while (end < n && values[order[end]] == values[order[i]]) end++;
            for (var j = i; j < end; j++) ranks[order[j]] = (i + end + 1) / 2.0;
            double same = end - i;
            ties += (same * same * same) - same;
        }

        double sum = 0;
        var groups = 0;
        foreach (var group in Enumerable.Range(0, n).GroupBy(i => steps[i] % period))
        {
            var total = group.Sum(i => ranks[i]);
            sum += total * total / group.Count();
            groups++;
        }

        var correction = 1 - (ties / (((double)n * n * n) - n));
        if (groups < 2 || correction <= 0) return false;
        var h = ((12.0 / (n * (n + 1.0)) * sum) - (3 * (n + 1.0))) / correction;
        return 1 - ChiSquared.CDF(groups - 1, Math.Max(0, h)) < Level;
    }
}
