using System;
using MathNet.Numerics;

namespace MopsPS.Core.Statistics;

/// <summary>
/// Compares two proportions. The p-value is that of the "N - 1" chi-squared test where every expected number is at least 1 and of the
/// exact test by Irwin's rule where one is less, as I. Campbell advises: "Chi-squared and Fisher-Irwin tests of two-by-two tables with
/// small sample recommendations", Statistics in Medicine 26 (2007) 3661-3675.
/// </summary>
public static class ProportionTest
{
    /// <summary>The two-sided p-value of no difference.</summary>
    /// <param name="successes1">How many had it in the first group.</param>
    /// <param name="trials1">Of how many.</param>
    /// <param name="successes2">How many had it in the second group.</param>
    /// <param name="trials2">Of how many.</param>
    /// <returns>From 0 to 1; null where a group is empty.</returns>
    public static double? PValue(long successes1, long trials1, long successes2, long trials2)
    {
        Check(successes1, trials1);
        Check(successes2, trials2);
        if (trials1 == 0 || trials2 == 0) return null;
        double n = trials1 + trials2;
        double had = successes1 + successes2;
        if (had == 0 || had == n) return 1;
        var least = Math.Min(trials1, trials2) * Math.Min(had, n - had) / n;
        if (least < 1) return Exact(successes1, trials1, successes2, trials2);
        var cross = (successes1 * (double)(trials2 - successes2)) - (successes2 * (double)(trials1 - successes1));
        var square = cross / trials1 * cross / trials2 / had / (n - had) * (n - 1);
        return SpecialFunctions.Erfc(Math.Sqrt(square / 2));
    }

    /// <summary>
    /// The interval of the second proportion less the first, by the hybrid score method: R. G. Newcombe, "Interval estimation for the
    /// difference between independent proportions", Statistics in Medicine 17 (1998) 873-890, method 10.
    /// </summary>
    /// <param name="successes1">How many had it in the first group.</param>
    /// <param name="trials1">Of how many.</param>
    /// <param name="successes2">How many had it in the second group.</param>
    /// <param name="trials2">Of how many.</param>
    /// <param name="z">The standard normal quantile; 95 % by default.</param>
    /// <returns>The bounds as fractions; null where a group is empty.</returns>
    public static (double Low, double High)? Difference(long successes1, long trials1, long successes2, long trials2, double z = WilsonInterval.Z95)
    {
        Check(successes1, trials1);
        Check(successes2, trials2);
        if (trials1 == 0 || trials2 == 0) return null;
        var p1 = (double)successes1 / trials1;
        var p2 = (double)successes2 / trials2;
        var (low1, high1) = WilsonInterval.Of(successes1, trials1, z);
        var (low2, high2) = WilsonInterval.Of(successes2, trials2, z);
        return (p2 - p1 - Length(p2 - low2, high1 - p1), p2 - p1 + Length(high2 - p2, p1 - low1));
    }

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    // Irwin: all tables that are no more likely than the one seen. One margin is small here, so the sum is short.
    private static double Exact(long successes1, long trials1, long successes2, long trials2)
    {
        var had = successes1 + successes2;
        var n = trials1 + trials2;
        // The table turned so that the loop runs over the smallest margin.
        if (had > n - had) return Exact(trials1 - successes1, trials1, trials2 - successes2, trials2);
        var least = Math.Max(0, had - trials2);
        var most = Math.Min(had, trials1);
        double Log(long k) => LogChoose(trials1, k) + LogChoose(trials2, had - k) - LogChoose(n, had);
        var seen = Log(successes1);
        var sum = 0.0;
        for (var k = least; k <= most; k++)
        {
            var log = Log(k);
            if (log <= seen + 1e-7) sum += Math.Exp(log);
        }

        return Math.Min(1, sum);
    }

    private static double LogChoose(long n, long k) =>
        SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(n - k + 1.0);

    private static void Check(long successes, long trials)
    {
        if (successes < 0 || successes > trials) throw new ArgumentOutOfRangeException(nameof(successes), successes, "Successes lie between 0 and the trials.");
    }
}
