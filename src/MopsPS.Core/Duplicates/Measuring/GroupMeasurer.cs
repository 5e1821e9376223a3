using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>
/// Measures groups or pairs that a search wrote. At a threshold a group whose score is lower falls into the parts that its own pairs still link; pairs without groups
/// are linked one to the next. <see cref="RunMeasurer"/>, which has the records, forms groups anew instead.
/// </summary>
public sealed class GroupMeasurer
{
    private readonly Dictionary<int, int> _places = [];
    private readonly List<DuplicateMember> _members = [];
    private readonly List<(int A, int B, DuplicatePair Pair)> _pairs = [];
    private readonly List<(int[] Members, double Score, DuplicateBand Band)> _groups = [];

    /// <summary>The members so far, each once.</summary>
    public IReadOnlyList<DuplicateMember> Members => _members;

    /// <summary>Takes a group.</summary>
    public void Add(DuplicateGroup group)
    {
        if (group is null) throw new ArgumentNullException(nameof(group));
        _groups.Add(([.. group.Members.Select(Place)], group.Score, group.Band));
        foreach (var pair in group.Pairs) Add(pair);
        foreach (var pair in group.Related) Add(pair);
    }

    /// <summary>Takes a pair.</summary>
    public void Add(DuplicatePair pair)
    {
        if (pair is null) throw new ArgumentNullException(nameof(pair));
        _pairs.Add((Place(pair.Left), Place(pair.Right), pair));
    }

    /// <summary>Measures what was taken.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="keyOf">The key of a member.</param>
    /// <param name="thresholds">The thresholds; none for the groups and pairs of band Match as they are.</param>
    /// <param name="mostErrors">How many errors of each kind are given.</param>
    /// <returns>One measure for each threshold; null where no record is in the truth.</returns>
    public IReadOnlyList<DuplicateMeasure>? Measure(DuplicateTruth truth, Func<DuplicateMember, string?> keyOf, IReadOnlyList<double> thresholds, int mostErrors)
    {
        var keys = _members.Select(keyOf).ToArray();
        if (!truth.OthersAreAlone && !keys.Any(key => truth.TryGet(key, out _))) return null;
        var measurer = new TruthMeasurer(truth, keys, isWholeInput: false);
        var known = new Dictionary<(int, int), DuplicatePair>();
        foreach (var (a, b, pair) in _pairs) known[(Math.Min(a, b), Math.Max(a, b))] = pair;
        return [.. (thresholds.Count == 0 ? [null] : thresholds.Select(threshold => (double?)threshold))
            .Select(threshold => measurer.Measure(Partition(threshold), threshold, mostErrors, (a, b) => Find(a, b)?.Score, (a, b) => Find(a, b)?.Evidence ?? []))];

        DuplicatePair? Find(int a, int b) => known.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out var pair) ? pair : null;
    }

    private int[] Partition(double? threshold)
    {
        var parent = Enumerable.Range(0, _members.Count).ToArray();
        var groupOf = Enumerable.Repeat(-1, _members.Count).ToArray();
        for (var g = 0; g < _groups.Count; g++)
        {
            var (members, score, band) = _groups[g];
            foreach (var member in members) groupOf[member] = g;
            if (threshold is { } least ? score < least : band != DuplicateBand.Match) continue;
            for (var i = 1; i < members.Length; i++) Join(members[0], members[i]);
        }

        foreach (var (a, b, pair) in _pairs)
        {
            // A pair that leads from one group to another was judged when the groups were formed.
            var isInside = groupOf[a] == groupOf[b] && (groupOf[a] < 0 || threshold is not null);
            if (isInside && (threshold is { } least ? pair.Score >= least : pair.Band == DuplicateBand.Match)) Join(a, b);
        }

        return [.. Enumerable.Range(0, parent.Length).Select(Root)];

        int Root(int member)
        {
            while (parent[member] != member) member = parent[member] = parent[parent[member]];
            return member;
        }

        void Join(int a, int b)
        {
            int x = Root(a), y = Root(b);
            parent[Math.Max(x, y)] = Math.Min(x, y);
        }
    }

    private int Place(DuplicateMember member)
    {
        if (!_places.TryGetValue(member.Ordinal, out var place))
        {
            _places.Add(member.Ordinal, place = _members.Count);
            _members.Add(member);
        }

        return place;
    }
}
