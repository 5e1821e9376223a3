using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting;

/// <summary>Lines over points at equal distances (days, weeks, months), with an optional band such as an expected range.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Points">The names of the points, for example <c>2026-11-24</c>.</param>
/// <param name="Lines">The lines, each with a value or null for each point; up to eight.</param>
public sealed record LineChart(string Title, string Unit, IReadOnlyList<string> Points, IReadOnlyList<ChartLine> Lines) : ReportChart(Title, Unit)
{
    /// <summary>An area behind the lines; null for none.</summary>
    public ChartBand? Band { get; init; }

    /// <summary>Points that stand out, for example anomalies.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = Array.Empty<ChartMark>();

    /// <summary>A level line; null for none.</summary>
    public double? Target { get; init; }

    /// <inheritdoc/>
    public override BlockData Data
    {
        get
        {
            var columns = new List<string> { "Point" };
            columns.AddRange(Lines.Select(line => WithUnit(line.Name)));
            if (Band is not null) columns.AddRange([WithUnit(Band.Name + ", from"), WithUnit(Band.Name + ", to")]);
            if (Marks.Count > 0) columns.Add("Mark");
            return new BlockData(columns, [.. Points.Select((point, i) => Row(point, i))]);
        }
    }

    internal override string Kind => "lineChart";

    internal static double? At(IReadOnlyList<double?> values, int index) =>
        index < values.Count && values[index] is { } value && !double.IsNaN(value) && !double.IsInfinity(value) ? value : null;

    private List<object?> Row(string point, int index)
    {
        var row = new List<object?> { point };
        row.AddRange(Lines.Select(line => (object?)At(line.Values, index)));
        if (Band is not null) row.AddRange([At(Band.Lower, index), At(Band.Upper, index)]);
        if (Marks.Count > 0) row.Add(string.Join("; ", Marks.Where(mark => mark.Index == index).Select(mark => mark.Text)));
        return row;
    }
}

/// <summary>One line.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">A value for each point; null leaves a gap.</param>
/// <param name="Tone">Its colour; <see cref="ChartTone.Neutral"/> takes the next of the page's series colours.</param>
public sealed record ChartLine(string Name, IReadOnlyList<double?> Values, ChartTone Tone = ChartTone.Neutral);

/// <summary>An area between two lines.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Lower">The lower end for each point, or null.</param>
/// <param name="Upper">The upper end for each point, or null.</param>
public sealed record ChartBand(string Name, IReadOnlyList<double?> Lower, IReadOnlyList<double?> Upper);

/// <summary>A point that stands out.</summary>
/// <param name="Index">Which point, from 0.</param>
/// <param name="Value">Where it stands.</param>
/// <param name="Text">What is the matter.</param>
/// <param name="Tone">Its colour.</param>
public sealed record ChartMark(int Index, double Value, string Text, ChartTone Tone = ChartTone.Bad);

/// <summary>How often values fall in ranges. The columns are equally wide, whatever the ranges.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">The unit of the ranges, for example <c>days</c>.</param>
/// <param name="Bins">The ranges in order; up to 60 are drawn.</param>
public sealed record Histogram(string Title, string Unit, IReadOnlyList<ChartBin> Bins) : ReportChart(Title, Unit)
{
    /// <inheritdoc/>
    public override BlockData Data => new([WithUnit("From"), WithUnit("To"), "Count"], [.. Bins.Select(bin => new object?[] { bin.From, bin.To, bin.Count })]);

    internal override string Kind => "histogram";
}

/// <summary>A range of a histogram.</summary>
/// <param name="From">Its lower end, part of it; null for open.</param>
/// <param name="To">Its upper end; null for open.</param>
/// <param name="Count">How many values fall in it.</param>
/// <param name="Tone">How it is coloured.</param>
public sealed record ChartBin(double? From, double? To, long Count, ChartTone Tone = ChartTone.Neutral)
{
    internal string Label => From is null && To is null ? "all" : From is null ? "< " + Show(To) : To is null ? Show(From) + "+" : $"{Show(From)}–{Show(To)}";

    private static string Show(double? value) => Internal.Format.Number(value!.Value);
}

/// <summary>How a sum comes about: steps up and down from total to total.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Steps">The steps in order; the first is usually a total. Up to 30 are drawn.</param>
public sealed record WaterfallChart(string Title, string Unit, IReadOnlyList<ChartStep> Steps) : ReportChart(Title, Unit)
{
    /// <inheritdoc/>
    public override BlockData Data => new(
        ["Step", WithUnit("Value"), "Kind"],
        [.. Steps.Select(step => new object?[] { step.Label, step.Value, step.IsTotal ? "total" : step.Value < 0 ? "down" : "up" })]);

    internal override string Kind => "waterfallChart";
}

/// <summary>A step of a waterfall.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How much it adds; for a total its height.</param>
/// <param name="IsTotal">Whether it stands on the ground.</param>
/// <param name="Tone">Its colour; <see cref="ChartTone.Neutral"/> paints ups as good and downs as bad.</param>
public sealed record ChartStep(string Label, double Value, bool IsTotal = false, ChartTone Tone = ChartTone.Neutral);

/// <summary>A value for each pair of a row and a column, darker for more. Up to 40 rows and 31 columns are drawn.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows with their values.</param>
public sealed record HeatMap(string Title, string Unit, IReadOnlyList<string> Columns, IReadOnlyList<ChartRow> Rows) : ReportChart(Title, Unit)
{
    /// <inheritdoc/>
    public override BlockData Data => new(
        ["", .. Columns.Select(WithUnit)],
        [.. Rows.Select(row => new object?[] { row.Label }.Concat(Enumerable.Range(0, Columns.Count).Select(i => (object?)LineChart.At(row.Values, i))).ToArray())]);

    internal override string Kind => "heatMap";
}

/// <summary>A row of a heat map.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Values">A value for each column; null stays empty.</param>
public sealed record ChartRow(string Label, IReadOnlyList<double?> Values);

/// <summary>Streams between nodes, as wide as they are large. The largest 40 are drawn, all are in the table.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Unit">The unit of the values.</param>
/// <param name="Flows">The streams. A stream that would close a circle is in the table only.</param>
public sealed record SankeyChart(string Title, string Unit, IReadOnlyList<ChartFlow> Flows) : ReportChart(Title, Unit)
{
    /// <inheritdoc/>
    public override BlockData Data => new(["From", "To", WithUnit("Value")], [.. Flows.Select(flow => new object?[] { flow.From, flow.To, flow.Value })]);

    internal override string Kind => "sankeyChart";
}

/// <summary>One stream.</summary>
/// <param name="From">The node it comes from.</param>
/// <param name="To">The node it goes to.</param>
/// <param name="Value">How large it is; more than 0.</param>
public sealed record ChartFlow(string From, string To, double Value);
