using System;
using System.Collections.Generic;
using System.Linq;
using CsvHelper;

namespace MopsPS.Core.Records.Reading;

/// <summary>Where the table stands in a delimited file: separator, header line, and the section of a report.</summary>
internal sealed class DelimitedLayout
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public char Delimiter { get; private init; } = ',';

    /// <summary>The line of the header, or of the first row where there is none.</summary>
    public int FirstLine { get; private init; }

    public int FieldCount { get; private init; }

    public string? Section { get; private init; }

    public IReadOnlyList<string> Sections { get; private init; } = [];

    public static DelimitedLayout Detect(TextSample sample, string name, ImportOptions options)
    {
        var text = sample.Text;
        var hint = SeparatorHint(text);
        var delimiter = options.Delimiter ?? hint ?? BestDelimiter(text);
        var lines = Parse(text, delimiter);
        if (hint is not null) lines.RemoveAll(line => line.Number == 1);
        if (options.HeaderLine > 0) return At(lines, delimiter, options.HeaderLine, name);
        var sections = Sectioned(lines);
        if (sections.Count > 0) return InSection(sections, lines, delimiter, name, options);
        if (options.Section is string wanted) throw NoSection(name, wanted, []);
        var first = options.Header is null ? HeaderOf(lines) : FirstOf(lines);
        return new DelimitedLayout { Delimiter = delimiter, FirstLine = first?.Number ?? 1, FieldCount = first?.Fields.Length ?? 0 };
    }

    // Excel's own convention. Anything that cannot be a separator is a first line like any other.
    private static char? SeparatorHint(string text)
    {
        if (text.Length < 5 || !text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || (text.Length > 5 && text[5] is not ('\r' or '\n'))) return null;
        var hint = text[4];
        return hint == '\t' || (hint is > ' ' and < '\u007F' and not '"' && !char.IsLetterOrDigit(hint)) ? hint : null;
    }

    private static DelimitedLayout At(List<Line> lines, char delimiter, int number, string name)
    {
        var line = lines.FirstOrDefault(l => l.Number >= number)
            ?? throw new ExportFormatException("EmptyFile", $"There is no line {number}. Check the header line you gave.", new SourcePosition(name, line: number));
        return new DelimitedLayout { Delimiter = delimiter, FirstLine = line.Number, FieldCount = line.Fields.Length };
    }

    private static DelimitedLayout InSection(List<(string Title, Line Header)> sections, List<Line> lines, char delimiter, string name, ImportOptions options)
    {
        var titles = sections.Select(section => section.Title).ToArray();
        var chosen = options.Section is string wanted
            ? sections.Where(section => string.Equals(section.Title, wanted, StringComparison.OrdinalIgnoreCase)).Select(s => ((string, Line)?)s).FirstOrDefault()
                ?? throw NoSection(name, wanted, titles)
            : sections.OrderByDescending(section => ReportText.Rank(section.Title)).First();
        return new DelimitedLayout
        {
            Delimiter = delimiter,
            FirstLine = chosen.Item2.Number,
            FieldCount = chosen.Item2.Fields.Length,
            Section = chosen.Item1,
            Sections = titles,
        };
    }

    private static ExportFormatException NoSection(string name, string wanted, string[] titles) => new(
        "SectionNotFound",
        $"There is no section '{wanted}'. {(titles.Length == 0 ? "The file has no sections" : "The file has: " + string.Join(", ", titles))}.",
        new SourcePosition(name));

    private static List<(string Title, Line Header)> Sectioned(List<Line> lines)
    {
        var sections = new List<(string, Line)>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!ReportText.IsTitle(lines[i].Fields) || ReportText.Rank(lines[i].Fields[0]) == 0) continue;
            var header = lines.Skip(i + 1).FirstOrDefault(line => !line.IsBlank);
            if (header is not null && header.Fields.Length > 1 && !ReportText.IsTitle(header.Fields)) sections.Add((lines[i].Fields[0].Trim(), header));
        }

        return sections;
    }

    // Tables parted by blank lines: the longest is meant. A title line over a table is passed over; a line that is merely short is not,
    // for it may be a header with too few names, which has to be reported and not skipped.
    private static Line? HeaderOf(List<Line> lines)
    {
        var tables = new List<List<Line>>();
        var fresh = true;
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                fresh = true;
                continue;
            }

            var count = line.Fields.Length;
            if (tables.Count == 0 || (fresh && count > 1 && count != tables[tables.Count - 1][0].Fields.Length)) tables.Add([]);
            tables[tables.Count - 1].Add(line);
            fresh = false;
        }

        if (tables.Count == 0) return null;
        var table = tables.OrderByDescending(t => t.Count).First();
        var width = table.Skip(1).GroupBy(line => line.Fields.Length).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        var isTitled = width > 1 && ReportText.OnlyFirst(table[0].Fields);
        return (isTitled ? table.FirstOrDefault(line => line.Fields.Length == width && !ReportText.OnlyFirst(line.Fields)) : null) ?? table[0];
    }

    private static Line? FirstOf(List<Line> lines) => lines.FirstOrDefault(line => !line.IsBlank);

    // The separator that splits most lines into the same number of fields; more fields break a tie.
    private static char BestDelimiter(string text)
    {
        var best = ',';
        var bestScore = 0.0;
        foreach (var candidate in Candidates)
        {
            var widths = Parse(text, candidate, 200).Where(line => !line.IsBlank).GroupBy(line => line.Fields.Length).ToArray();
            var all = widths.Sum(group => group.Count());
            foreach (var group in widths.Where(group => group.Key > 1))
            {
                var score = ((double)group.Count() / all) + (0.001 * Math.Min(group.Key, 100));
                if (score <= bestScore) continue;
                bestScore = score;
                best = candidate;
            }
        }

        return best;
    }

    private static List<Line> Parse(string text, char delimiter, int most = 2000)
    {
        var lines = new List<Line>();
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
        };
        using var csv = CsvReader.FromText(text, options);
        while (lines.Count < most && csv.Read())
        {
            var fields = new string[csv.FieldCount];
            for (var i = 0; i < fields.Length; i++) fields[i] = csv.GetString(i);
            lines.Add(new Line((int)csv.LineNumber, fields));
        }

        return lines;
    }

    private sealed class Line(int number, string[] fields)
    {
        public int Number { get; } = number;

        public string[] Fields { get; } = fields;

        public bool IsBlank { get; } = fields.All(string.IsNullOrWhiteSpace);
    }
}
