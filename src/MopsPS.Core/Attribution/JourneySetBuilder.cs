using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Attribution;

/// <summary>
/// Collects touchpoints and makes journeys of them. A row that names its conversion belongs to that one; any other touchpoint belongs to the first
/// conversion of the same id at or after it, and to an open journey where there is none. Touchpoints of the same instant are ordered by channel.
/// </summary>
internal sealed class JourneySetBuilder
{
    private readonly AttributionOptions _options;
    private readonly ChannelNames _channels = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<Row> _rows = [];

    public JourneySetBuilder(AttributionOptions options) => _options = options;

    /// <summary>How many rows were taken in.</summary>
    public int Count => _rows.Count;

    /// <summary>What was left out on the way; filled by <see cref="Build"/>.</summary>
    public JourneyCounts Counts { get; } = new();

    /// <summary>The cost of all touchpoints between Since and Until, by channel; filled by <see cref="Build"/>.</summary>
    public Dictionary<string, double> Costs { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string id, in Touchpoint touch)
    {
        if (!_ids.TryGetValue(id, out var number))
        {
            _ids.Add(id, number = _names.Count);
            _names.Add(id);
        }

        _rows.Add(new Row { Id = number, Channel = touch.Channel is null ? -1 : _channels.Add(touch.Channel), Touch = touch });
    }

    public JourneySet Build()
    {
        var (names, places) = _channels.Sort();
        var ranks = new int[_names.Count];
        var byName = Enumerable.Range(0, ranks.Length).OrderBy(number => _names[number], StringComparer.Ordinal).ToArray();
        for (var i = 0; i < byName.Length; i++) ranks[byName[i]] = i;
        var rows = _rows.Select(row => row with { Id = ranks[row.Id], Channel = row.Channel < 0 ? -1 : places[row.Channel] }).ToArray();
        Array.Sort(rows, Compare);
        SumCosts(rows, names);

        var output = new Output();
        for (int start = 0, end; start < rows.Length; start = end)
        {
            end = start + 1;
            while (end < rows.Length && rows[end].Id == rows[start].Id) end++;
            AddPerson(new ReadOnlySpan<Row>(rows, start, end - start), output);
        }

        return new JourneySet(names, [.. output.Journeys], [.. output.Touches], [.. output.Ticks], rows.Any(row => row.Touch.Value is not null));
    }

    private static int Compare(Row a, Row b)
    {
        var order = a.Id.CompareTo(b.Id);
        if (order == 0) order = a.Touch.Time.CompareTo(b.Touch.Time);
        if (order == 0) order = a.Channel.CompareTo(b.Channel);
        if (order == 0) order = a.Touch.ConversionTime.CompareTo(b.Touch.ConversionTime);
        return order != 0 ? order : Nullable.Compare(a.Touch.Cost, b.Touch.Cost);
    }

    private void SumCosts(Row[] rows, string[] names)
    {
        var sums = new CompensatedSum[names.Length];
        var has = new bool[names.Length];
        foreach (var row in rows.OrderBy(row => row.Channel).ThenBy(row => row.Touch.Cost))
        {
            if (row.Channel < 0 || row.Touch.Cost is not double cost || !IsInside(row.Touch.Time)) continue;
            sums[row.Channel].Add(cost);
            has[row.Channel] = true;
        }

        for (var i = 0; i < names.Length; i++) if (has[i]) Costs[names[i]] = sums[i].Value;
    }

