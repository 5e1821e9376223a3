using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Hygiene;

/// <summary>The report section of a database's health.</summary>
internal static class HealthReport
{
    public static ReportSection Section(RecordHealth health) => new("Health of records", [.. Blocks(health)])
    {
        Text = "Each column with what it holds. A KPI whose columns the export does not have is not shown. Personal values are masked.",
    };

    private static IEnumerable<ReportBlock> Blocks(RecordHealth health)
    {
        yield return new TilesBlock("Records", [.. Tiles(health)]);
        yield return new BarChart("Completeness by column", "%", [.. health.Columns.Select(column => new ChartBar(
            column.Column, column.Completeness, column.Validity is { } validity ? $"{Internal.Format.Number(validity)} % valid" : null,
            column.Completeness >= 90 ? ChartTone.Good : column.Completeness >= 50 ? ChartTone.Warning : ChartTone.Bad))]);
        if (health.Growth.Count > 1)
        {
            yield return new LineChart("Growth", "records", [.. health.Growth.Select(month => month.Month)],
                [new ChartLine("created", [.. health.Growth.Select(month => (double?)month.Created)])]);
        }

        if (health.Consent.Count > 0)
        {
            yield return new StackedBarChart("Consent by region", "records",
                [new ChartPart("granted", ChartTone.Good), new ChartPart("implied", ChartTone.Neutral), new ChartPart("unknown", ChartTone.Warning), new ChartPart("denied", ChartTone.Muted)],
                [.. health.Consent.Select(region => new ChartStack(region.Region, [region.Granted, region.Implied, region.Unknown, region.Denied]))]);
            yield return new TableBlock("Consent", ["Region", "Records", "May be mailed", "%", "Expired", "Median age (days)"],
                [.. health.Consent.Select(region => new object?[] { region.Region, region.Records, region.Allowed, region.Coverage, region.Expired, region.MedianAgeDays })]);
        }

        yield return new TableBlock("Columns", ["Column", "Field", "Type", "Filled (%)", "Valid (%)", "Repairable", "Drift", "Distinct", "Min", "Median", "Max", "Outliers", "Most frequent"],
            [.. health.Columns.Select(column => new object?[]
            {
                column.Column, column.Field, column.Type.ToString(), column.Completeness, column.Validity, column.Repairable, column.Drift,
                (column.IsDistinctExact ? "" : "~") + Internal.Format.Number(column.Distinct), column.Min, column.Median, column.Max, column.Outliers, string.Join(", ", column.Top.Take(3)),
            })]);
    }

    private static IEnumerable<ReportTile> Tiles(RecordHealth health)
    {
        yield return new ReportTile("Records", health.Rows);
        if (health.EmailInvalid is { } invalid) yield return new ReportTile("Invalid addresses", invalid, string.Empty, null, invalid > 0 ? ChartTone.Warning : ChartTone.Good);
        if (health.EmailRole is { } role) yield return new ReportTile("Role addresses", role);
        if (health.EmailDisposable is { } disposable) yield return new ReportTile("Disposable addresses", disposable, string.Empty, null, disposable > 0 ? ChartTone.Warning : ChartTone.Good);
        if (health.Inactive is { } inactive) yield return new ReportTile("Inactive", inactive);
        if (health.NeverEngaged is { } never) yield return new ReportTile("Never engaged", never);
        if (health.RetentionOverdue is { } overdue) yield return new ReportTile("Over retention", overdue, string.Empty, null, overdue > 0 ? ChartTone.Bad : ChartTone.Good);
        if (health.Duplicates is { } duplicates) yield return new ReportTile("Duplicates", duplicates);
    }
}
