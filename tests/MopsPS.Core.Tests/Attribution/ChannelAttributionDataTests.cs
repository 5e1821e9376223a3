using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using MopsPS.Core.Attribution;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Attribution;

/// <summary>The data of R's package ChannelAttribution, from file to credits; the heuristics and the chain recomputed here from the text with nothing of the engine.</summary>
public class ChannelAttributionDataTests
{
    private static readonly string File = SharedData.IsThere ? SharedData.Path("funnel", "channelattribution", "Data.csv") : string.Empty;

    [SharedDataFact]
    public void CreditsAddUpAndHeuristicsAreThoseOfAnIndependentCount()
    {
        var result = Attribute(new AttributionOptions());
        Assert.Equal(19785, result.Conversions);
        // math.fsum of Python over the column
        Assert.Equal(74802.97158721084, result.Value!.Value, 1e-9);
        Assert.Equal(68602, result.NonConversions);
        Assert.Equal(12, result.Comparison.Count);
        foreach (var model in result.Models)
        {
            var credits = result.Credits.Where(credit => credit.Model == model.Model).ToArray();
            Assert.Equal(19785, credits.Sum(credit => credit.Conversions), 1e-9);
            Assert.Equal(74802.97158721084, credits.Sum(credit => credit.Value!.Value), 1e-9);
        }

        var rows = Rows().ToArray();
        Assert.Equal(89, rows.Max(row => row.Path.Length));
        Check(result, AttributionModel.FirstTouch, Share(rows, (_, i, _) => i == 0 ? 1 : 0));
        Check(result, AttributionModel.LastTouch, Share(rows, (_, i, n) => i == n - 1 ? 1 : 0));
        Check(result, AttributionModel.Linear, Share(rows, (_, _, n) => 1.0 / n));
        Check(result, AttributionModel.PositionBased, Share(rows, (_, i, n) => n == 1 ? 1 : n == 2 ? 0.5 : i == 0 || i == n - 1 ? 0.4 : 0.2 / (n - 2)));
        Check(result, AttributionModel.UShaped, Share(rows, (_, i, n) => (i == 0 ? 0.5 : 0) + (i == n - 1 ? 0.5 : 0)));
        Check(result, AttributionModel.Shapley, Share(rows, (path, i, _) => Array.IndexOf(path, path[i]) == i ? 1.0 / path.Distinct().Count() : 0));
    }

    [SharedDataTheory]
    [InlineData("alpha", 6308, 8447, 7574.7186, 7444.8238)]
    [InlineData("iota", 4606, 3355, 3857.0962, 3944.9482)]
    [InlineData("eta", 3164, 4167, 3539.9512, 3618.7961)]
    [InlineData("beta", 2831, 989, 2083.5001, 1969.7662)]
    [InlineData("theta", 1606, 653, 1022.8014, 1092.7445)]
    [InlineData("lambda", 902, 1207, 1035.2576, 1046.9039)]
    public void FiguresOfTheLargestChannels(string channel, double first, double last, double linear, double positionBased)
    {
        var row = Attribute(new AttributionOptions()).Comparison.Single(row => row.Channel == channel);
        Assert.Equal(first, row.FirstTouch);
        Assert.Equal(last, row.LastTouch);
        Assert.Equal(linear, row.Linear!.Value, 4);
        Assert.Equal(positionBased, row.PositionBased!.Value, 4);
    }

    [SharedDataFact]
    public void FirstOrderMarkovIsThatOfAnIndependentPowerIteration()
    {
        var effects = PowerIteration(Rows().ToArray());
        var total = effects.Values.Sum();
        var credits = Attribute(new AttributionOptions { Models = [AttributionModel.Markov] }).Credits;
        Assert.Equal(12, credits.Count);
        foreach (var credit in credits)
        {
            Assert.Equal(effects[credit.Channel], credit.RemovalEffect!.Value, 1e-10);
            Assert.Equal(19785 * effects[credit.Channel] / total, credit.Conversions, 1e-6);
        }
    }

    [SharedDataFact]
    public void TheSameAnswerTwiceAtEveryOrder()
    {
        for (var order = 1; order <= 4; order++)
        {
            var options = new AttributionOptions { Models = [AttributionModel.Markov], MarkovOrder = order };
            var first = Attribute(options).Credits;
            Assert.Equal(19785, first.Sum(credit => credit.Conversions), 1e-9);
            Assert.Equal(first.Select(credit => (credit.Channel, credit.Conversions)), Attribute(options).Credits.Select(credit => (credit.Channel, credit.Conversions)));
        }
    }

    private static AttributionResult Attribute(AttributionOptions options)
    {
        var analysis = new AttributionAnalysis(options, new MopsPolicy(), DateTime.UtcNow, onProblem: problem => throw new InvalidDataException(problem.ToString()));
        using var reader = ExportReader.Open(File, new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader);
        return analysis.Finish();
    }

    private static IEnumerable<(string[] Path, double Conversions, double Nulls)> Rows() => System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split(';'))
        .Select(cells => (cells[0].Split(" > "), double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[3], CultureInfo.InvariantCulture)));

    private static Dictionary<string, double> Share((string[] Path, double Conversions, double Nulls)[] rows, Func<string[], int, int, double> weight)
    {
        var credits = new Dictionary<string, double>();
        foreach (var (path, conversions, _) in rows)
            for (var i = 0; i < path.Length; i++) credits[path[i]] = credits.GetValueOrDefault(path[i]) + (conversions * weight(path, i, path.Length));
        return credits;
    }

    private static void Check(AttributionResult result, AttributionModel model, Dictionary<string, double> expected) =>
        Assert.All(result.Credits.Where(credit => credit.Model == model), credit => Assert.Equal(expected[credit.Channel], credit.Conversions, 1e-6));

    // The distribution over channels is pushed forward step by step until next to nothing is on its way any more.
    private static Dictionary<string, double> PowerIteration((string[] Path, double Conversions, double Nulls)[] rows)
    {
        var channels = rows.SelectMany(row => row.Path).Distinct().Order().ToArray();
        var n = channels.Length;
        var counts = new double[n + 1, n + 2]; // from start (n) and channels, to channels, conversion (n), null (n + 1)
        foreach (var (path, conversions, nulls) in rows)
        {
            var from = n;
            foreach (var channel in path)
            {
                var to = Array.IndexOf(channels, channel);
                counts[from, to] += conversions + nulls;
                from = to;
            }

            counts[from, n] += conversions;
            counts[from, n + 1] += nulls;
        }

        double Conversion(int removed)
        {
            var at = new double[n + 1];
            at[n] = 1;
            double converted = 0;
            for (var step = 0; step < 5000; step++)
            {
                var next = new double[n + 1];
                for (var from = 0; from <= n; from++)
                {
                    if (at[from] == 0) continue;
                    double sum = 0;
                    for (var to = 0; to < n + 2; to++) sum += counts[from, to];
                    for (var to = 0; to < n; to++) if (to != removed) next[to] += at[from] * counts[from, to] / sum;
                    converted += at[from] * counts[from, n] / sum;
                }

                at = next;
            }

            return converted;
        }

        var whole = Conversion(-1);
        return Enumerable.Range(0, n).ToDictionary(i => channels[i], i => 1 - (Conversion(i) / whole));
    }
}
