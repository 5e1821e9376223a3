using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Routing;

/// <summary>The day of the routing; a lead without one counts as routed on the day of the check.</summary>
internal sealed class DateDimension : RoutingDimension
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly int[] _cuts;
    private readonly int[] _ofInterval;
    private readonly int _today;

    public DateDimension(IReadOnlyList<RoutingRule> rules, DateTime today) : base(rules.Count)
    {
        _today = DayOf(today);
        for (var i = 0; i < rules.Count; i++)
            if (rules[i].From > rules[i].Until) throw new RoutingRuleException(i, "until", -1, "'until' is before 'from'.");
        var from = rules.Select(rule => rule.From is { } day ? DayOf(day) : (int?)null).ToArray();
        var until = rules.Select(rule => rule.Until is { } day ? DayOf(day) : (int?)null).ToArray();
        // The day of the check is a cut, so that what lies before it is apart.
        _cuts = [.. from.OfType<int>().Concat(until.OfType<int>().Select(day => day + 1)).Append(_today).Distinct().OrderBy(day => day)];
        HasDates = from.Concat(until).Any(day => day is not null);
        _ofInterval = [.. Enumerable.Range(0, _cuts.Length + 1).Select(at => Classes.Of(
            Classes.Where(rules, i => Start(at) >= (from[i] ?? int.MinValue) && Start(at) <= (until[i] ?? int.MaxValue)), isPast: HasDates && Start(at) < _today))];
    }

    /// <summary>Whether any rule has a date.</summary>
    public bool HasDates { get; }

    /// <summary>The day of a date, counted from 1970.</summary>
    public static int DayOf(DateTime date) => (int)Math.Floor((date.Date - Epoch).TotalDays);

    /// <summary>The class of a day; null for the day of the check.</summary>
    public int Of(int? day)
    {
        var at = Array.BinarySearch(_cuts, day ?? _today);
        return _ofInterval[at >= 0 ? at + 1 : ~at];
    }

    /// <inheritdoc/>
    public override string Describe(ISet<int> classes)
    {
        var parts = new List<string>();
        for (var at = 0; at < _ofInterval.Length; at++)
        {
            if (!classes.Contains(_ofInterval[at])) continue;
            var from = Start(at);
            while (at + 1 < _ofInterval.Length && classes.Contains(_ofInterval[at + 1])) at++;
            parts.Add(at == _cuts.Length ? $"from {Text(from)}" : $"{Text(from)} to {Text(_cuts[at] - 1)}");
        }

        return "dates " + List(parts);
    }

    /// <inheritdoc/>
    public override void Show(int id, RoutingSample lead)
    {
        if (HasDates) lead.Date = Text(Start(Array.IndexOf(_ofInterval, id)));
    }

    private static string Text(int day) => Epoch.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The first one has no start: the day before the first cut stands for it.
    private int Start(int at) => at == 0 ? _cuts[0] - 1 : _cuts[at - 1];
}
