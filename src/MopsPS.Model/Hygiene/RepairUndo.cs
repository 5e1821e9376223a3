using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>One repair that is taken back, or that cannot be. Personal values are masked here; the exact ones stand in the restored records only.</summary>
public sealed class RepairUndo : IMopsResult
{
    /// <summary>The data row; the header is not counted. 0 where the record is not there.</summary>
    public int Row { get; init; }

    /// <summary>The number of the record in the repaired file.</summary>
    public long Record { get; init; }

    /// <summary>The record's id; null where the repair knew none.</summary>
    public string? RecordId { get; init; }

    /// <summary>The column.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>The canonical field; null for a column that plays no known part.</summary>
    public string? Field { get; init; }

    /// <summary>What became of it.</summary>
    public RepairUndoState State { get; init; }

    /// <summary>The value that was found; null where the record is not there. Masked where it is personal.</summary>
    public string? Current { get; init; }

    /// <summary>The value before the repair, which comes back; masked where it is personal.</summary>
    public string Before { get; init; } = string.Empty;

    /// <summary>The value that the repair wrote; masked where it is personal.</summary>
    public string After { get; init; } = string.Empty;

    /// <summary>Whether the value is personal, so that it is masked here.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Where it stands; null where the record is not there.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>The finding where the value does not come back; else empty.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Always empty: there is nothing to measure.</summary>
    public IReadOnlyList<Kpi> Kpis { get; } = ResultList<Kpi>.Empty;

    /// <summary>The column and the record.</summary>
    public string Title => string.Format(CultureInfo.InvariantCulture, "{0} of record {1}", Column, RecordId ?? Record.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether the value is as it was before the repair.</summary>
    public bool? IsCompliant => State is RepairUndoState.Restored or RepairUndoState.AlreadyUndone;

    /// <summary>Reads like <c>row 12 Country: Germany -&gt; Deutschland</c>.</summary>
    public override string ToString() => State switch
    {
        RepairUndoState.Restored => string.Format(CultureInfo.InvariantCulture, "row {0} {1}: {2} -> {3}", Row, Column, Current, Before),
        RepairUndoState.AlreadyUndone => string.Format(CultureInfo.InvariantCulture, "row {0} {1}: {2} is as before the repair", Row, Column, Current),
        RepairUndoState.ValueChanged => string.Format(CultureInfo.InvariantCulture, "row {0} {1}: {2} stays, it was changed after the repair to {3}", Row, Column, Current, After),
        RepairUndoState.RecordChanged => string.Format(CultureInfo.InvariantCulture, "row {0} {1}: {2} stays, the row is not the one that the repair wrote", Row, Column, Current),
        _ => string.Format(CultureInfo.InvariantCulture, "record {0} {1}: the record is not there", RecordId ?? Record.ToString(CultureInfo.InvariantCulture), Column),
    };
}
