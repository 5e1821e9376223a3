using System.Collections.Generic;
using MopsPS.Core.Anomalies;
using MopsPS.Core.Attribution;
using MopsPS.Core.Audience;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Campaigns.LinkCheck;
using MopsPS.Core.Campaigns.Metadata;
using MopsPS.Core.Changes;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Duplicates.Measuring;
using MopsPS.Core.Duplicates.Merging;
using MopsPS.Core.Email;
using MopsPS.Core.Events;
using MopsPS.Core.Funnel;
using MopsPS.Core.Hygiene;
using MopsPS.Core.Metrics;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Requests;
using MopsPS.Core.Routing;
using MopsPS.Core.Sla;
using MopsPS.Core.Utm;

namespace MopsPS.Core.Reporting;

/// <summary>The areas that add sections to reports, in the order in which a report shows them.</summary>
internal static class ReportContributors
{
    /// <summary>Makes one of each for a new report.</summary>
    public static IReadOnlyList<IReportContributor> Create() =>
    [
        new DuplicateReportSections(),
        new DuplicateMeasureSections(),
        new MergeReportSections(),
        new UtmReportSections(),
        new FunnelReportSections(),
        new AttributionReportSections(),
        new RoutingReportSections(),
        new EmailReportSections(),
        new HygieneReportSections(),
        new RequestReportSections(),
        new SlaReportSections(),
        new CampaignReportSections(),
        new AnomalyReportSections(),
        new AudienceReportSections(),
        new CampaignMetadataSections(),
        new LinkReportSections(),
        new ReconciliationReportSections(),
        new MetricReportSections(),
        new EventReportSections(),
        new ChangeReportSections(),
    ];
}
