using System.Collections.Generic;

namespace MopsPS.Core.Email;

/// <summary>The metrics of sent e-mail.</summary>
public static class EmailKpis
{
    /// <summary>Hard bounces out of sent; the norm is what Amazon SES calls healthy (below 2 %).</summary>
    public static readonly KpiDefinition HardBounces = new(
        "EmailHardBounceRate", "Email", "Hard bounce rate", "%", KpiDirection.LowerIsBetter, 2, "Messages that came back for good, out of those sent.");

    /// <summary>Complaints out of delivered; the norm is Gmail's sender guideline (below 0.1 %, never 0.3 %).</summary>
    public static readonly KpiDefinition Complaints = new(
        "EmailComplaintRate", "Email", "Spam complaint rate", "%", KpiDirection.LowerIsBetter, 0.1, "Messages reported as spam, out of those delivered.");

    /// <summary>Unsubscribes out of delivered.</summary>
    public static readonly KpiDefinition Unsubscribes = new(
        "EmailUnsubscribeRate", "Email", "Unsubscribe rate", "%", KpiDirection.LowerIsBetter, null, "Recipients who unsubscribed, out of messages delivered.");

    /// <summary>Delivered out of sent.</summary>
    public static readonly KpiDefinition Delivery = new(
        "EmailDeliveryRate", "Email", "Delivery rate", "%", KpiDirection.HigherIsBetter, null, "Messages delivered, out of those sent.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [Complaints, Delivery, HardBounces, Unsubscribes];

    /// <summary>The metrics of counts; those that the export does not tell have no value, and are never met.</summary>
    internal static IReadOnlyList<Kpi> Of(EmailCounts counts, MopsPolicy policy, string? segment, string? period) =>
    [
        Ratio(HardBounces, policy, counts.HardBounces, counts.Sent, segment, period),
        Ratio(Complaints, policy, counts.Complaints, counts.Delivered, segment, period),
        Ratio(Unsubscribes, policy, counts.Unsubscribes, counts.Delivered, segment, period),
        Ratio(Delivery, policy, counts.Delivered, counts.Sent, segment, period),
    ];

    private static Kpi Ratio(KpiDefinition kpi, MopsPolicy policy, long? count, long? of, string? segment, string? period) =>
        count is long n && of is long all ? kpi.Ratio(policy, n, all, segment, period) : kpi.Of(policy, null, segment, period);
}
