using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Reporting.Drawing;

namespace MopsPS.Core.Reporting;

/// <summary>A section as writers and templates see it: texts masked where asked, rows cut to what a report shows.</summary>
/// <param name="Anchor">An id that is unique in the page.</param>
/// <param name="Title">The heading.</param>
/// <param name="Text">The words under it, or null.</param>
/// <param name="Blocks">What stands in it.</param>
public sealed record ReportSectionView(string Anchor, string Title, string? Text, IReadOnlyList<ReportBlockView> Blocks)
{
    /// <summary>Prepares the sections of a report.</summary>
    internal static IEnumerable<ReportSectionView> Show(IEnumerable<ReportSection> sections, int max, Func<string?, string?> show) =>
        sections.Select((section, i) => new ReportSectionView(
            "section-" + (i + 1).ToString(CultureInfo.InvariantCulture), show(section.Title) ?? string.Empty, show(section.Text),
            [.. section.Blocks.Select(block => ReportBlockView.Show(block, max, show))]));
}

/// <summary>A block as writers and templates see it.</summary>
/// <param name="Kind">What it is: <c>tiles</c>, <c>table</c> or a kind of chart, for example <c>barChart</c>.</param>
/// <param name="IsChart">Whether it has a chart, which a template prints with <c>{{ block.chart }}</c>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Text">The words under it, or null.</param>
/// <param name="Table">Its numbers and texts as a table.</param>
/// <param name="Numeric">For each column whether it holds numbers.</param>
/// <param name="Tiles">The figures of a block of tiles; empty for others.</param>
public sealed record ReportBlockView(
    string Kind, bool IsChart, string Title, string? Text, ReportTable Table, IReadOnlyList<bool> Numeric, IReadOnlyList<ReportTileView> Tiles)
{
    /// <summary>The chart as the template prints it; null where there is none.</summary>
    public object? Chart { get; init; }

    /// <summary>The shown rows with their values as they are, for JSON.</summary>
    internal IReadOnlyList<IReadOnlyList<object?>> Values { get; init; } = [];

    internal static ReportBlockView Show(ReportBlock block, int max, Func<string?, string?> show)
    {
        var data = block.Data;
        var values = data.Rows.Take(max).Select(row => (IReadOnlyList<object?>)[.. row.Select(cell => cell is string text ? show(text) : cell)]).ToArray();
        var total = Math.Max(data.Total ?? 0, data.Rows.Count);
        var title = show(block.Title) ?? string.Empty;
        var table = new ReportTable(
            title, [.. data.Columns.Select(column => show(column) ?? string.Empty)],
            [.. values.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => Cell(cell, show))])],
            total, ReportText.Count(total), ReportText.More(total, values.Length));
        return new ReportBlockView(
            block.Kind, block is ReportChart, title, show(block.Text), table,
            [.. data.Columns.Select((_, i) => values.Any(row => IsNumber(row[i])) && values.All(row => row[i] is null || IsNumber(row[i])))],
            block is TilesBlock tiles ? [.. tiles.Tiles.Select(tile => ReportTileView.Show(tile, show))] : [])
        {
            Chart = block is ReportChart chart ? new ChartDrawing(chart, show) : null,
            Values = values,
        };
    }

    internal static bool IsNumber(object? value) => value is double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte;

    private static string Cell(object? value, Func<string?, string?> show) => value switch
    {
        null => string.Empty,
        bool flag => flag ? "yes" : "no",
        double number when double.IsNaN(number) || double.IsInfinity(number) => string.Empty,
        _ when IsNumber(value) => Internal.Format.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        string text => text,
        _ => show(ResultRow.Show(value)) ?? string.Empty,
    };
}

/// <summary>A figure as templates see it.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value for people.</param>
/// <param name="Unit">The unit; empty for a bare count.</param>
/// <param name="Note">A few words below it, or null.</param>
/// <param name="Tone">The name of its tone.</param>
public sealed record ReportTileView(string Label, string Value, string Unit, string? Note, string Tone)
{
    internal static ReportTileView Show(ReportTile tile, Func<string?, string?> show) => new(
        show(tile.Label) ?? string.Empty, tile.Value is { } value && !double.IsNaN(value) && !double.IsInfinity(value) ? Internal.Format.Number(value) : "–", tile.Unit, show(tile.Note), tile.Tone.ToString());
}
