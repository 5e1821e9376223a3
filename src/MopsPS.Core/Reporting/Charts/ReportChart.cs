using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting;

/// <summary>
/// A chart as plain data. HTML draws it as inline SVG in the colours of the page, with a title, a description and its numbers as
/// a table below; Markdown and JSON give the numbers. Values that are no finite number are drawn as missing.
/// </summary>
/// <param name="Title">The heading: what is shown.</param>
/// <param name="Unit">The unit of the values, for example <c>links</c> or <c>%</c>; empty for none.</param>
public abstract record ReportChart(string Title, string Unit) : ReportBlock(Title)
{
    /// <summary>The name of the value column with its unit.</summary>
    /// <param name="name">The name.</param>
    private protected string WithUnit(string name) => Unit.Length == 0 ? name : $"{name} ({Unit})";
}

/// <summary>Horizontal bars, in the order given (largest first reads best). The first 30 are drawn, all are in the table.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Bars">The bars.</param>
public sealed record BarChart(string Title, string Unit, IReadOnlyList<ChartBar> Bars) : ReportChart(Title, Unit)
{
    /// <summary>A mark on every bar; null for none.</summary>
    public double? Target { get; init; }

    /// <inheritdoc/>
    public override BlockData Data => new(["Name", WithUnit("Value"), "Note"], [.. Bars.Select(bar => new object?[] { bar.Label, bar.Value, bar.Note })]);

    internal override string Kind => "barChart";
}

/// <summary>One bar.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its length; null for no value.</param>
/// <param name="Note">A few words beside the value, for example <c>8 of 10</c>; or null.</param>
/// <param name="Tone">How it is coloured.</param>
public sealed record ChartBar(string Label, double? Value, string? Note = null, ChartTone Tone = ChartTone.Neutral);

/// <summary>Horizontal bars made of parts, all 0 or more. The first 30 are drawn, all are in the table.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Parts">What the parts are, the same for all bars; up to eight.</param>
/// <param name="Bars">The bars.</param>
public sealed record StackedBarChart(string Title, string Unit, IReadOnlyList<ChartPart> Parts, IReadOnlyList<ChartStack> Bars) : ReportChart(Title, Unit)
{
    /// <summary>Whether each bar is drawn as 100 %, so that shares compare; the table keeps the values.</summary>
    public bool IsShare { get; init; }

    /// <inheritdoc/>
    public override BlockData Data => new(
        ["Name", .. Parts.Select(part => WithUnit(part.Name))],
        [.. Bars.Select(bar => new object?[] { bar.Label }.Concat(Enumerable.Range(0, Parts.Count).Select(i => i < bar.Values.Count ? (object?)bar.Values[i] : null)).ToArray())]);

    internal override string Kind => "stackedBarChart";
}

/// <summary>What a part of all bars is.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Tone">Its colour; <see cref="ChartTone.Neutral"/> takes the next of the page's series colours.</param>
public sealed record ChartPart(string Name, ChartTone Tone = ChartTone.Neutral);

/// <summary>One bar of parts.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Values">A value for each part.</param>
public sealed record ChartStack(string Label, IReadOnlyList<double> Values);

/// <summary>Stages that follow each other, with the share that goes on from each to the next and from the first.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">What is counted, for example <c>leads</c>.</param>
/// <param name="Stages">The stages in order.</param>
public sealed record FunnelChart(string Title, string Unit, IReadOnlyList<ChartStage> Stages) : ReportChart(Title, Unit)
{
    /// <inheritdoc/>
    public override BlockData Data => new(
        ["Stage", WithUnit("Count"), "From the stage before (%)", "From the first stage (%)"],
        [.. Stages.Select((stage, i) => new object?[] { stage.Label, stage.Count, i == 0 ? null : Share(stage.Count, Stages[i - 1].Count), Share(stage.Count, Stages[0].Count) })]);

    internal override string Kind => "funnelChart";

    internal static double? Share(double part, double whole) => whole > 0 ? 100 * part / whole : null;
}

/// <summary>A stage of a funnel.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Count">How many reached it; 0 or more.</param>
public sealed record ChartStage(string Label, double Count);
