using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Routing;

/// <summary>The owners of the policy by any of their names.</summary>
internal sealed class RoutingOwners
{
    private readonly Dictionary<string, RoutingOwner> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _nobody;
    private readonly HashSet<string> _queues = new(StringComparer.OrdinalIgnoreCase);

    public RoutingOwners(RoutingPolicy policy)
    {
        _nobody = new HashSet<string>(policy.Unassigned, StringComparer.OrdinalIgnoreCase);
        foreach (var owner in policy.Owners)
            foreach (var name in owner.Aliases.Prepend(owner.Name)) _owners[name] = owner;
        foreach (var target in policy.Rules.Select(rule => rule.Target).Append(policy.Fallback))
            if (target?.Queue is { } queue) _queues.Add(Name(queue));
        HasList = policy.Owners.Count > 0;
    }

    /// <summary>Whether the policy lists owners.</summary>
    public bool HasList { get; }

    /// <summary>The name that the policy has for an owner; the text itself where it has none.</summary>
    public static string NameOf(RoutingPolicy policy, string text)
    {
        text = text.Trim();
        return policy.Owners.FirstOrDefault(owner => owner.Aliases.Prepend(owner.Name).Contains(text, StringComparer.OrdinalIgnoreCase))?.Name ?? text;
    }

    /// <summary>The same, by a look-up.</summary>
    public string Name(string text) => _owners.TryGetValue(text.Trim(), out var owner) ? owner.Name : text.Trim();

    /// <summary>Whether leads may go to an owner; null where the policy does not list it.</summary>
    public bool? IsActive(string name) => _owners.TryGetValue(name, out var owner) ? owner.IsActive : null;

    /// <summary>Whether a text stands for nobody.</summary>
    public bool IsNobody(string text) => text.Length == 0 || _nobody.Contains(text);

    /// <summary>Whether a name is that of a queue.</summary>
    public bool IsQueue(string name) => _queues.Contains(name);
}
