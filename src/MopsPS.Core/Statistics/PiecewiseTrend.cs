using System;
using System.Collections.Generic;
using System.Threading;

namespace MopsPS.Core.Statistics;

/// <summary>A stretch of a series on one level or line: intercept + slope * (x - x of its first point).</summary>
internal readonly record struct TrendSegment(int Start, int End, double Intercept, double Slope, double Origin)
{
    public double At(double x) => Intercept + (Slope * (x - Origin));

    public int Parameters => Slope == 0 ? 1 : 2;
}

/// <summary>
/// The best division of a series into stretches, each with a level or a line, by penalised least squares; exact by dynamic programming with pruning:
/// R. Killick, P. Fearnhead, I. A. Eckley, "Optimal Detection of Changepoints With a Linear Computational Cost" (PELT), JASA 107 (2012) 1590-1598.
/// The penalty is that of Schwarz's criterion (3 log n for a change: its place, its level, and a margin for choosing the place) and a constant that keeps it
/// strict for short series.
/// </summary>
internal static class PiecewiseTrend
{
    private const int MostPlaces = 800;
    private const int LeastForSlope = 10;
    private const double Strictness = 8;

    /// <summary>Divides a series.</summary>
    /// <param name="x">The places, rising.</param>
    /// <param name="y">The values, without wild ones: least squares would follow them.</param>
    /// <param name="weights">Each value's variance is the noise's over its weight.</param>
    /// <param name="sigma">The standard deviation of the noise; more than 0.</param>
    /// <param name="least">The shortest stretch.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The stretches in order.</returns>
    public static IReadOnlyList<TrendSegment> Fit(double[] x, double[] y, double[] weights, double sigma, int least, CancellationToken cancellation)
    {
        var n = x.Length;
        var sums = new Sums(x, y, weights);
        var scale = 1 / (sigma * sigma);
        var change = (3 * Math.Log(n)) + Strictness;
        var slope = 2 * Math.Log(n);
        // Long series are divided at every few points first, which bounds the work, and each division is then moved to its best place nearby.
        var grid = Math.Max(1, (n + MostPlaces - 1) / MostPlaces);
        var best = new double[n + 1];
        var from = new int[n + 1];
        for (var i = 0; i <= n; i++) best[i] = double.PositiveInfinity;
        best[0] = -change;
        // A short series is one line or levels; a line of fewer points within a longer one would follow its noise.
        var leastForSlope = Math.Min(LeastForSlope, n);
        var candidates = new List<int> { 0 };
        var doomed = new List<int> { n };
        var totals = new List<double>();
        for (var end = least; end <= n; end++)
        {
            if (end != n && end % grid != 0) continue;
            cancellation.ThrowIfCancellationRequested();
            totals.Clear();
            foreach (var start in candidates)
            {
                var total = end - start < least ? double.NegativeInfinity : best[start] + Cost(sums, start, end, scale, slope, leastForSlope);
                totals.Add(total);
                if (end - start < least || total + change >= best[end]) continue;
                best[end] = total + change;
                from[end] = start;
            }

            // A start that is worse by more than a split can ever win back never becomes the best, once both parts of the split are long enough for a line.
            var kept = 0;
            for (var c = 0; c < candidates.Count; c++)
            {
                if (doomed[c] == n && end - candidates[c] >= leastForSlope && totals[c] - slope > best[end]) doomed[c] = end;
                if (end - doomed[c] >= leastForSlope) continue;
                (candidates[kept], doomed[kept]) = (candidates[c], doomed[c]);
                kept++;
            }

            candidates.RemoveRange(kept, candidates.Count - kept);
            doomed.RemoveRange(kept, doomed.Count - kept);
            if (double.IsPositiveInfinity(best[end])) continue;
            candidates.Add(end);
            doomed.Add(n);
        }

        var ends = new List<int>();
        for (var end = n; end > 0; end = from[end]) ends.Insert(0, end);
        if (grid > 1) Refine(ends, sums, scale, slope, least, grid);
        var segments = new List<TrendSegment>();
        for (var i = 0; i < ends.Count; i++)
        {
            var start = i == 0 ? 0 : ends[i - 1];
            segments.Add(Segment(sums, start, ends[i], x[start], scale, slope, leastForSlope));
        }

        return segments;
    }

