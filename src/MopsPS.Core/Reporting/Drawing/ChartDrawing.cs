using System;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>A chart on its way into the page; drawn when a template asks for it.</summary>
/// <param name="chart">The chart.</param>
/// <param name="show">What is done to texts before they are shown: masking, where it was asked for.</param>
internal sealed class ChartDrawing(ReportChart chart, Func<string?, string?> show)
{
    /// <summary>The chart as an svg element; all texts in it are encoded.</summary>
    public string ToSvg()
    {
        var svg = new SvgWriter(show);
        switch (chart)
        {
            case BarChart bars: BarDrawing.Draw(svg, bars); break;
            case StackedBarChart stacks: BarDrawing.Draw(svg, stacks); break;
            case FunnelChart funnel: BarDrawing.Draw(svg, funnel); break;
            case LineChart lines: LineDrawing.Draw(svg, lines); break;
            case Histogram histogram: ColumnDrawing.Draw(svg, histogram); break;
            case WaterfallChart waterfall: ColumnDrawing.Draw(svg, waterfall); break;
            case HeatMap map: HeatMapDrawing.Draw(svg, map); break;
            case SankeyChart sankey: SankeyDrawing.Draw(svg, sankey); break;
            default: throw new ArgumentOutOfRangeException(nameof(chart), chart.Kind, "There is no drawing for this chart.");
        }

        return svg.ToString();
    }
}
