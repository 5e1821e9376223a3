using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>The names of the series with their colours, in as many rows as they need.</summary>
internal static class Legend
{
    private const double Row = 18;
    private const double Swatch = 16;

    /// <summary>How much room it takes; none for no names.</summary>
    public static double Height(IEnumerable<string> names, double width) => Place(names, width).Select(place => place.Y + Row).DefaultIfEmpty(-6).Max() + 6;

    public static void Draw(SvgWriter svg, IReadOnlyList<(string Name, string Style)> entries, double left, double width)
    {
        var places = Place(entries.Select(entry => entry.Name), width).ToArray();
        for (var i = 0; i < entries.Count; i++)
        {
            svg.Rect(left + places[i].X, places[i].Y + 3, 10, 10, entries[i].Style);
            svg.Text(left + places[i].X + Swatch, places[i].Y + 12, entries[i].Name, width - Swatch, style: "t dim", size: 11);
        }
    }

    private static IEnumerable<(double X, double Y)> Place(IEnumerable<string> names, double width)
    {
        double x = 0, y = 0;
        foreach (var name in names)
        {
            var length = Math.Min(width, Swatch + SvgText.Width(name, 11) + 14);
            if (x > 0 && x + length > width) (x, y) = (0, y + Row);
            yield return (x, y);
            x += length;
        }
    }
}
