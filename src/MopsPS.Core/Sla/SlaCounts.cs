using System;
using System.Collections.Generic;

namespace MopsPS.Core.Sla;

/// <summary>What could not be measured, by measure, and the regions without a calendar of their own.</summary>
internal sealed class SlaCounts
{
    private const int MostRegions = 50;

    private readonly Dictionary<SlaMeasure, Unmeasured> _counts = [];
    private readonly SortedDictionary<string, long> _regions = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, long>> Regions => _regions;

    public Unmeasured Of(SlaMeasure measure)
    {
        if (!_counts.TryGetValue(measure, out var counts)) _counts.Add(measure, counts = new Unmeasured());
        return counts;
    }

    public void SeeRegion(string? region)
    {
        region ??= "(none)";
        if (!_regions.TryGetValue(region, out var count) && _regions.Count >= MostRegions) region = "(others)";
        _regions.TryGetValue(region, out count);
        _regions[region] = count + 1;
    }

    internal sealed class Unmeasured
    {
        public long Before { get; set; }

        public long NoDate { get; set; }

        public long Future { get; set; }
    }
}
