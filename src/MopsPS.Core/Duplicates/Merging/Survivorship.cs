using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Picks the value that survives in each column of the master.</summary>
internal sealed class Survivorship
{
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "Id", "CreatedDate", "LastModifiedDate", "LastActivityDate", "ConvertedDate", "AccountId", "ContactId", "LeadId", "Owner",
    };

    // Parts of one address belong together: a street of one record and a town of another are no address.
    private static readonly string[] Address = ["Street", "City", "State", "PostalCode", "Country"];

    private readonly MergePolicy _policy;
    private readonly ConsentScale _consent;

    public Survivorship(MergePolicy policy, ConsentScale consent)
    {
        _policy = policy;
        _consent = consent;
    }

    /// <summary>Picks the values.</summary>
    /// <param name="master">The record that stays.</param>
    /// <param name="members">All records of the group.</param>
    /// <returns>One pick for each column of the master.</returns>
    public IReadOnlyList<MergePick> Pick(MergeMember master, IReadOnlyList<MergeMember> members)
    {
        var columns = master.Member.Record.GetSchema().Columns;
        var address = AddressOf(master, members);
        var picks = new MergePick[columns.Count];
        for (var i = 0; i < picks.Length; i++)
        {
            var field = master.FieldOf[i];
            var (from, rule) = IsFixed(columns[i], field) ? (master, SurvivorshipRule.Master)
                : _consent.Holds(columns[i], field) ? (Strictest(columns[i], field, i, master, members), SurvivorshipRule.StrictestConsent)
                : field is not null && Array.IndexOf(Address, field) >= 0 ? (AddressPart(field, address, master, members), RuleOf("Street", "Street"))
                : (Winner(RuleOf(columns[i], field), i, master, members), RuleOf(columns[i], field));
            var value = from.Value(from.ColumnLike(master, i));
            var isChange = !ReferenceEquals(from, master) && !string.Equals(value?.Trim() ?? "", master.Value(i)?.Trim() ?? "", StringComparison.Ordinal);
            picks[i] = new MergePick(columns[i], isChange ? value : master.Value(i), isChange ? from.Member : master.Member, rule, isChange);
        }

        return picks;
    }

    /// <summary>Whether a column stays as it is in the master whatever the others say.</summary>
    public bool IsFixed(string column, string? field) =>
        (field is not null && Fixed.Contains(field)) || _policy.Keep.Any(pattern => Wildcard.IsMatch(pattern, column) || Wildcard.IsMatch(pattern, field));

    private SurvivorshipRule RuleOf(string column, string? field)
    {
        if (field is not null && _policy.Fields.TryGetValue(field, out var rule)) return rule;
        foreach (var entry in _policy.Fields.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            if (Wildcard.IsMatch(entry.Key, column)) return entry.Value;
        return _policy.Default;
    }

    private MergeMember Strictest(string column, string? field, int at, MergeMember master, IReadOnlyList<MergeMember> members)
    {
        var best = master;
        foreach (var member in InOrder(master, members))
        {
            var strictness = Strictness(member);
            if (strictness != ConsentScale.NotRanked && strictness < Strictness(best)) best = member;
        }

        return best;

        int Strictness(MergeMember member)
        {
            var rank = _consent.Strictness(column, field, member.Value(member.ColumnLike(master, at)));
            return rank == ConsentScale.NotRanked ? ConsentScale.Silent : rank;
        }
    }

    private MergeMember Winner(SurvivorshipRule rule, int column, MergeMember master, IReadOnlyList<MergeMember> members)
    {
        // A stable order: what a rule finds equal goes to the master, then to the lowest id.
        var filled = InOrder(master, members).Where(member => !member.IsBlank(member.ColumnLike(master, column))).ToList();
        return filled.Count == 0 ? master : filled.Count == 1 ? filled[0] : Ordered(rule, filled, master, member => member.Value(member.ColumnLike(master, column))!.Trim())[0];
    }

    private List<MergeMember> Ordered(SurvivorshipRule rule, List<MergeMember> filled, MergeMember master, Func<MergeMember, string> value) => rule switch
    {
        SurvivorshipRule.MostComplete => [.. filled.OrderByDescending(member => member.Completeness)],
        SurvivorshipRule.MostRecent => [.. filled.OrderByDescending(member => member.Modified ?? DateTime.MinValue)],
        SurvivorshipRule.Oldest => [.. filled.OrderBy(member => member.Created ?? DateTime.MaxValue)],
        SurvivorshipRule.SourcePriority => [.. filled.OrderBy(member => MasterChoice.SourceRank(_policy, member))],
        SurvivorshipRule.Majority => [.. filled.OrderByDescending(member => filled.Count(other => string.Equals(value(other), value(member), StringComparison.OrdinalIgnoreCase)))],
        SurvivorshipRule.Longest => [.. filled.OrderByDescending(member => value(member).Length)],
        _ => [.. filled.OrderByDescending(member => ReferenceEquals(member, master)).ThenByDescending(member => member.Modified ?? DateTime.MinValue)],
    };

    private MergeMember? AddressOf(MergeMember master, IReadOnlyList<MergeMember> members)
    {
        var filled = InOrder(master, members).Where(member => new[] { "Street", "City", "PostalCode" }.Any(part => !member.IsBlank(part))).ToList();
        return filled.Count == 0 ? null : Ordered(RuleOf("Street", "Street"), filled, master, member => string.Join("\n", Address.Select(part => member.Value(part)?.Trim())))[0];
    }

    private static MergeMember AddressPart(string field, MergeMember? address, MergeMember master, IReadOnlyList<MergeMember> members)
    {
        if (address is null || !address.IsBlank(field)) return address ?? FirstWith(master);

        // A gap is filled from a record whose other parts are the same.
        return InOrder(master, members).FirstOrDefault(member => !member.IsBlank(field) && Agrees(member, address)) ?? address;

        MergeMember FirstWith(MergeMember otherwise) => InOrder(master, members).FirstOrDefault(member => !member.IsBlank(field)) ?? otherwise;
    }

    private static bool Agrees(MergeMember member, MergeMember address) => Address.All(part =>
        member.IsBlank(part) || address.IsBlank(part) || string.Equals(member.Value(part)!.Trim(), address.Value(part)!.Trim(), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<MergeMember> InOrder(MergeMember master, IReadOnlyList<MergeMember> members) =>
        members.OrderByDescending(member => ReferenceEquals(member, master))
            .ThenBy(member => member, Comparer<MergeMember>.Create(MasterChoice.CompareIds)).ThenBy(member => member.Member.Ordinal);
}