    private void AddPerson(ReadOnlySpan<Row> rows, Output output)
    {
        var conversions = new SortedDictionary<long, Conversion>();
        foreach (var row in rows)
        {
            if (row.Touch.ConversionTime == 0) continue;
            if (!conversions.TryGetValue(row.Touch.ConversionTime, out var conversion)) conversions.Add(row.Touch.ConversionTime, conversion = new Conversion());
            conversion.See(row.Touch);
        }

        Counts.ConflictingValues += conversions.Values.Count(conversion => conversion.IsConflicting);
        var times = conversions.Keys.ToArray();
        var open = new List<Row>();
        foreach (var row in rows)
        {
            if (row.Channel < 0) continue;
            var time = row.Touch.ConversionTime != 0 ? row.Touch.ConversionTime : times.FirstOrDefault(at => at >= row.Touch.Time);
            if (time == 0) open.Add(row);
            else if (row.Touch.Time > time) Counts.AfterConversion++;
            else conversions[time].Rows.Add(row);
        }

        foreach (var pair in conversions)
        {
            if (!IsInside(pair.Key))
            {
                Counts.OutsideWindow++;
                continue;
            }

            var journey = pair.Value.ToJourney();
            AddJourney(pair.Value.Rows, pair.Key, journey, pair.Value, output);
            if (output.Journeys[output.Journeys.Count - 1].Length == 0) Counts.Untouched++;
        }

        // A journey whose conversions lie before its touchpoints is a new one; it has not converted so far.
        if (open.Count == 0) return;
        var last = open[open.Count - 1].Touch.Time;
        if (IsInside(last)) AddJourney(open, last, new Journey { NonConversions = 1, LeadCreation = -1, OpportunityCreation = -1 }, null, output);
        else Counts.OutsideWindow++;
    }

    private void AddJourney(List<Row> rows, long end, Journey journey, Conversion? conversion, Output output)
    {
        var first = end - (long)Math.Min(_options.LookbackDays * TimeSpan.TicksPerDay, long.MaxValue / 2);
        var start = output.Touches.Count;
        int lead = -1, opportunity = -1;
        foreach (var row in rows)
        {
            if (row.Touch.Time < first)
            {
                Counts.OutsideLookback++;
                continue;
            }

            // The touchpoint that made the lead is the last one up to the moment at which it was made.
            var place = output.Touches.Count - start;
            if (conversion is not null && row.Touch.Time <= conversion.LeadCreated) lead = place;
            if (conversion is not null && row.Touch.Time <= conversion.OpportunityCreated) opportunity = place;
            output.Touches.Add(row.Channel);
            output.Ticks.Add(row.Touch.Time);
        }

        output.Journeys.Add(new Journey
        {
            Start = start,
            Length = output.Touches.Count - start,
            Conversions = journey.Conversions,
            Value = journey.Value,
            NonConversions = journey.NonConversions,
            LeadCreation = lead,
            OpportunityCreation = opportunity,
        });
    }

    private bool IsInside(long ticks) => !(ticks < _options.Since?.Ticks) && !(ticks >= _options.Until?.Ticks);

    private readonly record struct Row
    {
        public int Id { get; init; }

        public int Channel { get; init; }

        public Touchpoint Touch { get; init; }
    }

    private sealed class Output
    {
        public List<Journey> Journeys { get; } = [];

        public List<int> Touches { get; } = [];

        public List<long> Ticks { get; } = [];
    }

    private sealed class Conversion
    {
        private double? _value;

        public List<Row> Rows { get; } = [];

        public bool IsConflicting { get; private set; }

        public long LeadCreated { get; private set; }

        public long OpportunityCreated { get; private set; }

        // Rows that repeat the conversion should agree; where they do not, the larger value and the earlier date hold, whatever the row order.
        public void See(in Touchpoint touch)
        {
            if (touch.Value is double value)
            {
                IsConflicting |= _value is double known && known != value;
                _value = Math.Max(_value ?? value, value);
            }

            LeadCreated = Earlier(LeadCreated, touch.LeadCreated);
            OpportunityCreated = Earlier(OpportunityCreated, touch.OpportunityCreated);
        }

        public Journey ToJourney() => new() { Conversions = 1, Value = _value ?? 0 };

        private static long Earlier(long known, long other) => known == 0 ? other : other == 0 ? known : Math.Min(known, other);
    }
}
