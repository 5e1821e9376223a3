using System.Collections.Generic;

namespace MopsPS.Core.Reconciliation;

/// <summary>The metrics of comparing records.</summary>
public static class ReconciliationKpis
{
    private const string Area = "Reconciliation";

    /// <summary>Submissions that left a lead.</summary>
    public static readonly KpiDefinition TrackingCompleteness = new(
        "TrackingCompleteness", Area, "Tracking completeness", "%", KpiDirection.HigherIsBetter, 99, "Form submissions that are found among the leads, out of all that the policy does not exclude.");

    /// <summary>Records that are on both sides.</summary>
    public static readonly KpiDefinition RecordCompleteness = new(
        "RecordCompleteness", Area, "Record completeness", "%", KpiDirection.HigherIsBetter, null, "Records of the left side that are on the right side, out of all that the policy does not exclude.");

    /// <summary>Records that agree.</summary>
    public static readonly KpiDefinition RecordAgreement = new(
        "RecordAgreement", Area, "Record agreement", "%", KpiDirection.HigherIsBetter, null, "Pairs of records in which no field differs, out of all that were compared.");

    /// <summary>Records of a list that arrived.</summary>
    public static readonly KpiDefinition ListArrival = new(
        "ListArrival", Area, "List arrival", "%", KpiDirection.HigherIsBetter, null, "Records of an uploaded list that arrived, out of all that the policy does not exclude.");

    /// <summary>Changes that arrived in time.</summary>
    public static readonly KpiDefinition SyncOnTime = new(
        "SyncOnTime", Area, "Synced in time", "%", KpiDirection.HigherIsBetter, null, "Changes that arrived within reconciliation.syncDelayMinutes, out of those with both dates.");

    /// <summary>How long changes take.</summary>
    public static readonly KpiDefinition SyncDelay = new(
        "SyncDelay", Area, "Sync delay, 95th percentile", "minutes", KpiDirection.LowerIsBetter, null, "The time within which 95 of 100 changes arrived.");

    /// <summary>Statuses that fit together.</summary>
    public static readonly KpiDefinition StatusAlignment = new(
        "StatusAlignment", Area, "Status alignment", "%", KpiDirection.HigherIsBetter, null, "Pairs of records whose statuses fit together by the policy's status map, out of those of which it says something.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } =
        [ListArrival, RecordAgreement, RecordCompleteness, StatusAlignment, SyncDelay, SyncOnTime, TrackingCompleteness];
}
