using System.Collections.Generic;

namespace MopsPS.Core.Reconciliation;

/// <summary>What comparing records can find.</summary>
public static class ReconciliationRules
{
    private const string Area = "Reconciliation";

    /// <summary>Records did not arrive.</summary>
    public static readonly RuleInfo MissingRecords = new(
        "REC001", Area, nameof(MissingRecords), Severity.Error,
        "Records of the left side are not on the right side.", "Look at what they have in common: a form, a list, a day, a sync filter.", "practice");

    /// <summary>Records that the left side does not know.</summary>
    public static readonly RuleInfo ExtraRecords = new(
        "REC002", Area, nameof(ExtraRecords), Severity.Warning,
        "Records of the right side are not on the left side.", "Find out who made them, and whether the sync filter leaves them out on purpose.", "practice");

    /// <summary>A field differs.</summary>
    public static readonly RuleInfo DifferentValues = new(
        "REC003", Area, nameof(DifferentValues), Severity.Warning,
        "A field has different values on the two sides.", "Agree on the system that owns the field; lost values point to a mapping that is missing.", "practice");

    /// <summary>Keys are not unique.</summary>
    public static readonly RuleInfo RepeatedKeys = new(
        "REC004", Area, nameof(RepeatedKeys), Severity.Warning,
        "Several records of one side have the same key; they were not compared field by field.", "Merge them (Find-MopsDuplicate), or add a column to the key.", "practice");

    /// <summary>Records have no key.</summary>
    public static readonly RuleInfo BlankKeys = new(
        "REC005", Area, nameof(BlankKeys), Severity.Warning,
        "Records have no key; nothing can be said of them.", "Fill the key, or use -Match, which finds records by names, addresses and companies.", "practice");

    /// <summary>Records may be several others.</summary>
    public static readonly RuleInfo AmbiguousMatches = new(
        "REC006", Area, nameof(AmbiguousMatches), Severity.Warning,
        "Records may be any of several on the right side, or are too unlike to be sure; they were not compared.", "Decide by hand, or merge the duplicates on the right side first.", "practice");

    /// <summary>Changes arrive late.</summary>
    public static readonly RuleInfo LateSync = new(
        "REC007", Area, nameof(LateSync), Severity.Warning,
        "Changes arrived later than agreed.", "Look at the sync queue and the API limits of the time.", "the team's policy, reconciliation.syncDelayMinutes");

    /// <summary>Statuses do not fit.</summary>
    public static readonly RuleInfo MisalignedStatus = new(
        "REC008", Area, nameof(MisalignedStatus), Severity.Warning,
        "Statuses of the two sides do not fit together.", "Correct the status, or the status map under reconciliation.statusMap.", "the team's policy, reconciliation.statusMap");

    /// <summary>Statuses that nobody mapped.</summary>
    public static readonly RuleInfo UnmappedStatus = new(
        "REC009", Area, nameof(UnmappedStatus), Severity.Information,
        "Records have a status of which the status map says nothing; they count neither way.", "Add it under reconciliation.statusMap.", "the team's policy, reconciliation.statusMap");

    /// <summary>Values that do not parse.</summary>
    public static readonly RuleInfo UnreadableValues = new(
        "REC010", Area, nameof(UnreadableValues), Severity.Warning,
        "Values of a field are no numbers or dates; they were compared as text.", "Name the culture of the side, or compare the field as Text.", "practice");

    /// <summary>Arrivals before the change.</summary>
    public static readonly RuleInfo ArrivalBeforeChange = new(
        "REC011", Area, nameof(ArrivalBeforeChange), Severity.Information,
        "Records arrived before they changed; they say nothing of the delay.", "The last change may be too young to have arrived; check the time zones of the exports, too.", "practice");

    /// <summary>No dates to measure.</summary>
    public static readonly RuleInfo NoDelayDate = new(
        "REC012", Area, nameof(NoDelayDate), Severity.Warning,
        "Records lack one of the two dates of the delay, or have one without a time of day.", "Export both dates with their time.", "practice: minutes cannot be counted from days");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        MissingRecords, ExtraRecords, DifferentValues, RepeatedKeys, BlankKeys, AmbiguousMatches, LateSync, MisalignedStatus, UnmappedStatus, UnreadableValues,
        ArrivalBeforeChange, NoDelayDate,
    ];
}
