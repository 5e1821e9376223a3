using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Attribution;

/// <summary>The models with the words that reports put beside their numbers, and what each needs of the input.</summary>
internal static class ModelCatalog
{
    public static IReadOnlyList<AttributionModel> All { get; } = [.. Enum.GetValues(typeof(AttributionModel)).Cast<AttributionModel>()];

    /// <summary>Why a model cannot be computed from the input; null where it can.</summary>
    public static string? Lacks(AttributionModel model, JourneySet set) => model switch
    {
        AttributionModel.TimeDecay when set.Ticks is null => "the times of touchpoints, which aggregated paths do not have",
        AttributionModel.WShaped or AttributionModel.FullPath when set.Ticks is null => "to know which touchpoints created lead and opportunity, which aggregated paths do not tell",
        AttributionModel.WShaped or AttributionModel.FullPath when !set.HasLeadCreation || !set.HasOpportunityCreation =>
            "the dates on which lead and opportunity were created (LeadCreatedDate, OpportunityCreatedDate)",
        _ => null,
    };

    public static AttributionModelInfo Describe(AttributionModel model, JourneySet set, AttributionOptions options)
    {
        var (name, definition) = Words(model, set, options);
        return new AttributionModelInfo { Model = model, Name = name, Definition = definition };
    }

    private static (string Name, string Definition) Words(AttributionModel model, JourneySet set, AttributionOptions options) => model switch
    {
        AttributionModel.FirstTouch => ("First touch", "All credit goes to the first touchpoint."),
        AttributionModel.LastTouch => ("Last touch", "All credit goes to the last touchpoint."),
        AttributionModel.LastNonDirect => ("Last non-direct touch", $"All credit goes to the last touchpoint that is not {string.Join(" or ", options.DirectChannels)}; to the last one where all are."),
        AttributionModel.Linear => ("Linear", "Each touchpoint has the same credit."),
        AttributionModel.PositionBased => ("Position based 40/20/40", "40 % to the first touchpoint, 40 % to the last, 20 % shared by those between. One touchpoint has all of it, two have half each."),
        AttributionModel.UShaped when set.HasLeadCreation => ("U-shaped 50/50", "50 % to the first touchpoint, 50 % to the last one before the lead was created (Marketo Measure)."),
        AttributionModel.UShaped => ("U-shaped 50/50", "50 % to the first touchpoint, 50 % to the last (Marketo Measure; the conversion is taken for the creation of the lead)."),
        AttributionModel.WShaped => ("W-shaped 30/30/30/10", "30 % each to the first touchpoint and to those that created lead and opportunity, 10 % shared by the others (Marketo Measure)."),
        AttributionModel.FullPath => ("Full path 22.5/22.5/22.5/22.5/10", "22.5 % each to the first touchpoint, to those that created lead and opportunity and to the last before the close, 10 % shared by the others (Marketo Measure)."),
        AttributionModel.TimeDecay => ($"Time decay, half-life {Text(options.HalfLifeDays)} days", $"A touchpoint has half the credit of one that is {Text(options.HalfLifeDays)} days later."),
        AttributionModel.Markov => ($"Markov, order {options.MarkovOrder}", $"Removal effect in a Markov chain whose state is the last {(options.MarkovOrder == 1 ? "touchpoint" : options.MarkovOrder + " touchpoints")}: the share of conversions lost without the channel, scaled to the total; solved exactly, not simulated."),
        _ => ("Shapley", "Shapley value of the channels of each path, whatever their order: each distinct channel of a path has the same share of it."),
    };

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
