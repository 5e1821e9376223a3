using System;
using System.Collections.Generic;

namespace MopsPS.Core.Sla;

/// <summary>What is measured.</summary>
public sealed record SlaOptions
{
    /// <summary>The moment (UTC) at which the clocks of those still waiting are read.</summary>
    public DateTime AsOf { get; init; } = DateTime.UtcNow;

    /// <summary>The measures; empty for all that the input allows.</summary>
    public IReadOnlyList<SlaMeasure> Measures { get; init; } = [];

    /// <summary>The columns that make segments.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The column that holds the region of a record; null for its country.</summary>
    public string? RegionColumn { get; init; }
}
