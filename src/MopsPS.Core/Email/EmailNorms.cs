using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Email;

/// <summary>Judges what was counted by the norms of the policy.</summary>
internal sealed class EmailNorms(EmailResults results, MopsPolicy policy, DateTime todayUtc)
{
    private const double Level = 0.05;

    private readonly RuleSet _rules = new(policy, todayUtc);

    public IEnumerable<Finding> Findings(EmailCounts total, IReadOnlyList<EmailRepeatBouncer> bouncers, IReadOnlyList<EmailBlockingDomain> domains)
    {
        var measured = results.BySend
            .Where(pair => !results.Unmeasured.Contains(pair.Key))
            .Select(pair => (Name: results.SendName(pair.Key), Counts: pair.Value.ToCounts()))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ToArray();
        return Sends(measured).Concat(Unsubscribes(measured)).Concat(Lists(bouncers, domains)).Concat(Unknowns(total)).Concat(Rows());
    }

    private IEnumerable<Finding> Sends((string Name, EmailCounts Counts)[] measured)
    {
        foreach (var (name, counts) in measured)
        {
            if (counts.Sent < policy.Email.MinimumSent) continue;
            if (Above(EmailRules.HighHardBounces, EmailKpis.HardBounces, name, counts.HardBounceRate, counts.HardBounces, counts.Sent, "messages came back for good") is { } hard) yield return hard;
            if (Above(EmailRules.HighComplaints, EmailKpis.Complaints, name, counts.ComplaintRate, counts.Complaints, counts.Delivered, "recipients reported spam") is { } spam) yield return spam;
        }
    }

    private Finding? Above(RuleInfo rule, KpiDefinition kpi, string send, double? rate, long? count, long? of, string what) =>
        rate is double value && kpi.Target(policy) is double target && value > target && _rules.IsEnabled(rule)
            ? _rules.Create(rule, $"{Number(count)} of {Number(of)} {what} ({Rate(value)}; the target is {Rate(target)}).", send, kpi.Id, Rate(value), rule.Remedy)
            : null;

    // Each send against all others, so that the one that is judged is no part of its own baseline.
    private IEnumerable<Finding> Unsubscribes((string Name, EmailCounts Counts)[] measured)
    {
        if (!_rules.IsEnabled(EmailRules.HighUnsubscribes)) yield break;
        var sends = measured.Where(send => send.Counts is { Unsubscribes: not null, Delivered: > 0 }).ToArray();
        if (sends.Length < 2) yield break;
        var lost = sends.Sum(send => send.Counts.Unsubscribes!.Value);
        var delivered = sends.Sum(send => send.Counts.Delivered!.Value);
        var judged = sends.Where(send => send.Counts.Delivered >= policy.Email.MinimumSent && send.Counts.Unsubscribes <= send.Counts.Delivered && delivered > send.Counts.Delivered
            && lost - send.Counts.Unsubscribes <= delivered - send.Counts.Delivered).ToArray();
        var chances = MultipleComparisons.Holm([.. judged.Select(send => ProportionTest.PValue(
            send.Counts.Unsubscribes!.Value, send.Counts.Delivered!.Value, lost - send.Counts.Unsubscribes.Value, delivered - send.Counts.Delivered.Value) ?? 1)]);
        for (var i = 0; i < judged.Length; i++)
        {
            var (name, counts) = judged[i];
            var baseline = 100.0 * (lost - counts.Unsubscribes!.Value) / (delivered - counts.Delivered!.Value);
            if (chances[i] > Level || counts.UnsubscribeRate is not double rate || rate <= policy.Email.UnsubscribeFactor * baseline) continue;
            var times = baseline > 0 ? $"{(rate / baseline).ToString("0.#", CultureInfo.InvariantCulture)} times the {Rate(baseline)} of the other sends" : "the other sends lost none";
            yield return _rules.Create(
                EmailRules.HighUnsubscribes, $"{Number(counts.Unsubscribes)} of {Number(counts.Delivered)} recipients unsubscribed ({Rate(rate)}, {times}).",
                name, EmailKpis.Unsubscribes.Id, Rate(rate), EmailRules.HighUnsubscribes.Remedy);
        }
    }

