using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Email;

/// <summary>Makes results of what was counted.</summary>
internal sealed class EmailResults(EmailOptions options, MopsPolicy policy, DateTime todayUtc, PeriodCalendar calendar)
{
    public required EmailCells Cells { get; init; }

    public required IReadOnlyDictionary<int, EmailTally> BySend { get; init; }

    public required EmailLedger Ledger { get; init; }

    public required Func<int, string> SendName { get; init; }

    public required IReadOnlyDictionary<string, long> UnknownEvents { get; init; }

    public required long Skipped { get; init; }

    public required IReadOnlyList<(int Send, string Why, SourcePosition Position)> Impossible { get; init; }

    public required bool TellsMachines { get; init; }

    /// <summary>The sends of which it is not known how many messages went out, where it is known of others: they are left out of sums.</summary>
    public ISet<int> Unmeasured { get; private set; } = new HashSet<int>();

    /// <summary>The sums over all periods.</summary>
    public EmailTally Total { get; } = new();

    public IReadOnlyList<EmailResult> Make()
    {
        var without = BySend.Where(pair => pair.Value[EmailMetric.Sent] is null).Select(pair => pair.Key).ToArray();
        if (without.Length < BySend.Count) Unmeasured = new HashSet<int>(without);
        foreach (var send in BySend.Where(pair => !Unmeasured.Contains(pair.Key))) Total.Add(metric => send.Value[metric]);
        var counts = Total.ToCounts();
        var domains = EmailDomains.Blocking(Ledger, policy.Email);
        var bouncers = EmailBouncers.Repeated(Ledger, policy.Email, options.ShowRecipients);
        var all = new EmailResult
        {
            Sends = BySend.Count - Unmeasured.Count,
            Counts = counts,
            RepeatBouncers = bouncers,
            BlockingDomains = domains,
            Findings = [.. new EmailNorms(this, policy, todayUtc).Findings(counts, bouncers, domains)],
            Kpis = EmailKpis.Of(counts, policy, null, null).ToArray(),
        };
        return [all, .. Segments()];
    }

    private IEnumerable<EmailResult> Segments()
    {
        foreach (var (segment, period, sends, tally) in Cells.Sums(Unmeasured))
        {
            if (segment is null && options.Period == FunnelPeriod.None) continue;
            var label = calendar.Label(period);
            var counts = tally.ToCounts();
            yield return new EmailResult
            {
                Segment = segment,
                Period = label,
                Start = calendar.StartDate(period),
                Sends = sends,
                Counts = counts,
                Kpis = EmailKpis.Of(counts, policy, segment, label).ToArray(),
            };
        }
    }
}
