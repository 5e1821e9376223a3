using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>merge</c> section over that of the policy it builds on: lists replace, tables merge by key.</summary>
internal static class MergePolicyReader
{
    private static readonly SurvivorshipRule[] FieldRules =
        [.. Enum.GetValues(typeof(SurvivorshipRule)).Cast<SurvivorshipRule>().Where(rule => rule < SurvivorshipRule.StrictestConsent)];

    private static readonly MergeRefusalKind[] Refusals =
    [
        MergeRefusalKind.ConflictingOwners, MergeRefusalKind.SeveralOpportunities, MergeRefusalKind.ConflictingConsent,
        MergeRefusalKind.DifferentHardIds, MergeRefusalKind.GroupTooLarge,
    ];

    public static MergePolicy Read(PolicyNode? node, MergePolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var merge = new MergePolicy
        {
            Master = Names(section, "master", (MasterRule[])Enum.GetValues(typeof(MasterRule)), problems) ?? from.Master,
            Default = section.Text("default") is { } rule ? Name(section.Member("default")!, rule, FieldRules, problems) ?? from.Default : from.Default,
            Fields = Fields(section, from.Fields, problems),
            Sources = section.Texts("sources") ?? from.Sources,
            Consent = Consent(section, from.Consent, problems),
            Keep = section.Texts("keep") ?? from.Keep,
            Opportunity = section.Texts("opportunity") ?? from.Opportunity,
            HardIds = section.Texts("hardIds") ?? from.HardIds,
            MaxGroupSize = section.Count("maxGroupSize", 2) ?? from.MaxGroupSize,
            Refuse = Names(section, "refuse", Refusals, problems) ?? from.Refuse,
        };
        section.Finish();
        return merge;
    }

    private static List<T>? Names<T>(PolicyObject section, string key, T[] known, PolicyProblems problems)
        where T : struct, Enum
    {
        if (section.Take(key, PolicyNodeKind.Array) is not { } list) return null;
        var names = new List<T>();
        foreach (var item in list.Children.Where(item => PolicyObject.Is(item, problems, PolicyNodeKind.String)))
        {
            if (Name(item, item.Text, known, problems) is not { } name) continue;
            if (names.Contains(name)) problems.Error(item, $"'{item.Text}' stands twice in the list.");
            else names.Add(name);
        }

        return names;
    }

    private static T? Name<T>(PolicyNode node, string text, T[] known, PolicyProblems problems)
        where T : struct, Enum
    {
        var names = known.Select(value => value.ToString()).ToArray();
        var index = Array.IndexOf(names, text);
        if (index >= 0) return known[index];
        problems.Error(node, $"expected one of {string.Join(", ", names)}.", PolicyProblems.Nearest(text, names));
        return null;
    }

    private static Dictionary<string, SurvivorshipRule> Fields(PolicyObject section, IReadOnlyDictionary<string, SurvivorshipRule> from, PolicyProblems problems)
    {
        var fields = PolicyTable.Copy(from);
        if (section.Section("fields") is not { } node) return fields;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.String)))
        {
            if (Name(member, member.Text, FieldRules, problems) is { } rule) fields[member.Key] = rule;
        }

        return fields;
    }

    private static Dictionary<string, IReadOnlyList<string>> Consent(
        PolicyObject section, IReadOnlyDictionary<string, IReadOnlyList<string>> from, PolicyProblems problems)
    {
        var consent = PolicyTable.Copy(from);
        if (section.Section("consent") is not { } node) return consent;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Array)))
        {
            var values = PolicyObject.Texts(member, problems);
            if (values.Count >= 2) consent[member.Key] = values;
            else problems.Error(member, "expected two or more values, the strictest first.");
        }

        return consent;
    }
}
