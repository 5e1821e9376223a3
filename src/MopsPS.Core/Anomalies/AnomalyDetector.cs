using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace MopsPS.Core.Anomalies;

/// <summary>
/// Judges one series: a point is an alarm where it is an outlier of the fit, with a bound on the chance of any false alarm. A count or a share must be too far
/// for its own law as well.
/// </summary>
internal static class AnomalyDetector
{
    // For each point, one-sided; being twice the expected is asked for on top of it.
    private const double TwiceLevel = 0.001;

    /// <summary>Judges a series.</summary>
    /// <param name="series">The series; at least <see cref="AnomalyOptions.LeastPoints"/> points.</param>
    /// <param name="measure">What it is made of.</param>
    /// <param name="period">The steps of the season to look for; 1 for none.</param>
    /// <param name="level">The chance of any false alarm in this series.</param>
    /// <param name="twiceBaseline">Whether twice the expected is an alarm.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static AnomalyVerdict Judge(MetricSeries series, AnomalyMeasure measure, int period, double level, bool twiceBaseline, CancellationToken cancellation)
    {
        var points = series.Points;
        // Of equally good scales the first: the metric's own.
        var fit = MetricScale.Of(measure, points.Min(point => point.Value)).Select(scale => SeriesFit.Of(series, scale, period, level, cancellation))
            .OrderBy(candidate => candidate.Criterion).First();
        var judged = new AnomalyPoint[points.Count];
        foreach (var segment in fit.Segments)
        {
            double parts = 0, wholes = 0;
            for (var i = segment.Start; i < segment.End; i++)
            {
                parts += points[i].Value * (points[i].Whole ?? 1);
                wholes += points[i].Whole ?? 1;
            }

            for (var i = segment.Start; i < segment.End; i++)
            {
                var whole = points[i].Whole ?? 1;
                // What the other points of the stretch lead to expect of something that is nearly never there: not exactly nothing.
                var rare = wholes > whole ? (parts - (points[i].Value * whole) + 0.5) / (wholes - whole) : 0;
                judged[i] = Point(points[i], fit, i, level / points.Count, twiceBaseline, rare);
            }
        }

        return new AnomalyVerdict(judged, fit.HasSeason ? period : 0, [.. Changes(points, fit)]);
    }

    private static AnomalyPoint Point(MetricPoint point, SeriesFit fit, int at, double level, bool twiceBaseline, double rare)
    {
        var scale = fit.Scale;
        var residual = fit.Residuals[at];
        var expected = scale.Back(fit.Expected[at], point.Whole);
        var isAbove = residual > 0;
        // The mean of the stretch only where so little is expected that the scale runs into its end.
        var byLaw = scale.HasLaw && expected * (point.Whole ?? 1) < 2 ? Math.Max(expected, rare) : expected;
        var tail = scale.HasLaw ? scale.Tail(point.Value, point.Whole, byLaw, isAbove) : 0;
        var kind = fit.Outliers.Contains(at) && 2 * tail < level ? (isAbove ? AnomalyKind.Spike : AnomalyKind.Drop) : AnomalyKind.None;
        var isTwice = twiceBaseline && isAbove && expected > 0 && point.Value >= 2 * expected;
        if (kind == AnomalyKind.None && isTwice && residual > 3 * fit.Sigma && (!scale.HasLaw || tail < TwiceLevel)) kind = AnomalyKind.TwiceBaseline;
        var reach = fit.Limit * fit.Sigma / Math.Sqrt(fit.Weights[at]);
        var lower = scale.Back(fit.Expected[at] - reach, point.Whole);
        var upper = scale.Back(fit.Expected[at] + reach, point.Whole);
        return new AnomalyPoint
        {
            Date = point.Date,
            Value = point.Value,
            Denominator = point.Whole,
            Expected = expected,
            Lower = scale.HasLaw ? ByLaw(scale, point.Whole, byLaw, lower, -1, level) : lower,
            Upper = scale.HasLaw ? ByLaw(scale, point.Whole, byLaw, upper, +1, level) : upper,
            Score = fit.Sigma > 0 ? residual / fit.Sigma : residual == 0 ? 0 : Math.Sign(residual) * 1e6,
            Kind = kind,
        };
    }

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

    private static IEnumerable<AnomalyChange> Changes(IReadOnlyList<MetricPoint> points, SeriesFit fit)
    {
        for (var i = 1; i < fit.Segments.Count; i++)
        {
            var at = fit.Segments[i].Start;
            yield return new AnomalyChange
            {
                Date = points[at].Date,
                Before = fit.Scale.Back(fit.Segments[i - 1].At(fit.X[at - 1]), points[at - 1].Whole),
                After = fit.Scale.Back(fit.Segments[i].At(fit.X[at]), points[at].Whole),
            };
        }
    }
}

/// <summary>What was found in a series.</summary>
internal sealed record AnomalyVerdict(IReadOnlyList<AnomalyPoint> Points, int Season, IReadOnlyList<AnomalyChange> Changes);
