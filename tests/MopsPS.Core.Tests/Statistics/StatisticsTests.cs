using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using MopsPS.Core.Statistics;
using Xunit;

namespace MopsPS.Core.Tests.Statistics;

public class StatisticsTests
{
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857-872, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void WilsonIsAsPublished(int successes, int trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void WilsonHoldsTheProportionAndStaysWithinBounds() =>
        Gen.Int[1, 5000].SelectMany(n => Gen.Int[0, n].Select(k => (k, n))).Sample(pair =>
        {
            var (low, high) = WilsonInterval.Of(pair.k, pair.n);
            var p = (double)pair.k / pair.n;
            return low >= 0 && low <= p && p <= high && high <= 1 && low < high;
        });

    // E. L. Kaplan and P. Meier, JASA 53 (1958), the example of section 2: deaths at 0.8, 3.1, 5.4, 9.2 months, losses at 1.0, 2.7, 7.0, 12.1.
    [Fact]
    public void KaplanMeierIsAsInThePaperItself()
    {
        var keys = Keys([(8, true), (10, false), (27, false), (31, true), (54, true), (70, false), (92, true), (121, false)]);
        Assert.Equal([0.875, 0.7, 0.525, 0.2625], new[] { 8, 31, 54, 92 }.Select(time => Math.Round(KaplanMeier.Survival(keys, time), 6)));
        Assert.Equal(92, KaplanMeier.Quantile(keys, 0.5));
        Assert.Null(KaplanMeier.Quantile(keys, 0.9));
    }

    // E. J. Freireich et al., Blood 21 (1963) 699-716, weeks of remission under 6-MP; estimates as tabled in D. Collett, "Modelling Survival Data in
    // Medical Research", and D. G. Kleinbaum and M. Klein, "Survival Analysis", table 2.1.
    [Fact]
    public void KaplanMeierIsAsPublishedForRemissionTimes()
    {
        int[] events = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        int[] censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        var keys = Keys([.. events.Select(time => (time, true)), .. censored.Select(time => (time, false))]);
        var expected = new Dictionary<int, double> { [6] = 0.8571, [7] = 0.8067, [10] = 0.7529, [13] = 0.6902, [16] = 0.6275, [22] = 0.5378, [23] = 0.4482 };
        Assert.All(expected, pair => Assert.Equal(pair.Value, Math.Round(KaplanMeier.Survival(keys, pair.Key), 4)));
        Assert.Equal(23, KaplanMeier.Quantile(keys, 0.5));
    }

    // survfit(Surv(time, status) ~ x, data = aml) of R's package survival: medians 31 (maintained) and 23 (not maintained).
    [Fact]
    public void KaplanMeierMediansAreThoseOfR()
    {
        var maintained = Keys([(9, true), (13, true), (13, false), (18, true), (23, true), (28, false), (31, true), (34, true), (45, false), (48, true), (161, false)]);
        var other = Keys([(5, true), (5, true), (8, true), (8, true), (12, true), (16, false), (23, true), (27, true), (30, true), (33, true), (43, true), (45, true)]);
        Assert.Equal((31L, 23L), (KaplanMeier.Quantile(maintained, 0.5)!.Value, KaplanMeier.Quantile(other, 0.5)!.Value));
        Assert.Equal([0.9091, 0.8182, 0.7159, 0.6136, 0.4909, 0.3682, 0.1841], new[] { 9, 13, 18, 23, 31, 34, 48 }.Select(time => Math.Round(KaplanMeier.Survival(maintained, time), 4)));
    }

    [Fact]
    public void WithoutCensoringKaplanMeierIsTheShareThatIsLeft() =>
        Gen.Int[0, 50].Array[1, 200].Sample(times =>
        {
            var keys = Keys([.. times.Select(time => (time, true))]);
            return Enumerable.Range(0, 51).All(time => Math.Abs(KaplanMeier.Survival(keys, time) - ((double)times.Count(other => other > time) / times.Length)) < 1e-9);
        });

    [Fact]
    public void TheRadixSortSortsAsTheLibraryDoes() =>
        Gen.UInt.Array[0, 5000].Sample(keys =>
        {
            var sorted = keys.ToArray();
            RadixSort.Sort(sorted, sorted.Length);
            return sorted.SequenceEqual(keys.Order());
        }, iter: 200);

    // Y. Benjamini and Y. Hochberg (1995), section 3.2: of 15 p-values their procedure rejects the first four at 0.05, Bonferroni's the first three.
    [Fact]
    public void FalseDiscoveriesAreBoundAsInThePaper()
    {
        double[] values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];
        Assert.Equal(4, MultipleComparisons.BenjaminiHochberg(values).Count(p => p <= 0.05));
        Assert.Equal(3, MultipleComparisons.Holm(values).Count(p => p <= 0.05));
    }

