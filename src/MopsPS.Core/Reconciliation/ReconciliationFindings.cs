using System.Collections.Generic;
using System.Globalization;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Reconciliation;

/// <summary>Findings and KPIs of a comparison, from its counts.</summary>
internal static class ReconciliationFindings
{
    /// <summary>The findings: one for each rule, and for each field that differs.</summary>
    public static IEnumerable<Finding> Of(RecordComparison counts, RuleSet rules)
    {
        var isBothWays = counts.Purpose is ComparisonPurpose.Records or ComparisonPurpose.Sync;
        var all = new List<(RuleInfo Rule, long Count, string Text)>
        {
            (ReconciliationRules.MissingRecords, counts.Missing, $"records of {counts.LeftName} are not in {counts.RightName}."),
            (ReconciliationRules.ExtraRecords, isBothWays ? counts.Extra : 0, $"records of {counts.RightName} are not in {counts.LeftName}."),
            (ReconciliationRules.RepeatedKeys, counts.RepeatedKeys, "keys stand in several records of one side; they were not compared field by field."),
            (ReconciliationRules.BlankKeys, counts.LeftBlank + (isBothWays ? counts.RightBlank : 0), "records have no key."),
            (ReconciliationRules.AmbiguousMatches, counts.Ambiguous, "records may be any of several, or are too unlike to be sure."),
            (ReconciliationRules.LateSync, counts.Late, "changes arrived later than agreed."),
            (ReconciliationRules.MisalignedStatus, counts.StatusMisaligned, "records have statuses that do not fit together."),
            (ReconciliationRules.UnmappedStatus, counts.StatusUnmapped, "records have a status of which the status map says nothing."),
            (ReconciliationRules.ArrivalBeforeChange, counts.BeforeChange, "records arrived before they changed."),
            (ReconciliationRules.NoDelayDate, counts.NoDelay, "records lack a date of the delay."),
        };
        foreach (var (rule, count, text) in all)
            if (count > 0 && rules.IsEnabled(rule)) yield return rules.Create(rule, $"{Number(count)} {text}", counts.Title, value: Number(count), suggestion: rule.Remedy);
        foreach (var field in counts.Fields)
        {
            if (field.Different > 0 && rules.IsEnabled(ReconciliationRules.DifferentValues))
                yield return rules.Create(ReconciliationRules.DifferentValues, $"{field}.", counts.Title, field.Field, Number(field.Different), ReconciliationRules.DifferentValues.Remedy);
            if (field.Unreadable > 0 && rules.IsEnabled(ReconciliationRules.UnreadableValues))
                yield return rules.Create(ReconciliationRules.UnreadableValues, $"{field.Field}: {Number(field.Unreadable)} pairs have a value that cannot be read as {field.ComparedAs}.", counts.Title, field.Field, Number(field.Unreadable), ReconciliationRules.UnreadableValues.Remedy);
        }
    }

    /// <summary>The KPIs of the purpose. Records without a key count as not arrived: nobody can say that they did.</summary>
    public static IEnumerable<Kpi> Kpis(RecordComparison counts, MopsPolicy policy, bool hasDelay, bool hasStatus)
    {
        var arrived = counts.Compared + counts.LeftRepeated;
        var sent = counts.LeftRows - counts.LeftExcluded;
        yield return (counts.Purpose switch
        {
            ComparisonPurpose.Forms => ReconciliationKpis.TrackingCompleteness,
            ComparisonPurpose.List => ReconciliationKpis.ListArrival,
            _ => ReconciliationKpis.RecordCompleteness,
        }).Ratio(policy, arrived, sent);
        if (counts.Fields.Count > 0) yield return ReconciliationKpis.RecordAgreement.Ratio(policy, counts.Equal, counts.Compared);
        if (hasDelay)
        {
            yield return ReconciliationKpis.SyncOnTime.Ratio(policy, counts.DelayMeasured - counts.Late, counts.DelayMeasured);
            yield return ReconciliationKpis.SyncDelay.Of(policy, counts.DelayP95Minutes);
        }

        if (hasStatus) yield return ReconciliationKpis.StatusAlignment.Ratio(policy, counts.StatusAligned, counts.StatusAligned + counts.StatusMisaligned);
    }

    private static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
