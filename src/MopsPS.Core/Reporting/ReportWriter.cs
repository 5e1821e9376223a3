using System;
using System.IO;

namespace MopsPS.Core.Reporting;

/// <summary>Writes a report in any format.</summary>
public static class ReportWriter
{
    /// <summary>The format that a file's extension names.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The format, or null where the extension names none.</returns>
    public static MopsReportFormat? FromExtension(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => MopsReportFormat.Html,
        ".MD" or ".MARKDOWN" => MopsReportFormat.Markdown,
        ".CSV" => MopsReportFormat.Csv,
        ".JSON" => MopsReportFormat.Json,
        _ => null,
    };

    /// <summary>How many rows each section shows where the user does not say: pages stay small, data files are complete.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The number; 0 for all.</returns>
    public static int DefaultMaxRows(MopsReportFormat format) => format switch
    {
        MopsReportFormat.Html => 200,
        MopsReportFormat.Markdown => 50,
        _ => 0,
    };

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">The format.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="template">A Liquid template for HTML, or null.</param>
    /// <exception cref="FormatException">The template has a mistake.</exception>
    public static void Write(ReportDocument report, MopsReportFormat format, Stream stream, string? template = null)
    {
        switch (format)
        {
            case MopsReportFormat.Html: HtmlReportWriter.Write(report, stream, template); break;
            case MopsReportFormat.Markdown: MarkdownReportWriter.Write(report, stream); break;
            case MopsReportFormat.Csv: CsvReportWriter.Write(report, stream); break;
            case MopsReportFormat.Json: JsonReportWriter.Write(report, stream); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such report format.");
        }
    }
}
