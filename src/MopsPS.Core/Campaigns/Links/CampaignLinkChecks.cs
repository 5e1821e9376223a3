using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>The links that the brief asks for, over all files.</summary>
internal static class CampaignLinkChecks
{
    /// <summary>A link of the brief is nowhere.</summary>
    public static readonly CampaignCheckInfo MissingLink = new(
        "LNK016", CampaignArea.Link, nameof(MissingLink), Severity.Error,
        "A link that the brief asks for is in no e-mail and on no page.",
        "Put it in, or take it out of the brief, links.", "the brief");

    /// <summary>Looks at the campaign as a whole.</summary>
    public static void Check(CheckContext context)
    {
        if (context.Brief.Links.Count == 0)
        {
            context.NotApplicable(MissingLink, "the brief asks for no links");
            return;
        }

        var facts = context.Campaign.Assets.Select(asset => asset.Facts).OfType<ContentFacts>().ToList();
        if (facts.Count == 0)
        {
            context.NotRun(MissingLink, "there is no e-mail or page whose links could be read");
            return;
        }

        context.Ran(MissingLink);
        foreach (var link in context.Brief.Links)
        {
            var url = WebUrl.Parse(link);
            if (url.Kind == UrlKind.Web && facts.Any(file => file.Addresses.Contains(ContentFacts.Address(url)))) continue;
            context.Report(MissingLink, $"No e-mail and no page links to {link}.", 0, 0, "link", link, null, context.Campaign.Assets.FirstOrDefault(asset => asset.Kind == CampaignAssetKind.Brief));
        }
    }
}
