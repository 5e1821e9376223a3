using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Email;

/// <summary>Finds the addresses that bounce again and again.</summary>
internal static class EmailBouncers
{
    /// <summary>
    /// Those that bounced for good in as many sends as the policy says, or in any way in as many as it says for that, and of which no delivery after the last bounce is known.
    /// </summary>
    public static IReadOnlyList<EmailRepeatBouncer> Repeated(EmailLedger ledger, EmailPolicy policy, bool showRecipients)
    {
        var counts = new Counts?[ledger.Recipients];
        foreach (var message in ledger.Messages)
        {
            var end = message.Marks.End(hasDeliveries: true);
            if ((end & (EmailMarks.AnyBounce | EmailMarks.Delivered)) == 0) continue;
            var who = counts[message.Recipient] ??= new Counts();
            if (end == EmailMarks.Hard) who.Hard++;
            else if (end == EmailMarks.Delivered) who.Delivered++;
            else who.Other++;
            if (end == EmailMarks.Delivered) who.LastDelivery = Math.Max(who.LastDelivery, message.First);
            else who.LastBounce = Math.Max(who.LastBounce, message.LastBounce);
        }

        var found = new List<EmailRepeatBouncer>();
        for (var recipient = 0; recipient < counts.Length; recipient++)
        {
            if (counts[recipient] is not { } who || !Repeats(who, policy)) continue;
            var name = ledger.Recipient(recipient);
            found.Add(new EmailRepeatBouncer
            {
                Recipient = showRecipients || name.IndexOf('@') < 0 ? name : Masking.Email(name),
                Domain = ledger.Domain(recipient),
                HardBounces = who.Hard,
                SoftBounces = who.Other,
                Delivered = who.Delivered,
                LastBounce = who.LastBounce == 0 ? null : new DateTime(who.LastBounce, DateTimeKind.Utc),
            });
        }

        return found.OrderByDescending(bouncer => bouncer.HardBounces).ThenByDescending(bouncer => bouncer.SoftBounces)
            .ThenBy(bouncer => bouncer.Domain, StringComparer.Ordinal).ThenBy(bouncer => bouncer.Recipient, StringComparer.Ordinal).ThenBy(bouncer => bouncer.LastBounce).ToArray();
    }

    private static bool Repeats(Counts who, EmailPolicy policy)
    {
        if (who.Delivered > 0 && who.LastDelivery > who.LastBounce) return false;
        return who.Hard >= policy.HardBounceLimit || who.Hard + who.Other >= policy.SoftBounceLimit;
    }

    private sealed class Counts
    {
        public int Hard { get; set; }

        public int Other { get; set; }

        public int Delivered { get; set; }

        public long LastBounce { get; set; }

        public long LastDelivery { get; set; }
    }
}
