using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Attribution;
using Xunit;

namespace MopsPS.Core.Tests.Attribution;

public class MarkovTests
{
    [Fact]
    public void RemovalEffectsOfTheTextbookExample()
    {
        // Three journeys, the usual teaching example: C1 > C2 > C3 converts, C1 and C2 > C3 do not. P(conversion) = 1/3;
        // without C1 it is 1/6, without C2 and without C3 it is 0: effects 1/2, 1, 1 and credits 1/5, 2/5, 2/5.
        // The chain: start -> C1 2/3, C2 1/3; C1 -> C2 1/2, null 1/2; C2 -> C3 1; C3 -> conversion 1/2.
        var credits = Journeys.Paths(("C1 > C2 > C3", 1, null, 0), ("C1", 0, null, 1), ("C2 > C3", 0, null, 1)).Compute(AttributionModel.Markov);
        var effects = credits.ToDictionary(credit => credit.Channel, credit => credit.RemovalEffect!.Value);
        Assert.Equal(0.5, effects["C1"], 12);
        Assert.Equal(1, effects["C2"], 12);
        Assert.Equal(1, effects["C3"], 12);
        Assert.Equal([0.2, 0.4, 0.4], credits.OrderBy(credit => credit.Channel).Select(credit => Math.Round(credit.Conversions, 12)));
    }

    [Fact]
    public void AChannelWithoutConversionsHasNone()
    {
        var credits = Journeys.Paths(("a", 10, null, 5), ("a > b", 0, null, 7)).Credits(AttributionModel.Markov);
        Assert.Equal(10, credits["a"], 12);
        Assert.Equal(0, credits["b"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnyOrderAgreesWithAnIndependentDenseSolution(int order)
    {
        var random = new Random(order);
        var rows = Enumerable.Range(0, 60).Select(_ => (
            Path: Enumerable.Range(0, random.Next(1, 7)).Select(_ => "abcd"[random.Next(4)].ToString()).ToArray(),
            Conversions: (double)random.Next(4), Value: random.NextDouble() * 100, Nulls: (double)random.Next(6))).ToArray();
        var set = Journeys.Paths([.. rows.Select(row => (string.Join('>', row.Path), row.Conversions, (double?)row.Value, row.Nulls))]);

        var expected = DenseEffects(rows, order);
        var actual = set.Compute(AttributionModel.Markov, new AttributionOptions { MarkovOrder = order }).ToDictionary(credit => credit.Channel, credit => credit.RemovalEffect!.Value);
        Assert.All(expected, pair => Assert.Equal(pair.Value, actual[pair.Key], 11));
    }

    [Fact]
    public void HigherOrdersSeeWhatTheFirstCannot()
    {
        // b converts only after a: order 1 mixes the two ways into b, order 2 does not.
        var set = Journeys.Paths(("a > b", 10, null, 0), ("c > b", 0, null, 10));
        Assert.True(set.Credits(AttributionModel.Markov)["c"] > 1);
        Assert.Equal(0, set.Credits(AttributionModel.Markov, new AttributionOptions { MarkovOrder = 2 })["c"]);
    }

    [Fact]
    public void AnOrderThatCannotBeNumberedIsAnError()
    {
        var set = Journeys.Paths([.. Enumerable.Range(0, 3000).Select(i => ($"c{i}", 1.0, (double?)null, 1.0))]);
        Assert.Throws<ArgumentException>(() => set.Compute(AttributionModel.Markov, new AttributionOptions { MarkovOrder = 10 }));
    }

    // States are texts and the system is solved by Gaussian elimination: nothing in common with the engine but the definition.
    private static Dictionary<string, double> DenseEffects((string[] Path, double Conversions, double Value, double Nulls)[] rows, int order)
    {
        var counts = new Dictionary<(string From, string To), double>();
        void Count(string from, string to, double weight) => counts[(from, to)] = counts.GetValueOrDefault((from, to)) + weight;
        foreach (var (path, conversions, _, nulls) in rows)
        {
            var state = "";
            foreach (var channel in path)
            {
                var next = string.Join(',', state.Split(',', StringSplitOptions.RemoveEmptyEntries).Append(channel).TakeLast(order));
                Count(state, next, conversions + nulls);
                state = next;
            }

            Count(state, "CONVERSION", conversions);
            Count(state, "NULL", nulls);
        }

        var states = counts.Keys.Select(key => key.From).Distinct().ToArray();
        double Solve(string? removed)
        {
            var n = states.Length;
            var a = new double[n, n + 1];
            for (var i = 0; i < n; i++)
            {
                var total = counts.Where(pair => pair.Key.From == states[i]).Sum(pair => pair.Value);
                a[i, i] = 1;
                if (total == 0) continue;
                a[i, n] = counts.GetValueOrDefault((states[i], "CONVERSION")) / total;
                for (var j = 0; j < n; j++)
                    if (removed is null || states[j].Split(',')[^1] != removed) a[i, j] -= counts.GetValueOrDefault((states[i], states[j])) / total;
            }

            for (var k = 0; k < n; k++)
            {
                var pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i, k]));
                for (var j = 0; j <= n; j++) (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
                for (var i = 0; i < n; i++)
                {
                    if (i == k) continue;
                    var factor = a[i, k] / a[k, k];
                    for (var j = k; j <= n; j++) a[i, j] -= factor * a[k, j];
                }
            }

            var start = Array.IndexOf(states, "");
            return a[start, n] / a[start, start];
        }

        var whole = Solve(null);
        return rows.SelectMany(row => row.Path).Distinct().ToDictionary(channel => channel, channel => 1 - (Solve(channel) / whole));
    }
}
