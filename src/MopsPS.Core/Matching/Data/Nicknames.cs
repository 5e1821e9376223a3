using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>Given names and their short and pet forms (Data/Matching/nicknames.csv). Names are lower-case ASCII, see <see cref="MatchText"/>.</summary>
public static class Nicknames
{
    private static readonly Dictionary<string, Membership> Names = Load();
    private static readonly int[] NoGroups = [];

    /// <summary>Tells whether one person may well go by both names.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other name.</param>
    /// <returns>True for the same name, a name and its short form, and two short forms of one name.</returns>
    public static bool AreRelated(string a, string b) => Relation(a, b) != NameRelation.None;

    /// <summary>Tells how two names belong together.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other name.</param>
    /// <returns>The closest relation in any group that holds both.</returns>
    public static NameRelation Relation(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal)) return NameRelation.Same;
        return Names.TryGetValue(a, out var left) && Names.TryGetValue(b, out var right) ? Relation(left, right) : NameRelation.None;
    }

    /// <summary>What the table knows of a name; null where it does not know it.</summary>
    internal static Membership? Find(string name) => Names.TryGetValue(name, out var membership) ? membership : null;

    /// <summary>How two names that the table knows belong together.</summary>
    internal static NameRelation Relation(Membership left, Membership right)
    {
        if (ReferenceEquals(left, right)) return NameRelation.Same;
        if ((left.Marks & right.Marks) == 0) return NameRelation.None;
        var relation = NameRelation.None;
        for (int i = 0, j = 0; i < left.Groups.Length && j < right.Groups.Length;)
        {
            var order = left.Groups[i].CompareTo(right.Groups[j]);
            if (order == 0)
            {
                // Two full names of a group are one name only where they sound alike: Silvia and Silvana are two.
                var isDirect = left.IsFull[i] ? !right.IsFull[j] || left.SoundsLike(right) : right.IsFull[j];
                if (isDirect) return NameRelation.Direct;
                relation = NameRelation.Sibling;
            }

            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return relation;
    }

    /// <summary>The groups that a name is in; Alex is in those of Alexander and of Alexandra.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Group numbers in ascending order, stable for one version of the table; an array shared by all callers, not to be written to.</returns>
    public static int[] GroupsOf(string name) => Names.TryGetValue(name, out var membership) ? membership.Groups : NoGroups;

    private static Dictionary<string, Membership> Load()
    {
        var found = new Dictionary<string, SortedDictionary<int, bool>>(StringComparer.Ordinal);
        var group = 0;
        foreach (var row in EmbeddedTable.Read("Matching/nicknames.csv"))
        {
            foreach (var name in EmbeddedTable.Values(row[1])) Add(name, full: true);
            foreach (var name in EmbeddedTable.Values(row[2])) Add(name, full: false);
            group++;
        }

        return found.ToDictionary(name => name.Key, name => new Membership(name.Key, [.. name.Value.Keys], [.. name.Value.Values]), StringComparer.Ordinal);

        void Add(string name, bool full)
        {
            if (!found.TryGetValue(name, out var groups)) found.Add(name, groups = []);
            groups[group] = full || (groups.TryGetValue(group, out var was) && was);
        }
    }

    /// <summary>The groups of a name.</summary>
    internal sealed class Membership(string name, int[] groups, bool[] isFull)
    {
        private readonly Lazy<(string First, string Other)> _sound = new(() => (Phonetics.DoubleMetaphone(name, out var other), other));

        /// <summary>One bit for each group, by which most names are told apart without looking.</summary>
        public ulong Marks { get; } = groups.Aggregate(0UL, (marks, group) => marks | (1UL << (group % 64)));

        /// <summary>Their numbers, ascending.</summary>
        public int[] Groups => groups;

        /// <summary>For each group whether the name is a full form in it.</summary>
        public bool[] IsFull => isFull;

        /// <summary>Whether two names can be said alike.</summary>
        public bool SoundsLike(Membership other)
        {
            var (first, second) = _sound.Value;
            return first == other._sound.Value.First || first == other._sound.Value.Other || second == other._sound.Value.First || second == other._sound.Value.Other;
        }
    }
}
