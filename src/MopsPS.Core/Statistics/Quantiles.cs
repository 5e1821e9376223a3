using System;
using System.Collections.Generic;

namespace MopsPS.Core.Statistics;

/// <summary>
/// Quantiles of a sample by linear interpolation between order statistics: type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in
/// Statistical Packages", The American Statistician 50 (1996) 361-365; what R, NumPy, Excel's PERCENTILE.INC and DuckDB's quantile_cont give.
/// </summary>
public static class Quantiles
{
    /// <summary>A quantile.</summary>
    /// <param name="sorted">The values in ascending order.</param>
    /// <param name="share">From 0 (least) to 1 (greatest).</param>
    /// <returns>The quantile; null without values.</returns>
    public static double? Of(IReadOnlyList<double> sorted, double share)
    {
        if (sorted is null) throw new ArgumentNullException(nameof(sorted));
        return Of(sorted.Count, i => sorted[i], share);
    }

    /// <summary>A quantile of values that a function gives.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="valueAt">The value at a zero-based rank, ascending.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>The quantile; null without values.</returns>
    public static double? Of(int count, Func<int, double> valueAt, double share)
    {
        if (!(share >= 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        if (count == 0) return null;
        var place = share * (count - 1);
        var below = (int)Math.Floor(place);
        var low = valueAt(below);
        return place == below ? low : low + ((place - below) * (valueAt(below + 1) - low));
    }
}
