using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Anomalies;

/// <summary>
/// Judges one series: takes the season and the pieces of level and trend off it, each in a way that wild points do not bend, and tests what is left for outliers
/// with a bound on the chance of any false alarm. A count or a share must be too far for its own law as well.
/// </summary>
internal static class AnomalyDetector
{
    private const double WildFrom = 2.5;
    private const double MostOutliers = 0.1;
    private const double TwiceLevel = 0.01;

    /// <summary>Judges a series.</summary>
    /// <param name="series">The series; at least <see cref="AnomalyOptions.LeastPoints"/> points.</param>
    /// <param name="measure">What it is made of.</param>
    /// <param name="period">The steps of the season to look for; 1 for none.</param>
    /// <param name="level">The chance of any false alarm in this series.</param>
    /// <param name="twiceBaseline">Whether twice the expected is an alarm.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static AnomalyVerdict Judge(MetricSeries series, AnomalyMeasure measure, int period, double level, bool twiceBaseline, CancellationToken cancellation)
    {
        var scale = MetricScale.Of(measure);
        var points = series.Points;
        var n = points.Count;
        var steps = points.Select(point => point.Step).ToArray();
        var x = Array.ConvertAll(steps, step => (double)step);
        var weights = points.Select(point => scale.Weight(point.Whole)).ToArray();
        var y = points.Select(point => scale.Forward(point.Value, point.Whole)).ToArray();

        var season = SeasonalMedians.Find(steps, y, period);
        var plain = y.Select((value, i) => value - Season(season, steps[i])).ToArray();
        var noise = Math.Max(scale.Floor, Robust.NoiseOfDifferences(plain, weights));
        IReadOnlyList<TrendSegment> segments;
        if (noise > 0)
        {
            var least = Math.Max(4, Math.Min(7, n / 8));
            segments = PiecewiseTrend.Fit(x, Tame(x, plain, weights, noise), weights, noise, least, cancellation);
        }
        else
        {
            segments = [new TrendSegment(0, n, plain[0], 0, x[0])];
        }

        var fit = new double[n];
        foreach (var segment in segments)
            for (var i = segment.Start; i < segment.End; i++) fit[i] = segment.At(x[i]) + Season(season, steps[i]);
        var residuals = y.Select((value, i) => (value - fit[i]) * Math.Sqrt(weights[i])).ToArray();
        // A season that was sought among many steps has a parameter for each of them but one.
        var parameters = segments.Sum(segment => segment.Parameters) + (season is null ? 0 : period - 1);
        var most = Math.Max(1, (int)(n * MostOutliers));
        var (outliers, centre, sigma, limit) = ExtremeDeviates.Find(residuals, parameters, most, level, scale.Floor);

        var judged = new AnomalyPoint[n];
        var isOutlier = new bool[n];
        foreach (var at in outliers) isOutlier[at] = true;
        for (var i = 0; i < n; i++)
            judged[i] = Point(points[i], scale, fit[i], residuals[i] - centre, sigma, limit, Math.Sqrt(weights[i]), isOutlier[i], level / n, twiceBaseline, Rare(points, segments, i));
        return new AnomalyVerdict(judged, season is null ? 0 : period, [.. Changes(points, scale, segments, x)]);
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

    // What the other points of the stretch lead to expect of a count or share that is nearly never there: not exactly nothing.
    private static double Rare(IReadOnlyList<MetricPoint> points, IReadOnlyList<TrendSegment> segments, int at)
    {
        var segment = segments.First(segment => at < segment.End);
        double sum = 0.5, whole = 0;
        for (var i = segment.Start; i < segment.End; i++)
        {
            if (i == at) continue;
            sum += points[i].Value * (points[i].Whole ?? 1);
            whole += points[i].Whole ?? 1;
        }

        return whole == 0 ? 0 : sum / whole;
    }

    private static AnomalyPoint Point(
        MetricPoint point, MetricScale scale, double fit, double residual, double sigma, double limit, double root, bool isOutlier, double level, bool twiceBaseline, double rare)
    {
        var expected = scale.Back(fit, point.Whole);
        var isAbove = residual > 0;
        // The mean of the stretch only where so little is expected that the scale runs into its end.
        var byLaw = scale.Floor > 0 && expected * (point.Whole ?? 1) < 2 ? Math.Max(expected, rare) : expected;
        var tail = scale.Tail(point.Value, point.Whole, byLaw, isAbove);
        var kind = isOutlier && 2 * tail < level ? (isAbove ? AnomalyKind.Spike : AnomalyKind.Drop) : AnomalyKind.None;
        if (kind == AnomalyKind.None && twiceBaseline && isAbove && expected > 0 && point.Value >= 2 * expected && IsMoreThanChance(scale, tail, residual, sigma)) kind = AnomalyKind.TwiceBaseline;
        var reach = limit * sigma / root;
        var lower = scale.Back(fit - reach, point.Whole);
        var upper = scale.Back(fit + reach, point.Whole);
        return new AnomalyPoint
        {
            Date = point.Date,
            Value = point.Value,
            Denominator = point.Whole,
            Expected = expected,
            Lower = scale.Floor > 0 ? ByLaw(scale, point.Whole, byLaw, lower, -1, level) : lower,
            Upper = scale.Floor > 0 ? ByLaw(scale, point.Whole, byLaw, upper, +1, level) : upper,
            Score = sigma > 0 ? residual / sigma : residual == 0 ? 0 : Math.Sign(residual) * 1e6,
            Kind = kind,
        };
    }

    private static bool IsMoreThanChance(MetricScale scale, double tail, double residual, double sigma) => scale.Floor > 0 ? tail < TwiceLevel : residual > 3 * sigma;

    // The band reaches as far as the law alone could bring a value, too: whole numbers outward until that is rare enough.
    private static double ByLaw(MetricScale scale, double? whole, double expected, double bound, int direction, double level)
    {
        const int MostSteps = 200;
        var unit = 1 / (whole ?? 1);
        var value = (direction > 0 ? Math.Floor(bound / unit) : Math.Ceiling(bound / unit)) * unit;
        for (var i = 0; i < MostSteps; i++)
        {
            var next = value + (direction * unit);
            if (next < 0 || (whole is not null && next > 1) || 2 * scale.Tail(next, whole, expected, direction > 0) < level) break;
            value = next;
        }

        return direction > 0 ? Math.Max(bound, value) : Math.Min(bound, value);
    }

    private static IEnumerable<AnomalyChange> Changes(IReadOnlyList<MetricPoint> points, MetricScale scale, IReadOnlyList<TrendSegment> segments, double[] x)
    {
        for (var i = 1; i < segments.Count; i++)
        {
            var at = segments[i].Start;
            yield return new AnomalyChange
            {
                Date = points[at].Date,
                Before = scale.Back(segments[i - 1].At(x[at - 1]), points[at - 1].Whole),
                After = scale.Back(segments[i].At(x[at]), points[at].Whole),
            };
        }
    }
}

/// <summary>What was found in a series.</summary>
internal sealed record AnomalyVerdict(IReadOnlyList<AnomalyPoint> Points, int Season, IReadOnlyList<AnomalyChange> Changes);
