using System;
using System.Collections.Generic;

namespace MopsPS.Core.Policy;

/// <summary>Tables with free keys: naming conventions, pairs, targets, rules. Keys have no case.</summary>
internal static class PolicyTable
{
    /// <summary>A copy that has no case, to merge the policy's own entries into.</summary>
    public static Dictionary<string, T> Copy<T>(IReadOnlyDictionary<string, T> from)
    {
        var copy = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in from) copy[pair.Key] = pair.Value;
        return copy;
    }

    /// <summary>The members of a table; empty and repeated keys are mistakes.</summary>
    public static IEnumerable<PolicyNode> Members(PolicyNode node, PolicyProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in node.Children)
        {
            if (member.Key.Trim().Length == 0) problems.Error(member, "the key is empty; expected a name.");
            else if (!seen.Add(member.Key)) problems.Error(member, $"the key '{member.Key}' stands twice (upper and lower case are the same); keep one.");
            else yield return member;
        }
    }
}
