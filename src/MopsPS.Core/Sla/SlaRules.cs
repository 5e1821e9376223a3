using System.Collections.Generic;

namespace MopsPS.Core.Sla;

/// <summary>The rules for service levels.</summary>
public static class SlaRules
{
    private const string Area = "Sla";

    /// <summary>A record was touched after its deadline.</summary>
    public static readonly RuleInfo LateTouch = new(
        "SLA001", Area, nameof(LateTouch), Severity.Warning,
        "A record was touched after its deadline.",
        "Look at the routing and the owner's load; the age says how late.",
        "the team's policy, sla");

    /// <summary>A record waits beyond its deadline.</summary>
    public static readonly RuleInfo OverdueTouch = new(
        "SLA002", Area, nameof(OverdueTouch), Severity.Error,
        "A record still waits and is beyond its deadline.",
        "Have the owner touch it now, or give it to another one.",
        "the team's policy, sla");

    /// <summary>Records were touched before their clock started.</summary>
    public static readonly RuleInfo TouchBeforeStart = new(
        "SLA003", Area, nameof(TouchBeforeStart), Severity.Information,
        "Records were touched before their clock started and not after; they are not measured.",
        "Check which dates the export holds: a first touch of an earlier engagement does not answer this one.",
        "practice");

    /// <summary>Records have no start, or dates without a time of day.</summary>
    public static readonly RuleInfo NoMeasurableDate = new(
        "SLA004", Area, nameof(NoMeasurableDate), Severity.Warning,
        "Records have no start date, or dates without a time of day; they are not measured.",
        "Export the dates with their time.",
        "practice: minutes cannot be counted from days");

    /// <summary>Dates lie after the moment of the measurement.</summary>
    public static readonly RuleInfo FutureTouchDate = new(
        "SLA005", Area, nameof(FutureTouchDate), Severity.Warning,
        "Dates lie after the moment of the measurement: a start in the future is not measured, a touch in the future has not happened.",
        "Check the time zone of the export, and -AsOf.",
        "practice");

    /// <summary>Rows could not be used.</summary>
    public static readonly RuleInfo UnreadableSlaRow = new(
        "SLA006", Area, nameof(UnreadableSlaRow), Severity.Warning,
        "Rows have a date that cannot be read; they were left out.",
        "Correct the export, or name culture and time zone of its dates.",
        "practice");

    /// <summary>Regions have no calendar of their own.</summary>
    public static readonly RuleInfo UnmappedRegion = new(
        "SLA007", Area, nameof(UnmappedRegion), Severity.Information,
        "Regions are not named in the policy; the default calendar was used for them.",
        "Add them under sla.regions.",
        "the team's policy, sla.regions");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [LateTouch, OverdueTouch, TouchBeforeStart, NoMeasurableDate, FutureTouchDate, UnreadableSlaRow, UnmappedRegion];
}
