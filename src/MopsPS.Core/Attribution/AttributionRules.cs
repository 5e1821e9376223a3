using System.Collections.Generic;

namespace MopsPS.Core.Attribution;

/// <summary>The rules for what an attribution stands on.</summary>
public static class AttributionRules
{
    private const string Area = "Attribution";

    /// <summary>Conversions have no touchpoint before them.</summary>
    public static readonly RuleInfo UntouchedConversion = new(
        "ATR001", Area, nameof(UntouchedConversion), Severity.Warning,
        "Conversions have no touchpoint within the lookback before them, so no channel can be given credit for them.",
        "Check that tracking and import cover these conversions, or lengthen the lookback.",
        "practice: credit can only be as complete as the touchpoints");

    /// <summary>Touchpoints have no channel.</summary>
    public static readonly RuleInfo UnknownChannel = new(
        "ATR002", Area, nameof(UnknownChannel), Severity.Warning,
        "Touchpoints have no channel: neither a channel nor UTM values that GA4's rules know.",
        "Tag the links; Test-MopsUtm says what is wrong with them.",
        "support.google.com/analytics/answer/9756891");

    /// <summary>Touchpoints are later than the conversion that their row names.</summary>
    public static readonly RuleInfo TouchAfterConversion = new(
        "ATR003", Area, nameof(TouchAfterConversion), Severity.Information,
        "Touchpoints are later than the conversion that their row names; they were left out.",
        "Nothing where it is a few; many mean that the dates come from different time zones or systems.",
        "practice: what follows a conversion did not lead to it");

    /// <summary>Touchpoints are before the lookback.</summary>
    public static readonly RuleInfo TouchOutsideLookback = new(
        "ATR004", Area, nameof(TouchOutsideLookback), Severity.Information,
        "Touchpoints are further before the conversion than the lookback reaches; they were left out.",
        "Lengthen the lookback where the sales cycle is longer.",
        "support.google.com/analytics/answer/10597962");

    /// <summary>Rows could not be used.</summary>
    public static readonly RuleInfo UnreadableTouch = new(
        "ATR005", Area, nameof(UnreadableTouch), Severity.Warning,
        "Rows have no id or a date or number that cannot be read; they were left out.",
        "Correct the export, or name culture and time zone of its dates.",
        "practice");

    /// <summary>Rows of one conversion give different values.</summary>
    public static readonly RuleInfo ConflictingConversionValue = new(
        "ATR006", Area, nameof(ConflictingConversionValue), Severity.Warning,
        "Rows of one conversion give different values; the largest was used.",
        "Give each conversion an id or time of its own.",
        "practice");

    /// <summary>There are no journeys without a conversion.</summary>
    public static readonly RuleInfo NoOpenJourney = new(
        "ATR007", Area, nameof(NoOpenJourney), Severity.Information,
        "There are no journeys without a conversion: removal effects then measure how often a channel stands in paths, not whether it makes them convert.",
        "Export the journeys of those who did not convert as well.",
        "Anderl et al. 2016, International Journal of Research in Marketing 33");

    /// <summary>A model could not be computed from the input.</summary>
    public static readonly RuleInfo ModelLeftOut = new(
        "ATR008", Area, nameof(ModelLeftOut), Severity.Information,
        "A model was left out because the input lacks what it needs.",
        "Add the dates that the message names.",
        "experienceleague.adobe.com, Marketo Measure Attribution Models");

    /// <summary>Costs are given for channels that no journey has.</summary>
    public static readonly RuleInfo UnusedCost = new(
        "ATR009", Area, nameof(UnusedCost), Severity.Warning,
        "Costs are given for channels that no touchpoint of a journey has, so they are in no return.",
        "Write the channel as the credits have it; where it is right, the money brought no touchpoint, or its tracking is missing.",
        "practice: a return without all its costs is too high");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [UntouchedConversion, UnknownChannel, TouchAfterConversion, TouchOutsideLookback, UnreadableTouch, ConflictingConversionValue, NoOpenJourney, ModelLeftOut, UnusedCost];
}
