using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using MopsPS.Core.Attribution;
using Xunit;

namespace MopsPS.Core.Tests.Attribution;

public class ModelTests
{
    private const int Digits = 12;

    [Theory]
    [InlineData("a", 1, 0, 0)]
    [InlineData("a > b", 0.5, 0.5, 0)]
    [InlineData("a > b > c", 0.4, 0.2, 0.4)]
    [InlineData("a > b > b > c", 0.4, 0.2, 0.4)]
    [InlineData("a > b > a", 0.8, 0.2, 0)]
    public void PositionBasedLosesNoConversionOfShortPaths(string path, double a, double b, double c)
    {
        var credits = Journeys.Paths((path, 1, null, 0)).Credits(AttributionModel.PositionBased);
        Assert.Equal(a, credits["a"], Digits);
        Assert.Equal(b, credits.GetValueOrDefault("b"), Digits);
        Assert.Equal(c, credits.GetValueOrDefault("c"), Digits);
    }

    [Fact]
    public void FirstLastLinearAndLastNonDirectAreWhatTheySay()
    {
        var set = Journeys.Paths(("Email > Social > Direct > direct", 4, 40, 0), ("Direct", 1, 5, 0));
        Assert.Equal(4, set.Credits(AttributionModel.FirstTouch)["Email"]);
        Assert.Equal(5, set.Credits(AttributionModel.LastTouch)["Direct"]);
        Assert.Equal(4, set.Credits(AttributionModel.LastNonDirect)["Social"]);
        Assert.Equal(1, set.Credits(AttributionModel.LastNonDirect)["Direct"]);
        Assert.Equal(1, set.Credits(AttributionModel.Linear)["Email"], Digits);
        Assert.Equal(3, set.Credits(AttributionModel.Linear)["Direct"], Digits);
    }

    [Fact]
    public void UShapedWithoutALeadDateIsHalfAndHalf() =>
        Assert.Equal([("a", 0.5), ("c", 0.5), ("b", 0.0)], Journeys.Paths(("a > b > c", 1, null, 0)).Compute(AttributionModel.UShaped).Select(credit => (credit.Channel, Math.Round(credit.Conversions, Digits))));

    [Fact]
    public void MarketoMeasureModelsGiveTheirSharesToTheMilestones()
    {
        // first touch, one between, lead, one between, opportunity, last touch
        var set = Milestones(("ft", 0), ("x", 1), ("lc", 2), ("y", 3), ("oc", 4), ("cw", 5));
        Check(AttributionModel.UShaped, 0.5, 0, 0.5, 0, 0, 0);
        Check(AttributionModel.WShaped, 0.3, 0.1 / 3, 0.3, 0.1 / 3, 0.3, 0.1 / 3);
        Check(AttributionModel.FullPath, 0.225, 0.05, 0.225, 0.05, 0.225, 0.225);

        void Check(AttributionModel model, params double[] shares)
        {
            var credits = set.Credits(model);
            Assert.All(new[] { "ft", "x", "lc", "y", "oc", "cw" }.Zip(shares), pair => Assert.Equal(pair.Second, credits[pair.First], Digits));
        }
    }

    [Fact]
    public void MilestonesThatCoincideAddUp()
    {
        var credits = Milestones(("only", 0)).Credits(AttributionModel.FullPath);
        Assert.Equal(1, credits["only"], Digits);
    }

    [Fact]
    public void TimeDecayHalvesPerHalfLife()
    {
        var builder = new JourneySetBuilder(new AttributionOptions());
        foreach (var (channel, day) in new[] { ("a", 0), ("b", 7), ("c", 14) })
            builder.Add("1", new Touchpoint { Channel = channel, Time = Journeys.Day(day), ConversionTime = Journeys.Day(20) });
        var credits = builder.Build().Credits(AttributionModel.TimeDecay);
        Assert.Equal(1 / 7.0, credits["a"], Digits);
        Assert.Equal(2 / 7.0, credits["b"], Digits);
        Assert.Equal(4 / 7.0, credits["c"], Digits);
    }

