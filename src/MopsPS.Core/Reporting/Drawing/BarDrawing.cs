using System;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>Horizontal bars. The label stands above its bar, so that long names have room and a phone can show it all.</summary>
internal static class BarDrawing
{
    private const double Width = 360;
    private const double Row = 34;
    private const int Most = 30;

    public static void Draw(SvgWriter svg, BarChart chart)
    {
        var bars = chart.Bars.Take(Most).ToArray();
        var scale = Ends([.. bars.Select(bar => bar.Value ?? 0), chart.Target ?? 0], chart.Unit == "%");
        svg.Open(Width, Math.Max(Row, bars.Length * Row), "bars", chart.Title, Describe("bars", bars.Length, chart.Bars.Count) + (chart.Target is { } goal ? $" The mark is the target, {Style.Show(goal, chart.Unit)}." : string.Empty));
        for (var i = 0; i < bars.Length; i++)
        {
            var bar = bars[i];
            var value = Style.Show(bar.Value, chart.Unit) + (bar.Note is null ? string.Empty : " · " + bar.Note);
            Label(svg, i * Row, bar.Label, value);
            svg.Rect(0, i * Row + 19, Width, 9, "track");
            if (bar.Value is { } length && Scale.CanDraw(length))
            {
                double from = scale(Math.Min(0, length)), to = scale(Math.Max(0, length));
                svg.Rect(from, i * Row + 19, to - from, 9, Style.Fill(bar.Tone), $"{bar.Label}: {value}");
            }

            if (chart.Target is { } target && Scale.CanDraw(target)) svg.Rect(Math.Min(Width - 1.5, scale(target)), i * Row + 17, 1.5, 13, "mark");
        }

        svg.Close();
    }

    public static void Draw(SvgWriter svg, StackedBarChart chart)
    {
        var bars = chart.Bars.Take(Most).ToArray();
        var legend = Legend.Height(chart.Parts.Select(part => part.Name), Width);
        var widest = bars.Select(Total).DefaultIfEmpty(0).Max();
        svg.Open(Width, legend + Math.Max(Row, bars.Length * Row), "bars", chart.Title, Describe("bars", bars.Length, chart.Bars.Count) + " Parts: " + string.Join(", ", chart.Parts.Select(part => part.Name)) + ".");
        Legend.Draw(svg, [.. chart.Parts.Select((part, i) => (part.Name, Style.Fill(part.Tone, i)))], 0, Width);
        for (var i = 0; i < bars.Length; i++)
        {
            var total = Total(bars[i]);
            var y = legend + i * Row;
            Label(svg, y, bars[i].Label, Style.Show(total, chart.Unit));
            svg.Rect(0, y + 19, Width, 9, "track");
            double x = 0;
            for (var part = 0; part < Math.Min(chart.Parts.Count, bars[i].Values.Count); part++)
            {
                var value = Positive(bars[i].Values[part]);
                var whole = chart.IsShare ? total : widest;
                if (value == 0 || whole == 0) continue;
                var length = Width * value / whole;
                svg.Rect(x, y + 19, length, 9, Style.Fill(chart.Parts[part].Tone, part), $"{bars[i].Label}, {chart.Parts[part].Name}: {Style.Show(value, chart.Unit)}");
                x += length;
            }
        }

        svg.Close();
    }

    public static void Draw(SvgWriter svg, FunnelChart chart)
    {
        const double step = 54;
        var stages = chart.Stages.Take(Most).ToArray();
        var widest = stages.Select(stage => Positive(stage.Count)).DefaultIfEmpty(0).Max();
        svg.Open(Width, Math.Max(step, stages.Length * step), "bars", chart.Title, Describe("stages", stages.Length, chart.Stages.Count) + " Between two stages: the share that went on.");
        for (var i = 0; i < stages.Length; i++)
        {
            var count = Positive(stages[i].Count);
            var length = widest == 0 ? 0 : Width * count / widest;
            var ofFirst = FunnelChart.Share(count, stages[0].Count);
            Label(svg, i * step, stages[i].Label, Style.Show(count, chart.Unit) + (i == 0 || ofFirst is null ? string.Empty : $" · {Style.Show(Math.Round(ofFirst.Value, 1), "%")} of the first"));
            svg.Rect((Width - length) / 2, i * step + 19, length, 16, Style.Fill(ChartTone.Neutral), $"{stages[i].Label}: {Style.Show(count, chart.Unit)}");
            if (i + 1 < stages.Length && FunnelChart.Share(Positive(stages[i + 1].Count), count) is { } on)
                svg.Text(Width / 2, i * step + 48, $"↓ {Style.Show(Math.Round(on, 1), "%")}", anchor: "middle", style: "t dim", size: 11);
        }

        svg.Close();
    }

    /// <summary>What a screen reader says about how many there are.</summary>
    public static string Describe(string what, int drawn, int all) =>
        drawn == all ? $"{Internal.Format.Number(all)} {what}." : $"The first {Internal.Format.Number(drawn)} of {Internal.Format.Number(all)} {what}.";

    private static void Label(SvgWriter svg, double y, string label, string value)
    {
        var room = Width - SvgText.Width(value, 11) - 20;
        svg.Text(0, y + 13, label, Math.Max(80, room));
        svg.Text(Width, y + 13, value, Width - 90, "end", "t dim", 11);
    }

    private static Func<double, double> Ends(double[] values, bool isPercent)
    {
        var finite = values.Where(Scale.CanDraw).DefaultIfEmpty(0).ToArray();
        double low = Math.Min(0, finite.Min()), high = Math.Max(0, finite.Max());
        if (isPercent && low >= 0 && high <= 100) high = 100;
        if (high <= low) high = low + 1;
        return value => Width * (value - low) / (high - low);
    }

    private static double Total(ChartStack bar) => bar.Values.Sum(Positive);

    private static double Positive(double value) => Scale.CanDraw(value) && value > 0 ? value : 0;
}