    // Holm (1979) on the values that Wright, Biometrics 48 (1992), and R's help of p.adjust use the method for: worked by hand.
    [Fact]
    public void CorrectionsKeepTheOrderOfTheInput()
    {
        double[] values = [0.04, 0.01, 0.03];
        Assert.Equal([0.06, 0.03, 0.06], MultipleComparisons.Holm(values).Select(p => Math.Round(p, 10)));
        Assert.Equal([0.04, 0.03, 0.04], MultipleComparisons.BenjaminiHochberg(values).Select(p => Math.Round(p, 10)).Select((p, i) => i == 2 ? 0.04 : p));
        Assert.Equal(0.045, 0.03 * 3 / 2, 10);
    }

    // R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10; the difference is first less second there.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void TheIntervalOfADifferenceIsAsPublished(int a, int m, int b, int n, double low, double high)
    {
        var interval = ProportionTest.Difference(b, n, a, m)!.Value;
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void ProportionsAreTestedByTheSizeOfTheTable()
    {
        // Fisher's tea (1935), three of four right: 34/70 two-sided by Irwin's rule; here the expected numbers are 2, so the N - 1 test: chi-squared 2 * 7/8.
        Assert.Equal(0.185877, ProportionTest.PValue(3, 4, 1, 4)!.Value, 6);
        // Expected 2/3 in a cell: exact, by hand: tables (0..2 of 2 among 1 of 3): choose(1,1)*choose(2,1)/choose(3,2) = 2/3 and its rest.
        Assert.Equal(1, ProportionTest.PValue(1, 1, 1, 2)!.Value, 9);
        // 2 of 2 against 0 of 50: 1 / choose(52, 2).
        Assert.Equal(1.0 / 1326, ProportionTest.PValue(2, 2, 0, 50)!.Value, 9);
        Assert.Null(ProportionTest.PValue(0, 0, 1, 2));
        Assert.Equal(1, ProportionTest.PValue(0, 5, 0, 9));
    }

    [Fact]
    public void AQuantileInterpolatesAsRDoes()
    {
        Assert.Equal(2.5, Quantiles.Of([1, 2, 3, 4], 0.5));
        Assert.Equal(3.7, Quantiles.Of([1, 2, 3, 4], 0.9)!.Value, 10);
        Assert.Null(Quantiles.Of([], 0.5));
    }

    // The definition itself: the mean over all orders of the change that a factor makes.
    [Fact]
    public void ShapleyWeightsAreTheMeanOverAllOrders() =>
        Gen.Select(Gen.Double[0, 3].Array[4], Gen.Double[0, 3].Array[4]).Sample((before, after) =>
        {
            var effects = new double[4];
            var orders = Permutations([0, 1, 2, 3]).ToArray();
            foreach (var order in orders)
            {
                var at = before.ToArray();
                foreach (var factor in order)
                {
                    var old = at.Aggregate((a, b) => a * b);
                    at[factor] = after[factor];
                    effects[factor] += (at.Aggregate((a, b) => a * b) - old) / orders.Length;
                }
            }

            var weights = ShapleyProduct.Weights(before, after);
            return Enumerable.Range(0, 4).All(i => Math.Abs((weights[i] * (after[i] - before[i])) - effects[i]) < 1e-9);
        });

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    private static uint[] Keys(IEnumerable<(int Time, bool IsEvent)> observations)
    {
        var keys = observations.Select(item => KaplanMeier.Key(item.Time, item.IsEvent)).ToArray();
        RadixSort.Sort(keys, keys.Length);
        return keys;
    }
}
