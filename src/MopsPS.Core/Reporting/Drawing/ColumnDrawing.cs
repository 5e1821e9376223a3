using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>Upright columns: histograms and waterfalls.</summary>
internal static class ColumnDrawing
{
    private const int MostBins = 60;
    private const int MostSteps = 30;

    public static void Draw(SvgWriter svg, Histogram chart)
    {
        var bins = chart.Bins.Take(MostBins).ToArray();
        var plot = new Plot(svg, new Scale(bins.Select(bin => (double)bin.Count), fromZero: true), 12, 190);
        svg.Open(Plot.Width, plot.Bottom + 24, "plot", chart.Title, BarDrawing.Describe("ranges", bins.Length, chart.Bins.Count) + (chart.Unit.Length == 0 ? string.Empty : $" The ranges are in {chart.Unit}."));
        plot.Grid();
        var (slot, at) = Slots(plot, bins.Length);
        plot.Names([.. bins.Select(bin => bin.Label)], i => at(i) + slot / 2);
        var gap = slot > 8 ? 2 : 0.5;
        for (var i = 0; i < bins.Length; i++)
        {
            var y = plot.Y(bins[i].Count);
            svg.Rect(at(i) + gap / 2, y, slot - gap, plot.Bottom - y, Style.Fill(bins[i].Tone), $"{bins[i].Label}{(chart.Unit.Length == 0 ? string.Empty : " " + chart.Unit)}: {Internal.Format.Number(bins[i].Count)}");
        }

        svg.Close();
    }

    public static void Draw(SvgWriter svg, WaterfallChart chart)
    {
        var steps = chart.Steps.Take(MostSteps).Where(step => Scale.CanDraw(step.Value)).ToArray();
        var spans = Spans(steps);
        var plot = new Plot(svg, new Scale(spans.SelectMany(span => new[] { span.From, span.To }), fromZero: true), 20, 200);
        svg.Open(Plot.Width, plot.Bottom + 24, "plot", chart.Title, BarDrawing.Describe("steps", steps.Length, chart.Steps.Count) + " Each column begins where the one before ends; totals stand on the ground.");
        plot.Grid();
        var (slot, at) = Slots(plot, steps.Length);
        plot.Names([.. steps.Select(step => step.Label)], i => at(i) + slot / 2);
        for (var i = 0; i < steps.Length; i++)
        {
            var (from, to) = spans[i];
            double high = plot.Y(Math.Max(from, to)), low = plot.Y(Math.Min(from, to));
            var step = steps[i];
            var tone = step.Tone != ChartTone.Neutral || step.IsTotal ? step.Tone : step.Value < 0 ? ChartTone.Bad : ChartTone.Good;
            var value = (step.Value > 0 && !step.IsTotal ? "+" : string.Empty) + Internal.Format.Number(step.Value);
            svg.Rect(at(i) + slot * 0.12, high, slot * 0.76, Math.Max(1, low - high), Style.Fill(tone), $"{step.Label}: {value}{(chart.Unit.Length == 0 ? string.Empty : " " + chart.Unit)}");
            if (SvgText.Width(value, 11) <= slot + 6) svg.Text(at(i) + slot / 2, high - 4, value, anchor: "middle", style: "t", size: 11);
            if (i + 1 < steps.Length) svg.Line(at(i) + slot * 0.88, plot.Y(to), at(i + 1) + slot * 0.12, plot.Y(to), "grid-line");
        }

        svg.Close();
    }

    private static List<(double From, double To)> Spans(IReadOnlyList<ChartStep> steps)
    {
        var spans = new List<(double, double)>(steps.Count);
        double at = 0;
        foreach (var step in steps)
        {
            var from = step.IsTotal ? 0 : at;
            at = from + step.Value;
            spans.Add((from, at));
        }

        return spans;
    }

    private static (double Slot, Func<int, double> At) Slots(Plot plot, int count)
    {
        var slot = Math.Min(90, (plot.Right - plot.Left) / Math.Max(1, count));
        return (slot, i => plot.Left + i * slot);
    }
}
