using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics;

namespace MopsPS.Core.Statistics;

/// <summary>
/// Whether counts have the shares that they should have: Pearson's chi-square test where at least five are expected of each (Cochran's rule), else the exact multinomial
/// test, which adds up the chances of all outcomes that are as unlikely as the one seen.
/// </summary>
public static class GoodnessOfFit
{
    private const double LeastExpected = 5;
    private const long MostOutcomes = 200_000;

    // Outcomes as likely as the one seen count as such, whatever the rounding.
    private const double Slack = 1e-9;

    /// <summary>The chance of a difference at least as large as the one seen.</summary>
    /// <param name="counts">What was counted.</param>
    /// <param name="weights">The weights of the shares, above zero.</param>
    /// <returns>The p-value and the test, <c>ChiSquare</c> or <c>Exact</c>; nulls where nothing can be said.</returns>
    public static (double? PValue, string? Test) Of(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        if (counts is null) throw new ArgumentNullException(nameof(counts));
        if (weights is null) throw new ArgumentNullException(nameof(weights));
        var (total, sum) = (counts.Sum(), weights.Sum());
        if (counts.Count < 2 || total == 0 || sum <= 0 || weights.Any(weight => weight <= 0)) return (null, null);
        var shares = weights.Select(weight => weight / sum).ToArray();
        if (shares.Min() * total >= LeastExpected)
        {
            var chi = counts.Zip(shares, (count, share) => Math.Pow(count - (share * total), 2) / (share * total)).Sum();
            return (SpecialFunctions.GammaUpperRegularized((counts.Count - 1) / 2.0, chi / 2), "ChiSquare");
        }

        return Outcomes(total, counts.Count) > MostOutcomes ? (null, null) : (Exact([.. counts], shares, (int)total), "Exact");
    }

    private static double Exact(long[] counts, double[] shares, int total)
    {
        var seen = LogChance(counts, shares, total);
        var rest = new long[counts.Length];
        var chance = 0.0;
        Fill(0, total);
        return Math.Min(1, chance);

        void Fill(int at, int left)
        {
            if (at == rest.Length - 1)
            {
                rest[at] = left;
                var log = LogChance(rest, shares, total);
                if (log <= seen + Slack) chance += Math.Exp(log);
                return;
            }

            for (var count = 0; count <= left; count++)
            {
                rest[at] = count;
                Fill(at + 1, left - count);
            }
        }
    }

    private static double LogChance(long[] counts, double[] shares, int total)
    {
        var log = SpecialFunctions.FactorialLn(total);
        for (var i = 0; i < counts.Length; i++) log += (counts[i] * Math.Log(shares[i])) - SpecialFunctions.FactorialLn((int)counts[i]);
        return log;
    }

    private static double Outcomes(long total, int parts) => total > 100_000 ? double.PositiveInfinity : SpecialFunctions.Binomial((int)total + parts - 1, parts - 1);
}
