using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using MopsPS.Core.Tests.Support;
using MopsPS.Core.Utm;
using Xunit;

namespace MopsPS.Core.Tests.Utm;

public class UtmRuleTests
{
    private const string Good = "https://example.com/a?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch";

    private static readonly DateTime Today = new(2026, 11, 24);

    /// <summary>Rule, a link that it finds, and a near miss on which it is silent.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "MissingParameter", "https://example.com/?utm_source=google&utm_medium=cpc&utm_campaign=", Good },
        { "UnknownValue", Good.Replace("google", "gogle"), Good },
        { "WrongCase", Good.Replace("google", "Google"), Good },
        { "AliasValue", Good.Replace("google", "adwords"), Good.Replace("google", "Google") },
        { "SpacesInValue", Good + "&utm_content=big+banner", Good + "&utm_content=big-banner" },
        { "WrongSeparator", Good + "&utm_content=big_banner", Good + "&utm_content=big-banner&utm_term=a_b" },
        { "NamingMismatch", Good.Replace("emea", "mars"), Good },
        { "PairNotAllowed", Good.Replace("cpc", "email"), Good.Replace("google", "bing").Replace("cpc", "email") },
        { "UnassignedChannel", Good.Replace("google", "acme").Replace("cpc", "flyer"), Good.Replace("cpc", "flyer") },
        { "ConflictingParameter", Good + "&utm_source=bing", Good + "&utm_source=google" },
        { "RepeatedParameter", Good + "&utm_source=google", Good },
        { "EncodedAmpersand", Good.Replace("&utm_medium", "&amp;utm_medium"), Good + "&x=amp;y" },
        { "SecondQuestionMark", "https://example.com/?a=b?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch", Good + "&q=what?" },
        { "ParameterInFragment", "https://example.com/#utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch", Good + "#utm_source" },
        { "MisspelledParameter", Good.Replace("utm_source", "utm-source"), Good + "&utm_cid=4" },
        { "UnresolvedToken", Good + "&utm_content={{lead.Company}}", Good + "&utm_content={creative}" },
        { "PersonalData", Good + "&utm_content=ada@example.org", Good + "&utm_content=@ada&email=weekly" },
        { "TaggedInternalLink", "/pricing?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch", Good },
        { "ClickIdWithTags", Good + "&gclid=abc", "https://example.com/?gclid=abc" },
        { "PlainHttp", Good.Replace("https", "http"), Good },
        { "MalformedUrl", "https://exa mple.com/?utm_source=google", Good },
        { "NonWebUrl", "mailto:?subject=hello", Good },
        { "UrlTooLong", Good + "&x=" + new string('a', 1000), Good + "&x=" + new string('a', 500) },
        { "ValueTooLong", Good + "&utm_term=" + new string('a', 421), Good + "&utm_term=" + new string('a', 420) },
        { "ReservedValue", Good + "&utm_content=(not%20set)", Good + "&utm_content=nullable" },
        { "UntaggedLink", "https://www.example.com/a", "https://other.example.org/a" },
        { "BadEncoding", Good + "&utm_content=caf%25C3%25A9", Good + "&utm_content=caf%C3%A9" },
        { "MissingScheme", Good.Replace("https://", "www."), Good },
        { "SpacesInUrl", " " + Good, Good },
        { "MisplacedSlashes", Good.Replace("https://", "https:/"), Good },
        { "MissingQuestionMark", Good.Replace("?", "&"), Good },
        { "CredentialsInUrl", Good.Replace("https://", "https://ada:pw@"), Good },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARuleFindsIsSilentAndCanBeSwitchedOff(string rule, string bad, string nearMiss)
    {
        var id = UtmRules.All.Single(info => info.Name == rule).Id;
        Assert.Contains(Audit(bad).Findings, finding => finding.RuleId == id);
        Assert.DoesNotContain(Audit(nearMiss).Findings, finding => finding.RuleId == id);
        var off = Policy(new Dictionary<string, RuleSetting> { [rule] = new() { Enabled = false } });
        Assert.DoesNotContain(new UtmAuditor(off, Today).Audit(bad).Findings, finding => finding.RuleId == id);
    }

    [Fact]
    public void EveryRuleHasACase() =>
        Assert.Equal(UtmRules.All.Select(rule => rule.Name).Except(["NearDuplicate"]).Order(), Cases.Select(data => (string)data[0]).Order());

    [Fact]
    public void ACleanLinkIsCompliant()
    {
        var result = Audit(Good);
        Assert.Empty(result.Findings);
        Assert.True(result.IsCompliant);
        Assert.Null(result.CorrectedUrl);
        Assert.Equal("Paid Search", result.Channel);
    }

    [Theory]
    [InlineData("https://example.com/?utm_source=Google&utm_medium=ppc&utm_campaign=2026q4_emea_launch", "https://example.com/?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch")]
    [InlineData("https://example.com/a?x=1&amp;UTM_Source=google#top", "https://example.com/a?x=1&utm_source=google#top")]
    [InlineData("https://example.com/#utm_source=google", "https://example.com/?utm_source=google")]
    [InlineData("https://example.com/?a=b?utm_source=google&utm_source=google", "https://example.com/?a=b&utm_source=google")]
    [InlineData("https://example.com/?utm_content=Big+Banner", "https://example.com/?utm_content=big-banner")]
    [InlineData("https://example.com/#/app?utm_source=google", null)]
    [InlineData("https://example.com/?utm_source=google&utm_source=bing", null)]
    [InlineData("https://example.com/?utm_source=gogle", null)]
    public void OnlyWhatIsCertainIsCorrected(string link, string? corrected) => Assert.Equal(corrected, Audit(link).CorrectedUrl);

