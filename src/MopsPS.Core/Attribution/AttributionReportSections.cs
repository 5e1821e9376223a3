using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Attribution;

/// <summary>What attributions add to a report: the models side by side, the channels by each model, and what they cost.</summary>
internal sealed class AttributionReportSections : IReportContributor
{
    private const int FewModels = 3;

    private readonly List<AttributionResult> _results = [];

    public bool Add(object item)
    {
        if (item is not AttributionResult result) return false;
        _results.Add(result);
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var result in _results)
        {
            yield return new ReportSection("Attribution", [.. Blocks(result)])
            {
                Text = "Which channels get credit for conversions, by model. Where the models agree, the choice of model matters little; where they differ, look at the definitions before moving money. "
                    + "Credit is no proof of cause: only an experiment tells what would have happened without a channel.",
            };
        }
    }

    private static IEnumerable<ReportBlock> Blocks(AttributionResult result)
    {
        yield return new TilesBlock("Conversions",
        [
            new ReportTile("Conversions", result.Conversions),
            new ReportTile("Value", result.Value),
            new ReportTile("Journeys without conversion", result.NonConversions),
            new ReportTile("Touchpoints", result.Touchpoints),
        ]);
        var channels = result.Comparison.OrderByDescending(row => row.Highest).ThenBy(row => row.Channel, StringComparer.Ordinal).ToArray();
        var names = result.Models.Select(model => model.Name).ToArray();
        var credits = result.Credits.ToDictionary(credit => (credit.Model, credit.Channel));
        yield return new HeatMap("Share of conversions by channel and model", "%", names, [.. channels.Select(row => new ChartRow(
            row.Channel, [.. result.Models.Select(model => credits.TryGetValue((model.Model, row.Channel), out var credit) ? credit.ConversionShare : null)]))]);
        // A chart for each of eleven models is a wall; the numbers side by side say more.
        if (result.Models.Count > FewModels)
        {
            yield return new TableBlock("Conversions by channel and model", ["Channel", .. names], [.. channels.Select(row => (object?[])
                [row.Channel, .. result.Models.Select(model => credits.TryGetValue((model.Model, row.Channel), out var credit) ? (object?)credit.Conversions : null)])]);
            yield return new TableBlock("What the models say", ["Model", "Definition"], [.. result.Models.Select(model => new object?[] { model.Name, model.Definition })]);
        }
        else
        {
            foreach (var model in result.Models)
            {
                yield return new BarChart(model.Name, "conversions", [.. result.Credits.Where(credit => credit.Model == model.Model)
                    .Select(credit => new ChartBar(credit.Channel, credit.Conversions, null, TouchChannel.IsUnknown(credit.Channel) || credit.Channel == AttributionEngine.Untouched ? ChartTone.Warning : ChartTone.Neutral))])
                {
                    Text = model.Definition,
                };
            }
        }

        if (!result.Credits.Any(credit => credit.Cost is not null)) yield break;
        yield return new TableBlock("Cost and return", ["Model", "Channel", "Conversions", "Value", "Cost", "Cost per conversion", "Return on investment (%)"],
            [.. result.Credits.Where(credit => credit.Cost is not null).Select(credit => new object?[]
            {
                result.Models.First(model => model.Model == credit.Model).Name, credit.Channel, credit.Conversions, credit.Value, credit.Cost, credit.CostPerConversion, credit.ReturnOnInvestment,
            })]);
    }
}
