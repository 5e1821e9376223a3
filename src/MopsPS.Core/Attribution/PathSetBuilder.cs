using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Attribution;

/// <summary>Collects aggregated paths such as <c>Email &gt; Direct</c> with their conversions, value and non-conversions.</summary>
internal sealed class PathSetBuilder(string separator)
{
    private readonly ChannelNames _channels = new();
    private readonly List<int> _touches = [];
    private readonly List<Journey> _journeys = [];

    public int Count => _journeys.Count;

    /// <summary>Whether any row had a value.</summary>
    public bool HasValue { get; private set; }

    /// <summary>Takes a path in.</summary>
    /// <param name="path">The channels in order; null or empty for conversions that no touchpoint precedes.</param>
    /// <param name="conversions">How many times it converted.</param>
    /// <param name="value">The value of these conversions, or null.</param>
    /// <param name="nonConversions">How many times it did not.</param>
    public void Add(string? path, double conversions, double? value, double nonConversions)
    {
        var start = _touches.Count;
        foreach (var part in (path ?? string.Empty).Split([separator], StringSplitOptions.None))
        {
            var name = part.Trim();
            if (name.Length > 0) _touches.Add(_channels.Add(name));
        }

        HasValue |= value is not null;
        _journeys.Add(new Journey
        {
            Start = start,
            Length = _touches.Count - start,
            Conversions = conversions,
            Value = value ?? 0,
            NonConversions = nonConversions,
            LeadCreation = -1,
            OpportunityCreation = -1,
        });
    }

    public JourneySet Build()
    {
        var (names, places) = _channels.Sort();
        var touches = _touches.Select(number => places[number]).ToArray();
        var journeys = _journeys.ToArray();
        Array.Sort(journeys, (a, b) => Compare(a, b, touches));
        return new JourneySet(names, journeys, touches, null, HasValue);
    }

    // Rows that compare as equal are alike in all that sums depend on.
    private static int Compare(in Journey a, in Journey b, int[] touches)
    {
        var order = new ReadOnlySpan<int>(touches, a.Start, a.Length).SequenceCompareTo(new ReadOnlySpan<int>(touches, b.Start, b.Length));
        if (order == 0) order = a.Conversions.CompareTo(b.Conversions);
        if (order == 0) order = a.Value.CompareTo(b.Value);
        return order != 0 ? order : a.NonConversions.CompareTo(b.NonConversions);
    }
}
