using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Attribution;

/// <summary>Numbers channels as they come up. Case does not count; of several spellings the first by ordinal comparison is shown, whatever the row order.</summary>
internal sealed class ChannelNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    /// <summary>The number of a channel.</summary>
    public int Add(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
        {
            if (string.CompareOrdinal(name, _names[number]) < 0) _names[number] = name;
            return number;
        }

        _numbers.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }

    /// <summary>The names in ordinal order, and the place of each number in it.</summary>
    public (string[] Names, int[] Places) Sort()
    {
        var order = Enumerable.Range(0, _names.Count).OrderBy(number => _names[number], StringComparer.Ordinal).ToArray();
        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++) places[order[i]] = i;
        return ([.. order.Select(number => _names[number])], places);
    }
}
