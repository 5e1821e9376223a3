using System;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class BriefReaderTests
{
    private const string Least = "\"name\": \"Spring\", \"owner\": \"Demand\", \"launchDate\": \"2027-03-31\"";

    [Fact]
    public void EveryKeyIsRead()
    {
        var brief = Read(BriefSchemaTests.Whole, out var mistakes)!;
        Assert.Empty(mistakes);
        Assert.Equal(("Spring", "Demand", new DateTime(2027, 3, 31), CampaignPurpose.Transactional), (brief.Name, brief.Owner, brief.LaunchDate, brief.Purpose));
        Assert.Equal(["US", "EU"], brief.Regions);
        Assert.Equal(("en", "c", "HubSpot", "s", "p"), (brief.Language, brief.UtmCampaign, brief.Platform, brief.Subject, brief.Preheader));
        Assert.Equal(("N", "contoso.com", "a@contoso.com"), (brief.From.Name, brief.From.Domain, brief.From.ReplyTo));
        Assert.Equal(("emails/*", "s2", "p2"), (brief.Emails[0].File, brief.Emails[0].Subject, brief.Emails[0].Preheader));
        Assert.Equal("https://www.contoso.com/x", Assert.Single(brief.Links));
        Assert.Equal("www.contoso.com", Assert.Single(brief.AllowedHosts));
        var page = Assert.Single(brief.LandingPages);
        Assert.Equal(("a.html", "https://www.contoso.com", false, "t.html"), (page.File, page.Url, page.Indexed, page.ThankYou));
        Assert.Equal("email", Assert.Single(page.Fields));
        Assert.Equal((1, 5, "news"), (brief.Audience.MinSize, brief.Audience.MaxSize, brief.Audience.ConsentPurpose));
        Assert.Equal(["Country In US, CA", "Email Present", "Score AtLeast 5"], brief.Audience.Segment.Select(rule => rule.ToString()));
        var lead = Assert.Single(brief.TestLeads);
        Assert.Equal(("Ada", "US, CA, postcode 94105, 50 employees, industry i, language en, domain acme.example, company Acme, on 2027-04-01"), (lead.Owner, lead.Values.ToString()));
        Assert.Equal("no form", brief.NotApplicable[CampaignArea.Routing]);
        Assert.Equal("CQA005 by Ada until 2027-01-31: why", Assert.Single(brief.Waivers).ToString());
        Assert.Equal("Test send: Ben, 2027-01-01", Assert.Single(brief.SignOffs).ToString());
    }

    [Theory]
    [InlineData("{}", 1, "$", "'name' is missing")]
    [InlineData("[]", 1, "$", "expected object")]
    [InlineData("{ @,\n \"nmae\": \"x\" }", 2, "$.nmae", "unknown key 'nmae'")]
    [InlineData("{ @,\n \"purpose\": \"marketing\" }", 2, "$.purpose", "expected one of")]
    [InlineData("{ @,\n \"regions\": [\"US\",\n \"US\"] }", 3, "$.regions[1]", "stands twice")]
    [InlineData("{ @,\n \"links\": [\"www.contoso.com\"] }", 2, "$.links[0]", "no web address")]
    [InlineData("{ @,\n \"from\": { \"domain\": \"https://contoso.com\" } }", 2, "$.from.domain", "no host name")]
    [InlineData("{ @,\n \"emails\": [{ \"subject\": \"s\" }] }", 2, "$.emails[0]", "'file' is missing")]
    [InlineData("{ @,\n \"audience\": { \"minSize\": 5, \"maxSize\": 1 } }", 2, "$.audience", "larger than")]
    [InlineData("{ @,\n \"audience\": { \"segment\": [{ \"field\": \"A\", \"operator\": \"In\" }] } }", 2, "$.audience.segment[0]", "needs 'values'")]
    [InlineData("{ @,\n \"audience\": { \"segment\": [{ \"field\": \"A\", \"operator\": \"Absent\", \"values\": [\"x\"] }] } }", 2, "$.audience.segment[0]", "takes no value")]
    [InlineData("{ @,\n \"audience\": { \"segment\": [{ \"field\": \"A\" }] } }", 2, "$.audience.segment[0]", "'operator' is missing")]
    [InlineData("{ @,\n \"testLeads\": [{ \"country\": \"US\" }] }", 2, "$.testLeads[0]", "'owner' is missing")]
    [InlineData("{ @,\n \"testLeads\": [{ \"owner\": \"Ada\", \"domain\": \"a b\" }] }", 2, "$.testLeads[0].domain", "no host name")]
    [InlineData("{ @,\n \"notApplicable\": { \"Brief\": \"x\" } }", 2, "$.notApplicable.Brief", "unknown key")]
    [InlineData("{ @,\n \"waivers\": [{ \"check\": \"CQA005\", \"name\": \"n\", \"reason\": \"r\" }] }", 2, "$.waivers[0]", "'expires' is missing")]
    [InlineData("{ @,\n \"waivers\": [{ \"check\": \"CQA005\", \"name\": \"n\", \"reason\": \"r\",\n \"expires\": \"31.3.2027\" }] }", 3, "$.waivers[0].expires", "expected a day")]
    [InlineData("{ @,\n \"signOffs\": [{ \"item\": \"i\", \"date\": \"2027-01-01\" }] }", 2, "$.signOffs[0]", "'name' is missing")]
    [InlineData("{ @ \"x\" }", 1, "$", "no JSON here")]
    public void AMistakeHasItsLineAndPath(string json, int line, string path, string message)
    {
        Assert.Null(Read(json.Replace("@", Least, StringComparison.Ordinal), out var mistakes));
        var mistake = mistakes.First(problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal((line, path), (mistake.Line, mistake.JsonPath));
    }

    [Fact]
    public void CommentsAndTrailingCommasAreAllowed() => Assert.NotNull(Read("{ // a\n /* b */ " + Least + ", }", out _));

    private static CampaignBrief? Read(string json, out System.Collections.Generic.IReadOnlyList<PolicyProblem> mistakes) => BriefReader.Read(Encoding.UTF8.GetBytes(json), "campaign.json", out mistakes);
}
