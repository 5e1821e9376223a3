using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Finds the reasons for which a group is not merged. Messages name columns and counts, never values of people.</summary>
internal sealed class MergeRefusals
{
    private readonly MergePolicy _policy;
    private readonly ConsentScale _consent;
    private readonly MasterChoice _choice;

    public MergeRefusals(MergePolicy policy, ConsentScale consent, MasterChoice choice)
    {
        _policy = policy;
        _consent = consent;
        _choice = choice;
    }

    /// <summary>Finds the reasons.</summary>
    /// <param name="master">The record that would stay.</param>
    /// <param name="members">All records of the group.</param>
    /// <returns>The reasons in a fixed order; empty when the group can be merged.</returns>
    public IReadOnlyList<MergeRefusal> Find(MergeMember master, IReadOnlyList<MergeMember> members)
    {
        var found = new List<MergeRefusal>();
        Add(MergeRefusalKind.MissingId, members.Any(member => string.IsNullOrWhiteSpace(member.Member.Id)) ? "a record has no id" : null);
        Add(MergeRefusalKind.SameRecord, SameRecord(members));
        Add(MergeRefusalKind.MixedObjects, MixedObjects(master, members));
        Add(MergeRefusalKind.GroupTooLarge, members.Count > _policy.MaxGroupSize
            ? $"the group has {Number(members.Count)} records, more than the {Number(_policy.MaxGroupSize)} of the policy" : null);
        Add(MergeRefusalKind.ConflictingOwners, Distinct(members.Where(member => !member.IsBlank("Owner")).Select(member => member.Value("Owner")!)) is var owners and > 1
            ? $"the records have {Number(owners)} owners" : null);
        Add(MergeRefusalKind.SeveralOpportunities, Opportunities(members));
        Add(MergeRefusalKind.DifferentHardIds, HardIds(members));
        Add(MergeRefusalKind.ConflictingConsent, Consent(master, members));
        return found;

        void Add(MergeRefusalKind kind, string? message)
        {
            var isAlways = kind is MergeRefusalKind.MissingId or MergeRefusalKind.SameRecord or MergeRefusalKind.MixedObjects;
            if (message is not null && (isAlways || _policy.Refuse.Contains(kind))) found.Add(new MergeRefusal(kind, message));
        }
    }

    private static string? SameRecord(IReadOnlyList<MergeMember> members)
    {
        var keys = members.Where(member => !string.IsNullOrWhiteSpace(member.Member.Id))
            .Select(member => (member.Member.ObjectType?.ToLowerInvariant(), member.Member.Id!.Trim())).ToList();
        return keys.Distinct().Count() < keys.Count ? "two rows have the same id: they are one record, exported twice" : null;
    }

    private static string? MixedObjects(MergeMember master, IReadOnlyList<MergeMember> members)
    {
        var types = members.Select(member => member.Member.ObjectType?.ToLowerInvariant() ?? "record").Distinct().OrderBy(type => type, StringComparer.Ordinal).ToArray();
        if (types.Length == 1) return null;
        if (types is not ["contact", "lead"]) return $"the records are of the kinds {string.Join(", ", types)}";
        return string.Equals(master.Member.ObjectType, "contact", StringComparison.OrdinalIgnoreCase) ? null : "the master is a lead, and a lead cannot take in a contact";
    }

    private string? Opportunities(IReadOnlyList<MergeMember> members)
    {
        var open = members.Count(_choice.HasOpportunity);
        if (open > 1) return $"{Number(open)} records have an opportunity";
        var converted = members.Count(MasterChoice.IsConverted);
        return converted > 1 ? $"{Number(converted)} records are converted leads" : null;
    }

    private string? HardIds(IReadOnlyList<MergeMember> members)
    {
        var columns = members.SelectMany(member => member.Member.Record.GetSchema().Columns).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(column => _policy.HardIds.Any(pattern => Wildcard.IsMatch(pattern, column)));
        foreach (var column in columns)
        {
            var values = members.Select(member => (member, at: member.Member.Record.GetSchema().IndexOf(column)))
                .Where(pair => pair.at >= 0 && !pair.member.IsBlank(pair.at)).Select(pair => pair.member.Value(pair.at)!);
            if (Distinct(values) > 1) return $"the column '{column}' has different values";
        }

        return null;
    }

    private string? Consent(MergeMember master, IReadOnlyList<MergeMember> members)
    {
        foreach (var member in members)
        {
            var columns = member.Member.Record.GetSchema().Columns;
            for (var i = 0; i < columns.Count; i++)
            {
                if (!_consent.Holds(columns[i], member.FieldOf[i])) continue;
                var strictness = _consent.Strictness(columns[i], member.FieldOf[i], member.Value(i));
                if (strictness == ConsentScale.NotRanked) return $"the column '{columns[i]}' has a value that the policy does not rank";
                if (strictness == 0 && master.ColumnLike(member, i) < 0) return $"the strictest consent stands in '{columns[i]}', which the master does not have";
            }
        }

        var optedOut = members.Where(member => _consent.IsOptOut(member.Value("HasOptedOut"))).ToList();
        return optedOut.Count > 0 && members.Any(member => !optedOut.Contains(member) && !member.IsBlank("ConsentDate"))
            ? "one record has opted out and another one has a date of consent" : null;
    }

    private static int Distinct(IEnumerable<string> values) => values.Select(value => value.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
