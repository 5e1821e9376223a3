using System.Linq;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>Which files belong to which part of a campaign.</summary>
internal static class CampaignAreas
{
    /// <summary>The part that a kind of file belongs to.</summary>
    public static CampaignArea? Of(CampaignAssetKind kind) => kind switch
    {
        CampaignAssetKind.Brief => CampaignArea.Brief,
        CampaignAssetKind.Email or CampaignAssetKind.EmailMessage or CampaignAssetKind.EmailText => CampaignArea.Email,
        CampaignAssetKind.LandingPage => CampaignArea.LandingPage,
        CampaignAssetKind.LinkList => CampaignArea.Link,
        CampaignAssetKind.Audience or CampaignAssetKind.Suppression => CampaignArea.Audience,
        CampaignAssetKind.Metadata => CampaignArea.Metadata,
        CampaignAssetKind.RoutingTestLead => CampaignArea.Routing,
        _ => null,
    };

    /// <summary>What to say of a check of an area that nobody made.</summary>
    public static string Missing(CampaignArea area) => area switch
    {
        CampaignArea.Email => "there is no e-mail in the folder: emails/*.html or emails/*.eml",
        CampaignArea.Link => "there is no file with links: emails/, landing-pages/ or links/",
        CampaignArea.LandingPage => "there is no landing page in the folder: landing-pages/*.html",
        CampaignArea.Audience => "there is no audience export in the folder: audience/*.csv",
        CampaignArea.Metadata => "there is no export of campaign records in the folder: metadata/*.csv",
        CampaignArea.Routing => "there are no test leads: routing/*.csv, or testLeads of the brief",
        _ => "nothing was there to look at",
    };

    /// <summary>Files whose bytes are streamed by who reads their rows.</summary>
    public static bool IsTable(CampaignAssetKind kind) =>
        kind is CampaignAssetKind.Audience or CampaignAssetKind.Suppression or CampaignAssetKind.Metadata or CampaignAssetKind.RoutingTestLead;

    /// <summary>Whether a campaign has anything of an area.</summary>
    public static bool Has(CampaignFolder campaign, CampaignArea area) =>
        campaign.Assets.Any(asset => Of(asset.Kind) == area) || (area == CampaignArea.Routing && campaign.Brief.TestLeads.Count > 0);
}
