using System;
using System.Linq;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>What looks like a fault and is none: each stays without a finding of the check that it comes near to.</summary>
public sealed class NearMissTests
{
    private const string Name = "{{lead.First Name:default=there}}";
    private const string Sow = "The checklist shows which beds to clear";
    private const string Planner = "https://www.contoso.com/planner?utm_source=newsletter&amp;utm_medium=email&amp;utm_campaign=spring-launch";

    [Theory]
    // Links.
    [InlineData("LNK002", Sow, "<a href=\"#how\" id=\"how\">The checklist</a> shows which beds to clear")]
    [InlineData("LNK006", Sow, "<a href=\"#how\">The</a> <span id=\"how\">checklist</span> shows which beds to clear")]
    [InlineData("LNK006", Sow, "<a href=\"#old\">The</a> <a name=\"old\">checklist</a> shows which beds to clear")]
    [InlineData("LNK007", Planner, "mailto:sales@contoso.com?subject=Planner")]
    [InlineData("LNK007", Planner, "tel:+442071234567")]
    [InlineData("LNK005", Planner, "{{my.Planner Link}}")]
    [InlineData("LNK001", Planner, "https://www.contoso.com/planner?next=https%3A%2F%2Fwww.contoso.com%2Fa%3Fb%3Dc&amp;utm_source=newsletter&amp;utm_medium=email&amp;utm_campaign=spring-launch")]
    [InlineData("LNK003", "https://www.contoso.com/planner", "https://testimonials.contoso.com/planner")]
    [InlineData("LNK008", Planner, "https://www.contoso.com/login?redirect=https%3A%2F%2Fshop.contoso.com%2F&amp;utm_source=newsletter&amp;utm_medium=email&amp;utm_campaign=spring-launch")]
    [InlineData("LNK010", ">Choose your planner<", ">Choose on contoso.com<")]
    [InlineData("LNK010", ">Choose your planner<", ">Works with Node.js and ASP.NET<")]
    [InlineData("LNK011", ">Choose your planner<", "><img src=\"https://images.contoso.com/b.png\" width=\"200\" alt=\"Choose your planner\"><")]
    [InlineData("LNK012", ">Choose your planner<", ">Read more about the planner<")]
    [InlineData("LNK014", "https://www.contoso.com/privacy", "https://www.contoso.com/datenschutz")]
    // Another domain, another series, a mark that Hebrew needs, a percent sign that is meant.
    [InlineData("LNK018", "https://www.contoso.com/planner", "https://www.contoso.de/planner")]
    [InlineData("LNK018", "https://www.contoso.com/planner", "https://www.contoso2.com/planner")]
    [InlineData("LNK018", "https://www.contoso.com/planner", "https://www.xn--mller-kva.example/planner")]
    [InlineData("LNK017", ">Choose your planner<", ">Choose your \u2068planner\u2069<")]
    [InlineData("LNK019", "utm_campaign=spring-launch\">Choose", "utm_campaign=spring-launch&amp;utm_content=20%25-off\">Choose")]
    // Tokens.
    [InlineData("EML070", Name, "{{lead.First Name:default=it's you}}")]
    [InlineData("EML070", Sow, "Set { and } and a % here: 100%% sure. " + Sow)]
    [InlineData("EML070", ".button {", "@media print{.x{color:#000}} .button {")]
    [InlineData("EML070", "<h2>How", "<!-- {{lead.First Name --><h2>How")]
    [InlineData("EML071", Name, "{{my.Offer}}")]
    [InlineData("EML071", Name, "{{company.Company Name:default=your team}}")]
    [InlineData("EML072", Name, "{{lead.Email Address}}")]
    [InlineData("EML072", Planner, Planner + "&amp;c={{lead.City}}")]
    // The source.
    [InlineData("EML059", "<h2>How it", "<!--[if mso | IE]><table><tr><td><![endif]-->\n<!--[if !mso]><!--><p>a</p><!--<![endif]-->\n<!--[if mso]></td></tr></table><![endif]--><h2>How it")]
    [InlineData("EML059", "<h2>How it", "<![if !mso]><p>a</p><![endif]><h2>How it")]
    [InlineData("EML059", "<h2>How it", "<!-- [if it works, keep it] --><h2>How it")]
    [InlineData("EML074", "<h2>How it", "<h2 id=\"How\"><span id=\"how\"></span>How it")]
    [InlineData("EML075", "&copy; 2026", "\u00A9 2026")]
    [InlineData("EML076", "<p>Hello", "<p style=\"font-size: 9px\">Hello")]
    [InlineData("EML076", "<h2>How it", "<div style=\"font-size: 3px; line-height: 3px;\">&nbsp;</div><h2>How it")]
    [InlineData("EML077", "<p style=\"color: #44515e;\">&copy;", "<p><a href=\"mailto:out@contoso.com?subject=unsubscribe\">Unsubscribe by mail</a></p><p style=\"color: #44515e;\">&copy;")]
    [InlineData("EML078", "</body>", "<img src=\"https://track.contoso.com/o.gif\" width=\"1\" height=\"1\" alt=\"\"></body>")]
    [InlineData("EML010", "href=\"{{system.unsubscribeLink}}\">Unsubscribe<", "href=\"{{system.unsubscribeLink}}\"><img src=\"https://images.contoso.com/u.png\" width=\"80\" alt=\"Unsubscribe\"><")]
    [InlineData("EML042", "<style>", "<style>@import url('https://fonts.googleapis.com/css?family=Lato');")]
    // Images.
    [InlineData("EML045", "alt=\"A garden table with tulips\"", "alt=\"\"")]
    [InlineData("EML045", "<h2>How", "<img src=\"https://images.contoso.com/p.gif\" width=\"1\" height=\"1\"><h2>How")]
    [InlineData("EML046", "A garden table with tulips", "Image of a garden table")]
    [InlineData("EML048", "https://images.contoso.com/spring/hero.png", "{{my.Hero Image}}")]
    [InlineData("EML052", "<h2>How it works</h2>", "")]
    // Layout and look.
    [InlineData("EML043", "width=\"600\" align", "width=\"100%\" align")]
    [InlineData("EML043", "<p>Hello", "<p style=\"max-width: 1200px\">Hello")]
    [InlineData("EML044", "<h2>How it works</h2>", "<div style=\"display: none\">&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;</div><h2>How it works</h2>")]
    [InlineData("EML044", "</style>", ".phone { display: none; } @media (max-width: 600px) { .phone { display: block !important; } }</style>", "<h2>How", "<p class=\"phone\">Call us on our number for phones</p><h2>How")]
    [InlineData("EML041", "</head>", "<script type=\"application/ld+json\">{ \"@type\": \"EmailMessage\" }</script></head>")]
    [InlineData("EML053", "<h2>How it works</h2>", "<h2>How it works</h2><table><tr><th>Bed</th></tr><tr><td>1</td></tr></table>")]
    [InlineData("EML054", "<p>Hello", "<p style=\"color: #767676\">Hello")]
    [InlineData("EML054", "<h2>How", "<h2 style=\"font-size: 24px; color: #949494\">How")]
    [InlineData("EML054", "<p>Hello", "<p style=\"color: #ffffff; background: url(https://images.contoso.com/dark.png)\">Hello")]
    [InlineData("EML054", "<p>Hello", "<p style=\"color: #eeeeee; background-color: #111111\">Hello")]
    [InlineData("EML055", "<h2>How it works</h2>", "<h2>How</h2><h3>It works</h3><h2>Again</h2>")]
    [InlineData("EML003", "<p>Hello", "<ul><li>One<li>Two</ul><p>Open<p>Hello")]
    // Texts.
    [InlineData("EML060", Sow, "Do not wait per se, et cetera. " + Sow)]
    [InlineData("EML060", "How it works", "In per id")]
    [InlineData("EML061", Sow, "A todo list and a ToDo app, size XXL. " + Sow)]
    [InlineData("EML062", Sow, "Grow your company [1] and {2} here. " + Sow)]
    [InlineData("EML062", "Hello " + Name, "Hello {{lead.Full Name:default=there}}")]
    [InlineData("EML063", Sow, "Summer Salery. " + Sow)]
    [InlineData("EML064", "&copy; 2026", "&copy; 2019&ndash;2026")]
    [InlineData("EML065", "Tuesday, December 15, 2026", "Tuesday, 15 December")]
    [InlineData("EML065", Sow, "Freitag, den 18. Dezember 2026. " + Sow)]
    [InlineData("EML066", "December 15, 2026", "January 15, 2027")]
    [InlineData("EML006", Sow, "Café, naïve, Ângela, Ästhetik. " + Sow)]
    [InlineData("EML014", "1 High Street, London EC1A 1AA", "1 High Street<br>London<br>EC1A 1AA")]
    [InlineData("EML018", "You can object to these e-mails at any time.", "You can <b>object</b> to these\n e-mails at any time.")]
    [InlineData("EML010", "{{system.unsubscribeLink}}\">Unsubscribe", "https://www.contoso.com/u/1\">Abmelden")]
    [InlineData("EML010", "{{system.unsubscribeLink}}\">Unsubscribe", "mailto:out@contoso.com?subject=out\">Unsubscribe")]
    public void WhatComesNearToAFaultIsNone(string check, string old, string near, string? second = null, string? more = null)
    {
        Assert.Contains(old, CleanMail.Html, StringComparison.Ordinal);
        var html = CleanMail.Html.Replace(old, near, StringComparison.Ordinal);
        if (second is not null) html = html.Replace(second, more, StringComparison.Ordinal);
        var run = ContentRun.Html(html);
        Assert.True(run.Outcomes[check].Ran, check);
        Assert.Empty(run.Of(check));
    }

