using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CsCheck;
using MopsPS.Core.Tests.Support;
using MopsPS.Core.Utm.Channels;
using Xunit;

namespace MopsPS.Core.Tests.Utm;

public class Ga4ChannelsTests
{
    private const string PaidPattern = "^(.*cp.*|ppc|retargeting|paid.*)$";
    private const string ShopPattern = "^(.*(([^a-df-z]|^)shop|shopping).*)$";
    private const string VideoPattern = "^(.*video.*)$";

    [Theory]
    [InlineData("(direct)", "(none)", null, "Direct", 1)]
    [InlineData("(direct)", "(not set)", null, "Direct", 1)]
    [InlineData("(direct)", null, null, "Direct", 1)]
    [InlineData("direct", "(none)", null, "Unassigned", 0)] // the source is '(direct)', not 'direct'
    [InlineData("google", "cpc", "cross-network", "Cross-network", 2)]
    [InlineData("google", "cross-network", "spring", "Organic Search", 12)] // the campaign counts, not the medium
    [InlineData("amazon", "cpc", "spring", "Paid Shopping", 3)]
    [InlineData("google", "cpc", "eshop_spring", "Paid Shopping", 3)]
    [InlineData("google", "cpc", "workshop_spring", "Paid Search", 4)]
    [InlineData("google", "cpm", "spring", "Paid Search", 4)] // 'cp' is in cpm: the list of mediums for Display comes later
    [InlineData("bing", "ppc", "spring", "Paid Search", 4)]
    [InlineData("facebook", "paid_social", "spring", "Paid Social", 5)]
    [InlineData("linkedin", "retargeting", "spring", "Paid Social", 5)]
    [InlineData("youtube", "cpv", "spring", "Paid Video", 6)]
    [InlineData("acme", "cpm", "spring", "Display", 7)]
    [InlineData("acme", "display", "spring", "Display", 7)]
    [InlineData("google", "display", "spring", "Display", 7)]
    [InlineData("acme", "banner", "spring", "Display", 7)]
    [InlineData("acme", "expandable", "spring", "Display", 7)]
    [InlineData("acme", "interstitial", "spring", "Display", 7)]
    [InlineData("acme", "intersitial", "spring", "Unassigned", 0)] // a peer spells it so
    [InlineData("acme", "cpc", "spring", "Paid Other", 8)]
    [InlineData("acme", "paid", "spring", "Paid Other", 8)]
    [InlineData("acme", "xcpx", "spring", "Paid Other", 8)]
    [InlineData("acme", "unpaid", "spring", "Unassigned", 0)]
    [InlineData("acme", "retargeting2", "spring", "Unassigned", 0)]
    [InlineData("etsy.com", "email", "spring", "Organic Shopping", 9)]
    [InlineData("newsletter", "email", "shopping-guide", "Organic Shopping", 9)]
    [InlineData("newsletter", "email", "shop-guide", "Organic Shopping", 9)]
    [InlineData("newsletter", "email", "bookshop-guide", "Email", 14)]
    [InlineData("facebook", "post", "spring", "Organic Social", 10)]
    [InlineData("acme", "social-media", "spring", "Organic Social", 10)]
    [InlineData("acme", "sm", "spring", "Organic Social", 10)]
    [InlineData("acme", "organic_social", "spring", "Unassigned", 0)]
    [InlineData("vimeo", "embed", "spring", "Organic Video", 11)]
    [InlineData("acme", "video-post", "spring", "Organic Video", 11)]
    [InlineData("google", "organic", "spring", "Organic Search", 12)]
    [InlineData("acme", "organic", "spring", "Organic Search", 12)]
    [InlineData("acme", "referral", "spring", "Referral", 13)]
    [InlineData("acme", "app", "spring", "Referral", 13)]
    [InlineData("acme", "link", "spring", "Referral", 13)]
    [InlineData("acme", "links", "spring", "Unassigned", 0)]
    [InlineData("acme", "e mail", "spring", "Email", 14)]
    [InlineData("E_Mail", "list", "spring", "Email", 14)]
    [InlineData("acme", "emailing", "spring", "Unassigned", 0)] // the pattern is anchored
    [InlineData("acme", "affiliate", "spring", "Affiliates", 15)]
    [InlineData("acme", "affiliates", "spring", "Unassigned", 0)]
    [InlineData("acme", "audio", "spring", "Audio", 16)]
    [InlineData("sms", "list", "spring", "SMS", 17)]
    [InlineData("acme", "SMS", "spring", "SMS", 17)]
    [InlineData("acme", "webpush", "spring", "Mobile Push Notifications", 18)]
    [InlineData("acme", "pushed", "spring", "Unassigned", 0)]
    [InlineData("acme", "mobile-banner", "spring", "Mobile Push Notifications", 18)]
    [InlineData("acme", "app-notifications", "spring", "Mobile Push Notifications", 18)]
    [InlineData("firebase", "list", "spring", "Mobile Push Notifications", 18)]
    [InlineData("acme", null, null, "Unassigned", 0)]
    [InlineData("google", null, null, "Organic Search", 12)]
    [InlineData(null, null, null, "Unassigned", 0)]
    [InlineData("GOOGLE", "CPC", "SPRING", "Paid Search", 4)]
    [InlineData("google ", "cpc", "spring", "Paid Other", 8)] // a space at the end is another source
    public void TheFirstRuleThatFitsWins(string? source, string? medium, string? campaign, string channel, int rule)
    {
        var match = Ga4Channels.Classify(source, medium, campaign);

        Assert.Equal((channel, rule), (match.Channel, match.Rule));
        Assert.NotEmpty(match.Reason);
    }

