using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Parsing;
using Xunit;

namespace MopsPS.Core.Tests.Utm;

public class TaggedLinkBuilderTests
{
    private static readonly DateTime Today = new(2026, 11, 24);

    private static readonly UtmAuditor Auditor = new(
        new MopsPolicy
        {
            Utm = new UtmPolicy
            {
                Separator = "-",
                Sources = [new UtmTerm { Value = "facebook", Aliases = ["fb"] }, new UtmTerm { Value = "google" }],
                Mediums = [new UtmTerm { Value = "paid_social", Aliases = ["paid-social", "Paid Social"] }, new UtmTerm { Value = "cpc" }],
                Pairs = new Dictionary<string, IReadOnlyList<string>> { ["google"] = ["cpc"] },
                AllowedTokens = ["googleads"],
            },
        },
        Today);

    private static readonly TaggedLinkBuilder Builder = new(Auditor);

    [Fact]
    public void ValuesAreWrittenAsThePolicyHasThemAndTheRestOfTheLinkIsKept()
    {
        var link = Build("https://example.com/a%2fb?x=1&y=%zz".Replace("%zz", "%C3%BC") + "#plans", ("source", " FB "), ("medium", "Paid Social"), ("campaign", "Spring Launch_2026"));
        Assert.Equal("https://example.com/a%2fb?x=1&y=%C3%BC&utm_source=facebook&utm_medium=paid_social&utm_campaign=spring-launch-2026#plans", link.Url);
        Assert.Equal("Paid Social", link.Channel);
        Assert.Equal(
            ["utm_source: 'FB' written 'facebook'", "utm_medium: 'Paid Social' written 'paid_social'", "utm_campaign: 'Spring Launch_2026' written 'spring-launch-2026'"],
            link.Changes);
    }

    [Fact]
    public void AParameterThatIsThereIsReplacedWhereItStands()
    {
        var link = Build("https://example.com/?UTM_Source=old&utm_medium=cpc&z=1&utm_source=older", ("source", "google"), ("campaign", "a"), ("term", " "));
        Assert.Equal("https://example.com/?utm_source=google&utm_medium=cpc&z=1&utm_campaign=a", link.Url);
        Assert.Null(link.Term);
        Assert.Empty(link.Changes);
    }

    [Fact]
    public void AllowedTokensStayAsTheyAre() => Assert.EndsWith(
        "&utm_content=ad-{creative}%26x", Build("https://example.com/", ("source", "google"), ("medium", "cpc"), ("campaign", "a"), ("content", "ad-{creative}&x")).Url);

    [Theory]
    [InlineData("https://example.com/", "gogle", "cpc", "a", "UTM002", "google")]
    [InlineData("https://example.com/", "google", "paid_social", "a", "UTM008", "cpc")]
    [InlineData("https://example.com/", "google", "cpc", "", "UTM001", null)]
    [InlineData("https://example.com/", "google", "cpc", "{{lead.Company}}", "UTM016", null)]
    public void WhatDoesNotFitIsRefusedWithTheNearestAllowed(string url, string source, string medium, string campaign, string rule, string? nearest)
    {
        var build = Builder.Build(url, Values(("source", source), ("medium", medium), ("campaign", campaign)));
        Assert.Null(build.Link);
        var refusal = Assert.Single(build.Refusals);
        Assert.Equal(rule, refusal.RuleId);
        if (nearest is not null) Assert.Equal(nearest, refusal.Suggestion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/launch")]
    [InlineData("www.example.com/launch")]
    [InlineData("mailto:ada@example.org")]
    [InlineData("https://")]
    [InlineData("https://exa mple.com/")]
    public void OnlyAFullWebAddressBecomesALink(string url)
    {
        var build = Builder.Build(url, Values(("source", "google"), ("medium", "cpc"), ("campaign", "a")));
        Assert.Null(build.Link);
        Assert.NotEmpty(build.Refusals);
        Assert.DoesNotContain("ada@", build.Display + string.Concat(build.Refusals.Select(refusal => refusal.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void PersonalDataIsRefusedAndMasked()
    {
        var build = Builder.Build("https://example.com/", Values(("source", "google"), ("medium", "cpc"), ("campaign", "a"), ("content", "ada@example.org")));
        Assert.Null(build.Link);
        Assert.Contains(build.Refusals, refusal => refusal.RuleId == UtmRules.PersonalData.Id);
        Assert.DoesNotContain("ada@", build.Display + string.Concat(build.Refusals.Select(refusal => $"{refusal} {refusal.Value} {refusal.Target}")), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownParameterIsACallersMistake() =>
        Assert.Throws<ArgumentException>(() => Builder.Build("https://example.com/", Values(("colour", "red"))));

    [Fact]
    public void ABuiltLinkIsCompliantReadsBackAndIsBuiltTheSameAgain()
    {
        var bases = Gen.OneOfConst("https://example.com", "https://example.com/a?b=c&b=d", "https://example.com/?#x", "https://example.com/a&b;c?d", "https://example.com/?utm_term=Old%20One&q=a+b#y?z");
        Gen.Select(bases, Gen.String, Gen.String, Gen.OneOfConst("facebook", "FB", "google")).Sample((url, campaign, content, source) =>
        {
            var values = Values(("source", source), ("medium", "cpc"), ("campaign", "a" + campaign), ("content", content));
            var build = Builder.Build(url, values);
            if (build.Link is not { } link) return build.Refusals.Count > 0;
            var result = Auditor.Audit(link.Url);
            return result.IsCompliant == true && result.CorrectedUrl is null && result.Campaign == link.Campaign && result.Content == link.Content &&
                WebUrl.Parse(link.Url).Host == "example.com" && Builder.Build(link.Url, values).Link?.Url == link.Url;
        }, iter: 5_000, seed: "0N0XIzNsQ0O2");
    }

    private static TaggedLink Build(string url, params (string, string?)[] values)
    {
        var build = Builder.Build(url, Values(values));
        Assert.True(build.Link is not null, string.Join("; ", build.Refusals));
        return build.Link!;
    }

    private static Dictionary<string, string?> Values(params (string Name, string? Value)[] values) => values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
