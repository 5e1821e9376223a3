using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching;
using MopsPS.Core.Records;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>Labelled sets with nothing set: F1 of the groups stays above a floor a little below what was measured.</summary>
public class LabelledSetTests
{
    [SharedDataTheory]
    [InlineData("restaurant_fodors_zagat", .94)]
    [InlineData("rldata500", .98)]
    [InlineData("splink_fake_1000", .965)]
    [InlineData("febrl3", .998)]
    [InlineData("febrl4", .999)]
    [InlineData("splink_fake_20000", .89)]
    [InlineData("dqbench_er_t2", .995)]
    public void F1IsAboveItsFloor(string set, double floor)
    {
        var run = Searching.File(SharedData.Path("duplicates", set, "records.csv"), out var ids);
        var clusters = new Dictionary<string, int>(StringComparer.Ordinal);
        var truth = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var reader = ExportReader.Open(SharedData.Path("duplicates", set, "truth_clusters.csv"), new ImportOptions()))
        {
            while (reader.Read())
            {
                var cluster = reader.GetString(1)!;
                if (!clusters.TryGetValue(cluster, out var number)) clusters.Add(cluster, number = clusters.Count);
                truth[reader.GetString(0)!] = number;
            }
        }

        var measure = PairMeasure.Of(Searching.Clusters(run), [.. ids.Select((id, i) => truth.TryGetValue(id, out var number) ? number : -1 - i)]);
        Assert.True(measure.F1 >= floor, $"{set}: precision {measure.Precision:0.000}, recall {measure.Recall:0.000}, F1 {measure.F1:0.0000}");
    }
}
