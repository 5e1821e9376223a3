using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Attribution;

/// <summary>Puts the credits of several models side by side.</summary>
internal static class ComparisonTable
{
    public static IReadOnlyList<AttributionComparison> Of(IReadOnlyList<AttributionCredit> credits) =>
        credits.GroupBy(credit => credit.Channel, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Row).ToArray();

    private static AttributionComparison Row(IGrouping<string, AttributionCredit> channel)
    {
        var by = channel.ToDictionary(credit => credit.Model, credit => credit.Conversions);
        double? Get(AttributionModel model) => by.TryGetValue(model, out var conversions) ? conversions : null;
        return new AttributionComparison
        {
            Channel = channel.Key,
            FirstTouch = Get(AttributionModel.FirstTouch),
            LastTouch = Get(AttributionModel.LastTouch),
            LastNonDirect = Get(AttributionModel.LastNonDirect),
            Linear = Get(AttributionModel.Linear),
            PositionBased = Get(AttributionModel.PositionBased),
            UShaped = Get(AttributionModel.UShaped),
            WShaped = Get(AttributionModel.WShaped),
            FullPath = Get(AttributionModel.FullPath),
            TimeDecay = Get(AttributionModel.TimeDecay),
            Markov = Get(AttributionModel.Markov),
            Shapley = Get(AttributionModel.Shapley),
            Lowest = by.Values.Min(),
            Highest = by.Values.Max(),
        };
    }
}
