using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsvHelper;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Events.Reading;

/// <summary>A line of a report as it stands.</summary>
internal sealed class ReportLine(int number, string[] fields)
{
    public int Number { get; } = number;

    public string[] Fields { get; } = fields;

    public bool IsBlank { get; } = fields.All(string.IsNullOrWhiteSpace);

    /// <summary>The only field with a value; null where there are more or none.</summary>
    public string? Only { get; } = fields.Count(field => !string.IsNullOrWhiteSpace(field)) == 1 && !string.IsNullOrWhiteSpace(fields[0]) ? fields[0].Trim() : null;
}

/// <summary>Reads a report with several tables as plain lines. The separator is the one by which the most columns are recognised.</summary>
internal static class ReportLines
{
    private const int MostBytes = 256 << 20;
    private const int WorkbookColumns = 200;
    private static readonly char[] Separators = [',', '\t', ';', '|'];

    /// <summary>Reads all lines.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="name">The name, for messages.</param>
    /// <exception cref="ExportFormatException">The file is too large for a report, or a workbook that cannot be read.</exception>
    public static List<ReportLine> Read(Stream stream, string name)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MostBytes) throw new ExportFormatException("UnknownFormat", "The file is larger than any report of an event. Check that it is one.", new SourcePosition(name));
        }

        var bytes = memory.ToArray();
        if (bytes.Length >= 4 && bytes[0] == 'P' && bytes[1] == 'K') return Workbook(bytes, name);
        var (encoding, preamble) = TextSample.Detect(bytes, bytes.Length, true, null);
        // A NUL byte, as some reports have in the middle of names, costs nothing but itself.
        var text = encoding.GetString(bytes, preamble, bytes.Length - preamble).Replace("\0", "");
        return Separators.Select(separator => Split(text, separator)).OrderByDescending(Recognised).First();
    }

    private static int Recognised(List<ReportLine> lines) =>
        lines.Sum(line => (EventColumns.People(line.Fields)?.Count ?? 0) + (EventColumns.Event(line.Fields)?.Count ?? 0));

    private static List<ReportLine> Workbook(byte[] bytes, string name)
    {
        var options = new ImportOptions { Header = [.. Enumerable.Range(1, WorkbookColumns).Select(i => "C" + i)], HeaderLine = 1 };
        using var reader = ExportReader.Open(new MemoryStream(bytes), name, options);
        var lines = new List<ReportLine>();
        while (reader.Read()) lines.Add(new ReportLine(reader.Line, [.. Enumerable.Range(0, reader.Schema.Count).Select(i => reader.GetString(i) ?? "")]));
        return lines;
    }

    private static List<ReportLine> Split(string text, char separator)
    {
        var lines = new List<ReportLine>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = separator, HasHeader = false, SkipEmptyLines = false, TrackLineNumbers = true, DetectSeparatorHint = false });
        while (csv.Read())
        {
            var fields = new string[csv.FieldCount];
            for (var i = 0; i < fields.Length; i++) fields[i] = csv.GetString(i);
            lines.Add(new ReportLine((int)csv.LineNumber, fields));
        }

        return lines;
    }
}
