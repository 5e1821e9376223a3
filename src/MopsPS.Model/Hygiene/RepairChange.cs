using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>
/// One value that was repaired, or that needs a repair which is not sure enough. Personal values are masked here and in every report and log; the exact ones
/// stand in the rollback file and in the repaired records only.
/// </summary>
public sealed class RepairChange : IMopsResult
{
    /// <summary>The data row; the header is not counted.</summary>
    public int Row { get; init; }

    /// <summary>The record's id; null where the export has none.</summary>
    public string? RecordId { get; init; }

    /// <summary>The column.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>The canonical field; null for a column that plays no known part.</summary>
    public string? Field { get; init; }

    /// <summary>The value as it was; masked where it is personal.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>The value as it is now, or would be; null where nothing can be suggested. Masked where it is personal.</summary>
    public string? After { get; init; }

    /// <summary>What the repair is about; of several steps the weightiest.</summary>
    public RepairRule Rule { get; init; }

    /// <summary>How sure it is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether the value was repaired; false where it stays and is a finding.</summary>
    public bool IsRepaired { get; init; }

    /// <summary>Why it was not repaired; null where it was.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the value is personal, so that it is masked here.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Where it stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>The finding where the value was not repaired; else empty.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Always empty: the summary has the KPIs.</summary>
    public IReadOnlyList<Kpi> Kpis { get; } = ResultList<Kpi>.Empty;

    /// <summary>The column and the row.</summary>
    public string Title => string.Format(CultureInfo.InvariantCulture, "{0} of row {1}", Column, Row);

    /// <summary>Whether nothing is left to do.</summary>
    public bool? IsCompliant => IsRepaired;

    /// <summary>Reads like <c>row 12 Country: Deutschland -&gt; Germany (Country, 1)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, IsRepaired ? "row {0} {1}: {2} -> {3} ({4}, {5:0.##})" : "row {0} {1}: {2} stays ({4}, {6})", Row, Column, Before, After, Rule, Confidence, Reason);
}
