using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting;

/// <summary>Lays key figures of the same segments and periods side by side: five figures of twenty segments are one table of twenty rows, not a hundred cards.</summary>
internal static class ReportBreakdowns
{
    // More columns do not fit a page.
    private const int MostColumns = 6;

    /// <summary>Makes the tables.</summary>
    /// <param name="parts">The figures by segment and period, one group for each id.</param>
    /// <param name="max">How many rows a table shows.</param>
    public static IEnumerable<ReportBreakdown> Of(IReadOnlyList<ReportSegments> parts, int max)
    {
        foreach (var shape in parts.GroupBy(part => (Segment: SegmentName(part.Kpis), part.HasPeriods)))
        {
            var columns = shape.ToArray();
            for (var from = 0; from < columns.Length; from += MostColumns)
                yield return Table([.. columns.Skip(from).Take(MostColumns)], shape.Key.Segment, shape.Key.HasPeriods, max);
        }
    }

    private static ReportBreakdown Table(ReportSegments[] parts, string? segmentName, bool hasPeriods, int max)
    {
        var rows = new Dictionary<(string?, string?, int), ReportKpi?[]>();
        var order = new List<ReportKpi?[]>();
        for (var c = 0; c < parts.Length; c++)
        {
            var times = new Dictionary<(string?, string?), int>();
            foreach (var kpi in parts[c].Kpis)
            {
                // One segment that comes twice, of two results, has two rows.
                times.TryGetValue((kpi.Segment, kpi.Period), out var time);
                times[(kpi.Segment, kpi.Period)] = time + 1;
                if (!rows.TryGetValue((kpi.Segment, kpi.Period, time), out var cells))
                {
                    rows.Add((kpi.Segment, kpi.Period, time), cells = new ReportKpi?[parts.Length]);
                    order.Add(cells);
                }

                cells[c] = kpi;
            }
        }

        var shown = order.Take(max).ToArray();
        var kpis = shown.SelectMany(cells => cells).OfType<ReportKpi>().ToArray();
        var by = segmentName is null ? "period" : (segmentName == Segment ? "segment" : segmentName) + (hasPeriods ? " and period" : string.Empty);
        return new ReportBreakdown(
            $"{(parts.Length == 1 ? parts[0].Name : "Key figures")} by {by}", segmentName, hasPeriods, [.. parts.Select(Column)], [.. shown.Select(cells => Row(cells, segmentName))],
            kpis.Count(kpi => kpi.Status == nameof(KpiStatus.Met)), kpis.Count(kpi => kpi.Status == nameof(KpiStatus.Missed)),
            ReportText.More(parts.Sum(part => part.Count), kpis.Length));
    }

    private const string Segment = "Segment";

    // Segments of one column say its name in each row: once is enough.
    private static string? SegmentName(IReadOnlyList<ReportKpi> kpis)
    {
        var segments = kpis.Select(kpi => kpi.Segment).OfType<string>().ToArray();
        if (segments.Length == 0) return null;
        var end = segments[0].IndexOf(" = ", StringComparison.Ordinal);
        if (end <= 0) return Segment;
        var start = segments[0].Substring(0, end + 3);
        return segments.All(segment => segment.StartsWith(start, StringComparison.Ordinal) && segment.IndexOf(" = ", start.Length, StringComparison.Ordinal) < 0) ? segments[0].Substring(0, end) : Segment;
    }

    private static ReportBreakdownColumn Column(ReportSegments part)
    {
        var targets = part.Kpis.Select(kpi => kpi.Target is null ? null : $"{kpi.Target} {kpi.Unit}").Distinct().ToArray();
        return new ReportBreakdownColumn(part.Name, targets.Length == 1 ? targets[0] : null, targets.Length > 1);
    }

    private static ReportBreakdownRow Row(ReportKpi?[] cells, string? segmentName)
    {
        var first = cells.First(cell => cell is not null)!;
        var segment = first.Segment is not null && segmentName is not null && segmentName != Segment ? first.Segment.Substring(segmentName.Length + 3) : first.Segment;
        return new ReportBreakdownRow(segment, first.Period, cells);
    }
}
