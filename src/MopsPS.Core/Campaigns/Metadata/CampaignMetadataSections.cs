using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>What campaign records add to a report: completeness by field, campaigns by rule, and the campaigns themselves.</summary>
internal sealed class CampaignMetadataSections : IReportContributor
{
    private const int MaxRows = 500;

    private readonly List<CampaignSummary> _summaries = [];
    private readonly List<CampaignRecord> _campaigns = [];
    private int _count;

    public bool Add(object item)
    {
        switch (item)
        {
            case CampaignSummary summary:
                _summaries.Add(summary);
                return true;
            case CampaignRecord campaign:
                _count++;
                if (campaign.Findings.Count > 0 && _campaigns.Count < MaxRows) _campaigns.Add(campaign);
                return true;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build()
    {
        foreach (var summary in _summaries)
        {
            yield return new ReportSection("Campaign records",
            [
                new TilesBlock("Campaigns",
                [
                    new ReportTile("Campaigns", summary.Campaigns),
                    new ReportTile("In order", summary.Compliant, string.Empty, null, summary.Compliant == summary.Campaigns ? ChartTone.Good : ChartTone.Warning),
                    new ReportTile("Complete", summary.Complete, string.Empty, null, summary.Complete == summary.Campaigns ? ChartTone.Good : ChartTone.Warning),
                ]),
                new BarChart("Completeness by field", "%", [.. summary.Fields.Where(field => field.Percent is not null).Select(field => new ChartBar(field.Field, field.Percent!.Value, $"{field.Filled} of {field.Required}", field.Filled == field.Required ? ChartTone.Good : ChartTone.Warning))]),
                new TableBlock("Campaigns by rule", ["Rule", "Name", "Campaigns"], [.. summary.Rules.Select(rule => new object?[] { rule.RuleId, rule.Name, rule.Campaigns })]),
            ])
            {
                Text = $"Dates are judged on {summary.AsOf:yyyy-MM-dd}.",
            };
        }

        if (_count > 0)
        {
            yield return new ReportSection("Campaigns with findings",
            [
                new TableBlock("Campaigns", ["Campaign", "Type", "Status", "Start", "End", "Owner", "Filled", "Required", "Rules"],
                    [.. _campaigns.Select(campaign => new object?[] { campaign.Title, campaign.Type, campaign.Status, campaign.Start, campaign.End, campaign.Owner, campaign.Filled, campaign.Required, campaign.Findings.ToString() })]),
            ])
            {
                Text = $"{_campaigns.Count} of {_count} campaigns have findings.",
            };
        }
    }
}
