using System.Collections.Generic;

namespace MopsPS.Core.Hygiene;

/// <summary>The rules for the health of records.</summary>
public static class HygieneRules
{
    private const string Area = "Hygiene";

    /// <summary>A value needs a repair that is not sure enough.</summary>
    public static readonly RuleInfo UnsureRepair = new(
        "HYG001", Area, nameof(UnsureRepair), Severity.Warning,
        "A value is not in order, and its repair is less sure than the policy asks for; it stays.",
        "Look at the suggestion and correct the value by hand, or lower hygiene.confidence.",
        "the team's policy, hygiene.confidence");

    /// <summary>A value is not in order and no repair is known.</summary>
    public static readonly RuleInfo NoRepair = new(
        "HYG002", Area, nameof(NoRepair), Severity.Warning,
        "A value is not in order and no repair is known; it stays.",
        "Correct it at its source, or add it to the policy's picklist.",
        "the team's policy, hygiene");

    /// <summary>A word stands for no value.</summary>
    public static readonly RuleInfo PlaceholderValue = new(
        "HYG003", Area, nameof(PlaceholderValue), Severity.Information,
        "A word such as n/a stands for no value.",
        "Empty it, or set hygiene.clearPlaceholders.",
        "practice: a filled field that says nothing counts as complete");

    /// <summary>A column has too few values.</summary>
    public static readonly RuleInfo LowCompleteness = new(
        "HYG010", Area, nameof(LowCompleteness), Severity.Warning,
        "A field that the policy or the practice needs is empty in many records.",
        "Enrich the records, or make the field required in forms and imports.",
        "practice");

    /// <summary>Values are not what their field holds.</summary>
    public static readonly RuleInfo InvalidValue = new(
        "HYG011", Area, nameof(InvalidValue), Severity.Warning,
        "Values of a field are not valid: no address, no number that can be dialled, no country, no date.",
        "Repair-MopsRecord shows and repairs what can be repaired.",
        "RFC 5322, ITU-T E.164, ISO 3166, ISO 8601");

    /// <summary>Values are not in the policy's picklist.</summary>
    public static readonly RuleInfo PicklistDrift = new(
        "HYG012", Area, nameof(PicklistDrift), Severity.Warning,
        "Values of a field are not in the policy's picklist or bands.",
        "Repair-MopsRecord brings them there; add new values to hygiene.picklists.",
        "the team's policy, hygiene.picklists and hygiene.bands");

    /// <summary>Addresses of functions, not of persons.</summary>
    public static readonly RuleInfo RoleAddress = new(
        "HYG013", Area, nameof(RoleAddress), Severity.Information,
        "Addresses belong to functions such as info or sales, not to persons.",
        "Keep them out of marketing mail: consent is a person's.",
        "RFC 2142 and practice");

    /// <summary>Addresses that live for minutes.</summary>
    public static readonly RuleInfo DisposableAddress = new(
        "HYG014", Area, nameof(DisposableAddress), Severity.Warning,
        "Addresses are of services that give them out for minutes.",
        "Suppress them, and have forms refuse them.",
        "Data/Matching/email-providers.csv, 2026-11");

    /// <summary>Records without activity.</summary>
    public static readonly RuleInfo InactiveRecord = new(
        "HYG015", Area, nameof(InactiveRecord), Severity.Information,
        "Records had no activity for longer than hygiene.inactiveDays.",
        "Win them back or archive them.",
        "the team's policy, hygiene.inactiveDays");

    /// <summary>Records that should be gone.</summary>
    public static readonly RuleInfo RetentionOverdue = new(
        "HYG016", Area, nameof(RetentionOverdue), Severity.Error,
        "Records are kept longer than hygiene.retentionDays.",
        "Delete or anonymise them.",
        "the team's policy, hygiene.retentionDays (GDPR, Art. 5 (1) e)");

    /// <summary>Dates that cannot be.</summary>
    public static readonly RuleInfo FutureRecordDate = new(
        "HYG017", Area, nameof(FutureRecordDate), Severity.Warning,
        "Dates of what has happened lie in the future.",
        "Check the time zone and the order of day and month of the export.",
        "practice");

    /// <summary>A repair cannot be taken back, since something was changed after it.</summary>
    public static readonly RuleInfo ChangedSinceRepair = new(
        "HYG018", Area, nameof(ChangedSinceRepair), Severity.Warning,
        "A value, or its record, was changed after the repair, so the repair is not taken back.",
        "Decide by hand which value holds. The rollback file has the one before the repair.",
        "practice: taking back must not undo the work of others");

    /// <summary>A repair cannot be taken back, since its record is not there.</summary>
    public static readonly RuleInfo RepairedRecordMissing = new(
        "HYG019", Area, nameof(RepairedRecordMissing), Severity.Warning,
        "A record that was repaired is not there, so its repair is not taken back.",
        "Take an export with all records, or accept that it was deleted or merged.",
        "practice");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [UnsureRepair, NoRepair, PlaceholderValue, LowCompleteness, InvalidValue, PicklistDrift, RoleAddress, DisposableAddress, InactiveRecord, RetentionOverdue, FutureRecordDate, ChangedSinceRepair, RepairedRecordMissing];
}
