using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace MopsPS.Core.Attribution;

/// <summary>Computes the credits of one model over one set of journeys.</summary>
internal static class AttributionEngine
{
    /// <summary>The channel of conversions that no touchpoint precedes.</summary>
    public const string Untouched = "(no touchpoint)";

    /// <summary>The credits of a model, the largest first; those of all channels add up to the conversions and the value of the set.</summary>
    /// <param name="model">The model; its needs are met.</param>
    /// <param name="set">The journeys.</param>
    /// <param name="options">Half-life, order and direct channels.</param>
    /// <param name="costs">Costs by channel.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<AttributionCredit> Compute(
        AttributionModel model, JourneySet set, AttributionOptions options, IReadOnlyDictionary<string, double> costs, CancellationToken cancellation)
    {
        var none = set.Channels.Count;
        var ledger = new CreditLedger(none + 1);
        foreach (var journey in set.Journeys.Where(journey => journey.Length == 0)) ledger.Add(none, journey.Conversions, journey.Value);

        double[]? effects = null;
        if (model == AttributionModel.Markov) effects = MarkovCredit.Enter(set, options.MarkovOrder, ledger);
        else if (model == AttributionModel.Shapley) ShapleyCredit.Enter(set, ledger);
        else EnterByRule(model, set, options, ledger, cancellation);

        var (conversions, value) = ledger.Close(set.Conversions, set.Value);
        var credits = new List<AttributionCredit>();
        for (var i = 0; i <= none; i++)
        {
            if (i == none && conversions[i] == 0 && value[i] == 0) continue;
            var channel = i == none ? Untouched : set.Channels[i];
            credits.Add(Credit(model, channel, conversions[i], value[i], set, costs.TryGetValue(channel, out var cost) ? cost : null, i == none ? null : effects?[i]));
        }

        return [.. credits.OrderByDescending(credit => credit.Conversions).ThenBy(credit => credit.Channel, StringComparer.Ordinal)];
    }

    private static void EnterByRule(AttributionModel model, JourneySet set, AttributionOptions options, CreditLedger ledger, CancellationToken cancellation)
    {
        var isDirect = set.Channels.Select(channel => options.DirectChannels.Contains(channel, StringComparer.OrdinalIgnoreCase)).ToArray();
        var halfLife = options.HalfLifeDays * TimeSpan.TicksPerDay;
        var buffer = new double[set.Journeys.Length == 0 ? 0 : set.Journeys.Max(journey => journey.Length)];
        foreach (var journey in set.Journeys)
        {
            cancellation.ThrowIfCancellationRequested();
            if (journey.Length == 0 || (journey.Conversions == 0 && journey.Value == 0)) continue;
            var weights = new Span<double>(buffer, 0, journey.Length);
            TouchWeights.Fill(model, set, journey, isDirect, halfLife, weights);
            var path = set.Path(journey);
            for (var i = 0; i < path.Length; i++)
                if (weights[i] != 0) ledger.Add(path[i], journey.Conversions * weights[i], journey.Value * weights[i]);
        }
    }

    private static AttributionCredit Credit(
        AttributionModel model, string channel, double conversions, double value, JourneySet set, double? cost, double? effect) => new()
        {
            Model = model,
            Channel = channel,
            Conversions = conversions,
            ConversionShare = set.Conversions == 0 ? null : 100 * conversions / set.Conversions,
            Value = set.HasValue ? value : null,
            ValueShare = set.HasValue && set.Value != 0 ? 100 * value / set.Value : null,
            Cost = cost,
            CostPerConversion = cost is double spent && conversions > 0 ? spent / conversions : null,
            ReturnOnInvestment = cost is > 0 && set.HasValue ? 100 * (value - cost.Value) / cost.Value : null,
            RemovalEffect = effect,
        };
}
