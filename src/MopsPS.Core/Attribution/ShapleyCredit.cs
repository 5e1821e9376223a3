using System.Collections.Generic;

namespace MopsPS.Core.Attribution;

/// <summary>
/// Credit by Shapley value of the game in which a set of channels is worth the conversions of all paths that need no other channel. That worth is a sum over
/// paths of games in which one set of channels is needed whole, and the Shapley value of such a game is the same share for each of its channels; the value being
/// linear, each path's conversions are shared equally by its distinct channels. This is exact for any number of channels.
/// Sources: L. S. Shapley, "A value for n-person games", 1953; K. Zhao, S. H. Mahboobi, S. R. Bagheri, "Shapley Value Methods for Attribution Modeling in
/// Online Advertising", 2018, arXiv:1804.05327.
/// </summary>
internal static class ShapleyCredit
{
    public static void Enter(JourneySet set, CreditLedger ledger)
    {
        var distinct = new List<int>();
        foreach (var journey in set.Journeys)
        {
            if (journey.Length == 0) continue;
            distinct.Clear();
            foreach (var channel in set.Path(journey)) if (!distinct.Contains(channel)) distinct.Add(channel);
            foreach (var channel in distinct) ledger.Add(channel, journey.Conversions / distinct.Count, journey.Value / distinct.Count);
        }
    }
}
