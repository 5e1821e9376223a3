using System.Collections.Generic;

namespace MopsPS.Core.Anomalies;

/// <summary>The rules for metrics over time.</summary>
public static class AnomalyRules
{
    private const string Area = "Anomalies";

    /// <summary>A point lies outside what chance explains.</summary>
    public static readonly RuleInfo UnexpectedValue = new(
        "ANO001", Area, nameof(UnexpectedValue), Severity.Warning,
        "A point lies outside what level, trend, season and chance explain.",
        "Look at what happened on that day: sends, forms, imports, outages, tracking.",
        "Rosner 1983, Technometrics 25");

    /// <summary>A point is at least twice what is expected.</summary>
    public static readonly RuleInfo TwiceBaselineValue = new(
        "ANO002", Area, nameof(TwiceBaselineValue), Severity.Warning,
        "A point is at least twice what is expected, and more than chance.",
        "For unsubscribes and bounces: look at the list and the content of the sends of that day.",
        "practice: unsubscribes or bounces above twice the baseline");

    /// <summary>Level or trend changed.</summary>
    public static readonly RuleInfo ChangedLevel = new(
        "ANO003", Area, nameof(ChangedLevel), Severity.Information,
        "The level or the trend changed and stayed so.",
        "Look for what changed then: a form, a definition, a campaign, the routing, the tracking.",
        "Killick et al. 2012, JASA 107");

    /// <summary>A series has too few points to judge.</summary>
    public static readonly RuleInfo TooFewPoints = new(
        "ANO004", Area, nameof(TooFewPoints), Severity.Information,
        "A series has too few points to judge.",
        "Give a longer time, a finer interval or coarser segments.",
        "practice");

    /// <summary>Rows could not be used.</summary>
    public static readonly RuleInfo UnreadablePoint = new(
        "ANO005", Area, nameof(UnreadablePoint), Severity.Warning,
        "Rows have no date, or a date or number that cannot be read; they were left out.",
        "Correct the export, or name culture and time zone of its dates.",
        "practice");

    /// <summary>The first or last interval is not whole.</summary>
    public static readonly RuleInfo PartialInterval = new(
        "ANO006", Area, nameof(PartialInterval), Severity.Information,
        "The first or last week or month is not whole; it was left out.",
        "Nothing; export whole intervals to have them judged.",
        "practice: half a week looks like a drop");

    /// <summary>Rows have no value.</summary>
    public static readonly RuleInfo MissingValue = new(
        "ANO007", Area, nameof(MissingValue), Severity.Information,
        "Rows have no value: of given values they make a gap, of sums and shares nothing.",
        "See whether the export lacks them; write 0 where nothing happened.",
        "practice: no value is not 0");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [UnexpectedValue, TwiceBaselineValue, ChangedLevel, TooFewPoints, UnreadablePoint, PartialInterval, MissingValue];
}
