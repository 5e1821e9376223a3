using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Attribution;

/// <summary>What the input of an attribution lacks: the completeness of touchpoints and what was left out.</summary>
internal sealed class AttributionQuality
{
    private const string Target = "Attribution";

    private readonly JourneySet _set;
    private readonly JourneyCounts _counts;
    private readonly AttributionOptions _options;
    private readonly long _skipped;
    private readonly double _untouched;
    private readonly double _complete;
    private readonly long _unknownTouches;

    public AttributionQuality(JourneySet set, JourneyCounts counts, long skipped, AttributionOptions options)
    {
        _set = set;
        _counts = counts;
        _skipped = skipped;
        _options = options;
        var isUnknown = set.Channels.Select(TouchChannel.IsUnknown).ToArray();
        foreach (var journey in set.Journeys)
        {
            var known = 0;
            foreach (var channel in set.Path(journey))
            {
                if (isUnknown[channel]) _unknownTouches++;
                else known++;
            }

            if (journey.Length == 0) _untouched += journey.Conversions;
            if (known > 0) _complete += journey.Conversions;
        }
    }

    /// <summary>Conversions that a touchpoint of a known channel precedes, in percent of all.</summary>
    public Kpi Completeness(MopsPolicy policy) => AttributionKpis.Completeness.Ratio(policy, _complete, _set.Conversions);

    public IEnumerable<Finding> Findings(RuleSet rules, IReadOnlyList<AttributionModel> models, IReadOnlyList<(AttributionModel Model, string Lack)> leftOut)
    {
        var lookback = Text(_options.LookbackDays);
        var unused = _options.Costs.Keys.Except(_set.Channels, StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.Ordinal).Select(name => $"'{name}'").ToArray();
        var all = new List<(RuleInfo Rule, bool Holds, string Message, string? Value)>
        {
            (AttributionRules.UntouchedConversion, _untouched > 0,
                $"{Text(_untouched)} of {Text(_set.Conversions)} conversions have no touchpoint{(_set.Ticks is null ? string.Empty : $" within {lookback} days before them")}.", Text(_untouched)),
            (AttributionRules.UnknownChannel, _unknownTouches > 0, $"{Text(_unknownTouches)} of {Text(_set.Touches.Length)} touchpoints have no channel.", Text(_unknownTouches)),
            (AttributionRules.TouchAfterConversion, _counts.AfterConversion > 0, $"{Text(_counts.AfterConversion)} touchpoints are later than the conversion that their row names.", Text(_counts.AfterConversion)),
            (AttributionRules.TouchOutsideLookback, _counts.OutsideLookback > 0, $"{Text(_counts.OutsideLookback)} touchpoints are more than {lookback} days before the end of the journey.", Text(_counts.OutsideLookback)),
            (AttributionRules.UnreadableTouch, _skipped > 0, $"{Text(_skipped)} rows could not be used.", Text(_skipped)),
            (AttributionRules.ConflictingConversionValue, _counts.ConflictingValues > 0, $"{Text(_counts.ConflictingValues)} conversions have rows with different values.", Text(_counts.ConflictingValues)),
            (AttributionRules.UnusedCost, unused.Length > 0, $"No touchpoint is of {string.Join(", ", unused)}, for which a cost is given.", Text(unused.Length)),
            (AttributionRules.NoOpenJourney, models.Contains(AttributionModel.Markov) && !(_set.NonConversions > 0), "All journeys end in a conversion.", null),
        };
        foreach (var (rule, holds, message, value) in all)
            if (holds && rules.IsEnabled(rule)) yield return rules.Create(rule, message, Target, value: value, suggestion: rule.Remedy);
        if (!rules.IsEnabled(AttributionRules.ModelLeftOut)) yield break;
        foreach (var (model, lack) in leftOut)
            yield return rules.Create(AttributionRules.ModelLeftOut, $"{model} needs {lack}.", Target, value: model.ToString(), suggestion: AttributionRules.ModelLeftOut.Remedy);
    }

    private static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
