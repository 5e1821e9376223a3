using System.Collections.Generic;

namespace MopsPS.Core.Metrics;

/// <summary>What comparing metrics can find.</summary>
public static class MetricRules
{
    private const string Area = "Metrics";

    /// <summary>The totals differ.</summary>
    public static readonly RuleInfo MaterialDifference = new(
        "MET001", Area, nameof(MaterialDifference), Severity.Error,
        "A metric differs between two sources by more than the policy lets pass.", "Look at the places in which the difference sits: filters, time zones and definitions come first.", "the team's policy, metrics.materiality");

    /// <summary>Differences cancel out.</summary>
    public static readonly RuleInfo OffsettingDifferences = new(
        "MET002", Area, nameof(OffsettingDifferences), Severity.Warning,
        "The totals of two sources agree while differences below cancel each other out.", "Records are probably assigned to different places: compare the mapping of the dimension.", "practice");

    /// <summary>A source is old.</summary>
    public static readonly RuleInfo StaleSource = new(
        "MET003", Area, nameof(StaleSource), Severity.Warning,
        "The newest date of a source is older than the target of the KPI MetricFreshness.", "Refresh the source before numbers are compared.", "the team's policy, kpiTargets.MetricFreshness");

    /// <summary>A source lacks a metric.</summary>
    public static readonly RuleInfo MissingMetric = new(
        "MET004", Area, nameof(MissingMetric), Severity.Error,
        "A source has no value for a metric that another one has.", "Name the source's own column or metric with -Alias, or check its filter.", "practice");

    /// <summary>Values are no numbers.</summary>
    public static readonly RuleInfo UnreadableMetricValue = new(
        "MET005", Area, nameof(UnreadableMetricValue), Severity.Warning,
        "Values of a source are no numbers; they count as nothing.", "Correct the export, or name the culture of its numbers.", "practice");

    /// <summary>No date.</summary>
    public static readonly RuleInfo UnknownAge = new(
        "MET006", Area, nameof(UnknownAge), Severity.Warning,
        "No date of a source could be read, so its age is not known.", "Name the date column with -DateField or -Alias, and its culture.", "practice");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [MaterialDifference, OffsettingDifferences, StaleSource, MissingMetric, UnreadableMetricValue, UnknownAge];
}
