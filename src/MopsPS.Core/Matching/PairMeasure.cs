using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Matching;

/// <summary>Pairwise precision, recall and F1 of groups against the truth (Menestrina, Whang and Garcia-Molina 2010): every pair within a group counts once.</summary>
/// <param name="Found">The pairs that were found.</param>
/// <param name="True">The pairs that are true.</param>
/// <param name="Both">The pairs that are both.</param>
public sealed record PairMeasure(long Found, long True, long Both)
{
    /// <summary>The share of the found pairs that are true; 1 where nothing was found.</summary>
    public double Precision => Found == 0 ? 1 : (double)Both / Found;

    /// <summary>The share of the true pairs that were found; 1 where there are none.</summary>
    public double Recall => True == 0 ? 1 : (double)Both / True;

    /// <summary>The harmonic mean of precision and recall (van Rijsbergen 1979).</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Measures groups.</summary>
    /// <param name="found">For each record the group that it was found in; records of one group have one number, a record alone a number of its own.</param>
    /// <param name="truth">For each record the group that it is in.</param>
    public static PairMeasure Of(IReadOnlyList<int> found, IReadOnlyList<int> truth)
    {
        var both = new Dictionary<(int, int), long>();
        for (var i = 0; i < found.Count; i++)
        {
            var key = (found[i], truth[i]);
            both[key] = both.TryGetValue(key, out var count) ? count + 1 : 1;
        }

        return new PairMeasure(Pairs(found), Pairs(truth), both.Values.Sum(count => count * (count - 1) / 2));
    }

    private static long Pairs(IEnumerable<int> groups) => groups.GroupBy(group => group).Sum(group => (long)group.Count() * (group.Count() - 1) / 2);
}
