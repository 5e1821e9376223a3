using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Matching.Blocking;
using MopsPS.Core.Matching.Clustering;

namespace MopsPS.Core.Duplicates;

/// <summary>
/// Turns pairs of records into groups of rows. What is sure is grouped first; of the records that are left over, those with a link that is worth a look form
/// groups for review.
/// </summary>
internal sealed class RowGrouper(DuplicateRun run, IReadOnlyList<ScoredPair> pairs, bool[] isKnown, CancellationToken cancellation)
{
    /// <summary>Groups rows.</summary>
    public IReadOnlyList<FoundGroup> Group(double threshold, double review)
    {
        var sure = Agglomeration.Group(run.Set, run.Scorer, pairs, threshold, cancellation);
        var found = new List<FoundGroup>();
        var taken = new bool[run.Set.Count];
        Take(sure, DuplicateBand.Match, threshold);
        // Rows that are equal in all that is compared, and like no other record.
        for (var record = 0; record < taken.Length; record++)
        {
            var rows = run.Set.Rows(record);
            if (taken[record] || rows.Count == 1) continue;
            var probability = DuplicateRun.Probability(run.Equal(record));
            if (probability < Math.Min(threshold, review)) continue;
            taken[record] = true;
            Add([.. rows], probability, probability >= threshold ? DuplicateBand.Match : DuplicateBand.Review);
        }

        if (review < threshold)
        {
            var rest = pairs.Where(pair => !taken[pair.Left] && !taken[pair.Right]).ToArray();
            Take(Agglomeration.Group(run.Set, run.Scorer, rest, review, cancellation), DuplicateBand.Review, review);
        }

        found.Sort((x, y) => x.Rows[0].CompareTo(y.Rows[0]));
        return found;

        void Take(List<int[]> groups, DuplicateBand band, double floor)
        {
            if (groups.Count == 0) return;
            var scores = Scores(groups, floor);
            for (var g = 0; g < groups.Count; g++)
            {
                foreach (var record in groups[g]) taken[record] = true;
                if (groups[g].All(record => isKnown[record])) continue;
                Add([.. groups[g].SelectMany(record => run.Set.Rows(record)).OrderBy(row => row)], scores[g], band);
            }
        }

        void Add(int[] rows, double score, DuplicateBand band)
        {
            if (run.Finder.Inputs.Any(input => input.IsKnown) && Array.TrueForAll(rows, row => run.Finder.Locate(row).Input.IsKnown)) return;
            found.Add(new FoundGroup(rows, score, band));
        }
    }

    // The least sure link of the surest tree that holds a group together (Kruskal 1956).
    private double[] Scores(List<int[]> groups, double floor)
    {
        var groupOf = new Dictionary<int, int>();
        for (var g = 0; g < groups.Count; g++)
            foreach (var record in groups[g]) groupOf[record] = g;
        var parent = groupOf.Keys.ToDictionary(record => record, record => record);
        var least = Enumerable.Repeat(float.PositiveInfinity, groups.Count).ToArray();
        var open = groups.Select(group => group.Length - 1).ToArray();
        foreach (var pair in pairs.OrderByDescending(pair => pair.Odds))
        {
            if (!groupOf.TryGetValue(pair.Left, out var g) || !groupOf.TryGetValue(pair.Right, out var other) || g != other) continue;
            int a = Root(pair.Left), b = Root(pair.Right);
            if (a == b) continue;
            parent[a] = b;
            least[g] = pair.Odds;
            open[g]--;
        }

        return [.. least.Select((bits, g) => open[g] > 0 || float.IsInfinity(bits) ? floor : DuplicateRun.Probability(bits))];

        int Root(int record)
        {
            while (parent[record] != record) record = parent[record] = parent[parent[record]];
            return record;
        }
    }
}
