using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>What is known to be the same: by key of a record its cluster.</summary>
public sealed class DuplicateTruth
{
    private readonly Dictionary<string, (int Cluster, int Scope)> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _clusters = new(StringComparer.Ordinal);

    /// <summary>Whether it speaks of all records; else two records are judged only where they are in one scope.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether a record that it does not name is alone, as it is where groups are the truth; else nothing is known of it.</summary>
    public bool OthersAreAlone { get; init; }

    /// <summary>The column that its keys come from, as the file names it; null where there is none.</summary>
    public string? KeyColumn { get; init; }

    /// <summary>The keys in the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => _byKey.Keys;

    /// <summary>Adds a record.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cluster">Its cluster; null for one of its own.</param>
    /// <param name="scope">The part of the truth in which it was judged.</param>
    /// <returns>False where the key is there already with another cluster.</returns>
    public bool Add(string key, string? cluster, int scope = 0)
    {
        if (key is null) throw new ArgumentNullException(nameof(key));
        var name = cluster is null ? "alone:" + key : "cluster:" + cluster;
        if (!_clusters.TryGetValue(name, out var number)) _clusters.Add(name, number = _clusters.Count);
        if (_byKey.TryGetValue(key, out var known)) return known.Cluster == number;
        _byKey.Add(key, (number, scope));
        return true;
    }

    /// <summary>The cluster and scope of a record; false where nothing is known of it.</summary>
    internal bool TryGet(string? key, out (int Cluster, int Scope) place)
    {
        place = default;
        return key is not null && _byKey.TryGetValue(key, out place);
    }

    /// <summary>Groups as a truth, to compare another search with.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="keyOf">The key of a member.</param>
    public static DuplicateTruth Of(IEnumerable<DuplicateGroup> groups, Func<DuplicateMember, string?> keyOf)
    {
        var truth = new DuplicateTruth { OthersAreAlone = true };
        foreach (var (group, i) in (groups ?? throw new ArgumentNullException(nameof(groups))).Select((group, i) => (group, i)))
            foreach (var member in group.Members.Where(member => keyOf(member) is not null)) truth.Add(keyOf(member)!, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return truth;
    }
}
