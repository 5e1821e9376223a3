using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace MopsPS.Benchmarks;

/// <summary>Runs several ways of one job in turn, round after round, so that noise hits all of them, and prints medians: of the times,
/// and of the ratios within a round, which a load that comes and goes disturbs least.</summary>
internal static class Measured
{
    public static IReadOnlyList<(string Name, double Milliseconds)> Compare(int rounds, string baseline, params (string Name, Func<long> Job)[] ways)
    {
        var times = ways.ToDictionary(way => way.Name, _ => new List<double>());
        long? expected = null;
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, job) in ways)
            {
                var clock = Stopwatch.StartNew();
                var result = job();
                // The first round warms up: it fills the disk cache and lets the code be compiled.
                if (round > 0) times[name].Add(clock.Elapsed.TotalMilliseconds);
                if (result < 0) continue;
                expected ??= result;
                if (result != expected) throw new InvalidOperationException($"'{name}' counted {result} and another way {expected}.");
            }
        }

        foreach (var (name, _) in ways)
        {
            var ratios = times[name].Zip(times[baseline], (time, unit) => time / unit).ToList();
            Console.WriteLine($"{name,-34} {Median(times[name]),9:0.0} ms   {Median(ratios):0.00} x {baseline} (best {times[name].Min() / times[baseline].Min():0.00})");
        }

        return [.. ways.Select(way => (way.Name, Median(times[way.Name])))];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
