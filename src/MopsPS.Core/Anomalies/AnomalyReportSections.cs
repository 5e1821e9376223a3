using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Anomalies;

/// <summary>What watched metrics add to a report: the line with its expected band, the alarms and the changes.</summary>
internal sealed class AnomalyReportSections : IReportContributor
{
    private const int MostSeries = 20;
    private const int MostPoints = 400;

    private readonly List<AnomalyResult> _results = [];
    private long _count;

    public bool Add(object item)
    {
        if (item is not AnomalyResult result) return false;
        _count++;
        _results.Add(result);
        // Those with alarms stay; a report of a thousand quiet lines says nothing.
        if (_results.Count > MostSeries) _results.Remove(_results.OrderBy(one => one.Anomalies.Count).ThenBy(one => one.Changes.Count).First());
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_results.Count == 0) yield break;
        yield return new ReportSection("Metrics over time", [.. _results.Where(result => result.Points.Count > 0).SelectMany(Blocks)])
        {
            Text = "The band is what level, trend, season and chance explain; points outside it are alarms."
                + (_count > _results.Count ? $" {_results.Count} of {_count} series are shown, those with alarms first." : string.Empty),
        };
    }

    private static IEnumerable<ReportBlock> Blocks(AnomalyResult result)
    {
        var shown = result.Points.Skip(System.Math.Max(0, result.Points.Count - MostPoints)).ToArray();
        yield return new LineChart(result.Title, string.Empty, [.. shown.Select(point => Day(point.Date))],
            [new ChartLine("measured", [.. shown.Select(point => (double?)point.Value)]), new ChartLine("expected", [.. shown.Select(point => (double?)point.Expected)], ChartTone.Muted)])
        {
            Band = new ChartBand("expected range", [.. shown.Select(point => (double?)point.Lower)], [.. shown.Select(point => (double?)point.Upper)]),
            Marks = [.. shown.Select((point, i) => (point, i)).Where(pair => pair.point.IsAnomaly).Select(pair => new ChartMark(pair.i, pair.point.Value, pair.point.Kind.ToString()))],
            Text = result.Points.Count > shown.Length ? $"The last {shown.Length} of {result.Points.Count} points." : null,
        };
        if (result.Anomalies.Count > 0)
        {
            yield return new TableBlock("Alarms: " + result.Title, ["Date", "Value", "Expected", "From", "To", "Standard deviations", "Kind"],
                [.. result.Anomalies.Select(point => new object?[] { Day(point.Date), point.Value, point.Expected, point.Lower, point.Upper, point.Score, point.Kind.ToString() })]);
        }

        if (result.Changes.Count == 0) yield break;
        yield return new TableBlock("Changes: " + result.Title, ["From", "Before", "After", "Change (%)"],
            [.. result.Changes.Select(change => new object?[] { Day(change.Date), change.Before, change.After, change.ChangePercent })]);
    }

    private static string Day(System.DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
