using System;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Attribution;

/// <summary>
/// Credit by removal effect: the share of conversions that the chain loses when every path that reaches the channel ends there without one. Credits are the
/// removal effects scaled to the total, for conversions and for value apart.
/// </summary>
internal static class MarkovCredit
{
    /// <summary>Enters the credits and hands out the removal effects of conversions by channel.</summary>
    public static double[] Enter(JourneySet set, int order, CreditLedger ledger)
    {
        var chain = AbsorbingChain.Count(set, order);
        var conversions = Effects(chain, set.Channels.Count, ofValue: false);
        var value = set.HasValue ? Effects(chain, set.Channels.Count, ofValue: true) : conversions;
        // Refunds can make a channel's effect on value negative or the sum nothing; the effects on conversions never are.
        if (value.Any(effect => effect < 0) || !(value.Sum() > 0)) value = conversions;

        var totals = Attributed(set);
        Share(conversions, totals.Conversions, (channel, credit) => ledger.Add(channel, credit, 0));
        Share(value, totals.Value, (channel, credit) => ledger.Add(channel, 0, credit));
        return conversions;
    }

    private static (double Conversions, double Value) Attributed(JourneySet set)
    {
        var conversions = default(CompensatedSum);
        var value = default(CompensatedSum);
        foreach (var journey in set.Journeys.Where(journey => journey.Length > 0))
        {
            conversions.Add(journey.Conversions);
            value.Add(journey.Value);
        }

        return (conversions.Value, value.Value);
    }

    private static double[] Effects(AbsorbingChain chain, int channels, bool ofValue)
    {
        var whole = chain.Solve(-1, ofValue);
        return [.. Enumerable.Range(0, channels).Select(channel => whole == 0 ? 0 : Effect(chain.Solve(channel, ofValue) / whole))];
    }

    // A channel that stands on no path with a conversion loses nothing; what the last digit says otherwise is rounding.
    private static double Effect(double left) => Math.Abs(1 - left) < 1e-13 ? 0 : 1 - left;

    private static void Share(double[] effects, double total, Action<int, double> enter)
    {
        var sum = default(CompensatedSum);
        foreach (var effect in effects) sum.Add(effect);
        if (!(sum.Value > 0)) return;
        for (var i = 0; i < effects.Length; i++) enter(i, total * effects[i] / sum.Value);
    }
}
