using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>The room of a chart with two axes: grid lines with their values at the left, names below.</summary>
internal sealed class Plot
{
    /// <summary>The width of the whole drawing.</summary>
    public const double Width = 640;

    private readonly SvgWriter _svg;
    private readonly Scale _scale;

    public Plot(SvgWriter svg, Scale scale, double top, double height)
    {
        _svg = svg;
        _scale = scale;
        Top = top;
        Bottom = top + height;
        Left = scale.Ticks.Max(tick => SvgText.Width(scale.Show(tick), 11)) + 10;
    }

    public double Left { get; }

    public double Right => Width - 12;

    public double Top { get; }

    public double Bottom { get; }

    public double Y(double value) => _scale.At(value, Bottom, Top);

    public void Grid()
    {
        foreach (var tick in _scale.Ticks)
        {
            _svg.Line(Left, Y(tick), Right, Y(tick), tick == 0 ? "axis" : "grid-line");
            _svg.Text(Left - 6, Y(tick) + 4, _scale.Show(tick), anchor: "end", style: "t dim", size: 11);
        }
    }

    /// <summary>Writes the names below the axis, as many of them as have room.</summary>
    public void Names(IReadOnlyList<string> names, Func<int, double> at)
    {
        if (names.Count == 0) return;
        var widest = Math.Min(110, names.Max(name => SvgText.Width(name, 11)) + 12);
        var every = Math.Max(1, (int)Math.Ceiling(names.Count * widest / (Right - Left)));
        var slot = Math.Max(widest, every * (Right - Left) / Math.Max(1, names.Count)) - 6;
        for (var i = 0; i < names.Count; i += every)
        {
            var x = at(i);
            var half = Math.Min(slot, SvgText.Width(names[i], 11)) / 2;
            if (x + half > Width) _svg.Text(Width, Bottom + 16, names[i], slot, "end", "t dim", 11);
            else if (x - half < 0) _svg.Text(0, Bottom + 16, names[i], slot, "start", "t dim", 11);
            else _svg.Text(x, Bottom + 16, names[i], slot, "middle", "t dim", 11);
        }
    }
}
