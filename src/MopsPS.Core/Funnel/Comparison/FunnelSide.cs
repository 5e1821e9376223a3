using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Funnel.Comparison;

/// <summary>One side of a comparison: by segment, how many entered and what moved on at each stage.</summary>
internal sealed class FunnelSide
{
    private readonly Dictionary<string, FunnelCounts> _segments = new(StringComparer.Ordinal);

    public FunnelSide(IEnumerable<FunnelStage> rows, IReadOnlyList<string> stages, FunnelCompareOptions options)
    {
        foreach (var row in rows)
        {
            var name = string.Join(", ", row.By.Where(pair => !options.Sides.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Select(pair => $"{pair.Key} = {pair.Value}"));
            if (!_segments.TryGetValue(name, out var counts)) _segments.Add(name, counts = new FunnelCounts(stages.Count));
            var s = row.Order - 1;
            counts.Entered[s] += row.Entered;
            counts.Trials[s] += options.IsMatured ? row.Matured : row.Entered;
            counts.Successes[s] += options.IsMatured ? row.MaturedReached : row.ReachedNext ?? 0;
            Timed += s == 0 ? row.Timed : 0;
            Matured += s == 0 ? row.Matured : 0;
        }

        Entered = _segments.Values.Sum(counts => counts.Entered[0]);
    }

    public IEnumerable<string> Segments => _segments.Keys;

    public long Entered { get; }

    /// <summary>Of how many at the first stage the time is known.</summary>
    public long Timed { get; }

    /// <summary>How many of those are matured.</summary>
    public long Matured { get; }

    public FunnelCounts this[string segment] => _segments.TryGetValue(segment, out var counts) ? counts : new FunnelCounts(0);
}

/// <summary>The counts of one segment by stage.</summary>
internal sealed class FunnelCounts(int stages)
{
    public long[] Entered { get; } = new long[Math.Max(1, stages)];

    /// <summary>Out of how many the rate to the next stage is.</summary>
    public long[] Trials { get; } = new long[Math.Max(1, stages)];

    /// <summary>How many of those moved on.</summary>
    public long[] Successes { get; } = new long[Math.Max(1, stages)];

    public double? Rate(int stage) => stage < Trials.Length && Trials[stage] > 0 ? (double)Successes[stage] / Trials[stage] : null;

    public long TrialsAt(int stage) => stage < Trials.Length ? Trials[stage] : 0;

    public long SuccessesAt(int stage) => stage < Successes.Length ? Successes[stage] : 0;
}