    [Fact]
    public void ShapleyIsThatOfTheDefinition()
    {
        // The mean over all orders in which channels can join of what each adds: the definition, not the closed form.
        var rows = new (string Path, double Conversions, double? Value, double NonConversions)[]
        {
            ("a", 5, null, 0), ("b > a > b", 7, null, 0), ("c > b", 2, null, 0), ("a > c > b", 11, null, 0), ("d > a", 3, null, 0), ("d", 1, null, 0),
        };
        string[] channels = ["a", "b", "c", "d"];
        var expected = channels.ToDictionary(channel => channel, _ => 0.0);
        var orders = Permutations(channels).ToArray();
        foreach (var order in orders)
            for (var i = 0; i < order.Length; i++) expected[order[i]] += (Worth(order[..(i + 1)]) - Worth(order[..i])) / orders.Length;

        var actual = Journeys.Paths(rows).Credits(AttributionModel.Shapley);
        Assert.All(channels, channel => Assert.Equal(expected[channel], actual[channel], Digits));

        double Worth(string[] coalition) => rows.Where(row => row.Path.Split(" > ").All(coalition.Contains)).Sum(row => row.Conversions);
    }

    [Fact]
    public void CreditsAddUpToConversionsAndValueInAllModels()
    {
        var models = ModelCatalog.All.Where(model => model is not (AttributionModel.TimeDecay or AttributionModel.WShaped or AttributionModel.FullPath)).ToArray();
        var row = Gen.Select(Gen.OneOfConst("a", "b", "c", "d", "Direct").Array[0, 8], Gen.Double[0, 1000], Gen.Double[0, 1e6], Gen.Int[0, 500]);
        row.Array[1, 30].Sample(rows =>
        {
            var set = Journeys.Paths([.. rows.Select(item => (string.Join(" > ", item.Item1), item.Item2, (double?)item.Item3, (double)item.Item4))]);
            foreach (var model in models)
            {
                foreach (var order in model == AttributionModel.Markov ? new[] { 1, 2, 3 } : [1])
                {
                    var credits = set.Compute(model, new AttributionOptions { MarkovOrder = order });
                    Assert.Equal(rows.Sum(item => item.Item2), credits.Sum(credit => credit.Conversions), 1e-9 * Math.Max(1, set.Conversions));
                    Assert.Equal(rows.Sum(item => item.Item3), credits.Sum(credit => credit.Value!.Value), 1e-9 * Math.Max(1, set.Value));
                    Assert.All(credits, credit => Assert.True(credit.Conversions >= -1e-9));
                }
            }
        }, iter: 300);
    }

    [Fact]
    public void TheOrderOfRowsChangesNoDigit()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 200).Select(i => (string.Join('>', Enumerable.Range(0, random.Next(1, 6)).Select(_ => "abcde"[random.Next(5)])), random.NextDouble(), (double?)random.NextDouble(), (double)random.Next(5))).ToArray();
        var shuffled = rows.OrderBy(_ => random.Next()).ToArray();
        foreach (var model in new[] { AttributionModel.Linear, AttributionModel.Markov, AttributionModel.Shapley, AttributionModel.PositionBased })
        {
            Assert.Equal(
                Journeys.Paths(rows).Compute(model).Select(credit => (credit.Channel, credit.Conversions, credit.Value)),
                Journeys.Paths(shuffled).Compute(model).Select(credit => (credit.Channel, credit.Conversions, credit.Value)));
        }
    }

    private static JourneySet Milestones(params (string Channel, int Day)[] touches)
    {
        var builder = new JourneySetBuilder(new AttributionOptions());
        foreach (var (channel, day) in touches)
        {
            builder.Add("1", new Touchpoint
            {
                Channel = channel,
                Time = Journeys.Day(day),
                ConversionTime = Journeys.Day(9),
                LeadCreated = Journeys.Day(2, 12),
                OpportunityCreated = Journeys.Day(4, 12),
            });
        }

        return builder.Build();
    }

    private static IEnumerable<string[]> Permutations(string[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (string[])[first, .. rest]));
}
