using System.Collections.Generic;

namespace MopsPS.Core.Matching;

/// <summary>
/// B-cubed precision and recall (Bagga and Baldwin 1998): for each record the share of its group that belongs there, and the share of its true group that is there;
/// the means over all records. Large groups do not outweigh the others as they do where pairs are counted, and records that are rightly alone count, too.
/// </summary>
/// <param name="Precision">The mean share of a record's group that is the same thing; 1 where there are no records.</param>
/// <param name="Recall">The mean share of a record's true group that it was put with; 1 where there are no records.</param>
public sealed record BCubedMeasure(double Precision, double Recall)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Measures groups.</summary>
    /// <param name="found">For each record the group that it was found in; a record alone has a number of its own.</param>
    /// <param name="truth">For each record the group that it is in.</param>
    public static BCubedMeasure Of(IReadOnlyList<int> found, IReadOnlyList<int> truth)
    {
        if (found.Count == 0) return new BCubedMeasure(1, 1);
        var overlap = ClusterOverlap.Of(found, truth);
        // Each of n records that a group and a cluster share sees n of the group's, and of the cluster's, records.
        double precision = 0, recall = 0;
        foreach (var (group, cluster, shared) in overlap.Cells)
        {
            precision += (double)shared * shared / overlap.FoundSize[group];
            recall += (double)shared * shared / overlap.TrueSize[cluster];
        }

        return new BCubedMeasure(precision / found.Count, recall / found.Count);
    }
}
