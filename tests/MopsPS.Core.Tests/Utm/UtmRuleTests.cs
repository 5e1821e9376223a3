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

    /// <summary>Rule, a link (or lines of links) in which it finds something, the parameter and the value that it names, and a near miss on which it is silent.</summary>
    public static TheoryData<string, string, string?, string?, string> Cases => new()
    {
        { "MissingParameter", "https://example.com/?utm_source=google&utm_medium=cpc&utm_campaign=", "utm_campaign", null, Good },
        { "UnknownValue", Good.Replace("google", "gogle"), "utm_source", "gogle", Good },
        { "WrongCase", Good.Replace("google", "Google"), "utm_source", "Google", Good },
        { "AliasValue", Good.Replace("google", "adwords"), "utm_source", "adwords", Good.Replace("google", "Google") },
        { "SpacesInValue", Good + "&utm_content=big+banner", "utm_content", "big banner", Good + "&utm_content=big-banner" },
        { "WrongSeparator", Good + "&utm_content=big_banner", "utm_content", "big_banner", Good + "&utm_content=big-banner&utm_term=a_b" },
        { "NamingMismatch", Good.Replace("emea", "mars"), "utm_campaign", "mars", Good },
        { "PairNotAllowed", Good.Replace("cpc", "email"), "utm_medium", "email", Good.Replace("google", "bing").Replace("cpc", "email") },
        { "UnassignedChannel", Good.Replace("google", "acme").Replace("cpc", "flyer"), "utm_medium", "flyer", Good.Replace("cpc", "flyer") },
        { "ConflictingParameter", Good + "&utm_source=bing", "utm_source", "google, bing", Good + "&utm_source=google" },
        { "RepeatedParameter", Good + "&utm_source=google", "utm_source", "google", Good },
        { "EncodedAmpersand", Good.Replace("&utm_medium", "&amp;utm_medium"), null, null, Good + "&x=amp;y" },
        { "SecondQuestionMark", "https://example.com/?a=b?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch", null, null, Good + "&q=what?" },
        { "ParameterInFragment", "https://example.com/#utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch", null, null, Good + "#utm_source" },
        { "MisspelledParameter", Good.Replace("utm_source", "utm-source"), "utm-source", null, Good + "&utm_cid=4" },
        { "UnresolvedToken", Good + "&utm_content={{lead.Company}}", "utm_content", "{{lead.Company}}", Good + "&utm_content={creative}" },
        { "PersonalData", Good + "&utm_content=ada@example.org", "utm_content", "a***@example.org", Good + "&utm_content=@ada&email=weekly" },
        { "TaggedInternalLink", "/pricing?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch", null, null, Good },
        { "ClickIdWithTags", Good + "&gclid=abc", "gclid", null, "https://example.com/?gclid=abc" },
        { "PlainHttp", Good.Replace("https", "http"), "scheme", "http", Good },
        { "MalformedUrl", "https://exa mple.com/?utm_source=google", null, "https://exa mple.com/?utm_source=google", Good },
        { "NonWebUrl", "mailto:?subject=hello", null, "mailto", Good },
        { "UrlTooLong", Good + "&x=" + new string('a', 1000), null, null, Good + "&x=" + new string('a', 500) },
        { "ValueTooLong", Good + "&utm_term=" + new string('a', 421), "utm_term", new string('a', 80) + "\u2026", Good + "&utm_term=" + new string('a', 420) },
        { "ReservedValue", Good + "&utm_content=(not%20set)", "utm_content", "(not set)", Good + "&utm_content=nullable" },
        { "NearDuplicate", Good + "\n" + Good.Replace("emea", "EMEA"), "utm_campaign", "2026q4_emea_launch", Good + "\n" + Good.Replace("q4", "q3") },
        { "UntaggedLink", "https://www.example.com/a", null, null, "https://other.example.org/a" },
        { "BadEncoding", Good + "&utm_content=caf%25C3%25A9", "utm_content", "caf%C3%A9", Good + "&utm_content=caf%C3%A9" },
        { "MissingScheme", Good.Replace("https://", "www."), null, null, Good },
        { "SpacesInUrl", " " + Good, null, null, Good },
        { "MisplacedSlashes", Good.Replace("https://", "https:/"), null, null, Good },
        { "MissingQuestionMark", Good.Replace("?", "&"), null, null, Good },
        { "CredentialsInUrl", Good.Replace("https://", "https://ada:pw@"), null, null, Good },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ARuleFindsAtItsPlaceIsSilentAndCanBeSwitchedOff(string rule, string bad, string? field, string? value, string nearMiss)
    {
        var info = UtmRules.All.Single(info => info.Name == rule);
        var found = AuditLines(Policy(), bad).Where(finding => finding.RuleId == info.Id).ToArray();
        var finding = Assert.Single(found);
        Assert.Equal((field, value, info.Severity), (finding.Field, finding.Value, finding.Severity));
        if (rule == "NearDuplicate") Assert.Equal("all links", finding.Target);
        else Assert.Equal("links.csv, row 1, line 2, column 'Url'", finding.Source!.ToString());
        Assert.DoesNotContain(AuditLines(Policy(), nearMiss), finding => finding.RuleId == info.Id);
        var off = Policy(new Dictionary<string, RuleSetting> { [rule] = new() { Enabled = false } });
        Assert.DoesNotContain(AuditLines(off, bad), finding => finding.RuleId == info.Id);
    }

    [Fact]
    public void EveryRuleHasACase() => Assert.Equal(UtmRules.All.Select(rule => rule.Name).Order(), Cases.Select(data => (string)data[0]).Order());

    [Theory]
    [InlineData("{{lead.Company}}", "marketo")]
    [InlineData("{{contact.email}}", "hubspot")]
    [InlineData("{{campaign.name}}", "meta")]
    [InlineData("{{CAMPAIGN_ID}}", "linkedin")]
    [InlineData("{{anything}}", "handlebars")]
    [InlineData("%%Campaign Name%%", "salesforce")]
    [InlineData("*|CAMPAIGN_UID|*", "mailchimp")]
    [InlineData("[campaign]", "brackets")]
    [InlineData("{campaignid}", "googleads")]
    [InlineData("{OfferId}", "microsoftads")]
    [InlineData("__CAMPAIGN_NAME__", "tiktok")]
    [InlineData("${CREATIVE_ID}", "dv360")]
    public void ATokenIsFoundUnlessThePolicyAllowsItsFamily(string token, string family)
    {
        var link = Good + "&utm_content=" + Uri.EscapeDataString(token);
        var found = Assert.Single(new UtmAuditor(new MopsPolicy(), Today).Audit(link).Findings, finding => finding.RuleId == UtmRules.UnresolvedToken.Id);
        Assert.Equal((token, true), (found.Value, found.Suggestion!.Contains($"'{family}'")));
        var allowing = new MopsPolicy { Utm = new UtmPolicy { AllowedTokens = [family.ToUpperInvariant()] } };
        Assert.DoesNotContain(new UtmAuditor(allowing, Today).Audit(link).Findings, finding => finding.RuleId == UtmRules.UnresolvedToken.Id);
    }

    [Theory]
    [InlineData("utm_term=ada%40example.org", true)]
    [InlineData("x=ada%2540example.org", true)]
    [InlineData("phone=030%201234567", true)]
    [InlineData("x=%2B4930123456789", true)]
    [InlineData("lname=Lovelace", true)]
    [InlineData("email=5d41402abc4b2a76b9719d911017c592", true)]
    [InlineData("x=@ada", false)]
    [InlineData("x=301234567", false)]
    [InlineData("phone=none", false)]
    [InlineData("lname={{lead.Last Name}}", false)]
    [InlineData("email=weekly", false)]
    public void PersonalDataIsToldByFormAndName(string parameter, bool isPersonal) =>
        Assert.Equal(isPersonal, Audit(Good + "&" + parameter).Findings.Any(finding => finding.RuleId == UtmRules.PersonalData.Id));

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

    private static List<Finding> AuditLines(MopsPolicy policy, string lines)
    {
        var auditor = new UtmAuditor(policy, Today);
        var audit = new UtmAudit(auditor);
        var findings = new List<Finding>();
        var row = 0;
        foreach (var result in lines.Split('\n').Select(line => auditor.Audit(line, new SourcePosition("links.csv", ++row, row + 1, "Url"))))
        {
            audit.Add(result);
            findings.AddRange(result.Findings);
        }

        return [.. findings, .. audit.Summarize().Findings];
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
