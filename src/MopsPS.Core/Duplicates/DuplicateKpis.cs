using System.Collections.Generic;

namespace MopsPS.Core.Duplicates;

/// <summary>The metrics of duplicates.</summary>
public static class DuplicateKpis
{
    /// <summary>Records that would go if each sure group became one, out of all records; of a run against known records, out of the new ones.</summary>
    public static readonly KpiDefinition Rate = new(
        "DuplicateRate", "Duplicates", "Duplicate rate", "%", KpiDirection.LowerIsBetter, 3, "Records that duplicate another one, out of all records.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Rate];
}
