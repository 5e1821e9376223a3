using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>How records are repaired, over what the policy says.</summary>
public sealed record RepairOptions
{
    /// <summary>The least confidence; null for the policy's.</summary>
    public double? Confidence { get; init; }

    /// <summary>The canonical fields or columns that are repaired; empty for the policy's.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>How dates are written; null where nobody said.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>The country of records that name none, as ISO 3166 code or name; null for the policy's.</summary>
    public string? DefaultCountry { get; init; }

    /// <summary>Whether all columns are read, for a repaired file and a rollback file; else only those that are repaired.</summary>
    public bool ReadsAll { get; init; }
}
