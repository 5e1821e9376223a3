using System;
using System.Collections.Generic;
using MopsPS.Core.Consent;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Audience;

/// <summary>What is counted while rows come: consent by region, what the columns allowed to check, the first rows for each reason.</summary>
internal sealed class AudienceTally
{
    /// <summary>How many rows are told of for each reason.</summary>
    public const int MaxExamples = 5;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SourcePosition>[] _examples = new List<SourcePosition>[Enum.GetValues(typeof(AudienceReason)).Length];

    /// <summary>Rows that could not be read.</summary>
    public int Unreadable { get; set; }

    /// <summary>Rows with a date of consent that cannot be read.</summary>
    public int UnreadDates { get; private set; }

    /// <summary>Consent by region, in the order in which regions came up.</summary>
    public List<RegionTally> Regions { get; } = [];

    /// <summary>The files, in their order.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Whether every input had columns of consent, opt-outs, bounces, countries.</summary>
    public (bool Consent, bool OptOut, bool Bounce, bool Country) Has { get; private set; } = (true, true, true, true);

    /// <summary>Sees the columns of an input.</summary>
    public void Open(AudienceColumns columns)
    {
        var consent = columns.Consent;
        Has = (Has.Consent && consent.Consent.Count > 0, Has.OptOut && consent.OptOut.Count > 0, Has.Bounce && consent.HardBounced.Count > 0, Has.Country && consent.Country >= 0);
        if (columns.Source is { } source && !Sources.Contains(source)) Sources.Add(source);
    }

    /// <summary>Sees a row.</summary>
    /// <returns>The number of its region.</returns>
    public int Add(RecordReader row, int reasons, in ConsentReading reading, ConsentOutcome outcome, ConsentPlace place)
    {
        if (!_numbers.TryGetValue(place.Name, out var number))
        {
            _numbers.Add(place.Name, number = Regions.Count);
            Regions.Add(new RegionTally(place));
        }

        var region = Regions[number];
        region.Rows++;
        region.Count(reading.State);
        if (outcome == ConsentOutcome.Allowed) region.Allowed++;
        // Values that cannot be read have a reason of their own; what is left are dates.
        if (reading.UnreadColumn >= 0 && reading.State != ConsentState.Unreadable && reading.IsUnsubscribed is not null) UnreadDates++;
        for (var bit = 0; reasons != 0; bit++, reasons >>= 1)
        {
            if ((reasons & 1) == 0) continue;
            var examples = _examples[bit] ??= [];
            if (examples.Count < MaxExamples) examples.Add(RowValues.Position(row, -1));
        }

        return number;
    }

    /// <summary>Sees the first rows that have the mailbox of another one.</summary>
    public void AddDuplicates(IEnumerable<SourcePosition> rows) => _examples[(int)AudienceReason.Duplicate] = [.. rows];

    /// <summary>The first rows that have a reason of their own.</summary>
    public IReadOnlyList<SourcePosition> Examples(AudienceReason reason) => _examples[(int)reason] ?? (IReadOnlyList<SourcePosition>)[];
}

/// <summary>Consent in one region.</summary>
internal sealed class RegionTally(ConsentPlace place)
{
    private readonly int[] _states = new int[6];

    public ConsentPlace Place { get; } = place;

    public int Rows { get; set; }

    public int Allowed { get; set; }

    public int Kept { get; set; }

    public void Count(ConsentState state) => _states[(int)state]++;

    public AudienceRegion ToResult() => new()
    {
        Region = Place.Name,
        Law = Place.Region.Law,
        Rule = Place.Region.Rule,
        Rows = Rows,
        Granted = _states[(int)ConsentState.Granted],
        Implied = _states[(int)ConsentState.ImpliedByBusiness] + _states[(int)ConsentState.ImpliedByInquiry],
        Unknown = _states[(int)ConsentState.Unknown],
        Denied = _states[(int)ConsentState.Denied] + _states[(int)ConsentState.Unreadable],
        Allowed = Allowed,
        Kept = Kept,
    };
}
