using System;
using System.Collections.Generic;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Funnel.Comparison;

/// <summary>How two funnels are compared.</summary>
public sealed record FunnelCompareOptions
{
    /// <summary>The name of what is compared with.</summary>
    public string ReferenceName { get; init; } = "reference";

    /// <summary>The name of what is compared.</summary>
    public string DifferenceName { get; init; } = "difference";

    /// <summary>Columns that tell the two sides apart and therefore make no segments.</summary>
    public IReadOnlyCollection<string> Sides { get; init; } = Array.Empty<string>();

    /// <summary>Whether rates are those of matured records.</summary>
    public bool IsMatured { get; init; }

    /// <summary>How p-values are corrected.</summary>
    public MultipleComparison Correction { get; init; } = MultipleComparison.Holm;

    /// <summary>The level at which a difference counts as more than chance, between 0 and 1.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>The Liquid template of the summary; null for the built-in one.</summary>
    public string? Template { get; init; }

    /// <summary>The rules as the policy sets them.</summary>
    public RuleSet? Rules { get; init; }
}
