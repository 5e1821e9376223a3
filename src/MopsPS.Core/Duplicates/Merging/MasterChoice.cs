using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Consent;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Chooses the record that stays, by the rules of the policy in their order.</summary>
internal sealed class MasterChoice
{
    private readonly MergePolicy _policy;

    public MasterChoice(MergePolicy policy) => _policy = policy;

    /// <summary>Chooses the master.</summary>
    /// <param name="group">The group.</param>
    /// <param name="members">Its members.</param>
    /// <returns>The master and the rules that decided, in words.</returns>
    public (MergeMember Master, string Reason) Choose(DuplicateGroup group, IReadOnlyList<MergeMember> members)
    {
        var left = members.ToList();
        var reasons = new List<string>();
        foreach (var rule in _policy.Master.Where(rule => rule != MasterRule.LowestId).Append(MasterRule.LowestId))
        {
            if (left.Count == 1) break;
            var best = Best(rule, group, left);
            if (best.Count == left.Count) continue;
            reasons.Add(Words(rule, best[0], best.Count == 1));
            left = best;
        }

        if (left.Count > 1) left = [.. left.OrderBy(member => member.Member.Ordinal)];
        return (left[0], reasons.Count == 0 ? "the first of equals" : string.Join(", then ", reasons));
    }

    /// <summary>Whether a record has an open opportunity, by the columns of the policy, its stage or its life cycle.</summary>
    public bool HasOpportunity(MergeMember member)
    {
        var columns = member.Member.Record.GetSchema().Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            if (!_policy.Opportunity.Any(pattern => Wildcard.IsMatch(pattern, columns[i])) || member.Value(i) is not { } value) continue;
            if (FlagWords.IsYes(value) || (double.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var count) && count > 0)) return true;
        }

        return (!member.IsBlank("Stage") && !member.Value("Stage")!.Trim().StartsWith("closed", StringComparison.OrdinalIgnoreCase))
            || string.Equals(member.Value("LifecycleStage")?.Trim(), "opportunity", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a record is a lead that was converted.</summary>
    public static bool IsConverted(MergeMember member)
    {
        if (!member.IsBlank("ConvertedDate")) return true;
        foreach (var name in new[] { "IsConverted", "Converted" })
            if (FlagWords.IsYes(member.Member.Record[name])) return true;
        return false;
    }

    /// <summary>The place of a record's source among those of the policy; the last one for a source it does not name.</summary>
    public static int SourceRank(MergePolicy policy, MergeMember member)
    {
        for (var i = 0; i < policy.Sources.Count; i++)
        {
            var file = member.Member.Source.File is { } path ? System.IO.Path.GetFileName(path) : null;
            if (Wildcard.IsMatch(policy.Sources[i], file) || Wildcard.IsMatch(policy.Sources[i], member.Member.ObjectType)) return i;
        }

        return policy.Sources.Count;
    }

    /// <summary>The order of ids: numbers by value, other texts by their characters; records without one last.</summary>
    public static int CompareIds(MergeMember left, MergeMember right)
    {
        var (a, b) = (left.Member.Id, right.Member.Id);
        if (a is null || b is null) return a is null ? b is null ? 0 : 1 : -1;
        return decimal.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var x) && decimal.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && x != y
            ? x.CompareTo(y)
            : string.CompareOrdinal(a, b);
    }

    private List<MergeMember> Best(MasterRule rule, DuplicateGroup group, List<MergeMember> members) => rule switch
    {
        MasterRule.HasOpportunity => Top(members, member => HasOpportunity(member) ? 1 : 0),
        MasterRule.Converted => Top(members, member => IsConverted(member) ? 1 : 0),
        MasterRule.ContactBeforeLead => Top(members, member => Is(member, "contact") ? 2 : Is(member, "lead") ? 0 : 1),
        MasterRule.Known => Top(members, member => member.Member.IsKnown ? 1 : 0),
        MasterRule.SourcePriority => Top(members, member => -SourceRank(_policy, member)),
        MasterRule.MostComplete => Top(members, member => member.Completeness),
        MasterRule.MostRecent => Top(members, member => member.Modified?.Ticks ?? 0),
        MasterRule.Oldest => Top(members, member => -(member.Created?.Ticks ?? long.MaxValue)),
        MasterRule.Suggested => Top(members, member => ReferenceEquals(member.Member, group.Survivor) ? 1 : 0),
        _ => [.. members.Where(member => members.All(other => CompareIds(member, other) <= 0))],
    };

    private static bool Is(MergeMember member, string type) => string.Equals(member.Member.ObjectType, type, StringComparison.OrdinalIgnoreCase);

    private static List<MergeMember> Top(List<MergeMember> members, Func<MergeMember, long> measure)
    {
        var best = members.Max(measure);
        return [.. members.Where(member => measure(member) == best)];
    }

    private static string Words(MasterRule rule, MergeMember best, bool alone)
    {
        var words = rule switch
        {
            MasterRule.HasOpportunity => "has an opportunity",
            MasterRule.Converted => "is converted",
            MasterRule.ContactBeforeLead => "contact before lead",
            MasterRule.Known => "is known already",
            MasterRule.SourcePriority => "comes from the most trusted source",
            MasterRule.MostComplete => string.Format(CultureInfo.InvariantCulture, "most complete ({0} fields)", best.Completeness),
            MasterRule.MostRecent => string.Format(CultureInfo.InvariantCulture, "changed last ({0:yyyy-MM-dd})", best.Modified),
            MasterRule.Oldest => string.Format(CultureInfo.InvariantCulture, "oldest ({0:yyyy-MM-dd})", best.Created),
            MasterRule.Suggested => "suggested by the search",
            _ => "lowest id",
        };
        return alone ? words : words + " with others";
    }
}
