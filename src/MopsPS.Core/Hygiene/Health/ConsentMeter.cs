using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Consent;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>Counts consent by region.</summary>
internal sealed class ConsentMeter(ConsentReader reader, ConsentRegions regions, DateTime asOf)
{
    private readonly Dictionary<string, Region> _regions = new(StringComparer.Ordinal);
    private readonly long _now = (asOf.Ticks - new DateTime(1970, 1, 1).Ticks) / TimeSpan.TicksPerSecond;

    public long Rows { get; private set; }

    public long Allowed { get; private set; }

    public void Add(RecordReader row, ConsentColumns columns)
    {
        var reading = reader.Read(row, columns);
        var place = columns.Country < 0 ? regions.Other : regions.Of(row.GetUtf8(columns.Country));
        var name = place.Name.Length == 0 ? "other" : place.Name;
        if (!_regions.TryGetValue(name, out var region)) _regions.Add(name, region = new Region());
        Rows++;
        region.Records++;
        var outcome = regions.Judge(reading, place);
        if (outcome == ConsentOutcome.Allowed)
        {
            Allowed++;
            region.Allowed++;
        }

        if (outcome == ConsentOutcome.Expired) region.Expired++;
        if (reading.IsUnsubscribed == true || reading.State == ConsentState.Denied) region.Denied++;
        else if (reading.State == ConsentState.Granted) region.Granted++;
        else if (reading.State is ConsentState.ImpliedByBusiness or ConsentState.ImpliedByInquiry) region.Implied++;
        else region.Unknown++;
        if (reading.State > ConsentState.Unknown && reading.GivenUtc is { } given && given <= _now) region.Ages.Add(CivilDate.DayOf(given));
    }

    /// <summary>The regions, the largest first.</summary>
    public IEnumerable<HealthRegion> Finish() => _regions.OrderByDescending(pair => pair.Value.Records).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new HealthRegion
    {
        Region = pair.Key,
        Records = pair.Value.Records,
        Allowed = pair.Value.Allowed,
        Granted = pair.Value.Granted,
        Implied = pair.Value.Implied,
        Denied = pair.Value.Denied,
        Unknown = pair.Value.Unknown,
        Expired = pair.Value.Expired,
        MedianAgeDays = pair.Value.Ages.Quantile(0.5) is { } day ? CivilDate.DayOf(_now) - day : null,
    });

    private sealed class Region
    {
        public long Records { get; set; }

        public long Allowed { get; set; }

        public long Granted { get; set; }

        public long Implied { get; set; }

        public long Denied { get; set; }

        public long Unknown { get; set; }

        public long Expired { get; set; }

        public DayCounts Ages { get; } = new();
    }
}
