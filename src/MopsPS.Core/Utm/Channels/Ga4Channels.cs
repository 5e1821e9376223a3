using static MopsPS.Core.Utm.Channels.ChannelConditions;

namespace MopsPS.Core.Utm.Channels;

/// <summary>
/// The GA4 default channel group for manually tagged traffic. Source: support.google.com/analytics/answer/9756891 and the
/// list of source categories that it links. The first rule that fits wins; the rules have no regard to case.
/// </summary>
/// <remarks>
/// Traffic of Google Ads, Display &amp; Video 360, Search Ads 360 and Merchant Center that is tagged automatically has tables
/// of its own (ad network, creative format), which a URL does not show.
/// </remarks>
public static class Ga4Channels
{
    private const string NotSet = "(not set)";

    private static readonly ChannelMatch Direct = new("Direct", 1, "the source is (direct) and there is no medium");
    private static readonly ChannelMatch CrossNetwork = new("Cross-network", 2, "the campaign contains 'cross-network'");
    private static readonly ChannelMatch PaidShoppingSite = new("Paid Shopping", 3, "the source is a shopping site and the medium is paid");
    private static readonly ChannelMatch PaidShoppingCampaign = new("Paid Shopping", 3, "the campaign's name is a shop's and the medium is paid");
    private static readonly ChannelMatch PaidSearch = new("Paid Search", 4, "the source is a search site and the medium is paid");
    private static readonly ChannelMatch PaidSocial = new("Paid Social", 5, "the source is a social site and the medium is paid");
    private static readonly ChannelMatch PaidVideo = new("Paid Video", 6, "the source is a video site and the medium is paid");
    private static readonly ChannelMatch Display = new("Display", 7, "the medium is one of display, banner, expandable, interstitial, cpm");
    private static readonly ChannelMatch PaidOther = new("Paid Other", 8, "the medium is paid and the source is on no list");
    private static readonly ChannelMatch OrganicShoppingSite = new("Organic Shopping", 9, "the source is a shopping site");
    private static readonly ChannelMatch OrganicShoppingCampaign = new("Organic Shopping", 9, "the campaign's name is a shop's");
    private static readonly ChannelMatch OrganicSocialSite = new("Organic Social", 10, "the source is a social site");
    private static readonly ChannelMatch OrganicSocialMedium = new("Organic Social", 10, "the medium is one of Google's words for social");
    private static readonly ChannelMatch OrganicVideoSite = new("Organic Video", 11, "the source is a video site");
    private static readonly ChannelMatch OrganicVideoMedium = new("Organic Video", 11, "the medium contains 'video'");
    private static readonly ChannelMatch OrganicSearchSite = new("Organic Search", 12, "the source is a search site");
    private static readonly ChannelMatch OrganicSearchMedium = new("Organic Search", 12, "the medium is organic");
    private static readonly ChannelMatch Referral = new("Referral", 13, "the medium is one of referral, app, link");
    private static readonly ChannelMatch EmailSource = new("Email", 14, "the source is one of email, e-mail, e_mail, e mail");
    private static readonly ChannelMatch EmailMedium = new("Email", 14, "the medium is one of email, e-mail, e_mail, e mail");
    private static readonly ChannelMatch Affiliates = new("Affiliates", 15, "the medium is affiliate");
    private static readonly ChannelMatch Audio = new("Audio", 16, "the medium is audio");
    private static readonly ChannelMatch SmsSource = new("SMS", 17, "the source is sms");
    private static readonly ChannelMatch SmsMedium = new("SMS", 17, "the medium is sms");
    private static readonly ChannelMatch PushMedium = new("Mobile Push Notifications", 18, "the medium ends in 'push' or contains 'mobile' or 'notification'");
    private static readonly ChannelMatch PushSource = new("Mobile Push Notifications", 18, "the source is firebase");
    private static readonly ChannelMatch NoMedium = new("Unassigned", 0, "there is no medium, and the source alone fits no rule");
    private static readonly ChannelMatch Unassigned = new("Unassigned", 0, "source and medium fit none of Google's rules");

    /// <summary>Gives the channel in which GA4 counts a tagged link.</summary>
    /// <param name="source">The decoded value of utm_source; null or empty counts as GA4's <c>(not set)</c>.</param>
    /// <param name="medium">The decoded value of utm_medium; null or empty counts as <c>(not set)</c>.</param>
    /// <param name="campaign">The decoded value of utm_campaign; null or empty counts as <c>(not set)</c>.</param>
    /// <returns>The channel with the rule that fitted; never null. The value is compared whole: a space at its end is part of it.</returns>
    public static ChannelMatch Classify(string? source, string? medium, string? campaign)
    {
        var from = OrNotSet(source);
        var by = OrNotSet(medium);
        var name = OrNotSet(campaign);
        if (Is(from, "(direct)") && (Is(by, NotSet) || Is(by, "(none)"))) return Direct;
        if (Contains(name, "cross-network")) return CrossNetwork;

        var category = SourceCategories.Find(from);
        var isShopCampaign = IsShopCampaign(name);
        return (IsPaid(by) ? Paid(category, isShopCampaign) : null)
            ?? (IsDisplay(by) ? Display : null)
            ?? (IsPaid(by) ? PaidOther : null)
            ?? Organic(category, isShopCampaign, by)
            ?? Other(from, by);
    }

    private static string OrNotSet(string? value) => value is { Length: > 0 } ? value : NotSet;

    /// <summary>Rules 3 to 6, for a paid medium.</summary>
    private static ChannelMatch? Paid(SourceCategory category, bool isShopCampaign) => category switch
    {
        SourceCategory.Shopping => PaidShoppingSite,
        _ when isShopCampaign => PaidShoppingCampaign,
        SourceCategory.Search => PaidSearch,
        SourceCategory.Social => PaidSocial,
        SourceCategory.Video => PaidVideo,
        _ => null,
    };

    /// <summary>Rules 9 to 12: shopping, social, video, search, in this order.</summary>
    private static ChannelMatch? Organic(SourceCategory category, bool isShopCampaign, string medium)
    {
        if (category == SourceCategory.Shopping) return OrganicShoppingSite;
        if (isShopCampaign) return OrganicShoppingCampaign;
        if (category == SourceCategory.Social) return OrganicSocialSite;
        if (IsSocial(medium)) return OrganicSocialMedium;
        if (category == SourceCategory.Video) return OrganicVideoSite;
        if (Contains(medium, "video")) return OrganicVideoMedium;
        if (category == SourceCategory.Search) return OrganicSearchSite;
        return Is(medium, "organic") ? OrganicSearchMedium : null;
    }

    /// <summary>Rules 13 to 18, then Unassigned.</summary>
    private static ChannelMatch Other(string source, string medium)
    {
        if (IsReferral(medium)) return Referral;
        if (IsEmail(source)) return EmailSource;
        if (IsEmail(medium)) return EmailMedium;
        if (Is(medium, "affiliate")) return Affiliates;
        if (Is(medium, "audio")) return Audio;
        if (Is(source, "sms")) return SmsSource;
        if (Is(medium, "sms")) return SmsMedium;
        if (IsPush(medium)) return PushMedium;
        if (Is(source, "firebase")) return PushSource;
        return Is(medium, NotSet) ? NoMedium : Unassigned;
    }
}
