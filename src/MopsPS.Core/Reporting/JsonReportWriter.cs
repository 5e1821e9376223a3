using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Reporting;

/// <summary>Writes a report as JSON for other programs: camelCase, ISO 8601 dates, unrounded numbers, always the same members.</summary>
public static class JsonReportWriter
{
    /// <summary>Writes UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(ReportDocument report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default });
        json.WriteStartObject();
        json.WriteString("schema", "mopsps-report/1");
        json.WriteString("title", report.Title);
        json.WriteString("date", report.Date);
        json.WriteString("period", report.Period);
        json.WriteStartObject("policy");
        json.WriteString("name", report.PolicyName);
        json.WriteString("version", report.PolicyVersion);
        json.WriteEndObject();
        json.WriteStartObject("summary");
        json.WriteNumber("results", report.Results);
        json.WriteNumber("compliant", report.Compliant);
        json.WriteNumber("notCompliant", report.NotCompliant);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteNumber("information", report.Notes);
        json.WriteNumber("suppressed", report.Suppressed);
        json.WriteEndObject();
        json.Items("kpis", report.Kpis, Kpi);
        json.Items("segments", report.Segments, segments =>
        {
            json.WriteString("name", segments.Name);
            json.Items("kpis", segments.Kpis, Kpi);
        });
        json.Items("rules", report.Rules, rule =>
        {
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Name);
            json.WriteString("severity", rule.Severity);
            json.WriteNumber("count", rule.Count);
            json.WriteString("summary", rule.Summary);
            json.WriteString("remedy", rule.Remedy);
            json.WriteString("source", rule.Source);
            json.Items("findings", rule.Findings, Finding);
        });
        json.Items("suppressedFindings", report.SuppressedFindings, Finding);
        json.Items("sections", report.Sections, section =>
        {
            json.WriteString("title", section.Title);
            json.WriteString("text", section.Text);
            json.Items("blocks", section.Blocks, Block);
        });
        json.Items("tables", report.Tables, table =>
        {
            json.WriteString("name", table.Name);
            json.WriteNumber("total", table.Total);
            Strings("columns", table.Columns);
            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                Pass();
                json.WriteStartArray();
                foreach (var cell in row) json.WriteStringValue(cell);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        });
        json.WriteEndObject();

        void Block(ReportBlockView block)
        {
            json.WriteString("kind", block.Kind);
            json.WriteString("title", block.Title);
            json.WriteString("text", block.Text);
            json.WriteNumber("total", block.Table.Total);
            Strings("columns", block.Table.Columns);
            json.WriteStartArray("rows");
            foreach (var row in block.Values)
            {
                json.WriteStartArray();
                for (var i = 0; i < row.Count; i++) Cell(row[i]);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        void Cell(object? value)
        {
            if (value is double number && (double.IsNaN(number) || double.IsInfinity(number))) json.WriteNullValue();
            else if (value is bool flag) json.WriteBooleanValue(flag);
            else if (value is decimal exact) json.WriteNumberValue(exact);
            else if (value is double or float) json.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
            else if (ReportBlockView.IsNumber(value)) json.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
            else json.WriteStringValue(ResultRow.Show(value));
        }

        void Strings(string name, IReadOnlyList<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        void Kpi(ReportKpi kpi)
        {
            json.WriteString("id", kpi.Id);
            json.WriteString("name", kpi.Name);
            json.WriteString("segment", kpi.Segment);
            json.WriteString("period", kpi.Period);
            if (kpi.Raw is double value) json.WriteNumber("value", value);
            else json.WriteNull("value");
            json.WriteString("unit", kpi.Unit);
            if (kpi.RawTarget is double target) json.WriteNumber("target", target);
            else json.WriteNull("target");
            json.WriteString("status", kpi.Status);
        }

        // The writer would keep all of a long list until its end.
        void Pass()
        {
            if (json.BytesPending > 1 << 16) json.Flush();
        }

        void Finding(ReportFinding finding)
        {
            Pass();
            json.WriteString("ruleId", finding.RuleId);
            json.WriteString("severity", finding.Severity);
            json.WriteString("message", finding.Message);
            json.WriteString("target", finding.Target);
            json.WriteString("field", finding.Field);
            json.WriteString("value", finding.Value);
            json.WriteString("suggestion", finding.Suggestion);
            json.WriteString("file", finding.File);
            json.WriteNumber("row", finding.Row);
            json.WriteNumber("line", finding.Line);
            json.WriteBoolean("isSuppressed", finding.IsSuppressed);
            json.WriteString("reason", finding.Reason);
        }
    }
}
