using System.IO;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Reporting;

/// <summary>Writes a report as GitHub Markdown, to read as a step summary. Data is escaped: no markup, link or mention comes out of it.</summary>
public static class MarkdownReportWriter
{
    /// <summary>Writes the text as UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(ReportDocument report, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"# {Escape(report.Title)}\n");
        var policy = report.PolicyName is null ? string.Empty : $" · Policy {Escape(report.PolicyName)}, version {Escape(report.PolicyVersion)}";
        writer.WriteLine($"{(report.Period is null ? string.Empty : $"Period {Escape(report.Period)} · ")}Generated {report.Generated}{policy}\n");
        if (report.Results > 0)
            writer.WriteLine($"**{ReportText.Count(report.Results)}** checked · **{ReportText.Count(report.Compliant)}** in order · **{ReportText.Count(report.NotCompliant)}** not in order\n");
        writer.WriteLine($"**{ReportText.Count(report.Errors)}** errors · **{ReportText.Count(report.Warnings)}** warnings · **{ReportText.Count(report.Notes)}** notes · **{ReportText.Count(report.Suppressed)}** suppressed\n");
        if (report.Kpis.Count > 0) Table(writer, ["", "KPI", "Value", "Target", "Counts"], report.Kpis.Select(Row), report.KpisMore);
        if (report.Rules.Count > 0)
        {
            writer.WriteLine("## What to fix first\n");
            Table(writer, ["Severity", "Count", "Rule", "What to do"], report.Rules.Take(10).Select(rule => new[] { rule.Severity, rule.CountText, $"{rule.Name} ({rule.Id})", rule.Remedy }), null);
        }

        foreach (var section in report.Sections)
        {
            writer.WriteLine($"## {Escape(section.Title)}\n");
            if (section.Text is not null) writer.WriteLine($"{Escape(section.Text)}\n");
            foreach (var block in section.Blocks)
            {
                writer.WriteLine($"### {Escape(block.Title)}\n");
                if (block.Text is not null) writer.WriteLine($"{Escape(block.Text)}\n");
                Table(writer, [.. block.Table.Columns], block.Table.Rows.Select(row => row.ToArray()), block.Table.More);
            }
        }

        foreach (var breakdown in report.Breakdowns)
        {
            writer.WriteLine($"## {Escape(breakdown.Title)}\n");
            string?[] places = [breakdown.SegmentName, breakdown.HasPeriods ? "Period" : null];
            string[] columns = [.. places.OfType<string>(), .. breakdown.Columns.Select(column => column.Target is null ? column.Name : $"{column.Name} (target {column.Target})")];
            var rows = breakdown.Rows.Select(row => new[] { breakdown.SegmentName is null ? null : row.Segment ?? string.Empty, breakdown.HasPeriods ? row.Period ?? string.Empty : null }.OfType<string>()
                .Concat(row.Cells.Select((kpi, i) => Cell(kpi, breakdown.Columns[i].HasTargets))).ToArray<string?>());
            Table(writer, columns, rows, breakdown.More);
        }

        if (report.Rules.Count > 0) writer.WriteLine("## Findings by rule\n");
        foreach (var rule in report.Rules)
        {
            writer.WriteLine($"<details><summary>{Escape(rule.Name)} ({Escape(rule.Id)}): {rule.CountText}</summary>\n");
            if (rule.Summary is not null) writer.WriteLine($"{Escape(rule.Summary)} {Escape(rule.Remedy)}\n");
            Table(writer, ["Finding", "Target", "Field", "Value", "Instead", "Place"], rule.Findings.Select(f => new[] { f.Message, f.Target, f.Field, f.Value, f.Suggestion == rule.Remedy ? null : f.Suggestion, f.Place }), rule.More);
            writer.WriteLine("</details>\n");
        }

        if (report.Suppressed > 0)
        {
            writer.WriteLine("## Suppressed by the policy\n");
            Table(writer, ["Rule", "Finding", "Target", "Reason", "Place"], report.SuppressedFindings.Select(f => new[] { f.RuleId, f.Message, f.Target, f.Reason, f.Place }), report.SuppressedMore);
        }

        foreach (var table in report.Tables)
        {
            writer.WriteLine($"## {Escape(table.Name)}\n\n{table.TotalText} {(table.Total == 1 ? "row" : "rows")}\n");
            Table(writer, [.. table.Columns], table.Rows.Select(row => row.ToArray()), table.More);
        }
    }

    private static string?[] Row(ReportKpi kpi) => [Verdict(kpi), kpi.Name, Value(kpi), Target(kpi), kpi.Counts];

    private static string Verdict(ReportKpi kpi) => kpi.Status switch { "Met" => "✅ met", "Missed" => "❌ missed", _ => "no verdict" };

    private static string Cell(ReportKpi? kpi, bool hasTargets)
    {
        if (kpi is null) return string.Empty;
        var mark = kpi.Status switch { "Met" => "✅ ", "Missed" => "❌ ", _ => string.Empty };
        var target = hasTargets && kpi.Target is not null ? $", target {Target(kpi)}" : string.Empty;
        return $"{mark}{Value(kpi)}{target}{(kpi.Counts is null ? string.Empty : $" ({kpi.Counts})")}";
    }

    private static string Value(ReportKpi kpi) => kpi.Raw is null ? kpi.Value : $"{kpi.Value} {kpi.Unit}";

    private static string? Target(ReportKpi kpi) => kpi.Target is null ? null : $"{kpi.Target} {kpi.Unit}";

    private static void Table(TextWriter writer, string[] columns, System.Collections.Generic.IEnumerable<string?[]> rows, string? more)
    {
        writer.WriteLine($"| {string.Join(" | ", columns.Select(Escape))} |");
        writer.WriteLine($"|{string.Concat(Enumerable.Repeat(" --- |", columns.Length))}");
        foreach (var row in rows) writer.WriteLine($"| {string.Join(" | ", row.Select(Escape))} |");
        writer.WriteLine();
        if (more is not null) writer.WriteLine($"… and {more} more.\n");
    }

    private static string Escape(string? text)
    {
        if (text is null) return string.Empty;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            // Entities rather than backslashes: they hold inside tables and summary elements, and break autolinks and mentions.
            if (char.IsControl(c)) escaped.Append(' ');
            else if ("\\`*_{}[]<>|#!~&@:\"'".IndexOf(c) >= 0) escaped.Append("&#").Append((int)c).Append(';');
            else escaped.Append(c);
        }

        return escaped.Replace("www.", "www&#46;").ToString();
    }
}