    [Fact]
    public void PersonalDataIsNowhereInTheResult()
    {
        foreach (var link in new[]
        {
            Good + "&email=Ada.Lovelace%40example.org", Good + "&utm_term=ada.lovelace%2540example.org", Good + "&first_name=Lovelace",
            "https://example.com/u/ada.lovelace@example.org?utm_source=google", "https://example.com/u/ada.lovelace%40example.org?utm_source=google",
            "https://Lovelace:secret@example.com/?utm_source=google", "https://exa mple.com/?a=ada.lovelace@example.org", "mailto:ada.lovelace@example.org",
            Good + "#email=ada.lovelace@example.org", Good + "&email=ada.lovelace@example.org&email=ADA.LOVELACE@example.org",
            Good + "&amp;email=ada.lovelace%40example.org",
        })
        {
            var result = Audit(link);
            var text = new StringBuilder(result.ToString()).Append(result.Title).Append(result.Term).Append(result.Content).Append(result.CorrectedUrl).Append(result.ChannelReason);
            foreach (var finding in result.Findings) text.Append(finding).Append(finding.Target).Append(finding.Value).Append(finding.Suggestion);
            Assert.DoesNotContain("lovelace", text.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("secret", text.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Null(result.CorrectedUrl);
        }
    }

    [Fact]
    public void ASuppressedFindingIsShownAndDoesNotCount()
    {
        var policy = Policy(suppressions: [new Suppression { Rule = "PlainHttp", Target = "*example.com*", Reason = "old", Expires = Today }]);
        var result = new UtmAuditor(policy, Today).Audit(Good.Replace("https", "http"));
        Assert.True(Assert.Single(result.Findings).IsSuppressed);
        Assert.True(result.IsCompliant);
        Assert.False(new UtmAuditor(policy, Today.AddDays(1)).Audit(Good.Replace("https", "http")).IsCompliant);
    }

    [Fact]
    public void NearDuplicatesShowAcrossLinks()
    {
        var auditor = new UtmAuditor(new MopsPolicy(), Today);
        var audit = new UtmAudit(auditor, UtmGrouping.Source);
        foreach (var source in new[] { "facebook", "facebook", "Facebook", "fb", "newsletter", "newsletter", "newsletter", "newsleter", "q1", "q2" })
            audit.Add(auditor.Audit($"https://example.com/?utm_source={source}&utm_medium=email&utm_campaign=a"));
        var summary = audit.Summarize();
        Assert.Equal([("facebook", "Facebook, fb"), ("newsletter", "newsleter")], summary.Findings.Select(finding => (finding.Suggestion, finding.Value)));
        Assert.Equal(10, summary.Links);
        Assert.Equal(9, summary.Compliant);
        Assert.Equal(90, summary.Compliance);
        Assert.Equal(KpiStatus.Missed, summary.Kpis[0].Status);
        Assert.Equal(7, summary.Segments.Count);
        Assert.Equal("newsletter", summary.Segments[0].Name);
    }

    [Fact]
    public void CorrectionsAreIdempotent()
    {
        string[] parts = ["utm_source=", "UTM_Medium=", "utm-campaign=", "utm_content=", "Google", "fb", "paid_social", "&", "&amp;", "?", "#", "+", "%20", "_", "-", "=", "{{a.b}}", " ", "/", "2026q4", "%25", "ü", "\uD800", "a@b.co", "amp;"];
        var auditor = new UtmAuditor(Policy(), Today);
        Gen.Int[0, parts.Length - 1].Array[0, 14].Sample(picks =>
        {
            var link = "https://example.com/?" + string.Concat(picks.Select(i => parts[i]));
            return auditor.Audit(link).CorrectedUrl is not { } corrected || auditor.Audit(corrected).CorrectedUrl is not { } again ? true : throw new InvalidOperationException($"{link}\n{corrected}\n{again}");
        }, iter: 20_000);
    }

    [SharedDataFact]
    public void EveryLinkFromTheWildGetsAResult()
    {
        var auditor = new UtmAuditor(new MopsPolicy(), Today);
        foreach (var line in File.ReadLines(SharedData.Path("utm", "urls.txt")))
        {
            var result = auditor.Audit(line);
            Assert.NotNull(result.Url);
            if (result.CorrectedUrl is { } corrected) Assert.Null(auditor.Audit(corrected).CorrectedUrl);
        }
    }

    private static UtmResult Audit(string url) => new UtmAuditor(Policy(), Today).Audit(url);

    private static MopsPolicy Policy(Dictionary<string, RuleSetting>? rules = null, Suppression[]? suppressions = null) => new()
    {
        Utm = new UtmPolicy
        {
            Separator = "-",
            Sources = [new UtmTerm { Value = "google", Aliases = ["adwords"] }, new UtmTerm { Value = "bing" }, new UtmTerm { Value = "facebook", Aliases = ["fb"] }],
            Mediums = [new UtmTerm { Value = "cpc", Aliases = ["ppc"] }, new UtmTerm { Value = "email" }, new UtmTerm { Value = "flyer" }],
            Pairs = new Dictionary<string, IReadOnlyList<string>> { ["google"] = ["cpc", "flyer"] },
            Naming = new Dictionary<string, string> { ["campaign"] = "campaign" },
            InternalDomains = ["example.com"],
            AllowedTokens = ["googleads"],
        },
        Naming = new Dictionary<string, NamingConvention>
        {
            ["campaign"] = new() { Parts = [new NamingPart { Name = "quarter", Pattern = "20[0-9]{2}q[1-4]" }, new NamingPart { Name = "region", Values = ["emea", "amer"] }, new NamingPart { Name = "name" }] },
        },
        Rules = rules ?? [],
        Suppressions = suppressions ?? [],
    };
}
