using System.Collections.Generic;

namespace MopsPS.Core.Funnel;

/// <summary>The rules for what does not fit into a funnel. Each is counted; none drops a record silently.</summary>
public static class FunnelRules
{
    private const string Area = "Funnel";

    /// <summary>Records reached a later stage and have no entry of this one.</summary>
    public static readonly RuleInfo SkippedStage = new(
        "FUN001", Area, nameof(SkippedStage), Severity.Warning,
        "Records reached a later stage and have no entry of this one.",
        "See whether the stage is really passed over or its date is not written, for example by an automation that was switched off.",
        "practice: Sourcegraph handbook, \"reached stage 2 or beyond\"; funnel.skippedStages of the policy");

    /// <summary>A later stage is dated before this one.</summary>
    public static readonly RuleInfo OutOfOrder = new(
        "FUN002", Area, nameof(OutOfOrder), Severity.Warning,
        "A later stage is dated before this one.",
        "Correct the dates, or the automation that writes them.",
        "practice: the record counts as having entered on the earlier date, with no time between");

    /// <summary>Records entered a stage more than once.</summary>
    public static readonly RuleInfo ReEnteredStage = new(
        "FUN003", Area, nameof(ReEnteredStage), Severity.Information,
        "Records entered a stage more than once.",
        "Nothing, where recycling is meant; the policy says which entry counts.",
        "Adobe Marketo Measure, boomerang stages; funnel.reEntry of the policy");

    /// <summary>A date lies in the future and is not used.</summary>
    public static readonly RuleInfo FutureDate = new(
        "FUN004", Area, nameof(FutureDate), Severity.Warning,
        "A date lies in the future and is not used.",
        "Look for planned dates in a column of what has happened, and for day and month the wrong way round.",
        "practice: what has not happened cannot be counted");

    /// <summary>A date cannot be read and is not used.</summary>
    public static readonly RuleInfo UnreadableDate = new(
        "FUN005", Area, nameof(UnreadableDate), Severity.Error,
        "A date cannot be read and is not used.",
        "Name the culture (-Culture en-US) where day and month come in its order; correct the value otherwise.",
        "ISO 8601; Unicode CLDR date patterns");

    /// <summary>A date lies before 1980 or after 2067 and is not used.</summary>
    public static readonly RuleInfo ImplausibleDate = new(
        "FUN006", Area, nameof(ImplausibleDate), Severity.Warning,
        "A date lies before 1980 or after 2067 and is not used.",
        "Empty it: it is most likely a system's zero such as 1970-01-01 or 1900-01-01.",
        "practice");

    /// <summary>Records are at a stage by their status and have no date for it.</summary>
    public static readonly RuleInfo MissingDate = new(
        "FUN007", Area, nameof(MissingDate), Severity.Information,
        "Records are at a stage by their status and have no date for it.",
        "Export the date of the change as well: without it they count, and their time does not.",
        "practice");

    /// <summary>Records reached no stage.</summary>
    public static readonly RuleInfo NotEntered = new(
        "FUN008", Area, nameof(NotEntered), Severity.Information,
        "Records reached no stage.",
        "See whether they belong into the export.",
        "practice");

    /// <summary>The same record stands in the input more than once; the first one counts.</summary>
    public static readonly RuleInfo RepeatedRecord = new(
        "FUN009", Area, nameof(RepeatedRecord), Severity.Warning,
        "The same record stands in the input more than once; the first one counts.",
        "Export each record once; a report of leads with campaigns repeats the lead for each campaign.",
        "practice: a record counts once");

    /// <summary>Rows of a joined file belong to no record.</summary>
    public static readonly RuleInfo UnmatchedRow = new(
        "FUN010", Area, nameof(UnmatchedRow), Severity.Information,
        "Rows of a joined file belong to no record.",
        "See whether both files cover the same time and the keys are of the same kind (15 or 18 characters).",
        "practice");

