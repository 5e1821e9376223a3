using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;

namespace MopsPS.Core.Reporting;

/// <summary>Writes the findings of a report as CSV, one row each, the suppressed ones last. Safe to open in a spreadsheet: no text becomes a formula.</summary>
public static class CsvReportWriter
{
    /// <summary>Writes UTF-8 with a byte order mark, which Excel needs.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(ReportDocument report, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(true), 1 << 16, leaveOpen: true);
        using var csv = CsvWriter.Create(writer, CsvWriterOptions.Default, leaveOpen: true);
        Row(csv, ["RuleId", "Severity", "Message", "Target", "Field", "Value", "Suggestion", "File", "Row", "Line", "IsSuppressed", "Reason"]);
        foreach (var finding in report.Rules.SelectMany(rule => rule.Findings).Concat(report.SuppressedFindings))
        {
            Row(csv,
            [
                finding.RuleId, finding.Severity, finding.Message, finding.Target, finding.Field, finding.Value, finding.Suggestion, finding.File,
                Number(finding.Row), Number(finding.Line), finding.IsSuppressed ? "true" : "false", finding.Reason,
            ]);
        }
    }

    // By hand and with the default options: an init setter of CsvHelper's net build is not the one that our netstandard2.0 build was compiled against.
    private static string Guard(string? field) =>
        field is null || field.Length == 0 ? string.Empty : "=+-@\t\r\n".IndexOf(field[0]) >= 0 ? "'" + field : field;

    private static string? Number(int value) => value == 0 ? null : value.ToString(CultureInfo.InvariantCulture);

    private static void Row(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields) csv.WriteField(Guard(field));
        csv.EndRecord();
    }
}
