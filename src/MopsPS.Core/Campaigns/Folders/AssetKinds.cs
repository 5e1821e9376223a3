using System;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Campaigns;

/// <summary>The convention of campaign folders: what a file is by its folder and ending.</summary>
internal static class AssetKinds
{
    private static readonly string[] Html = [".html", ".htm", ".xhtml"];
    private static readonly string[] Tables = [".csv", ".tsv", ".txt", ".xlsx", ".json", ".jsonl", ".ndjson"];

    /// <summary>What a file is.</summary>
    /// <param name="name">Its path below the campaign's folder, with <c>/</c>.</param>
    /// <returns>The kind; <see cref="CampaignAssetKind.Other"/> for what has no place in the convention.</returns>
    public static CampaignAssetKind Of(string name)
    {
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 3) : name;
        var ending = Path.GetExtension(plain).ToLowerInvariant();
        var slash = plain.IndexOf('/');
        if (slash < 0) return TopLevel(plain, ending);
        return plain.Substring(0, slash).ToLowerInvariant() switch
        {
            "emails" or "email" => Html.Contains(ending) ? CampaignAssetKind.Email : ending == ".eml" ? CampaignAssetKind.EmailMessage : ending == ".txt" ? CampaignAssetKind.EmailText : CampaignAssetKind.Other,
            "landing-pages" or "landing-page" or "landing" or "pages" => Html.Contains(ending) ? CampaignAssetKind.LandingPage : CampaignAssetKind.Other,
            "links" => ending is ".md" || Tables.Contains(ending) ? CampaignAssetKind.LinkList : CampaignAssetKind.Other,
            "audience" or "audiences" => Table(ending, CampaignAssetKind.Audience),
            "suppression" or "suppressions" => Table(ending, CampaignAssetKind.Suppression),
            "metadata" or "campaigns" => Table(ending, CampaignAssetKind.Metadata),
            "routing" => Table(ending, CampaignAssetKind.RoutingTestLead),
            _ => CampaignAssetKind.Other,
        };
    }

    private static CampaignAssetKind TopLevel(string name, string ending) => name.Substring(0, name.Length - ending.Length).ToLowerInvariant() switch
    {
        "campaign" when ending == ".json" => CampaignAssetKind.Brief,
        "email" => Html.Contains(ending) ? CampaignAssetKind.Email : ending == ".eml" ? CampaignAssetKind.EmailMessage : ending == ".txt" ? CampaignAssetKind.EmailText : CampaignAssetKind.Other,
        "landing-page" => Html.Contains(ending) ? CampaignAssetKind.LandingPage : CampaignAssetKind.Other,
        "links" => ending is ".md" || Tables.Contains(ending) ? CampaignAssetKind.LinkList : CampaignAssetKind.Other,
        "audience" => Table(ending, CampaignAssetKind.Audience),
        "suppression" => Table(ending, CampaignAssetKind.Suppression),
        "campaigns" => Table(ending, CampaignAssetKind.Metadata),
        "routing" => Table(ending, CampaignAssetKind.RoutingTestLead),
        _ => CampaignAssetKind.Other,
    };

    private static CampaignAssetKind Table(string ending, CampaignAssetKind kind) => Tables.Contains(ending) ? kind : CampaignAssetKind.Other;
}
