using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting;

/// <summary>
/// Collects KPIs by id, at most so many of the whole and so many by segment and period; counts stay exact. The whole becomes cards, all else a table:
/// a card for each segment and month would be a wall that nobody reads.
/// </summary>
internal sealed class ReportKpis(int max)
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<Entry> _order = [];
    private bool _any, _differ;
    private string? _period;

    /// <summary>The KPIs of the whole, those of one id together, in input order.</summary>
    public IReadOnlyList<Kpi> Whole => [.. _order.SelectMany(entry => entry.Cards.Shown).Take(max)];

    /// <summary>How many of the whole there were.</summary>
    public long WholeCount => _order.Sum(entry => entry.Cards.Count);

    /// <summary>The KPIs by segment and period, those of each id together, in input order.</summary>
    public IEnumerable<Group> Parts => _order.Select(entry => entry.Rows).Where(group => group.Count > 0);

    /// <summary>The period where all KPIs name the same one, else null.</summary>
    public string? Period => _differ ? null : _period;

    public void Add(Kpi kpi)
    {
        _differ |= _any && kpi.Period != _period;
        _period = kpi.Period;
        _any = true;
        if (!_entries.TryGetValue(kpi.Id, out var entry))
        {
            _entries.Add(kpi.Id, entry = new Entry());
            _order.Add(entry);
        }

        (kpi.Segment is null && kpi.Period is null ? entry.Whole : entry.Parts).Add(kpi, max);
    }

    internal sealed class Group
    {
        public static readonly Group Empty = new();

        public List<Kpi> Shown { get; } = [];

        public long Count { get; private set; }

        public void Add(Kpi kpi, int max)
        {
            Count++;
            if (Shown.Count < max) Shown.Add(kpi);
        }
    }

    private sealed class Entry
    {
        public Group Whole { get; } = new();

        public Group Parts { get; } = new();

        public Group Cards => IsOnePeriod ? Parts : Whole;

        public Group Rows => IsOnePeriod ? Group.Empty : Parts;

        // One period alone is the whole of what was asked for.
        private bool IsOnePeriod => Whole.Count == 0 && Parts.Count == 1 && Parts.Shown.Count == 1 && Parts.Shown[0].Segment is null;
    }
}
