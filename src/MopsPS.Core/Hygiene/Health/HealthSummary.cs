using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Policy;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>Makes KPIs and findings of what was counted.</summary>
internal sealed class HealthSummary(MopsPolicy policy, RuleSet rules, IReadOnlyList<ColumnMeter> columns, long rows, DateTime asOf)
{
    private const double UsualCompleteness = 90;
    private static readonly string[] PastFields = ["CreatedDate", "LastModifiedDate", "LastActivityDate", "ConsentDate", "ConvertedDate", "FirstTouchDate", "EngagementDate"];

    private IEnumerable<ColumnMeter> Required => columns.Where(column => policy.Hygiene.Required.Any(name => RepairPlan.Is(name, column.Column, column.Field)));

    /// <summary>The KPIs that the export allows.</summary>
    public IEnumerable<Kpi> Kpis(EmailMeter? emails, ActivityMeter activity, ConsentMeter consent, long? duplicates)
    {
        var required = Required.ToList();
        if (required.Count > 0) yield return HygieneKpis.Completeness.Ratio(policy, required.Sum(column => column.Filled), required.Count * (double)rows);
        var kept = columns.Where(column => column.IsChecked).ToList();
        if (kept.Count > 0) yield return HygieneKpis.Validity.Ratio(policy, kept.Sum(column => column.Filled - column.Invalid), kept.Sum(column => column.Filled));
        var listed = columns.Where(column => column.IsListed).ToList();
        if (listed.Count > 0) yield return HygieneKpis.Conformity.Ratio(policy, listed.Sum(column => column.Filled - Math.Min(column.Filled, column.Drift)), listed.Sum(column => column.Filled));
        if (emails is not null) yield return HygieneKpis.UsableEmail.Ratio(policy, emails.Usable, rows);
        if (activity.Rows > 0)
        {
            if (policy.Hygiene.InactiveDays > 0) yield return HygieneKpis.Inactive.Ratio(policy, activity.Inactive, activity.Known);
            yield return HygieneKpis.NeverEngaged.Ratio(policy, activity.NeverEngaged, activity.Rows);
        }

        if (consent.Rows > 0) yield return HygieneKpis.ConsentCoverage.Ratio(policy, consent.Allowed, consent.Rows);
        if (policy.Hygiene.RetentionDays > 0 && activity.Dated > 0) yield return HygieneKpis.RetentionOverdue.Ratio(policy, activity.Overdue, activity.Dated);
        if (duplicates is { } count) yield return DuplicateKpis.Rate.Ratio(policy, count, rows);
    }

    /// <summary>What needs attention.</summary>
    public IEnumerable<Finding> Findings(EmailMeter? emails, ActivityMeter activity)
    {
        var floor = HygieneKpis.Completeness.Target(policy) ?? UsualCompleteness;
        foreach (var column in Required.Where(column => 100.0 * column.Filled < floor * column.Rows))
            if (Make(HygieneRules.LowCompleteness, FormattableString.Invariant($"{column.Column} is empty in {column.Rows - column.Filled} of {column.Rows} records."), column.Column) is { } finding) yield return finding;
        foreach (var name in policy.Hygiene.Required.Where(name => !columns.Any(column => RepairPlan.Is(name, column.Column, column.Field))))
            if (Make(HygieneRules.LowCompleteness, $"The export has no column for {name}, which hygiene.required names.", name) is { } finding) yield return finding;
        foreach (var column in columns.Where(column => column.Invalid > 0 && !column.IsListed))
            if (Make(HygieneRules.InvalidValue, FormattableString.Invariant($"{column.Invalid} of {column.Filled} values of {column.Column} are not valid."), column.Column) is { } finding) yield return finding;
        foreach (var column in columns.Where(column => column.Drift > 0))
            if (Make(HygieneRules.PicklistDrift, FormattableString.Invariant($"{column.Drift} of {column.Filled} values of {column.Column} are not in the policy's picklist or bands."), column.Column) is { } finding) yield return finding;
        if (emails is { Role: > 0 } && Make(HygieneRules.RoleAddress, FormattableString.Invariant($"{emails.Role} of {rows} addresses belong to functions."), "Email") is { } role) yield return role;
        if (emails is { Disposable: > 0 } && Make(HygieneRules.DisposableAddress, FormattableString.Invariant($"{emails.Disposable} of {rows} addresses live for minutes."), "Email") is { } disposable) yield return disposable;
        if (policy.Hygiene.InactiveDays > 0 && activity.Inactive > 0
            && Make(HygieneRules.InactiveRecord, FormattableString.Invariant($"{activity.Inactive} of {activity.Known} records had no activity for {policy.Hygiene.InactiveDays} days."), null) is { } inactive) yield return inactive;
        if (activity.Overdue > 0
            && Make(HygieneRules.RetentionOverdue, FormattableString.Invariant($"{activity.Overdue} of {activity.Dated} records are kept longer than {policy.Hygiene.RetentionDays} days."), null) is { } overdue) yield return overdue;
        var today = CivilDate.DayOf((asOf.Ticks - new DateTime(1970, 1, 1).Ticks) / TimeSpan.TicksPerSecond);
        foreach (var column in columns.Where(column => column.Days is not null && column.Field is { } field && Array.IndexOf(PastFields, field.Name) >= 0))
        {
            // A day of grace: the other side of the world is a day ahead.
            var future = column.Days!.After(today + 1);
            if (future > 0 && Make(HygieneRules.FutureRecordDate, FormattableString.Invariant($"{future} of {column.Filled} dates of {column.Column} lie in the future."), column.Column) is { } finding) yield return finding;
        }
    }

    private Finding? Make(RuleInfo rule, string message, string? field) => rules.IsEnabled(rule) ? rules.Create(rule, message, field: field) : null;
}
