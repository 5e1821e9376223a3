using System;

namespace MopsPS.Core.Routing;

/// <summary>A routing rule says something that has no meaning.</summary>
public sealed class RoutingRuleException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="rule">The place of the rule, from 0.</param>
    /// <param name="key">The key in the policy, for example <c>countries</c>.</param>
    /// <param name="item">The place in its list, from 0; -1 for the whole.</param>
    /// <param name="message">What is wrong with it.</param>
    public RoutingRuleException(int rule, string key, int item, string message) : base(message) => (Rule, Key, Item) = (rule, key, item);

    /// <summary>The place of the rule, from 0.</summary>
    public int Rule { get; }

    /// <summary>The key in the policy.</summary>
    public string Key { get; }

    /// <summary>The place in its list, from 0; -1 for the whole.</summary>
    public int Item { get; }
}