    [Theory]
    [InlineData("HubSpot", "{{ contact.firstname|default(\"there\") }}", "")]
    [InlineData("HubSpot", "{% if contact.firstname %}{{ contact.firstname }}{% else %}there{% endif %}", "")]
    [InlineData("HubSpot", "{{ personalization_token('contact.firstname', 'there') }}", "")]
    [InlineData("HubSpot", "{{ contact.firstname }}", "EML072")]
    [InlineData("HubSpot", "{{ contact.fristname|default(\"there\") }}", "EML071")]
    [InlineData("HubSpot", "{{ contact.firstname|default(\"there) }}", "EML070")]
    [InlineData("HubSpot", "{{ contact.firstname|default(“there”) }}", "EML070")]
    [InlineData("HubSpot", "{% if contact.firstname %}Hi", "EML070")]
    [InlineData("HubSpot", "Hi{% endif %}", "EML070")]
    [InlineData("Mailchimp", "*|IF:FNAME|*Hi *|FNAME|**|ELSE:|*Hi there*|END:IF|*", "")]
    [InlineData("Mailchimp", "*|LIST:COMPANY|* *|CURRENT_YEAR|* *|MC:SUBJECT|* *|MERGE3|*", "")]
    [InlineData("Mailchimp", "*|FNAME|*", "EML072")]
    [InlineData("Mailchimp", "*|FRISTNAME|*", "EML071")]
    [InlineData("Mailchimp", "*|IF:FNAME|*Hi *|FNAME|*", "EML070")]
    [InlineData("Mailchimp", "*| FNAME|*", "EML070")]
    [InlineData("Mailchimp", "Hi|*", "EML070")]
    [InlineData("Salesforce", "{!BLANKVALUE(Contact.FirstName, \"there\")}", "")]
    [InlineData("Salesforce", "{!Contact.FirstName}", "EML072")]
    [InlineData("Salesforce", "{!Contact.FristName}", "EML071")]
    [InlineData("Salesforce", "{!Contact.First Name}", "EML070")]
    [InlineData("Salesforce", "{!BLANKVALUE(Contact.FirstName, \"there\"}", "EML070")]
    [InlineData("Salesforce", "%%[ IF Empty(@name) THEN SET @name = \"there\" ENDIF ]%%Hi %%=v(@name)=%%", "")]
    [InlineData("Salesforce", "%%[ IF Empty(@name) THEN SET @name = \"there\" ]%%Hi", "EML070")]
    [InlineData("Salesforce", "%%=Lokup(\"a\",\"b\",\"c\",1)=%%", "EML071")]
    [InlineData("Salesforce", "%%=v(@name=%%", "EML070")]
    [InlineData("Salesforce", "%%first_name%%", "EML072")]
    [InlineData("Salesforce", "%%view_email_url%%", "")]
    [InlineData("Salesforce", "{{{Recipient.FirstName}}}", "EML072")]
    [InlineData("Liquid", "{{ first_name | default: \"there\" }}", "")]
    [InlineData("Liquid", "{{ first_name }}", "EML072")]
    [InlineData("Liquid", "{{ first_name | }}", "EML070")]
    [InlineData("Liquid", "{{ }}", "EML070")]
    [InlineData("Liquid", "{{${first_name} | default: 'there'}}", "")]
    [InlineData("Liquid", "{% for item in event.items %}{{ item.name }}{% endfor %}", "")]
    [InlineData("Liquid", "{% for item in event.items %}{{ item.name }}", "EML070")]
    [InlineData("Liquid", "{{#each items}}x{{/each}}", "")]
    [InlineData("Liquid", "{{#each items}}x", "EML070")]
    [InlineData("Liquid", "{{ fristname }}", "EML071")]
    public void TokensOfEachProductAreReadAsItReadsThem(string platform, string token, string expected)
    {
        var html = CleanMail.Html.Replace(Name, token, StringComparison.Ordinal).Replace("{{system.unsubscribeLink}}", "https://www.contoso.com/unsubscribe", StringComparison.Ordinal);
        var brief = new CampaignBrief { Platform = platform, Purpose = CampaignPurpose.Transactional };
        var policy = PolicyLoader.Parse("""{ "campaignQA": { "tokens": { "known": ["loyalty_points"] } } }""");
        var run = ContentRun.Html(html, null, brief, policy);
        var found = run.Findings.Where(finding => finding.RuleId.StartsWith("EML07", StringComparison.Ordinal)).Select(finding => finding.RuleId).Distinct();
        Assert.Equal(expected, string.Join(" ", found));
        Assert.All(run.Findings.Where(finding => finding.RuleId.StartsWith("EML07", StringComparison.Ordinal)), finding => Assert.Equal(19, finding.Source!.Line));
    }

