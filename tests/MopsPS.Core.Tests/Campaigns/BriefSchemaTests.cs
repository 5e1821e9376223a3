using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Tests.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

/// <summary>An editor with the shipped schema and the reader give a brief the same verdict.</summary>
public sealed class BriefSchemaTests
{
    internal const string Whole = """
        {
          "$schema": "./mops.campaign.schema.json", "name": "Spring", "owner": "Demand", "launchDate": "2027-03-31", "purpose": "Transactional",
          "regions": ["US", "EU"], "language": "en", "utmCampaign": "c", "platform": "HubSpot",
          "from": { "name": "N", "domain": "contoso.com", "replyTo": "a@contoso.com" }, "subject": "s", "preheader": "p",
          "emails": [{ "file": "emails/*", "subject": "s2", "preheader": "p2" }], "links": ["https://www.contoso.com/x"], "allowedHosts": ["www.contoso.com"],
          "landingPages": [{ "file": "a.html", "url": "https://www.contoso.com", "indexed": false, "fields": ["email"], "thankYou": "t.html" }],
          "audience": { "minSize": 1, "maxSize": 5, "consentPurpose": "news", "segment": [
            { "field": "Country", "operator": "In", "values": ["US", "CA"] }, { "field": "Email", "operator": "Present" }, { "field": "Score", "operator": "AtLeast", "values": ["5"] }] },
          "testLeads": [{ "owner": "Ada", "country": "US", "state": "CA", "postalCode": "94105", "employees": "50", "industry": "i", "language": "en", "domain": "acme.example", "company": "Acme", "date": "2027-04-01" }],
          "notApplicable": { "Routing": "no form" },
          "waivers": [{ "check": "CQA005", "file": "campaign.json", "name": "Ada", "reason": "why", "expires": "2027-01-31" }],
          "signOffs": [{ "item": "Test send", "name": "Ben", "date": "2027-01-01", "note": "fine" }]
        }
        """;

    /// <summary>What no schema can say.</summary>
    private static readonly string[] Meaning = ["is no host name", "expected an e-mail address", "is larger than", "'minSize'"];

    private static readonly SchemaValidator Schema = new(JsonNode.Parse(File.ReadAllText(Repository.Path("module", "mops.campaign.schema.json")))!.AsObject());

    [Fact]
    public void TheWholeBriefMatches() => Assert.Empty(Schema.Check(JsonNode.Parse(Whole)));

    [Fact]
    public void ChangedBriefsGetTheSameVerdict()
    {
        var random = new Random(20261125);
        int accepted = 0, rejected = 0, unclear = 0;
        for (var i = 0; i < 12000; i++)
        {
            var brief = JsonNode.Parse(Whole)!;
            for (var n = random.Next(1, 3); n > 0; n--) PolicySchemaTests.Change(brief, random);
            var json = brief.ToJsonString();
            var complaints = Schema.Check(JsonNode.Parse(json));
            BriefReader.Read(Encoding.UTF8.GetBytes(json), null, out var errors);
            var form = errors.Where(error => !Meaning.Any(part => error.Message.Contains(part, StringComparison.Ordinal))).ToArray();
            Assert.True((complaints.Count == 0) == (form.Length == 0),
                $"schema: {string.Join("; ", complaints)}\nreader: {string.Join("; ", form.Select(error => error.ToString()))}\n{json}");
            if (complaints.Count > 0) rejected++;
            else if (errors.Count > 0) unclear++;
            else accepted++;
        }

        Assert.True(accepted > 100 && rejected > 1000 && unclear > 5, $"{accepted} accepted, {rejected} rejected, {unclear} by meaning");
    }
}
