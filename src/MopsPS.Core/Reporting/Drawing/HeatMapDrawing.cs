using System;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>A grid of cells, darker for more, each with its number where it has room.</summary>
internal static class HeatMapDrawing
{
    private const int MostRows = 40;
    private const int MostColumns = 31;
    private const double Row = 26;
    private const double Level = 22;
    private const double MostSlanted = 112;
    private const double Slant = -35;

    public static void Draw(SvgWriter svg, HeatMap chart)
    {
        var columns = chart.Columns.Take(MostColumns).ToArray();
        var rows = chart.Rows.Take(MostRows).ToArray();
        var values = rows.SelectMany(row => Enumerable.Range(0, columns.Length).Select(i => Scale.Value(row.Values, i))).Where(value => value is not null).Select(value => value!.Value).ToArray();
        double low = values.DefaultIfEmpty(0).Min(), high = values.DefaultIfEmpty(0).Max();
        if (low > 0) low = 0;
        var left = Math.Min(180, rows.Select(row => SvgText.Width(row.Label, 11)).DefaultIfEmpty(0).Max() + 10);
        var cell = Math.Min(72, (Plot.Width - left) / Math.Max(1, columns.Length));
        // Names wider than their cells are slanted, so that each column has its own; very many columns have every second or third name, level.
        var widest = columns.Select(name => SvgText.Width(name, 11)).DefaultIfEmpty(0).Max() + 4;
        var isSlanted = widest > cell && cell >= 30;
        // The last name leans over the edge of the grid.
        if (isSlanted) cell = Math.Min(cell, (Plot.Width - left - Math.Min(100, widest * 0.5)) / columns.Length);
        // 35 degrees: the height of a name is 0.574 times its length.
        var head = isSlanted ? Math.Min(MostSlanted, (widest * 0.574) + 16) : Level;
        svg.Open(Plot.Width, head + rows.Length * Row + 2, "plot", chart.Title,
            $"{BarDrawing.Describe("rows", rows.Length, chart.Rows.Count)} {BarDrawing.Describe("columns", columns.Length, chart.Columns.Count)} From {Style.Show(values.DefaultIfEmpty(0).Min(), chart.Unit)} to {Style.Show(high, chart.Unit)}; darker is more.");
        var every = isSlanted ? 1 : Math.Max(1, (int)Math.Ceiling(Math.Min(74, widest) / cell));
        for (var i = 0; i < columns.Length; i += every)
        {
            var x = left + (i + 0.5) * cell;
            if (isSlanted) svg.Text(x, head - 6, columns[i], Math.Min((head - 16) / 0.574, (Plot.Width - x) / 0.82), style: "t dim", size: 11, angle: Slant);
            else svg.Text(x, 14, columns[i], every * cell, "middle", "t dim", 11);
        }

        for (var r = 0; r < rows.Length; r++)
        {
            var y = head + r * Row;
            svg.Text(left - 6, y + 17, rows[r].Label, left - 8, "end", "t dim", 11);
            for (var c = 0; c < columns.Length; c++)
            {
                var value = Scale.Value(rows[r].Values, c);
                var tip = $"{rows[r].Label}, {columns[c]}: {Style.Show(value, chart.Unit)}";
                if (value is not { } number)
                {
                    svg.Rect(left + c * cell + 1, y + 1, cell - 2, Row - 2, "track", tip, 0.5);
                    continue;
                }

                var share = high > low ? (number - low) / (high - low) : 1;
                svg.Rect(left + c * cell + 1, y + 1, cell - 2, Row - 2, Style.Fill(ChartTone.Neutral), tip, 0.06 + 0.94 * share);
                var text = Short(number);
                if (SvgText.Width(text, 11) <= cell) svg.Text(left + (c + 0.5) * cell, y + 17, text, anchor: "middle", style: share > 0.55 ? "t over" : "t", size: 11);
            }
        }

        svg.Close();
    }

    /// <summary>Three or four figures, which is what a cell has room for.</summary>
    private static string Short(double value)
    {
        var size = Math.Abs(value);
        return size >= 1e6 ? (value / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + "M"
            : size >= 1e4 ? (value / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + "k"
            : value.ToString(size >= 100 ? "#,0" : "0.#", CultureInfo.InvariantCulture);
    }
}
