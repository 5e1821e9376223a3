using System.Collections.Generic;

namespace MopsPS.Core.Reporting;

/// <summary>Key figures by segment and period as one table: a row for each, a column for each figure.</summary>
/// <param name="Title">The heading.</param>
/// <param name="SegmentName">The heading of the segments; null where there are none.</param>
/// <param name="HasPeriods">Whether rows have a period.</param>
/// <param name="Columns">The figures.</param>
/// <param name="Rows">The segments and periods, in input order.</param>
/// <param name="Met">How many figures shown meet their target.</param>
/// <param name="Missed">How many miss it.</param>
/// <param name="More">How many figures are not shown, as text; null for none.</param>
public sealed record ReportBreakdown(
    string Title, string? SegmentName, bool HasPeriods, IReadOnlyList<ReportBreakdownColumn> Columns, IReadOnlyList<ReportBreakdownRow> Rows, int Met, int Missed, string? More)
{
    /// <summary>Whether it has one figure only, and so room for bars.</summary>
    public bool HasBars => Columns.Count == 1;
}

/// <summary>A figure of a breakdown.</summary>
/// <param name="Name">The KPI's name.</param>
/// <param name="Target">The target with its unit where it is the same in all rows, else null.</param>
/// <param name="HasTargets">Whether targets differ by row, so that each cell has its own.</param>
public sealed record ReportBreakdownColumn(string Name, string? Target, bool HasTargets);

/// <summary>A segment and period.</summary>
/// <param name="Segment">The segment, or null.</param>
/// <param name="Period">The period, or null.</param>
/// <param name="Cells">Each figure; null where there is none.</param>
public sealed record ReportBreakdownRow(string? Segment, string? Period, IReadOnlyList<ReportKpi?> Cells);
