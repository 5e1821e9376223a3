using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>The health of all messages of the input, or of a send, a recipient domain or another segment of them.</summary>
public sealed class EmailResult : IMopsResult
{
    /// <summary>The segment, for example <c>Send = Spring launch</c>; null for all messages.</summary>
    public string? Segment { get; init; }

    /// <summary>The period, for example <c>2026-11</c>; null where none was asked for.</summary>
    public string? Period { get; init; }

    /// <summary>The first day of the period; null without periods and where the sends have no date.</summary>
    public DateTime? Start { get; init; }

    /// <summary>How many sends are in it.</summary>
    public int Sends { get; init; }

    /// <summary>What became of the messages, with the rates.</summary>
    public EmailCounts Counts { get; init; } = new();

    /// <summary>Messages handed over to be sent; null where the export does not say.</summary>
    public long? Sent => Counts.Sent;

    /// <summary>Messages that arrived; null where the export does not say.</summary>
    public long? Delivered => Counts.Delivered;

    /// <summary>Delivered in percent of sent.</summary>
    public double? DeliveryRate => Counts.DeliveryRate;

    /// <summary>Hard bounces in percent of sent.</summary>
    public double? HardBounceRate => Counts.HardBounceRate;

    /// <summary>Spam complaints in percent of delivered.</summary>
    public double? ComplaintRate => Counts.ComplaintRate;

    /// <summary>Unsubscribes in percent of delivered.</summary>
    public double? UnsubscribeRate => Counts.UnsubscribeRate;

    /// <summary>Opens in percent of delivered; an upper bound because of machine opens.</summary>
    public double? OpenRate => Counts.OpenRate;

    /// <summary>Clicks in percent of delivered.</summary>
    public double? ClickRate => Counts.ClickRate;

    /// <summary>The addresses that bounce again and again, the worst first; for all messages only, and only where the export has recipients.</summary>
    public IReadOnlyList<EmailRepeatBouncer> RepeatBouncers { get; init => field = ResultList<EmailRepeatBouncer>.Of(value); } = ResultList<EmailRepeatBouncer>.Empty;

    /// <summary>The recipient domains that refuse messages, the worst first; for all messages only.</summary>
    public IReadOnlyList<EmailBlockingDomain> BlockingDomains { get; init => field = ResultList<EmailBlockingDomain>.Of(value); } = ResultList<EmailBlockingDomain>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Hard bounces, complaints, unsubscribes and delivery against their targets.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <inheritdoc/>
    public string Title => "E-mail health" + (Segment is null ? string.Empty : $" [{Segment}]") + (Period is null ? string.Empty : $", {Period}");

    /// <summary>Always null: the norms are KPIs and findings.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>E-mail health: 9,800 of 10,000 delivered, hard bounces 1.2 %, complaints 0.02 %, unsubscribes 0.3 %</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} of {2} delivered, hard bounces {3}, complaints {4}, unsubscribes {5}",
        Title, Count(Delivered), Count(Sent), Rate(HardBounceRate), Rate(ComplaintRate), Rate(UnsubscribeRate));

    private static string Count(long? count) => count is long n ? n.ToString("#,0", CultureInfo.InvariantCulture) : "?";

    private static string Rate(double? rate) => rate is double r ? r.ToString("0.##", CultureInfo.InvariantCulture) + " %" : "not known";
}
