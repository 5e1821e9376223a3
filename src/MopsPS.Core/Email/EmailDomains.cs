using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Email;

/// <summary>Finds the recipient domains that refuse messages.</summary>
internal static class EmailDomains
{
    /// <summary>
    /// The domains with a share of refused messages above the policy's, and surely so: the lower end of the 95 % interval (Wilson) is above it, too,
    /// or at least half are refused.
    /// </summary>
    public static IReadOnlyList<EmailBlockingDomain> Blocking(EmailLedger ledger, EmailPolicy policy) => ledger.Messages
        .Where(message => message.Marks.WentOut() && ledger.Domain(message.Recipient) is not null)
        .GroupBy(message => ledger.Domain(message.Recipient)!, StringComparer.Ordinal)
        .Select(group => Of(group.Key, group.Count(), [.. group.Where(message => message.Marks.End(hasDeliveries: true) == EmailMarks.Block)]))
        .Where(domain => domain.Blocked >= 3 && domain.BlockRate > policy.BlockedShare && (domain.BlockRate >= 50 || 100 * WilsonInterval.Of(domain.Blocked, domain.Sent).Low > policy.BlockedShare))
        .OrderByDescending(domain => domain.Blocked).ThenBy(domain => domain.Domain, StringComparer.Ordinal).ToArray();

    private static EmailBlockingDomain Of(string name, int sent, EmailLedger.Message[] blocked) => new()
    {
        Domain = name,
        Sent = sent,
        Blocked = blocked.Length,
        Code = blocked.Where(message => message.Code is not null).GroupBy(message => message.Code!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key,
    };
}
