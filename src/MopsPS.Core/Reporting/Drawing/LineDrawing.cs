using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>Lines, the band behind them and the marks on them.</summary>
internal static class LineDrawing
{
    public static void Draw(SvgWriter svg, LineChart chart)
    {
        var points = chart.Points.Count;
        var legend = Entries(chart);
        var top = Legend.Height(legend.Select(entry => entry.Name), Plot.Width) + 8;
        var all = chart.Lines.SelectMany(line => line.Values).Concat(chart.Band?.Lower ?? []).Concat(chart.Band?.Upper ?? [])
            .Concat(chart.Marks.Select(mark => (double?)mark.Value)).Append(chart.Target);
        var plot = new Plot(svg, new Scale(all.Where(value => value is not null).Select(value => value!.Value), fromZero: false), top, 200);
        svg.Open(Plot.Width, plot.Bottom + 24, "plot", chart.Title, $"{BarDrawing.Describe("points", points, points)} Lines: {string.Join(", ", chart.Lines.Select(line => line.Name))}.{(chart.Marks.Count > 0 ? $" Marked: {Internal.Format.Number(chart.Marks.Count)}." : string.Empty)}");
        Legend.Draw(svg, legend, 0, Plot.Width);
        plot.Grid();
        double X(int i) => points <= 1 ? (plot.Left + plot.Right) / 2 : plot.Left + 6 + (plot.Right - plot.Left - 12) * i / (points - 1);
        plot.Names(chart.Points, X);
        if (chart.Band is { } band) Band(svg, plot, band, points, X);
        if (chart.Target is { } target && Scale.CanDraw(target)) svg.Line(plot.Left, plot.Y(target), plot.Right, plot.Y(target), "target");
        for (var i = 0; i < chart.Lines.Count; i++) Line(svg, plot, chart.Lines[i], i, points, X);
        foreach (var mark in chart.Marks.Where(mark => mark.Index >= 0 && mark.Index < points && Scale.CanDraw(mark.Value)))
            svg.Circle(X(mark.Index), plot.Y(mark.Value), 4.5, Style.Fill(mark.Tone) + " ring", $"{chart.Points[mark.Index]}: {mark.Text}");
        svg.Close();
    }

    private static List<(string Name, string Style)> Entries(LineChart chart)
    {
        var entries = chart.Lines.Select((line, i) => (line.Name, Style.Fill(line.Tone, i))).ToList();
        if (chart.Band is not null) entries.Add((chart.Band.Name, "f band"));
        if (chart.Target is { } target) entries.Add(("Target " + Style.Show(target, chart.Unit), "f mark"));
        if (chart.Marks.Count > 0) entries.Add(("Marked", Style.Fill(chart.Marks[0].Tone)));
        return entries;
    }

    private static void Line(SvgWriter svg, Plot plot, ChartLine line, int series, int points, Func<int, double> x)
    {
        var path = new StringBuilder();
        for (var i = 0; i < points; i++)
        {
            if (Scale.Value(line.Values, i) is not { } value) continue;
            var goesOn = i > 0 && Scale.Value(line.Values, i - 1) is not null;
            path.Append(goesOn ? 'L' : 'M').Append(SvgWriter.Number(x(i))).Append(' ').Append(SvgWriter.Number(plot.Y(value)));
            // A value between two gaps would be a line of no length.
            var standsAlone = !goesOn && (i + 1 >= points || Scale.Value(line.Values, i + 1) is null);
            if (standsAlone) svg.Circle(x(i), plot.Y(value), 2.5, Style.Fill(line.Tone, series));
        }

        if (path.Length > 0) svg.Path(path.ToString(), Style.Stroke(line.Tone, series), line.Name);
    }

    /// <summary>One closed area for each run of points that have both ends.</summary>
    private static void Band(SvgWriter svg, Plot plot, ChartBand band, int points, Func<int, double> x)
    {
        for (var start = 0; start < points; start++)
        {
            var end = start;
            while (end < points && Scale.Value(band.Lower, end) is not null && Scale.Value(band.Upper, end) is not null) end++;
            if (end == start) continue;
            var path = new StringBuilder();
            for (var i = start; i < end; i++) Add(i == start ? 'M' : 'L', i, band.Upper);
            for (var i = end - 1; i >= start; i--) Add('L', i, band.Lower);
            svg.Path(path.Append('Z').ToString(), "f band", band.Name);
            start = end;

            void Add(char command, int i, IReadOnlyList<double?> values) =>
                path.Append(command).Append(SvgWriter.Number(x(i))).Append(' ').Append(SvgWriter.Number(plot.Y(values[i]!.Value)));
        }
    }
}