    /// <summary>Several rows of a joined file belong to one record.</summary>
    public static readonly RuleInfo SeveralRows = new(
        "FUN011", Area, nameof(SeveralRows), Severity.Information,
        "Several rows of a joined file belong to one record.",
        "Know that the earliest dates count and amounts are added up; of texts the first in alphabetical order.",
        "practice");

    /// <summary>An amount cannot be read and is not used.</summary>
    public static readonly RuleInfo UnreadableAmount = new(
        "FUN012", Area, nameof(UnreadableAmount), Severity.Error,
        "An amount cannot be read and is not used.",
        "Name the culture where decimals have a comma; correct the value otherwise.",
        "Unicode CLDR number patterns");

    /// <summary>The export has no column for a stage, which is left out.</summary>
    public static readonly RuleInfo StageWithoutColumn = new(
        "FUN013", Area, nameof(StageWithoutColumn), Severity.Warning,
        "The export has no column for a stage, which is left out.",
        "Export the column, or name yours in the policy under funnel.stages.",
        "the team's policy, funnel.stages and funnel.exits");

    /// <summary>Dates lie after the as-of moment and count as not yet happened.</summary>
    public static readonly RuleInfo AfterAsOf = new(
        "FUN014", Area, nameof(AfterAsOf), Severity.Information,
        "Dates lie after the as-of moment and count as not yet happened.",
        "Nothing, where an earlier state is asked for.",
        "practice");

    /// <summary>Records have no date of entry and cannot be put into a period.</summary>
    public static readonly RuleInfo UndatedRecord = new(
        "FUN015", Area, nameof(UndatedRecord), Severity.Warning,
        "Records have no date of entry and cannot be put into a period.",
        "Export the date of the first stage.",
        "practice");

    /// <summary>Records left by an exit and came back.</summary>
    public static readonly RuleInfo Returned = new(
        "FUN016", Area, nameof(Returned), Severity.Information,
        "Records left by an exit and came back.",
        "Nothing: they count as not having left.",
        "Adobe Marketo Measure, boomerang stages");

    /// <summary>A status is in no stage and no exit.</summary>
    public static readonly RuleInfo UnknownStatus = new(
        "FUN017", Area, nameof(UnknownStatus), Severity.Information,
        "A status is in no stage and no exit.",
        "Add it to the stage or exit that it means.",
        "the team's policy, funnel.stages and funnel.exits");

    /// <summary>Most records have not had the time that moving on usually takes, so the rate will still rise.</summary>
    public static readonly RuleInfo ImmatureCohort = new(
        "FUN018", Area, nameof(ImmatureCohort), Severity.Information,
        "Most records have not had the time that moving on usually takes, so the rate will still rise.",
        "Compare matured rates, or wait.",
        "Kaplan and Meier 1958: records without an event are censored, not failed");

    /// <summary>The sides of a comparison have had unequal time to move on.</summary>
    public static readonly RuleInfo UnequalTime = new(
        "FUN019", Area, nameof(UnequalTime), Severity.Warning,
        "The sides of a comparison have had unequal time to move on.",
        "Compare matured rates: Compare-MopsFunnel -Matured.",
        "practice");

    /// <summary>A side of a comparison has few records.</summary>
    public static readonly RuleInfo FewRecords = new(
        "FUN020", Area, nameof(FewRecords), Severity.Information,
        "A side of a comparison has few records.",
        "Take a longer period or fewer segments; look at the interval, not at the rate.",
        "practice: below 30");

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        SkippedStage, OutOfOrder, ReEnteredStage, FutureDate, UnreadableDate, ImplausibleDate, MissingDate, NotEntered, RepeatedRecord, UnmatchedRow,
        SeveralRows, UnreadableAmount, StageWithoutColumn, AfterAsOf, UndatedRecord, Returned, UnknownStatus, ImmatureCohort, UnequalTime, FewRecords,
    ];
}
