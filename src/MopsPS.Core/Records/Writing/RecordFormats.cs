using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace MopsPS.Core.Records.Writing;

/// <summary>The formats themselves: columns and rows to a stream. Null and empty are told apart in JSON only.</summary>
internal static class RecordFormats
{
    public static void Write(Stream stream, RecordFormat format, IReadOnlyList<string> columns, IEnumerable<string?[]> rows, RecordWriteOptions options)
    {
        switch (format)
        {
            case RecordFormat.Xlsx:
                WriteXlsx(stream, columns, rows);
                break;
            case RecordFormat.JsonLines:
            case RecordFormat.Json:
                WriteJson(stream, columns, rows, options, lines: format == RecordFormat.JsonLines);
                break;
            default:
                WriteDelimited(stream, columns, rows, options, options.Delimiter ?? (format == RecordFormat.Tsv ? '\t' : ','));
                break;
        }
    }

    private static void WriteDelimited(Stream stream, IReadOnlyList<string> columns, IEnumerable<string?[]> rows, RecordWriteOptions options, char delimiter)
    {
        // A character that the encoding lacks is an error, not a question mark; and the byte order mark is our own choice.
        var encoding = (Encoding)options.Encoding.Clone();
        encoding.EncoderFallback = EncoderFallback.ExceptionFallback;
        if (options.ByteOrderMark)
        {
            var mark = encoding.CodePage == Encoding.UTF8.CodePage ? Encoding.UTF8.GetPreamble() : encoding.GetPreamble();
            stream.Write(mark, 0, mark.Length);
        }

        using var bare = new PreambleFreeWriter(stream, encoding);
        using var csv = CsvWriter.Create(bare.Writer, new CsvWriterOptions { Separator = delimiter, NewLine = options.NewLine }, leaveOpen: true);
        if (columns.Count == 0) return;
        WriteRow(csv, columns, delimiter, options);
        foreach (var row in rows) WriteRow(csv, row, delimiter, options);
        csv.Flush();
    }

    private static void WriteRow(CsvWriter csv, IReadOnlyList<string?> values, char delimiter, RecordWriteOptions options)
    {
        foreach (var value in values) WriteCell(csv, value, delimiter, values.Count == 1, options.AllowFormula);
        csv.EndRecord();
    }

    /// <summary>Writes one field of a row, safe from formulas unless they are allowed.</summary>
    public static void WriteCell(CsvWriter csv, string? value, char delimiter, bool single, bool allowFormula)
    {
        var text = value is null ? "" : allowFormula ? value : FormulaText.Escape(value);
        csv.WriteField(text, NeedsQuotes(text, delimiter, single) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
    }

    // The only field of a row is quoted where it is empty: readers skip an empty line.
    private static bool NeedsQuotes(string field, char delimiter, bool single) =>
        field.Length == 0
            ? single
            : field.IndexOfAny(['"', '\r', '\n', '\uFEFF', delimiter]) >= 0
                || char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[field.Length - 1]) || field[0] == '#';

    private static void WriteJson(Stream stream, IReadOnlyList<string> columns, IEnumerable<string?[]> rows, RecordWriteOptions options, bool lines)
    {
        var newLine = Encoding.UTF8.GetBytes(options.NewLine);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = !lines });
        if (!lines) json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++) json.WriteString(columns[i], row[i]);
            json.WriteEndObject();
            json.Flush();
            if (!lines) continue;
            json.Reset();
            stream.Write(newLine, 0, newLine.Length);
        }

        if (lines) return;
        json.WriteEndArray();
        json.Flush();
    }

    // Cells are texts, never formulas: nothing needs the escape.
    private static void WriteXlsx(Stream stream, IReadOnlyList<string> columns, IEnumerable<string?[]> rows)
    {
        WorkbookLimits.CheckColumns(columns.Count);
        var shaped = rows.Select(row =>
        {
            var cells = new Dictionary<string, object?>(columns.Count);
            for (var i = 0; i < columns.Count; i++) cells.Add(columns[i], row[i]);
            return cells;
        });
        stream.SaveAs(shaped, configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = false, FastMode = false });
    }
}
