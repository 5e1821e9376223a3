using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reconciliation;

namespace MopsPS.Core.Metrics;

/// <summary>The values of one source: sums by metric and place, as decimal numbers, so that their order does not matter.</summary>
internal sealed class MetricStore(string name)
{
    private const char Separator = '\u001F';

    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public long Rows { get; set; }

    public long Unreadable { get; set; }

    /// <summary>UTC seconds since 1970.</summary>
    public long? Newest { get; set; }

    /// <summary>How many levels of the hierarchy all its inputs have, from the top.</summary>
    public int Depth { get; set; } = int.MaxValue;

    /// <summary>By metric, the sums by place.</summary>
    public SortedDictionary<string, Dictionary<string, decimal>> Metrics { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The key of a place.</summary>
    public static string Key(IEnumerable<string> path) => string.Join(Separator.ToString(), path);

    /// <summary>The parts of a key.</summary>
    public static string[] Parts(string key) => key.Split(Separator);

    /// <summary>A value of a dimension as it is compared; the spelling that is shown is the least of all.</summary>
    public string Place(string? value)
    {
        var shown = value?.Trim() is { Length: > 0 } text ? text : "(blank)";
        var place = CompareText.Plain(shown, false);
        if (!_shown.TryGetValue(place, out var known) || string.CompareOrdinal(shown, known) < 0) _shown[place] = shown;
        return place;
    }

    /// <summary>How a place is written here; null where it is not there.</summary>
    public string? Shown(string place) => _shown.TryGetValue(place, out var shown) ? shown : null;

    public void Add(string metric, string key, decimal value)
    {
        if (!Metrics.TryGetValue(metric, out var cells)) Metrics.Add(metric, cells = new Dictionary<string, decimal>(StringComparer.Ordinal));
        cells[key] = (cells.TryGetValue(key, out var sum) ? sum : 0) + value;
    }

    /// <summary>The sums of a metric at some level.</summary>
    public Dictionary<string, decimal> At(string metric, int level)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (!Metrics.TryGetValue(metric, out var cells)) return sums;
        foreach (var cell in cells)
        {
            var key = level == 0 ? string.Empty : Key(Parts(cell.Key).Take(level));
            sums[key] = (sums.TryGetValue(key, out var sum) ? sum : 0) + cell.Value;
        }

        return sums;
    }
}
