using System;
using System.Collections.Generic;

namespace MopsPS.Core.Routing;

/// <summary>How leads are audited.</summary>
public sealed class RoutingOptions
{
    /// <summary>The moment (UTC) at which waiting is read, and whose day counts for leads without a date.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Changed rules to compare with; null for none.</summary>
    public RoutingPolicy? WhatIf { get; init; }

    /// <summary>How many leads the result keeps.</summary>
    public int MaxLeads { get; init; } = 100;

    /// <summary>Owners from a users export, beside those of the policy; one of the policy goes before one of the export.</summary>
    public IReadOnlyList<RoutingOwner> Users { get; init; } = [];
}
