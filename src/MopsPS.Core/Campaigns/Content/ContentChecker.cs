using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Email;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Campaigns.Landing;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Campaigns.Tokens;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>All checks of e-mails and landing pages: a file is read and parsed once, then each family looks at it.</summary>
internal sealed class ContentChecker : IAssetChecker
{
    private readonly IReadOnlyList<ContentChecks> _email =
    [
        new FormatChecks(),
        new UnsubscribeChecks(),
        new SenderChecks(),
        new MessageChecks(),
        new WordingChecks(),
        new SubjectChecks(),
        new PreheaderChecks(),
        new TextPartChecks(),
        new HeadChecks(),
        new LayoutChecks(),
        new SourceChecks(),
        new ImageChecks(),
        new AccessibilityChecks(),
        LeftoverChecks.Email,
        DateChecks.Email,
        TokenChecks.Email,
        new LinkChecks(),
        new LinkTextChecks(),
        new DeceptionChecks(),
        new UtmChecks(),
    ];

    private readonly IReadOnlyList<ContentChecks> _landing =
    [
        new PageFormatChecks(),
        new PageHeadChecks(),
        new SearchChecks(),
        new AnalyticsChecks(),
        new FormChecks(),
        new FormFieldChecks(),
        new FormConsentChecks(),
        new PageImageChecks(),
        LeftoverChecks.LandingPage,
        DateChecks.LandingPage,
        TokenChecks.LandingPage,
        new LinkChecks(),
        new LinkTextChecks(),
        new DeceptionChecks(),
    ];

    private readonly HtmlLimits _limits;

    /// <summary>Makes the checker.</summary>
    /// <param name="limits">How much of a file is read; null for the limits as they are.</param>
    public ContentChecker(HtmlLimits? limits = null) => _limits = limits ?? HtmlLimits.Default;

    public IReadOnlyList<CampaignCheckInfo> Checks => [.. _email.Concat(_landing).SelectMany(family => family.Checks).GroupBy(check => check.Id, StringComparer.Ordinal).Select(group => group.First()), CampaignLinkChecks.MissingLink];

    public bool Takes(CampaignAssetKind kind) => kind is CampaignAssetKind.Email or CampaignAssetKind.EmailMessage or CampaignAssetKind.LandingPage;

    public void CheckAsset(CampaignAsset asset, CheckContext context)
    {
        var families = asset.Kind == CampaignAssetKind.LandingPage ? _landing : _email;
        if (asset.Content is null)
        {
            var reason = asset.Problem ?? "the file is too large to be read";
            foreach (var check in families.SelectMany(family => family.Checks).Where(check => !asset.IsTooLarge || check != FormatChecks.GmailClipping)) context.NotRun(check, reason);
            if (asset.IsTooLarge) FormatChecks.TooLarge(asset, context);
            return;
        }

        var file = ContentFile.Open(asset, context, _limits);
        foreach (var family in families)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (file.Page is null && family.NeedsPage)
            {
                foreach (var check in family.Checks) context.NotRun(check, file.PageProblem!);
                continue;
            }

            try
            {
                family.Check(file);
            }
            catch (RegexMatchTimeoutException)
            {
                foreach (var check in family.Checks) context.NotRun(check, "a text of the file is built so that searching it takes too long");
            }
        }

        asset.Facts = ContentFacts.Of(file);
    }

    public void CheckCampaign(CheckContext context) => CampaignLinkChecks.Check(context);
}
