using System;
using System.Linq;

namespace MopsPS.Core.Routing;

/// <summary>Where the rules put a lead.</summary>
public sealed class RoutingDecision
{
    /// <summary>What stands for the name of a rule where the fallback decided.</summary>
    public const string FallbackName = "(fallback)";

    internal RoutingDecision(int order, string? rule, RoutingTarget? target) => (Order, Rule, Target) = (order, rule, target);

    /// <summary>The place of the rule, from 0; -1 for the fallback or none.</summary>
    public int Order { get; }

    /// <summary>The rule; null where none fits and there is no fallback.</summary>
    public string? Rule { get; }

    /// <summary>Who gets the lead; null for nobody.</summary>
    public RoutingTarget? Target { get; }

    /// <summary>Who gets the lead, in words; null for nobody. Of a pool any member is right: who is next depends on what an export does not have.</summary>
    public string? Expected => Target?.ToString();

    /// <summary>Whether an owner is one that the decision allows.</summary>
    /// <param name="policy">Knows the other names of owners.</param>
    /// <param name="owner">The owner, by any of its names; null for nobody.</param>
    public bool Allows(RoutingPolicy policy, string? owner)
    {
        if (Target is not { } target || owner is null) return false;
        var name = RoutingOwners.NameOf(policy ?? throw new ArgumentNullException(nameof(policy)), owner);
        return target.Owner is not null ? Same(name, RoutingOwners.NameOf(policy, target.Owner))
            : target.Queue is not null ? Same(name, RoutingOwners.NameOf(policy, target.Queue)) : target.Pool.Any(member => Same(name, RoutingOwners.NameOf(policy, member.Owner)));
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
