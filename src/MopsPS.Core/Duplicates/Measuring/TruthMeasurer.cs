using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Measures groups against a truth. Works on keys and numbers of groups, whatever they come from.</summary>
public sealed class TruthMeasurer
{
    // A wrong group of thousands has millions of wrong pairs; so many are looked through for the most telling ones.
    private const int MostLookedThrough = 50_000;

    private readonly DuplicateTruth _truth;
    private readonly List<int> _items = [];
    private readonly List<string> _keys = [];
    private readonly List<int> _clusters = [];
    private readonly List<int> _scopes = [];
    private readonly long _unjudged;
    private readonly long? _absent;

    /// <summary>Joins records and truth.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="keys">By record its key; null for none.</param>
    /// <param name="isWholeInput">Whether these are all records; else those of the truth that are not among them are alone.</param>
    public TruthMeasurer(DuplicateTruth truth, IReadOnlyList<string?> keys, bool isWholeInput)
    {
        _truth = truth ?? throw new ArgumentNullException(nameof(truth));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            if (truth.OthersAreAlone && keys[i] is { } other && !truth.TryGet(other, out _)) truth.Add(other, null);
            if (!truth.TryGet(keys[i], out _))
            {
                _unjudged++;
                continue;
            }

            seen.Add(keys[i]!);
            Add(i, keys[i]!);
        }

        _absent = isWholeInput ? truth.Keys.Count - seen.Count : null;
        if (isWholeInput) return;
        foreach (var key in truth.Keys)
            if (!seen.Contains(key)) Add(-1, key);
    }

    /// <summary>How many records are judged.</summary>
    public int Count => _items.Count;

    /// <summary>Measures groups.</summary>
    /// <param name="groupOf">By record its group; a record alone has a number below 0.</param>
    /// <param name="threshold">The threshold at which they were formed, or null.</param>
    /// <param name="mostErrors">How many errors of each kind are given.</param>
    /// <param name="score">The score of two records, or null where they were not compared; null for no scores.</param>
    /// <param name="evidence">The waterfall of two records; null for none.</param>
    public DuplicateMeasure Measure(
        IReadOnlyList<int> groupOf, double? threshold = null, int mostErrors = 0, Func<int, int, double?>? score = null, Func<int, int, IReadOnlyList<DuplicateEvidence>>? evidence = null)
    {
        var found = Found(groupOf);
        var pairs = PairMeasure.Of(found, _clusters);
        var cubed = BCubedMeasure.Of(found, _clusters);
        var overlap = ClusterOverlap.Of(found, _clusters);
        return new DuplicateMeasure
        {
            Threshold = threshold,
            Records = Count,
            Unjudged = _unjudged,
            Absent = _absent,
            FoundPairs = pairs.Found,
            TruePairs = pairs.True,
            CorrectPairs = pairs.Both,
            Precision = pairs.Precision,
            Recall = pairs.Recall,
            F1 = pairs.F1,
            BCubedPrecision = cubed.Precision,
            BCubedRecall = cubed.Recall,
            BCubedF1 = cubed.F1,
            ExactGroups = overlap.Exact,
            MergedGroups = overlap.Merged,
            SplitGroups = overlap.Split,
            IsWholeTruth = _truth.IsWhole,
            Errors =
            [
                .. Errors(DuplicateErrorKind.False, found, _clusters, mostErrors, score, evidence),
                .. Errors(DuplicateErrorKind.Missing, _clusters, found, mostErrors, score, evidence),
            ],
        };
    }

    // Of a truth that judges group by group, what was found across two of its groups is neither right nor wrong.
    private int[] Found(IReadOnlyList<int> groupOf)
    {
        var numbers = new Dictionary<(int, int), int>();
        var found = new int[Count];
        for (var i = 0; i < found.Length; i++)
        {
            var group = _items[i] < 0 ? -1 : groupOf[_items[i]];
            if (group < 0) found[i] = -1 - i;
            else if (numbers.TryGetValue((group, _scopes[i]), out var number)) found[i] = number;
            else numbers.Add((group, _scopes[i]), found[i] = numbers.Count);
        }

        return found;
    }

    // The pairs that one partition has and the other has not.
    private List<DuplicateError> Errors(
        DuplicateErrorKind kind, IReadOnlyList<int> has, IReadOnlyList<int> lacks, int most, Func<int, int, double?>? score, Func<int, int, IReadOnlyList<DuplicateEvidence>>? evidence)
    {
        var wrong = new List<(int A, int B, double? Score)>();
        if (most == 0) return [];
        foreach (var group in Enumerable.Range(0, Count).GroupBy(i => has[i]).Select(group => group.ToArray()).Where(group => group.Length > 1 && group.Any(i => lacks[i] != lacks[group[0]])))
        {
            for (var a = 0; a < group.Length && wrong.Count < MostLookedThrough; a++)
                for (var b = a + 1; b < group.Length && wrong.Count < MostLookedThrough; b++)
                    if (lacks[group[a]] != lacks[group[b]]) wrong.Add((group[a], group[b], Ask(score, group[a], group[b])));
        }

        return [.. wrong.OrderByDescending(pair => pair.Score ?? -1).ThenBy(pair => _keys[pair.A], StringComparer.Ordinal).ThenBy(pair => _keys[pair.B], StringComparer.Ordinal).Take(most)
            .Select(pair => new DuplicateError(kind, _keys[pair.A], _keys[pair.B])
            {
                Score = pair.Score,
                Evidence = Ask(evidence, pair.A, pair.B) ?? [],
            })];
    }

    private T? Ask<T>(Func<int, int, T?>? ask, int a, int b) => ask is null || _items[a] < 0 || _items[b] < 0 ? default : ask(_items[a], _items[b]);

    private void Add(int item, string key)
    {
        _truth.TryGet(key, out var place);
        _items.Add(item);
        _keys.Add(key);
        _clusters.Add(place.Cluster);
        _scopes.Add(place.Scope);
    }
}
