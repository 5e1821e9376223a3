using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Matching;

/// <summary>How two partitions of the same records lie over each other.</summary>
internal sealed class ClusterOverlap
{
    private ClusterOverlap(List<(int Found, int True, long Shared)> cells, Dictionary<int, long> foundSize, Dictionary<int, long> trueSize)
    {
        Cells = cells;
        FoundSize = foundSize;
        TrueSize = trueSize;
    }

    /// <summary>Each group and cluster that share records, in order, and how many.</summary>
    public IReadOnlyList<(int Found, int True, long Shared)> Cells { get; }

    /// <summary>By group, how many records it has.</summary>
    public IReadOnlyDictionary<int, long> FoundSize { get; }

    /// <summary>By cluster, how many records it has.</summary>
    public IReadOnlyDictionary<int, long> TrueSize { get; }

    /// <summary>The clusters of two and more that are a group exactly.</summary>
    public int Exact => Cells.Count(cell => cell.Shared > 1 && FoundSize[cell.Found] == cell.Shared && TrueSize[cell.True] == cell.Shared);

    /// <summary>The groups that hold records of two clusters and more.</summary>
    public int Merged => Cells.GroupBy(cell => cell.Found).Count(group => group.Count() > 1);

    /// <summary>The clusters whose records are in two groups and more, or alone.</summary>
    public int Split => Cells.GroupBy(cell => cell.True).Count(cluster => cluster.Count() > 1);

    /// <summary>Lays two partitions over each other.</summary>
    /// <param name="found">For each record its group.</param>
    /// <param name="truth">For each record its cluster.</param>
    public static ClusterOverlap Of(IReadOnlyList<int> found, IReadOnlyList<int> truth)
    {
        var cells = new Dictionary<(int, int), long>();
        var foundSize = new Dictionary<int, long>();
        var trueSize = new Dictionary<int, long>();
        for (var i = 0; i < found.Count; i++)
        {
            Add(cells, (found[i], truth[i]));
            Add(foundSize, found[i]);
            Add(trueSize, truth[i]);
        }

        return new ClusterOverlap([.. cells.Select(cell => (cell.Key.Item1, cell.Key.Item2, cell.Value)).OrderBy(cell => cell.Item1).ThenBy(cell => cell.Item2)], foundSize, trueSize);
    }

    private static void Add<T>(Dictionary<T, long> counts, T key) where T : notnull => counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
}
