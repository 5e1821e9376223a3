using System.Collections.Generic;

namespace MopsPS.Core.Duplicates;

/// <summary>The metrics of duplicates.</summary>
public static class DuplicateKpis
{
    /// <summary>Records that would go if each sure group became one, out of all records; of a run against known records, out of the new ones.</summary>
    public static readonly KpiDefinition Rate = new(
        "DuplicateRate", "Duplicates", "Duplicate rate", "%", KpiDirection.LowerIsBetter, 3, "Records that duplicate another one, out of all records.");

    /// <summary>New records that are the same as an old one, out of the new records.</summary>
    public static readonly KpiDefinition NewRate = new(
        "NewDuplicateRate", "Duplicates", "New records that duplicate old ones", "%", KpiDirection.LowerIsBetter, 3, "New records that duplicate an old one, out of all new records.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Rate, NewRate];
}
