using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Routing;

/// <summary>
/// One thing that rules look at, as classes of values: values of one class fit the same rules, so that one bit set for each class says all. The
/// bit vectors of packet classification (Lakshman and Stiliadis, SIGCOMM 1998); the classes of all things together are the whole domain, so that the check of the
/// rules is exact on them.
/// </summary>
internal sealed class RoutingClasses
{
    private readonly Dictionary<string, int> _byRules = new(StringComparer.Ordinal);
    private readonly List<ulong[]> _rules = [];
    private readonly List<bool> _isPast = [];

    public RoutingClasses(int rules) => Words = Math.Max(1, (rules + 63) / 64);

    /// <summary>How many words a bit set of rules has.</summary>
    public int Words { get; }

    /// <summary>How many classes there are.</summary>
    public int Count => _rules.Count;

    /// <summary>The rules that values of a class fit.</summary>
    public ulong[] Rules(int id) => _rules[id];

    /// <summary>Whether the values of a class lie before the day of the check.</summary>
    public bool IsPast(int id) => _isPast[id];

    /// <summary>The class of values that fit these rules; a new one where there is none yet.</summary>
    public int Of(ulong[] rules, bool isPast = false)
    {
        var key = string.Join(",", rules) + (isPast ? "-" : string.Empty);
        if (_byRules.TryGetValue(key, out var id)) return id;
        _byRules.Add(key, id = _rules.Count);
        _rules.Add(rules);
        _isPast.Add(isPast);
        return id;
    }

    /// <summary>The bit set of the rules for which something holds.</summary>
    public ulong[] Where(IReadOnlyList<RoutingRule> rules, Func<int, bool> holds)
    {
        var bits = new ulong[Words];
        for (var i = 0; i < rules.Count; i++)
            if (holds(i)) bits[i >> 6] |= 1UL << (i & 63);
        return bits;
    }

    /// <summary>The union of two bit sets.</summary>
    public static ulong[] Union(ulong[] a, ulong[] b) => [.. a.Zip(b, (x, y) => x | y)];

    /// <summary>Whether a bit set has a rule.</summary>
    public static bool Has(ulong[] bits, int rule) => (bits[rule >> 6] >> (rule & 63) & 1) != 0;
}
