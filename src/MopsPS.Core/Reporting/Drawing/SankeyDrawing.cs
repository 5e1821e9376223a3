using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>Streams between layers of nodes.</summary>
internal static class SankeyDrawing
{
    private const double Bar = 12;
    private const double Margin = 124;

    public static void Draw(SvgWriter svg, SankeyChart chart)
    {
        var height = Math.Max(160, Math.Min(420, 34 * chart.Flows.SelectMany(flow => new[] { flow.From, flow.To }).Distinct().Count()));
        var layout = new SankeyLayout(chart.Flows, height, 18);
        var bottom = layout.Nodes.Select(node => node.Y + node.Height).DefaultIfEmpty(0).Max();
        svg.Open(Plot.Width, Math.Max(bottom, 20) + 26, "plot", chart.Title, $"{BarDrawing.Describe("streams", layout.Ribbons.Count, layout.Ribbons.Count + layout.Left)} From left to right, as wide as they are large.");
        var step = layout.LayerCount <= 1 ? 0 : (Plot.Width - Bar - Margin) / (layout.LayerCount - 1);
        double X(SankeyLayout.Node node) => node.Layer * step;
        var colors = Colors(layout.Nodes);
        foreach (var ribbon in layout.Ribbons)
        {
            double x1 = X(ribbon.From) + Bar, x2 = X(ribbon.To), middle = (x1 + x2) / 2, y1 = ribbon.FromY + 16, y2 = ribbon.ToY + 16, thick = Math.Max(0.6, ribbon.Thick);
            string N(double value) => SvgWriter.Number(value);
            svg.Path($"M{N(x1)} {N(y1)}C{N(middle)} {N(y1)} {N(middle)} {N(y2)} {N(x2)} {N(y2)}V{N(y2 + thick)}C{N(middle)} {N(y2 + thick)} {N(middle)} {N(y1 + thick)} {N(x1)} {N(y1 + thick)}Z",
                Style.Fill(ChartTone.Neutral, colors[ribbon.From.Name]) + " ribbon", $"{ribbon.Flow.From} → {ribbon.Flow.To}: {Style.Show(ribbon.Flow.Value, chart.Unit)}");
        }

        foreach (var node in layout.Nodes)
        {
            svg.Rect(X(node), node.Y + 16, Bar, Math.Max(1, node.Height), Style.Fill(ChartTone.Neutral, colors[node.Name]), $"{node.Name}: {Style.Show(node.Value, chart.Unit)}");
            var isLast = node.Layer > 0 && node.Layer == layout.LayerCount - 1;
            var label = $"{node.Name} · {Internal.Format.Number(node.Value)}";
            // Labels of the last layer stand beside their bars, where those of the layer before cannot run into them.
            if (isLast) svg.Text(X(node) + Bar + 6, node.Y + 16 + node.Height / 2 + 4, label, Margin - 6, size: 11);
            else svg.Text(X(node), node.Y + 12, label, step > 0 ? step - 4 : Plot.Width, size: 11);
        }

        svg.Close();
    }

    private static Dictionary<string, int> Colors(IReadOnlyList<SankeyLayout.Node> nodes) =>
        nodes.Select((node, i) => (node.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
}
