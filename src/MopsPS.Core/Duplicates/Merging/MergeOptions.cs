using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>What a merge planner needs besides the policy.</summary>
public sealed record MergeOptions
{
    /// <summary>Columns by canonical field, as -FieldMap has them; null to detect.</summary>
    public IReadOnlyDictionary<string, string>? FieldMap { get; init; }

    /// <summary>The product whose column names the records have; null to detect.</summary>
    public ExportProfile? Profile { get; init; }

    /// <summary>How dates that are not ISO 8601 are written; without one, 03/04/2026 counts as unknown. A date without a zone is UTC.</summary>
    public CultureInfo? Culture { get; init; }
}
