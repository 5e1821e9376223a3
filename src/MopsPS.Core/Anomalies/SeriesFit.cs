using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Anomalies;

/// <summary>A series on one scale, with season, level and trend taken off in ways that wild points do not bend, and the outliers of what is left.</summary>
internal sealed class SeriesFit
{
    private const double WildFrom = 2.5;
    private const double MostOutliers = 0.1;

    private SeriesFit(MetricScale scale, double[] x) => (Scale, X) = (scale, x);

    public MetricScale Scale { get; }

    /// <summary>The steps of the points.</summary>
    public double[] X { get; }

    public double[] Weights { get; private init; } = [];

    /// <summary>What is expected of each point, on the scale.</summary>
    public double[] Expected { get; private init; } = [];

    /// <summary>What each point lies away from that, in standard deviations times <see cref="Sigma"/>.</summary>
    public double[] Residuals { get; private init; } = [];

    public IReadOnlyList<TrendSegment> Segments { get; private init; } = [];

    public bool HasSeason { get; private init; }

    public HashSet<int> Outliers { get; private init; } = [];

    public double Sigma { get; private init; }

    /// <summary>How many standard deviations a point that is no outlier lies away at most.</summary>
    public double Limit { get; private init; }

    /// <summary>Schwarz's criterion on the metric's own scale: the less, the better.</summary>
    public double Criterion { get; private init; }

    /// <summary>Fits a series.</summary>
    public static SeriesFit Of(MetricSeries series, MetricScale scale, int period, double level, CancellationToken cancellation)
    {
        var points = series.Points;
        var n = points.Count;
        var steps = points.Select(point => point.Step).ToArray();
        var x = Array.ConvertAll(steps, step => (double)step);
        var weights = points.Select(point => scale.Weight(point.Whole)).ToArray();
        var y = points.Select(point => scale.Forward(point.Value, point.Whole)).ToArray();

        var season = SeasonalMedians.Find(steps, y, period);
        var plain = y.Select((value, i) => value - Season(season, steps[i])).ToArray();
        var noise = Math.Max(scale.Floor, Robust.NoiseOfDifferences(plain, weights));
        IReadOnlyList<TrendSegment> segments = [new TrendSegment(0, n, plain[0], 0, x[0])];
        if (noise > 0) segments = PiecewiseTrend.Fit(x, Tame(x, plain, weights, noise), weights, noise, Math.Max(4, Math.Min(7, n / 8)), cancellation);

        var fit = new double[n];
        foreach (var segment in segments)
            for (var i = segment.Start; i < segment.End; i++) fit[i] = segment.At(x[i]) + Season(season, steps[i]);
        var residuals = y.Select((value, i) => (value - fit[i]) * Math.Sqrt(weights[i])).ToArray();
        var parameters = segments.Sum(segment => segment.Parameters) + (season is null ? 0 : period - 1);
        var (outliers, centre, sigma, limit) = ExtremeDeviates.Find(residuals, parameters, Math.Max(1, (int)(n * MostOutliers)), level, scale.Floor);
        // What is too far for normal noise may be near enough for noise that has heavy tails everywhere.
        var reach = HeavyTails.Reach(residuals, new HashSet<int>(outliers), centre, level, scale.HasLaw);
        return new SeriesFit(scale, x)
        {
            Weights = weights,
            // The fit follows outliers a little; what lies in the middle of the others is expected.
            Expected = [.. fit.Select((value, i) => value + (centre / Math.Sqrt(weights[i])))],
            Residuals = Array.ConvertAll(residuals, residual => residual - centre),
            Segments = segments,
            HasSeason = season is not null,
            Outliers = [.. outliers.Where(i => reach is null || Math.Abs(residuals[i] - centre) > reach)],
            Sigma = sigma,
            Limit = reach is double far && sigma > 0 ? Math.Max(limit, far / sigma) : limit,
            Criterion = (2 * n * Math.Log(Math.Max(sigma, 1e-300))) + (2 * points.Sum(point => scale.LogStep(point.Value)))
                + (Math.Log(n) * (parameters + (2 * (segments.Count - 1)) + (2 * outliers.Count))),
        };
    }

    private static double Season(double[]? season, int step) => season is null ? 0 : season[step % season.Length];

    // Wild points pulled towards their neighbours' median, so that they make neither a level nor a slope of their own. A lasting change moves the median with it.
    private static double[] Tame(double[] x, double[] y, double[] weights, double noise)
    {
        var slope = Robust.Slope(x, y);
        var flat = y.Select((value, i) => value - (slope * x[i])).ToArray();
        var median = Robust.RunningMedian(flat, Math.Max(2, Math.Min(5, y.Length / 4)));
        return [.. y.Select((_, i) =>
        {
            var reach = WildFrom * noise / Math.Sqrt(weights[i]);
            return Math.Max(median[i] - reach, Math.Min(median[i] + reach, flat[i])) + (slope * x[i]);
        })];
    }
}
