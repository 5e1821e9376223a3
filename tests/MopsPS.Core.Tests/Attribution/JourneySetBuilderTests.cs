using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Attribution;
using Xunit;

namespace MopsPS.Core.Tests.Attribution;

public class JourneySetBuilderTests
{
    [Fact]
    public void ATouchpointBelongsToTheFirstConversionAfterIt()
    {
        var set = Build(new AttributionOptions(), out _,
            ("p", "a", 1, 0), ("p", null, 0, 2), ("p", "b", 3, 0), ("p", null, 0, 4), ("p", "c", 5, 0));
        Assert.Equal(["a:1:0", "b:1:0", "c:0:1"], Show(set));
    }

    [Fact]
    public void ARowThatNamesItsConversionBelongsToIt()
    {
        var set = Build(new AttributionOptions(), out var counts, ("p", "a", 1, 4), ("p", "b", 2, 4), ("p", "late", 5, 4));
        Assert.Equal(["a b:1:0"], Show(set));
        Assert.Equal(1, counts.AfterConversion);
    }

    [Fact]
    public void TheLookbackCutsAndAConversionWithoutTouchpointsStays()
    {
        var set = Build(new AttributionOptions { LookbackDays = 10 }, out var counts, ("p", "old", 1, 30), ("q", "old", 1, 30), ("q", "new", 25, 30));
        Assert.Equal([":1:0", "new:1:0"], Show(set));
        Assert.Equal(2, counts.OutsideLookback);
        Assert.Equal(1, counts.Untouched);
        Assert.Equal(2, set.Conversions);
        Assert.Equal(2, set.Compute(AttributionModel.LastTouch).Sum(credit => credit.Conversions));
        Assert.Equal(1, set.Credits(AttributionModel.LastTouch)[AttributionEngine.Untouched]);
    }

    [Fact]
    public void SinceAndUntilChooseConversions()
    {
        var options = new AttributionOptions { Since = new DateTime(Journeys.Day(3)), Until = new DateTime(Journeys.Day(5)) };
        var set = Build(options, out var counts, ("p", "a", 1, 2), ("q", "a", 1, 3), ("r", "a", 1, 5), ("s", "a", 4, 0), ("t", "a", 9, 0));
        Assert.Equal(["a:1:0", "a:0:1"], Show(set));
        Assert.Equal(3, counts.OutsideWindow);
    }

    [Fact]
    public void TouchpointsOfOneInstantAndRowOrderChangeNothing()
    {
        var rows = Enumerable.Range(0, 60).Select(i => ($"p{i % 5}", (string?)"abc"[i % 3].ToString(), i % 7 + 1, 9)).ToArray();
        var random = new Random(3);
        var first = Show(Build(new AttributionOptions(), out _, rows));
        for (var i = 0; i < 5; i++) Assert.Equal(first, Show(Build(new AttributionOptions(), out _, [.. rows.OrderBy(_ => random.Next())])));
    }

    [Fact]
    public void SpellingsThatDifferInCaseAreOneChannel() =>
        Assert.Equal(["Email"], Build(new AttributionOptions(), out _, ("p", "email", 1, 2), ("q", "Email", 1, 2)).Channels);

    [Fact]
    public void CostsOfTouchpointsAddUpByChannel()
    {
        var builder = new JourneySetBuilder(new AttributionOptions { Until = new DateTime(Journeys.Day(9)) });
        builder.Add("p", new Touchpoint { Channel = "a", Time = Journeys.Day(1), Cost = 0.1 });
        builder.Add("q", new Touchpoint { Channel = "A", Time = Journeys.Day(2), Cost = 0.2 });
        builder.Add("q", new Touchpoint { Channel = "a", Time = Journeys.Day(10), Cost = 5 });
        builder.Add("q", new Touchpoint { Channel = "b", Time = Journeys.Day(2) });
        builder.Build();
        Assert.Equal(0.3, Assert.Single(builder.Costs).Value, 12);
    }

    [Fact]
    public void RowsThatDisagreeAboutTheValueAreCounted()
    {
        var builder = new JourneySetBuilder(new AttributionOptions());
        builder.Add("p", new Touchpoint { Channel = "a", Time = Journeys.Day(1), ConversionTime = Journeys.Day(2), Value = 5 });
        builder.Add("p", new Touchpoint { Channel = "b", Time = Journeys.Day(1), ConversionTime = Journeys.Day(2), Value = 7 });
        builder.Add("q", new Touchpoint { Channel = "b", Time = Journeys.Day(1), ConversionTime = Journeys.Day(2), Value = 1 });
        builder.Add("q", new Touchpoint { Channel = "b", Time = Journeys.Day(2), ConversionTime = Journeys.Day(2) });
        Assert.Equal(8, builder.Build().Value);
        Assert.Equal(1, builder.Counts.ConflictingValues);
    }

    private static JourneySet Build(AttributionOptions options, out JourneyCounts counts, params (string Id, string? Channel, int Day, int Conversion)[] rows)
    {
        var builder = new JourneySetBuilder(options);
        foreach (var (id, channel, day, conversion) in rows)
        {
            builder.Add(id, new Touchpoint
            {
                Channel = channel,
                Time = channel is null ? 0 : Journeys.Day(day),
                ConversionTime = conversion == 0 ? 0 : Journeys.Day(conversion),
            });
        }

        var set = builder.Build();
        counts = builder.Counts;
        return set;
    }

    private static IEnumerable<string> Show(JourneySet set) => set.Journeys.Select(journey =>
        $"{string.Join(' ', set.Path(journey).ToArray().Select(channel => set.Channels[channel]))}:{journey.Conversions}:{journey.NonConversions}");
}
