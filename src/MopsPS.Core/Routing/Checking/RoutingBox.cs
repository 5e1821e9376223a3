using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Routing;

/// <summary>A set of leads: some classes in each dimension, and every combination of them. Immutable.</summary>
internal sealed class RoutingBox
{
    private readonly ulong[][] _sets;

    public RoutingBox(ulong[][] sets) => _sets = sets;

    /// <summary>Whether a class of a dimension is in it.</summary>
    public bool Has(int dimension, int id) => (_sets[dimension][id >> 6] >> (id & 63) & 1) != 0;

    /// <summary>The classes of a dimension.</summary>
    public IEnumerable<int> Classes(int dimension) => Enumerable.Range(0, _sets[dimension].Length * 64).Where(id => Has(dimension, id));

    /// <summary>Whether there is no lead in it.</summary>
    public bool IsEmpty => _sets.Any(set => set.All(word => word == 0));

    /// <summary>Whether it has a lead in common with another.</summary>
    public bool Meets(RoutingBox other)
    {
        for (var d = 0; d < _sets.Length; d++)
        {
            var meets = false;
            for (var word = 0; word < _sets[d].Length && !meets; word++) meets = (_sets[d][word] & other._sets[d][word]) != 0;
            if (!meets) return false;
        }

        return true;
    }

    /// <summary>Whether all of it is in another.</summary>
    public bool IsWithin(RoutingBox other)
    {
        for (var d = 0; d < _sets.Length; d++)
            for (var word = 0; word < _sets[d].Length; word++)
                if ((_sets[d][word] & ~other._sets[d][word]) != 0) return false;
        return true;
    }

    /// <summary>Whether its classes of a dimension are in another.</summary>
    public bool IsWithin(int dimension, RoutingBox other) => _sets[dimension].Zip(other._sets[dimension], (a, b) => a & ~b).All(word => word == 0);

    /// <summary>What it has in common with another.</summary>
    public RoutingBox And(RoutingBox other) => new([.. _sets.Select((set, d) => And(set, other._sets[d]))]);

    /// <summary>What is left of it without another, as boxes that have nothing in common: one at most for each dimension.</summary>
    public IEnumerable<RoutingBox> Without(RoutingBox other)
    {
        if (!Meets(other))
        {
            yield return this;
            yield break;
        }

        var rest = (ulong[][])_sets.Clone();
        for (var d = 0; d < _sets.Length; d++)
        {
            var outside = rest[d].Select((word, i) => word & ~other._sets[d][i]).ToArray();
            if (outside.Any(word => word != 0))
            {
                var box = (ulong[][])rest.Clone();
                box[d] = outside;
                yield return new RoutingBox(box);
            }

            rest[d] = And(rest[d], other._sets[d]);
        }
    }

    /// <summary>One box of two that differ in one dimension only; null for others.</summary>
    public RoutingBox? Joined(RoutingBox other)
    {
        var at = -1;
        for (var d = 0; d < _sets.Length; d++)
        {
            if (_sets[d].SequenceEqual(other._sets[d])) continue;
            if (at >= 0) return null;
            at = d;
        }

        if (at < 0) return this;
        var sets = (ulong[][])_sets.Clone();
        sets[at] = RoutingClasses.Union(_sets[at], other._sets[at]);
        return new RoutingBox(sets);
    }

    private static ulong[] And(ulong[] a, ulong[] b)
    {
        var both = new ulong[a.Length];
        for (var word = 0; word < both.Length; word++) both[word] = a[word] & b[word];
        return both;
    }
}
