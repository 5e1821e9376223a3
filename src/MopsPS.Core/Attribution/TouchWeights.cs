using System;

namespace MopsPS.Core.Attribution;

/// <summary>
/// How the models by rule share one conversion among the touchpoints of its journey; shares add up to 1. Where places coincide, a touchpoint has the
/// shares of all of them; shares of places that do not exist go to the others in proportion.
/// Sources: Marketo Measure's models, experienceleague.adobe.com "Marketo Measure Attribution Models"; the position-based 40/20/40 and time decay of Google
/// Ads and Universal Analytics (support.google.com/google-ads/answer/6259715).
/// </summary>
internal static class TouchWeights
{
    private const double PositionBasedEnd = 0.4;
    private const double UShapedMilestone = 0.5;
    private const double WShapedMilestone = 0.3;
    private const double FullPathMilestone = 0.225;

    /// <summary>Whether a model is one of those by rule.</summary>
    public static bool Has(AttributionModel model) => model is not (AttributionModel.Markov or AttributionModel.Shapley);

    /// <summary>Fills the shares of the touchpoints of a journey, which has one at least.</summary>
    public static void Fill(AttributionModel model, JourneySet set, in Journey journey, bool[] isDirect, double halfLifeTicks, Span<double> weights)
    {
        weights.Clear();
        var last = weights.Length - 1;
        switch (model)
        {
            case AttributionModel.FirstTouch:
                weights[0] = 1;
                break;
            case AttributionModel.LastTouch:
                weights[last] = 1;
                break;
            case AttributionModel.LastNonDirect:
                weights[LastNonDirect(set.Path(journey), isDirect)] = 1;
                break;
            case AttributionModel.Linear:
                weights.Fill(1.0 / weights.Length);
                break;
            case AttributionModel.PositionBased:
                Milestones(weights, PositionBasedEnd, [0, last]);
                break;
            case AttributionModel.UShaped:
                // Without a lead's date the conversion itself is taken for the lead, as in an export of form fills.
                Milestones(weights, UShapedMilestone, [0, set.HasLeadCreation ? journey.LeadCreation : last]);
                break;
            case AttributionModel.WShaped:
                Milestones(weights, WShapedMilestone, [0, journey.LeadCreation, journey.OpportunityCreation]);
                break;
            case AttributionModel.FullPath:
                Milestones(weights, FullPathMilestone, [0, journey.LeadCreation, journey.OpportunityCreation, last]);
                break;
            default:
                TimeDecay(weights, set.Times(journey), halfLifeTicks);
                break;
        }
    }

    private static int LastNonDirect(ReadOnlySpan<int> path, bool[] isDirect)
    {
        for (var i = path.Length - 1; i >= 0; i--) if (!isDirect[path[i]]) return i;
        return path.Length - 1;
    }

    private static void Milestones(Span<double> weights, double each, ReadOnlySpan<int> places)
    {
        foreach (var place in places) if (place >= 0) weights[place] += each;
        var others = 0;
        foreach (var weight in weights) if (weight == 0) others++;
        var rest = 1 - (each * places.Length);
        if (others > 0 && rest > 1e-12)
        {
            for (var i = 0; i < weights.Length; i++) if (weights[i] == 0) weights[i] = rest / others;
        }

        Normalize(weights);
    }

    // Measured from the last touchpoint: the ratio of two shares is the same as from the conversion, and no share runs out of digits.
    private static void TimeDecay(Span<double> weights, ReadOnlySpan<long> times, double halfLifeTicks)
    {
        var last = times[times.Length - 1];
        for (var i = 0; i < weights.Length; i++) weights[i] = Math.Pow(2, -((last - times[i]) / halfLifeTicks));
        Normalize(weights);
    }

    private static void Normalize(Span<double> weights)
    {
        double sum = 0;
        foreach (var weight in weights) sum += weight;
        for (var i = 0; i < weights.Length; i++) weights[i] /= sum;
    }
}
