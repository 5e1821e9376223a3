using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Events;

/// <summary>Spans of time in which somebody was there.</summary>
internal static class Intervals
{
    /// <summary>How long somebody was there in all: where spans overlap (two devices, a join before the other ended), the time counts once.</summary>
    /// <param name="spans">Starts and ends in seconds, in any order.</param>
    /// <returns>Seconds.</returns>
    public static long Length(IEnumerable<(long Start, long End)> spans)
    {
        long total = 0, until = long.MinValue;
        foreach (var (start, end) in spans.Where(span => span.End > span.Start).OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (end <= until) continue;
            total += end - Math.Max(start, until);
            until = end;
        }

        return total;
    }
}
