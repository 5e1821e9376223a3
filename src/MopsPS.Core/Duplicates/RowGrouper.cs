using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Matching.Clustering;

namespace MopsPS.Core.Duplicates;

/// <summary>
/// Turns pairs of records into groups of rows. What is sure is grouped first; of the records that are left over, those with a link that is worth a look form
/// groups for review.
/// </summary>
internal sealed class RowGrouper(DuplicateRun run, PairIndex pairs, bool[] isKnown, CancellationToken cancellation)
{
    private readonly bool _isAnyKnown = run.Finder.Inputs.Any(input => input.IsKnown);

    /// <summary>Groups rows.</summary>
    /// <param name="threshold">The probability from which records are the same.</param>
    /// <param name="review">The probability from which a pair is worth a look.</param>
    public IReadOnlyList<FoundGroup> Group(double threshold, double review)
    {
        var sure = run.Engine.GroupsAt(threshold) ?? Agglomeration.Group(pairs, run.Scorer, threshold, null, cancellation);
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

        if (review < threshold) Take(Agglomeration.Group(pairs, run.Scorer, review, (bool[])taken.Clone(), cancellation), DuplicateBand.Review, review);
        found.Sort((x, y) => x.Rows[0].CompareTo(y.Rows[0]));
        return found;

        void Take(List<int[]> groups, DuplicateBand band, double floor)
        {
            if (groups.Count == 0) return;
            var scores = Scores(groups, floor);
            for (var g = 0; g < groups.Count; g++)
            {
                foreach (var record in groups[g]) taken[record] = true;
                if (!Array.TrueForAll(groups[g], record => isKnown[record])) Add(Rows(groups[g]), scores[g], band);
            }
        }

        void Add(int[] rows, double score, DuplicateBand band)
        {
            if (!_isAnyKnown || !Array.TrueForAll(rows, row => run.Finder.Locate(row).Input.IsKnown)) found.Add(new FoundGroup(rows, score, band));
        }
    }

    private int[] Rows(int[] records)
    {
        var rows = new int[records.Sum(record => run.Set.Rows(record).Count)];
        var count = 0;
        foreach (var record in records)
        {
            foreach (var row in run.Set.Rows(record)) rows[count++] = row;
        }

        Array.Sort(rows);
        return rows;
    }

    // The least sure link of the surest tree that holds a group together (Kruskal 1956).
    private double[] Scores(List<int[]> groups, double floor)
    {
        var groupOf = new int[run.Set.Count];
        var parent = new int[run.Set.Count];
        for (var g = 0; g < groups.Count; g++)
        {
            foreach (var record in groups[g]) (groupOf[record], parent[record]) = (g + 1, record);
        }

        var least = new float[groups.Count];
        var open = groups.ConvertAll(group => group.Length - 1);
        var left = open.Sum();
        foreach (var number in pairs.BySurety)
        {
            if (left == 0) break;
            var pair = pairs[number];
            var g = groupOf[pair.Left] - 1;
            if (g < 0 || groupOf[pair.Right] - 1 != g) continue;
            int a = Root(pair.Left), b = Root(pair.Right);
            if (a == b) continue;
            parent[a] = b;
            least[g] = pair.Odds;
            open[g]--;
            left--;
        }

        return [.. least.Select((bits, g) => open[g] > 0 ? floor : DuplicateRun.Probability(bits))];

        int Root(int record)
        {
            while (parent[record] != record) record = parent[record] = parent[parent[record]];
            return record;
        }
    }
}
