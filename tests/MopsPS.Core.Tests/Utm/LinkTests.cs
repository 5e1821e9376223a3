using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Links;
using Xunit;

namespace MopsPS.Core.Tests.Utm;

public class LinkTests
{
    [Fact]
    public void HtmlLinksHaveTheirPlace()
    {
        var (links, page) = HtmlLinks.Find("<html><head><link rel='canonical' href='https://example.com/a'></head>\n<body>\n  <a href='https://example.com/?a=1&amp;utm_source=x'>x</a><a href='mailto:a@example.com'>m</a><a href='#top'>t</a><a href='{{unsubscribe}}'>u</a></body></html>");
        var link = Assert.Single(links);
        Assert.Equal("https://example.com/?a=1&utm_source=x", link.Url);
        Assert.Equal((3, 3), (link.Line, link.Character));
        Assert.Equal("https://example.com/a", page);
    }

    [Fact]
    public void MarkdownLinksAreFoundOutsideCode()
    {
        var links = MarkdownLinks.Find("[a](https://a.example/(x) \"t\") and <https://b.example/?x=1&amp;y=2>, https://c.example/.\n`https://no.example`\n```\nhttps://no.example\n```\n[r]: https://d.example/\n[t](/rel?utm_source={{lead.First Name}})");
        Assert.Equal(
            [("https://a.example/(x)", 1, 5), ("https://b.example/?x=1&y=2", 1, 37), ("https://c.example/", 1, 70), ("https://d.example/", 6, 6), ("/rel?utm_source={{lead.First Name}}", 7, 5)],
            links.Select(link => (link.Url, link.Line, link.Character)));
    }

    [Fact]
    public void TextLinksEndBeforeTheSentenceDoes() =>
        Assert.Equal(["https://a.example/x?y=(1)", "www.b.example"], TextLinks.Find("See (https://a.example/x?y=(1)).\nOr \"www.b.example\"!").Select(link => link.Url));

    [Theory]
    [InlineData("Final URL", true)]
    [InlineData("Landing Page URL", true)]
    [InlineData("href", true)]
    [InlineData("Display URL", false)]
    [InlineData("Campaign", false)]
    [InlineData("Linkage", false)]
    public void LinkColumnsAreToldByName(string name, bool isUrl) => Assert.Equal(isUrl, UrlColumns.IsUrl(name));

    [Fact]
    public void ABuiltLinkKeepsThePageAndIsBuiltOnce()
    {
        var builder = new UtmLinkBuilder(new UtmAuditor(new MopsPolicy(), new DateTime(2026, 11, 24)));
        var values = new Dictionary<string, string> { ["source"] = "Newsletter", ["medium"] = "email", ["campaign"] = "a&b ü" };
        var first = builder.Build("https://example.com/p?lang=de#plans", new Dictionary<string, string> { ["source"] = "Newsletter", ["medium"] = "email", ["campaign"] = "a&b-ü" });
        Assert.Equal("https://example.com/p?lang=de&utm_source=newsletter&utm_medium=email&utm_campaign=a%26b-%C3%BC#plans", first.Url);
        Assert.True(first.IsCompliant);
        Assert.Equal(first.Url, builder.Build(first.Url, new Dictionary<string, string> { ["medium"] = "email" }).Url);
        var refused = builder.Build(first.Url, new Dictionary<string, string> { ["source"] = "google" });
        Assert.False(refused.IsCompliant);
        Assert.Contains(refused.Findings, finding => finding.RuleId == UtmRules.ConflictingParameter.Id);
        Assert.Equal("google", builder.Build(first.Url, new Dictionary<string, string> { ["source"] = "google" }, replace: true).Source);
        Assert.False(builder.Build("https://example.com/", values).IsCompliant);
        Assert.NotEqual(true, builder.Build("example", values).IsCompliant);
    }

    [Fact]
    public void AnAllowedTokenIsWrittenAsThePlatformReplacesIt()
    {
        var builder = new UtmLinkBuilder(new UtmAuditor(new MopsPolicy { Utm = new UtmPolicy { AllowedTokens = ["googleads"] } }, new DateTime(2026, 11, 24)));
        var values = new Dictionary<string, string> { ["source"] = "google", ["medium"] = "cpc", ["campaign"] = "launch", ["content"] = "{creative}" };
        Assert.EndsWith("utm_content={creative}", builder.Build("https://example.com/", values, replace: false, position: null).Url, StringComparison.Ordinal);
    }
}
