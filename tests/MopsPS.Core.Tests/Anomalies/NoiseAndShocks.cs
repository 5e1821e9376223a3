using System;
using System.Linq;
using System.Threading;
using MopsPS.Core.Anomalies;

namespace MopsPS.Core.Tests.Anomalies;

/// <summary>Series with known truth, by seed.</summary>
internal static class NoiseAndShocks
{
    public static double Normal(this Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static int Poisson(this Random random, double mean)
    {
        if (mean > 50) return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * random.Normal())));
        var limit = Math.Exp(-mean);
        var product = random.NextDouble();
        var count = 0;
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }

    public static int Binomial(this Random random, int n, double p) => Enumerable.Range(0, n).Count(_ => random.NextDouble() < p);

    public static MetricSeries Series(int n, Func<int, double> value, Func<int, double?>? whole = null) => new(null, [.. Enumerable.Range(0, n).Select(i =>
        new MetricPoint(i, new DateTime(2026, 1, 1).AddDays(i), value(i), whole?.Invoke(i)))]);

    public static AnomalyVerdict Judge(this MetricSeries series, AnomalyMeasure measure = AnomalyMeasure.Value, int period = 7, bool twice = false, double level = 0.01) =>
        AnomalyDetector.Judge(series, measure, period, level, twice, CancellationToken.None);
}
