using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>Where the leads of the campaign will go: the test leads of the folder, routed by the policy.</summary>
internal sealed class RoutingChecker : ICampaignChecker
{
    /// <summary>Test leads go to the owner or queue that they expect.</summary>
    public static readonly CampaignCheckInfo MisroutedTestLead = new(
        "CQA020", CampaignArea.Routing, nameof(MisroutedTestLead), Severity.Error,
        "A test lead is not routed to the owner or queue that it expects.",
        "Correct the routing rules, or the expectation of the test lead.", "practice: leads of a campaign need an owner before it starts");

    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MisroutedTestLead];

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context) => context.NotRun(
        MisroutedTestLead, context.Campaign.Of(CampaignAssetKind.RoutingTestLead).Any() ? "this version of the module does not route test leads" : CampaignAreas.Missing(CampaignArea.Routing));
}
