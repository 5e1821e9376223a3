using System.Globalization;
using System.Linq;

namespace MopsPS.Internal;

/// <summary>The texts of the views of funnels. Not for scripts.</summary>
public static class FunnelFormat
{
    private const int NameWidth = 14;

    /// <summary>An interval in percent, like <c>8.1-12.3</c>; empty where there is none.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <returns>The text.</returns>
    public static string Interval(double? low, double? high) => low is double from && high is double to ? string.Format(CultureInfo.InvariantCulture, "{0:0.0}-{1:0.0}", from, to) : string.Empty;

    /// <summary>A number of days; empty where there is none.</summary>
    /// <param name="days">The days.</param>
    /// <returns>The text.</returns>
    public static string Days(double? days) => days is double value ? value.ToString("#,0.0", CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>A p-value; empty where there is none.</summary>
    /// <param name="value">The p-value.</param>
    /// <returns>The text.</returns>
    public static string P(double? value) => value is not double p ? string.Empty : p < 0.0001 ? "<0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>The stages of a funnel as bars, one a line.</summary>
    /// <param name="funnel">The funnel.</param>
    /// <returns>The text.</returns>
    public static string Stages(FunnelSummary funnel) => string.Join("\n", funnel.Stages.Select(stage => string.Format(
        CultureInfo.InvariantCulture, "{0} {1} {2,9:#,0}{3}", stage.Stage.PadRight(NameWidth), Format.Bar(stage.RateFromStart, "%"), stage.Entered,
        stage.Next is null ? string.Empty : string.Format(CultureInfo.InvariantCulture, "  {0:0.0} % to {1} ({2})", stage.Rate, stage.Next, Interval(stage.RateLow, stage.RateHigh)))));

    /// <summary>The findings of a funnel, one a line.</summary>
    /// <param name="funnel">The funnel.</param>
    /// <returns>The text.</returns>
    public static string Findings(FunnelSummary funnel) => string.Join("\n", funnel.Findings.Select(finding => $"{finding.RuleId} {finding.Message}"));

    /// <summary>The largest effects of a comparison, one a line.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>The text.</returns>
    public static string Effects(FunnelComparison comparison) => string.Join("\n", comparison.Effects.Take(6)
        .Select(effect => string.Format(CultureInfo.InvariantCulture, "{0,10:+0.0;-0.0;0.0} {1}{2}", effect.Effect, effect.Name, effect.IsSignificant == true ? " *" : string.Empty)));

    /// <summary>How far a cohort is, period after period.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <returns>The text.</returns>
    public static string Cohort(FunnelCohort cohort) => string.Join(" ", cohort.Reached.Select(share => share is double value ? value.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "."));
}
