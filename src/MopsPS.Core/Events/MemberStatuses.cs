using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Events;

/// <summary>The names of statuses in a target, and which is further on.</summary>
internal sealed class MemberStatuses
{
    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly List<string> _order;
    private readonly MemberTarget _target;

    /// <exception cref="EventException">The policy names no statuses of the target.</exception>
    public MemberStatuses(EventsPolicy policy, MemberTarget target)
    {
        _target = target;
        _names = policy.Statuses.TryGetValue(target.ToString(), out var names) ? names
            : throw new EventException("NoStatus", $"The policy names no statuses for {target}. Add them under events.statuses.{target}.");
        _order = [.. policy.Order.Select(status => status.ToLowerInvariant())];
    }

    /// <summary>The name of a participation.</summary>
    public string NameOf(EventParticipation participation) => _names.TryGetValue(participation.ToString(), out var name) ? name
        : throw new EventException("NoStatus", $"The policy names no status for {participation} in {_target}. Add it under events.statuses.{_target}.");

    /// <summary>Whether the order of the policy has a status.</summary>
    public bool Knows(string status) => _order.Contains(status.ToLowerInvariant());

    /// <summary>Whether the status that is there stays: it is further on, or the policy's order does not know it and nobody can say.</summary>
    public bool Keeps(string existing, string status)
    {
        if (string.Equals(existing, status, StringComparison.OrdinalIgnoreCase)) return false;
        var at = _order.IndexOf(existing.ToLowerInvariant());
        return at < 0 || at >= _order.IndexOf(status.ToLowerInvariant());
    }
}
