using System;
using System.Collections.Generic;

namespace MopsPS.Core.Routing;

/// <summary>Leads that wait: with nobody, in a queue, or untouched where the export has dates of touches.</summary>
internal sealed class RoutingWaits
{
    private readonly long _before;

    public RoutingWaits(double days, DateTime asOf) => _before = asOf.Ticks - (long)(days * TimeSpan.TicksPerDay);

    /// <summary>How many are stalled, by owner; an empty name for nobody.</summary>
    public Dictionary<string, long> ByOwner { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many are stalled.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a lead may be waiting.</summary>
    public static bool MayWait(RoutingTally.Owner owner, bool? isTouched) => isTouched is { } touched ? !touched : owner.IsNobody || owner.IsQueue;

    /// <summary>Counts a lead.</summary>
    /// <param name="owner">Who has it.</param>
    /// <param name="isTouched">Whether it was touched; null where the export does not say.</param>
    /// <param name="since">When it was assigned or came (UTC ticks); 0 where that is not known.</param>
    /// <returns>Whether it is stalled.</returns>
    public bool Add(RoutingTally.Owner owner, bool? isTouched, long since)
    {
        if (since == 0 || since >= _before || !MayWait(owner, isTouched)) return false;
        Count++;
        ByOwner[owner.Name] = ByOwner.TryGetValue(owner.Name, out var count) ? count + 1 : 1;
        return true;
    }
}
