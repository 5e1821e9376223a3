using System.Collections.Generic;

namespace MopsPS.Core.Reporting;

/// <summary>A part of a report under its own heading. Plain data: the writers render it as HTML with inline SVG, Markdown tables or JSON.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What stands under it, in order: <see cref="TilesBlock"/>, <see cref="TableBlock"/> and the charts.</param>
public sealed record ReportSection(string Title, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>A sentence or two under the heading: what is shown and how to read it; null for none.</summary>
    public string? Text { get; init; }
}

/// <summary>One thing in a section. All texts may hold anything: each writer encodes them, and <c>-Mask</c> masks them.</summary>
/// <param name="Title">The heading of the block.</param>
public abstract record ReportBlock(string Title)
{
    /// <summary>A sentence under the heading, for example what a colour means or what is left out; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>The block as numbers and texts: the table below a chart, the rows of Markdown and JSON.</summary>
    public abstract BlockData Data { get; }

    /// <summary>The name of the kind in JSON, in camelCase.</summary>
    internal abstract string Kind { get; }
}

/// <summary>A block as a table of values.</summary>
/// <param name="Columns">The column names, with the unit where there is one.</param>
/// <param name="Rows">The rows: text, numbers, dates, booleans or null; each as long as the columns.</param>
/// <param name="Total">How many rows there are in all, where <paramref name="Rows"/> is only the first of them; null for all.</param>
public sealed record BlockData(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, long? Total = null);

/// <summary>A table.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Columns">The column names, with the unit where there is one.</param>
/// <param name="Rows">The rows, most important first: the report shows the first MaxRows and says how many are left out.</param>
public sealed record TableBlock(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows) : ReportBlock(Title)
{
    /// <summary>How many rows there are in all, where not all of them are given; null for those given.</summary>
    public long? Total { get; init; }

    /// <inheritdoc/>
    public override BlockData Data => new(Columns, Rows, Total);

    internal override string Kind => "table";
}

/// <summary>Figures side by side. A figure with a target is better a <see cref="Kpi"/> of the result: it gets a card of its own, and a gate can judge it.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Tiles">The figures.</param>
public sealed record TilesBlock(string Title, IReadOnlyList<ReportTile> Tiles) : ReportBlock(Title)
{
    /// <inheritdoc/>
    public override BlockData Data => new(["Figure", "Value", "Unit", "Note"], [.. Rows()]);

    internal override string Kind => "tiles";

    private IEnumerable<IReadOnlyList<object?>> Rows()
    {
        foreach (var tile in Tiles) yield return [tile.Label, tile.Value, tile.Unit, tile.Note];
    }
}

/// <summary>One figure.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value; null shows as a dash.</param>
/// <param name="Unit">The unit, for example <c>%</c> or <c>days</c>; empty for a bare count.</param>
/// <param name="Note">A few words below it, or null.</param>
/// <param name="Tone">How it is coloured.</param>
public sealed record ReportTile(string Label, double? Value, string Unit = "", string? Note = null, ChartTone Tone = ChartTone.Neutral);

/// <summary>What a colour says. Never the only carrier of a meaning: a label or a note says it, too.</summary>
public enum ChartTone
{
    /// <summary>No judgement.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Wants a look.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Bad,

    /// <summary>In the background.</summary>
    Muted,
}
