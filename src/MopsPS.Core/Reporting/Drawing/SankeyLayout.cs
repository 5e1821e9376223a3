using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>Where the nodes and streams of a Sankey chart stand: nodes in layers by their longest way from a start, larger ones first.</summary>
internal sealed class SankeyLayout
{
    private const int Most = 40;

    public SankeyLayout(IReadOnlyList<ChartFlow> flows, double height, double gap)
    {
        var merged = flows.Where(flow => Scale.CanDraw(flow.Value) && flow.Value > 0 && flow.From != flow.To)
            .GroupBy(flow => (flow.From, flow.To)).Select(group => new ChartFlow(group.Key.From, group.Key.To, group.Sum(flow => flow.Value)))
            .OrderByDescending(flow => flow.Value).ThenBy(flow => flow.From, StringComparer.Ordinal).ThenBy(flow => flow.To, StringComparer.Ordinal).ToArray();
        var open = new List<ChartFlow>();
        foreach (var flow in merged.Take(Most))
        {
            // The larger stream of a circle is drawn, the one that would close it is not.
            if (!Leads(open, flow.To, flow.From)) open.Add(flow);
        }

        Left = merged.Length - open.Count;
        var layers = Layers(open);
        LayerCount = layers.Values.DefaultIfEmpty(0).Max() + 1;
        Nodes = [.. layers.Select(pair => new Node(pair.Key, pair.Value, Math.Max(Sum(open, flow => flow.From == pair.Key), Sum(open, flow => flow.To == pair.Key))))
            .OrderBy(node => node.Layer).ThenByDescending(node => node.Value).ThenBy(node => node.Name, StringComparer.Ordinal)];
        Place(height, gap);
        Ribbons = [.. Connect(open)];
    }

    /// <summary>How many streams are not drawn.</summary>
    public int Left { get; }

    public int LayerCount { get; }

    public IReadOnlyList<Node> Nodes { get; }

    public IReadOnlyList<Ribbon> Ribbons { get; }

    private double Unit { get; set; }

    private static double Sum(IEnumerable<ChartFlow> flows, Func<ChartFlow, bool> which) => flows.Where(which).Sum(flow => flow.Value);

    private static bool Leads(IReadOnlyList<ChartFlow> flows, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var next = new Stack<string>([from]);
        while (next.Count > 0)
        {
            var node = next.Pop();
            if (node == to) return true;
            foreach (var flow in flows.Where(flow => flow.From == node && seen.Add(flow.To))) next.Push(flow.To);
        }

        return false;
    }

    private static Dictionary<string, int> Layers(IReadOnlyList<ChartFlow> flows)
    {
        var layers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var flow in flows) layers[flow.From] = layers[flow.To] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var flow in flows.Where(flow => layers[flow.To] <= layers[flow.From]))
            {
                layers[flow.To] = layers[flow.From] + 1;
                changed = true;
            }
        }

        return layers;
    }

    private void Place(double height, double gap)
    {
        var layers = Nodes.GroupBy(node => node.Layer).ToArray();
        Unit = layers.Select(layer => (height - gap * (layer.Count() - 1)) / layer.Sum(node => node.Value)).DefaultIfEmpty(1).Min();
        if (Unit <= 0) Unit = 0.1;
        foreach (var layer in layers)
        {
            double y = 0;
            foreach (var node in layer)
            {
                node.Y = y;
                node.Height = node.Value * Unit;
                y += node.Height + gap;
            }
        }
    }

    private IEnumerable<Ribbon> Connect(IReadOnlyList<ChartFlow> flows)
    {
        var nodes = Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        foreach (var flow in flows.OrderBy(flow => nodes[flow.From].Y).ThenBy(flow => nodes[flow.To].Y))
        {
            Node from = nodes[flow.From], to = nodes[flow.To];
            var thick = flow.Value * Unit;
            yield return new Ribbon(flow, from, to, from.Y + from.Out, to.Y + to.In, thick);
            from.Out += thick;
            to.In += thick;
        }
    }

    internal sealed class Node(string name, int layer, double value)
    {
        public string Name { get; } = name;

        public int Layer { get; } = layer;

        public double Value { get; } = value;

        public double Y { get; set; }

        public double Height { get; set; }

        public double Out { get; set; }

        public double In { get; set; }
    }

    internal sealed record Ribbon(ChartFlow Flow, Node From, Node To, double FromY, double ToY, double Thick);
}
