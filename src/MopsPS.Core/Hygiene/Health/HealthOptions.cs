using System;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>How the health of records is measured.</summary>
public sealed record HealthOptions
{
    /// <summary>The moment (UTC) of the measurement.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>How many top values and patterns a profile lists.</summary>
    public int TopCount { get; init; } = 10;

    /// <summary>The purpose of consent; null for the policy's.</summary>
    public string? Purpose { get; init; }

    /// <summary>How records are repaired: what can be repaired is not invalid.</summary>
    public Repair.RepairOptions Repair { get; init; } = new();
}