    [Fact]
    public void NamesThatOnlyTheTeamKnowsAreNotJudgedAndNoPass()
    {
        var run = ContentRun.Html(CleanMail.Html.Replace(Name, "{{ loyalty_points }}", StringComparison.Ordinal), null, new CampaignBrief { Platform = "Liquid" }, PolicyLoader.Parse("{}"));
        Assert.Contains("campaignQA.tokens.known", run.Outcomes["EML071"].NotRun, StringComparison.Ordinal);
        Assert.Empty(run.Of("EML071"));
    }

    [Fact]
    public void TheTeamsOwnDomainIsNoPlaceholder()
    {
        var html = CleanMail.Html.Replace("www.contoso.com", "www.example.com", StringComparison.Ordinal);
        Assert.Empty(ContentRun.Html(html, null, null, PolicyLoader.Parse("""{ "utm": { "internalDomains": ["example.com"] } }""")).Of("LNK002"));
        Assert.NotEmpty(ContentRun.Html(html, null, null, PolicyLoader.Parse("{}")).Of("LNK002"));
    }

    [Fact]
    public void WhatNobodyStatedIsNotRunOrDoesNotApplyAndNeverPasses()
    {
        var run = ContentRun.Html(CleanMail.Html, null, new CampaignBrief(), PolicyLoader.Parse("{}"));
        foreach (var check in new[] { "EML015", "EML020", "EML022" }) Assert.NotNull(run.Outcomes[check].NotRun);
        foreach (var check in new[] { "EML001", "EML011", "EML016", "EML018", "EML028", "EML037", "LNK009", "LNK015" })
        {
            Assert.NotNull(run.Outcomes[check].NotApplicable);
            Assert.False(run.Outcomes[check].Ran, check);
        }
    }

    [Fact]
    public void ATransactionalMailNeedsNoUnsubscribeAndNoAddress()
    {
        var run = ContentRun.Html("<!DOCTYPE html><html lang=en><body><p>Your order 1 is on its way.", null, new CampaignBrief { Purpose = CampaignPurpose.Transactional }, PolicyLoader.Parse("{}"));
        foreach (var check in new[] { "EML010", "EML014", "EML019" }) Assert.NotNull(run.Outcomes[check].NotApplicable);
    }
}
