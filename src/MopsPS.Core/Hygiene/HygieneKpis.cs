using System.Collections.Generic;

namespace MopsPS.Core.Hygiene;

/// <summary>The metrics of the health of records.</summary>
public static class HygieneKpis
{
    private const string Area = "Hygiene";

    /// <summary>Values in order after the repair.</summary>
    public static readonly KpiDefinition ValuesInOrder = new(
        "ValuesInOrder", Area, "Values in order", "%", KpiDirection.HigherIsBetter, null, "Values that are in order after the repair, out of all that are not empty.");

    /// <summary>Filled values.</summary>
    public static readonly KpiDefinition Completeness = new(
        "FieldCompleteness", Area, "Field completeness", "%", KpiDirection.HigherIsBetter, null, "Filled values, out of records times key fields that the export has.");

    /// <summary>Valid values.</summary>
    public static readonly KpiDefinition Validity = new(
        "FieldValidity", Area, "Field validity", "%", KpiDirection.HigherIsBetter, null, "Valid values, out of the filled ones of fields that can be checked.");

    /// <summary>Values in the picklists.</summary>
    public static readonly KpiDefinition Conformity = new(
        "PicklistConformity", Area, "Picklist conformity", "%", KpiDirection.HigherIsBetter, null, "Values that are in the policy's picklists and bands, out of the filled ones of these fields.");

    /// <summary>Addresses that can be used.</summary>
    public static readonly KpiDefinition UsableEmail = new(
        "UsableEmail", Area, "Usable e-mail addresses", "%", KpiDirection.HigherIsBetter, null, "Records with an address that is well-formed, a person's and not disposable, out of all records.");

    /// <summary>Records with activity.</summary>
    public static readonly KpiDefinition Inactive = new(
        "InactiveRecords", Area, "Inactive records", "%", KpiDirection.LowerIsBetter, null, "Records without activity for longer than hygiene.inactiveDays, out of those whose activity is known.");

    /// <summary>Records never engaged.</summary>
    public static readonly KpiDefinition NeverEngaged = new(
        "NeverEngagedRecords", Area, "Never engaged records", "%", KpiDirection.LowerIsBetter, null, "Records without any activity, out of all records.");

    /// <summary>Consent.</summary>
    public static readonly KpiDefinition ConsentCoverage = new(
        "ConsentCoverage", Area, "Consent coverage", "%", KpiDirection.HigherIsBetter, null, "Records whose consent is known and allows mail in their region, out of all records.");

    /// <summary>Kept too long.</summary>
    public static readonly KpiDefinition RetentionOverdue = new(
        "RetentionOverdue", Area, "Records over retention", "%", KpiDirection.LowerIsBetter, 0, "Records kept longer than hygiene.retentionDays, out of those whose age is known.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } =
        [ValuesInOrder, Completeness, Validity, Conformity, UsableEmail, Inactive, NeverEngaged, ConsentCoverage, RetentionOverdue];
}