    private static void Refine(List<int> ends, Sums sums, double scale, double slope, int least, int grid)
    {
        for (var i = 0; i + 1 < ends.Count; i++)
        {
            int start = i == 0 ? 0 : ends[i - 1], end = ends[i + 1], best = ends[i];
            var cost = double.PositiveInfinity;
            for (var at = Math.Max(start + least, ends[i] - grid); at <= Math.Min(end - least, ends[i] + grid); at++)
            {
                var here = Cost(sums, start, at, scale, slope, LeastForSlope) + Cost(sums, at, end, scale, slope, LeastForSlope);
                if (here >= cost) continue;
                cost = here;
                best = at;
            }

            ends[i] = best;
        }
    }

    private static double Cost(Sums sums, int start, int end, double scale, double slope, int leastForSlope)
    {
        var (level, line, _, _) = sums.Residuals(start, end);
        return end - start >= leastForSlope ? Math.Min(level * scale, (line * scale) + slope) : level * scale;
    }

    private static TrendSegment Segment(Sums sums, int start, int end, double origin, double scale, double slope, int leastForSlope)
    {
        var (level, line, mean, rise) = sums.Residuals(start, end);
        var isLine = end - start >= leastForSlope && (line * scale) + slope < level * scale;
        return isLine ? new TrendSegment(start, end, sums.AtOrigin(start, end, mean, rise), rise, origin) : new TrendSegment(start, end, mean, 0, origin);
    }

    // Running sums, so that a stretch is fitted in constant time. Values are taken about their mean, which keeps digits.
    private sealed class Sums
    {
        private readonly double[] _w;
        private readonly double[] _wx;
        private readonly double[] _wy;
        private readonly double[] _wxx;
        private readonly double[] _wxy;
        private readonly double[] _wyy;
        private readonly double _x0;
        private readonly double _y0;
        private readonly double[] _x;

        public Sums(double[] x, double[] y, double[] weights)
        {
            var n = x.Length;
            _x = x;
            _x0 = (x[0] + x[n - 1]) / 2;
            foreach (var value in y) _y0 += value / n;
            (_w, _wx, _wy, _wxx, _wxy, _wyy) = (new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1]);
            for (var i = 0; i < n; i++)
            {
                double w = weights[i], a = x[i] - _x0, b = y[i] - _y0;
                _w[i + 1] = _w[i] + w;
                _wx[i + 1] = _wx[i] + (w * a);
                _wy[i + 1] = _wy[i] + (w * b);
                _wxx[i + 1] = _wxx[i] + (w * a * a);
                _wxy[i + 1] = _wxy[i] + (w * a * b);
                _wyy[i + 1] = _wyy[i] + (w * b * b);
            }
        }

        // The residual sums of squares about the mean and about a line, the mean and the slope.
        public (double Level, double Line, double Mean, double Slope) Residuals(int start, int end)
        {
            double w = _w[end] - _w[start], x = _wx[end] - _wx[start], y = _wy[end] - _wy[start];
            var xx = _wxx[end] - _wxx[start] - (x * x / w);
            var xy = _wxy[end] - _wxy[start] - (x * y / w);
            var yy = Math.Max(0, _wyy[end] - _wyy[start] - (y * y / w));
            var slope = xx > 0 ? xy / xx : 0;
            return (yy, Math.Max(0, yy - (slope * xy)), _y0 + (y / w), slope);
        }

        public double AtOrigin(int start, int end, double mean, double slope)
        {
            var middle = ((_wx[end] - _wx[start]) / (_w[end] - _w[start])) + _x0;
            return mean + (slope * (_x[start] - middle));
        }
    }
}