    [Fact]
    public void AChannelSaysWhichRuleFitted() => Assert.Equal(
        "Paid Search (rule 4: the source is a search site and the medium is paid)", Ga4Channels.Classify("google", "cpc", null).ToString());

    /// <summary>Words of the patterns' own letters, so that a sample often meets them.</summary>
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.OneOfConst("cp", "ppc", "paid", "retargeting", "shop", "shopping", "video", "e", "E", "k", "SHOP", "Paid", "CP", "-", "_", "1", "é", "S"),
        Gen.Char["cpaidshoevg -_0É"].Select(character => character.ToString())).Array[0, 5].Select(string.Concat);

    [Fact]
    public void TheConditionsAgreeWithGooglesPatterns() => Words.Sample(word =>
    {
        Assert.True(Fits(PaidPattern, word) == ChannelConditions.IsPaid(word), $"paid: '{word}'");
        Assert.True(Fits(ShopPattern, word) == ChannelConditions.IsShopCampaign(word), $"shop: '{word}'");
        Assert.True(Fits(VideoPattern, word) == ChannelConditions.Contains(word, "video"), $"video: '{word}'");
    }, iter: 20_000);

    [Fact]
    public void CaseMakesNoDifference() => Gen.Select(Words, Words, Words).Sample((source, medium, campaign) => Assert.Same(
        Ga4Channels.Classify(source, medium, campaign),
        Ga4Channels.Classify(source.ToUpperInvariant(), medium.ToUpperInvariant(), campaign.ToUpperInvariant())));

    [SharedDataFact]
    public void TheSourceListAgreesWithTheReference()
    {
        var reference = File.ReadLines(SharedData.Path("reference", "ga4_source_categories.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => row[1]["SOURCE_CATEGORY_".Length..]);

        Assert.True(reference.Count > 800);
        Assert.Equal(reference.Count, SourceCategories.All.Count);
        foreach (var (source, category) in reference)
        {
            Assert.Equal(category, SourceCategories.Find(source).ToString(), ignoreCase: true);
            var word = category[0] + category[1..].ToLowerInvariant();
            Assert.Equal("Paid " + word, Ga4Channels.Classify(source, "cpc", "spring").Channel);
            Assert.Equal("Organic " + word, Ga4Channels.Classify(source, "post", "spring").Channel);
        }
    }

    private static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
