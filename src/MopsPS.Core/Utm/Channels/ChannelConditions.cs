using System;

namespace MopsPS.Core.Utm.Channels;

/// <summary>
/// The conditions of Google's channel rules, written by hand: they run once per link, and Google's patterns need no engine.
/// The tests compare each with the published pattern.
/// </summary>
internal static class ChannelConditions
{
    /// <summary>The paid mediums, Google's <c>^(.*cp.*|ppc|retargeting|paid.*)$</c>; cpm is among them.</summary>
    public static bool IsPaid(string medium) =>
        Contains(medium, "cp") || Is(medium, "ppc") || Is(medium, "retargeting") || medium.StartsWith("paid", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A campaign for a shop, Google's <c>^(.*(([^a-df-z]|^)shop|shopping).*)$</c>: "shop" at the start, after what is no
    /// letter of a-z or after an e (eshop, not workshop), or "shopping" anywhere.
    /// </summary>
    public static bool IsShopCampaign(string campaign)
    {
        if (Contains(campaign, "shopping")) return true;
        for (var at = Find(campaign, 0); at >= 0; at = Find(campaign, at + 1))
            if (at == 0 || !IsLetterButE(campaign[at - 1])) return true;
        return false;

        static int Find(string text, int start) => text.IndexOf("shop", start, StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsDisplay(string medium) =>
        Is(medium, "display") || Is(medium, "banner") || Is(medium, "expandable") || Is(medium, "interstitial") || Is(medium, "cpm");

    public static bool IsSocial(string medium) =>
        Is(medium, "social") || Is(medium, "social-network") || Is(medium, "social-media") || Is(medium, "sm") ||
        Is(medium, "social network") || Is(medium, "social media");

    public static bool IsReferral(string medium) => Is(medium, "referral") || Is(medium, "app") || Is(medium, "link");

    public static bool IsEmail(string value) => Is(value, "email") || Is(value, "e-mail") || Is(value, "e_mail") || Is(value, "e mail");

    public static bool IsPush(string medium) =>
        medium.EndsWith("push", StringComparison.OrdinalIgnoreCase) || Contains(medium, "mobile") || Contains(medium, "notification");

    public static bool Is(string value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);

    public static bool Contains(string value, string part) => value.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsLetterButE(char character)
    {
        var lower = (char)(character | 0x20);
        return lower is >= 'a' and <= 'z' and not 'e';
    }
}