    private IEnumerable<Finding> Lists(IReadOnlyList<EmailRepeatBouncer> bouncers, IReadOnlyList<EmailBlockingDomain> domains)
    {
        if (bouncers.Count > 0 && _rules.IsEnabled(EmailRules.RepeatBouncers))
            yield return _rules.Create(EmailRules.RepeatBouncers, $"{Number(bouncers.Count)} addresses bounced in several sends and are mailed on.", value: Number(bouncers.Count), suggestion: EmailRules.RepeatBouncers.Remedy);
        if (!_rules.IsEnabled(EmailRules.BlockingDomain)) yield break;
        foreach (var domain in domains)
            yield return _rules.Create(EmailRules.BlockingDomain, $"{domain}.", domain.Domain, value: Rate(domain.BlockRate), suggestion: EmailRules.BlockingDomain.Remedy);
    }

    private IEnumerable<Finding> Unknowns(EmailCounts total)
    {
        if (_rules.IsEnabled(EmailRules.UnknownEmailRate))
        {
            if (results.Unmeasured.Count > 0)
            {
                var names = results.Unmeasured.Select(results.SendName).OrderBy(name => name, StringComparer.Ordinal).Take(5);
                yield return Unknown($"Of {Number(results.Unmeasured.Count)} sends it is not known how many messages went out ({string.Join(", ", names)}{(results.Unmeasured.Count > 5 ? ", …" : string.Empty)}); they are left out of the sums.", "Sent");
            }

            foreach (var (metric, name, value) in new[] { (EmailMetric.Sent, "sent messages", total.Sent), (EmailMetric.Delivered, "deliveries", total.Delivered), (EmailMetric.Hard, "hard bounces", total.HardBounces), (EmailMetric.Complaints, "complaints", total.Complaints), (EmailMetric.Unsubscribes, "unsubscribes", total.Unsubscribes) })
            {
                if (value is not null) continue;
                var sends = results.Total.Unknown(metric);
                yield return Unknown($"The number of {name} is not known{(sends < results.BySend.Count - results.Unmeasured.Count ? $" of {Number(sends)} of the sends" : string.Empty)}, so their rate is not, either.", metric.ToString());
            }
        }

        if (total.Opens is not > 0 || !_rules.IsEnabled(EmailRules.MachineOpenRate)) yield break;
        yield return _rules.Create(
            EmailRules.MachineOpenRate,
            total.MachineOpens is long machines
                ? $"Of {Number(total.Opens)} opened messages at least {Number(machines)} were opened by a machine only; the open rate is an upper bound."
                : $"The {Number(total.Opens)} opened messages hold those that a machine opened; the export does not tell them apart, so the open rate is an upper bound.",
            value: total.MachineOpens is null ? null : Number(total.MachineOpens), suggestion: EmailRules.MachineOpenRate.Remedy);
    }

    private Finding Unknown(string message, string field) => _rules.Create(EmailRules.UnknownEmailRate, message, field: field, suggestion: EmailRules.UnknownEmailRate.Remedy);

    private IEnumerable<Finding> Rows()
    {
        if (_rules.IsEnabled(EmailRules.ImpossibleEmailCount))
        {
            foreach (var (send, why, position) in results.Impossible.OrderBy(item => results.SendName(item.Send), StringComparer.Ordinal).ThenBy(item => item.Position.Row))
                yield return _rules.Create(EmailRules.ImpossibleEmailCount, $"In the send '{results.SendName(send)}' {why}.", results.SendName(send), suggestion: EmailRules.ImpossibleEmailCount.Remedy, source: position);
        }

        if (results.Skipped > 0 && _rules.IsEnabled(EmailRules.UnreadableEmailRow))
            yield return _rules.Create(EmailRules.UnreadableEmailRow, $"{Number(results.Skipped)} rows have a value that cannot be read.", value: Number(results.Skipped), suggestion: EmailRules.UnreadableEmailRow.Remedy);
        if (!_rules.IsEnabled(EmailRules.UnknownEmailEvent)) yield break;
        foreach (var unknown in results.UnknownEvents)
            yield return _rules.Create(EmailRules.UnknownEmailEvent, $"{Number(unknown.Value)} rows have the event '{unknown.Key}', which is not known.", value: unknown.Key, suggestion: EmailRules.UnknownEmailEvent.Remedy);
    }

    private static string Number(long? value) => (value ?? 0).ToString("#,0", CultureInfo.InvariantCulture);

    private static string Rate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
