using System;
using System.Collections.Generic;

namespace MopsPS.Core.Reporting;

/// <summary>Collects KPIs, at most so many of the whole and of each id's segments; counts stay exact.</summary>
internal sealed class ReportKpis(int max)
{
    private readonly Dictionary<string, Group> _segments = new(StringComparer.Ordinal);
    private readonly List<Group> _order = [];
    private bool _any, _differ;
    private string? _period;

    /// <summary>The KPIs of the whole.</summary>
    public Group Whole { get; } = new();

    /// <summary>The KPIs by segment, those of each id together, in input order.</summary>
    public IReadOnlyList<Group> Segments => _order;

    /// <summary>The period where all KPIs name the same one, else null.</summary>
    public string? Period => _differ ? null : _period;

    public void Add(Kpi kpi)
    {
        _differ |= _any && kpi.Period != _period;
        _period = kpi.Period;
        _any = true;
        if (kpi.Segment is null)
        {
            Whole.Add(kpi, max);
            return;
        }

        if (!_segments.TryGetValue(kpi.Id, out var group))
        {
            _segments.Add(kpi.Id, group = new Group());
            _order.Add(group);
        }

        group.Add(kpi, max);
    }

    internal sealed class Group
    {
        public List<Kpi> Shown { get; } = [];

        public long Count { get; private set; }

        public void Add(Kpi kpi, int max)
        {
            Count++;
            if (Shown.Count < max) Shown.Add(kpi);
        }
    }
}
