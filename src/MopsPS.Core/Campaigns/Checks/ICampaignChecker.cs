using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>A family of checks. It says of each of its checks, in each call, that it was made, was not made, or does not apply: what it says nothing of is not a pass.</summary>
internal interface ICampaignChecker
{
    /// <summary>Its checks, in the order of the checklist.</summary>
    IReadOnlyList<CampaignCheckInfo> Checks { get; }

    /// <summary>Looks at the campaign as a whole, after all its files; one thread.</summary>
    /// <param name="context">The campaign, and where to report.</param>
    void CheckCampaign(CheckContext context);
}

/// <summary>A family of checks that looks at single files first. A file is read and parsed once for all its checks.</summary>
internal interface IAssetChecker : ICampaignChecker
{
    /// <summary>Whether it looks at files of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True where <see cref="CheckAsset"/> wants to see them.</returns>
    bool Takes(CampaignAssetKind kind);

    /// <summary>Looks at one file; several threads, one for each file.</summary>
    /// <param name="asset">The file, the same as <see cref="CheckContext.Asset"/>.</param>
    /// <param name="context">Where to report.</param>
    void CheckAsset(CampaignAsset asset, CheckContext context);
}
