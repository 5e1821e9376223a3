using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Email;

/// <summary>What sent e-mail adds to a report: the way of the messages, rates by segment and over time, repeat bouncers and domains that block.</summary>
internal sealed class EmailReportSections : IReportContributor
{
    private readonly List<EmailResult> _results = [];

    public bool Add(object item)
    {
        if (item is not EmailResult result) return false;
        _results.Add(result);
        return true;
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_results.Count == 0) yield break;
        var blocks = _results.Where(result => result.Segment is null && result.Period is null).SelectMany(Total)
            .Concat(Trend([.. _results.Where(result => result.Segment is null && result.Start is not null)]))
            .Concat(Segments([.. _results.Where(result => result.Segment is not null)]));
        yield return new ReportSection("E-mail health", [.. blocks])
        {
            Text = "A recipient counts once for each send. Rates of bounces are out of sent messages, the others out of delivered ones. Opens are an upper bound, since mail programs open messages by themselves.",
        };
    }

    private static IEnumerable<ReportBlock> Total(EmailResult result)
    {
        var counts = result.Counts;
        var stages = new (string Name, long? Count)[] { ("Sent", counts.Sent), ("Delivered", counts.Delivered), ("Opened (upper bound)", counts.Opens), ("Clicked", counts.Clicks) };
        if (counts.Sent is not null) yield return new FunnelChart("From sent to clicked", "messages", [.. stages.Where(stage => stage.Count is not null).Select(stage => new ChartStage(stage.Name, stage.Count!.Value))]);
        yield return new TilesBlock("Messages",
        [
            new ReportTile("Sends", result.Sends),
            new ReportTile("Hard bounces", counts.HardBounces),
            new ReportTile("Soft bounces", counts.SoftBounces),
            new ReportTile("Blocked", counts.BlockBounces, string.Empty, null, counts.BlockBounces > 0 ? ChartTone.Warning : ChartTone.Neutral),
            new ReportTile("Complaints", counts.Complaints, string.Empty, null, counts.Complaints > 0 ? ChartTone.Warning : ChartTone.Neutral),
            new ReportTile("Unsubscribes", counts.Unsubscribes),
        ]);
        if (result.BlockingDomains.Count > 0)
        {
            yield return new TableBlock("Domains that refuse messages", ["Domain", "Sent", "Refused", "Refused (%)", "Code"],
                [.. result.BlockingDomains.Select(domain => new object?[] { domain.Domain, domain.Sent, domain.Blocked, domain.BlockRate, domain.Code })]);
        }

        if (result.RepeatBouncers.Count > 0)
        {
            yield return new TableBlock("Addresses that bounce again and again", ["Recipient", "Domain", "Hard", "Soft", "Delivered", "Last bounce (UTC)"],
                [.. result.RepeatBouncers.Select(bouncer => new object?[] { bouncer.Recipient, bouncer.Domain, bouncer.HardBounces, bouncer.SoftBounces, bouncer.Delivered, bouncer.LastBounce })]);
        }
    }

    private static IEnumerable<ReportBlock> Trend(EmailResult[] periods)
    {
        if (periods.Length < 2) yield break;
        string[] labels = [.. periods.Select(period => period.Period ?? string.Empty)];
        foreach (var kpi in new[] { EmailKpis.HardBounces, EmailKpis.Complaints, EmailKpis.Unsubscribes })
        {
            var values = periods.Select(period => period.Kpis.FirstOrDefault(other => other.Id == kpi.Id)).ToArray();
            if (values.Count(value => value?.Value is not null) < 2) continue;
            yield return new LineChart($"{kpi.Name} over time", "%", labels, [new ChartLine(kpi.Name, [.. values.Select(value => value?.Value)])]) { Target = values.FirstOrDefault()?.Target };
        }
    }

    private static IEnumerable<ReportBlock> Segments(EmailResult[] segments)
    {
        if (segments.Length == 0) yield break;
        yield return new TableBlock("By segment", ["Segment", "Period", "Sent", "Delivered (%)", "Hard bounces (%)", "Complaints (%)", "Unsubscribes (%)", "Clicks (%)"],
            [.. segments.OrderByDescending(segment => segment.Sent ?? 0).Select(segment => new object?[] { segment.Segment, segment.Period, segment.Sent, segment.DeliveryRate, segment.HardBounceRate, segment.ComplaintRate, segment.UnsubscribeRate, segment.ClickRate })]);
    }
}
