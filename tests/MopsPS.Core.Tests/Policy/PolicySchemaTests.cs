using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Policy;

/// <summary>
/// An editor with the JSON schema and the loader give the same verdict. What only the loader can know (names that refer to
/// something, expressions, hosts, calendars) is listed in <see cref="Meaning"/>; everything else must agree, in both directions.
/// </summary>
public class PolicySchemaTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Parts of the loader's messages about what no schema can say.</summary>
    private static readonly string[] Meaning =
    [
        "is not defined under $.naming", "no rule has the id or name", "already belongs to", "which the taxonomy does not have", "is no regular expression",
        "expected a .NET date format", "a required part follows", "two parts are named", "upper and lower case are the same", "is no host name",
        "is not defined under $.consent", "already belongs to another meaning", "'extends' names a preset", "'extends' is no path", "cannot be read", "no campaign check has the id or name", "two sign-offs are named", "two checks have the id", "is no host; expected", "is no id; expected one like G-", "is above maxPreheaderLength", "already belongs to a rule",
        "the routing rule has no meaning",
    ];

    private static readonly string Base = """
        {
          "$schema": "./mops.policy.schema.json", "name": "team", "version": "2", "extends": "ga4",
          "utm": {
            "required": ["source", "medium"], "lowercase": true, "separator": "-",
            "sources": ["google", { "value": "facebook", "aliases": ["fb"] }], "mediums": ["cpc", "email"], "campaigns": [{ "value": "launch" }],
            "pairs": { "google": ["cpc"] }, "naming": { "campaign": "campaign" }, "internalDomains": ["example.com"],
            "allowedTokens": ["googleads"], "reservedValues": ["null"], "requireHttps": false, "maxUrlLength": 900, "maxValueLength": 100
          },
          "naming": { "campaign": { "separator": "_", "parts": [
            { "name": "month", "date": "yyyyMM" }, { "name": "region", "values": ["emea", "amer"] }, { "name": "text", "pattern": "[a-z]+", "maxLength": 20, "optional": true }] } },
          "merge": {
            "master": ["Oldest", "LowestId"], "default": "MostRecent", "fields": { "Phone": "Longest" }, "sources": ["crm*"], "consent": { "Mail": ["No", "Yes"] },
            "keep": ["Since"], "opportunity": ["Deals"], "hardIds": ["VAT *"], "maxGroupSize": 5, "refuse": ["GroupTooLarge"]
          },
          "routing": {
            "owners": ["Ada", { "name": "Ben", "aliases": ["005B"], "active": false }], "unassigned": ["Nobody"], "stalledDays": 1.5,
            "rules": [{ "name": "a", "countries": ["US"], "states": ["US-CA"], "postcodes": ["94*"], "employees": { "from": 10, "to": 99 }, "owner": "Ada" },
              { "name": "b", "industries": ["Retail"], "languages": ["de"], "accounts": ["acme.com"], "from": "2026-01-01", "until": "2026-12-31", "overrides": ["*"], "pool": ["Ada", { "owner": "Ben", "weight": 3 }] }],
            "fallback": { "queue": "Rest" }
          },
          "changes": {
            "categories": ["Routing", "Links"], "requireTicket": ["Routing"], "requireApprover": ["*"], "ticketPattern": "OPS-[0-9]+", "approvers": ["Ada Abel"], "allowSelfApproval": false
          },
          "consent": {
            "defaultPurpose": "news", "optOut": ["HasOptedOut"], "hardBounced": ["Bounce*"], "values": { "granted": ["okay"], "denied": ["never"], "unknown": ["?"], "business": ["b"], "inquiry": ["i"], "softBounce": ["s"] },
            "purposes": { "news": { "columns": ["News"], "date": ["News Date"], "expires": ["Until"], "optOut": ["No News"] } },
            "regions": { "brazil": { "law": "LGPD", "countries": ["BR"], "rule": "OptIn", "maxAgeDays": 730, "businessDays": 0, "inquiryDays": 1 } }, "otherRegions": "OptOut"
          },
          "linkCheck": {
            "maxConcurrency": 4, "maxPerHost": 1, "delayMilliseconds": 0, "timeoutSeconds": 2.5, "retries": 0, "retryMilliseconds": 10, "maxRetryAfterSeconds": 1.5, "maxRedirects": 0, "longChain": 0,
            "allow": ["intranet", "10.0.0.0/8"], "skip": ["*bye*"]
          },
          "campaignQA": {
            "requiredAreas": ["Brief", "Email"], "failOn": "Warning", "maxWarnings": 3, "maxWaiverDays": 90, "neverWaive": ["CQA001", "ACME001"],
            "signOffs": [{ "name": "Legal", "summary": "read", "signers": ["Ada*"], "required": false, "maxAgeDays": 30 }],
            "checks": [{ "id": "ACME001", "name": "OldName", "area": "Email", "severity": "Error", "files": ["emails/*"], "regions": ["US"], "forbid": "Acme", "isRegex": true, "remedy": "r" },
              { "id": "ACME002", "name": "Imprint", "require": "Imprint" }],
            "ignore": ["*.psd"], "leadDays": 2,
            "content": { "stagingHosts": ["*.staging.example.com"], "redirectHosts": ["go.example.com"], "otherCampaigns": ["Summer"], "leftovers": ["draft"] },
            "email": { "senders": ["Acme"], "fromDomains": ["example.com"], "postalAddresses": ["1 High St"], "wording": { "EU": ["You may object"] }, "maxSubjectLength": 50, "maxPreheaderLength": 100,
              "minPreheaderLength": 10, "maxHtmlBytes": 100000, "maxWidth": 600, "minTextLikeness": 0.5 },
            "landingPage": { "indexed": false, "analyticsIds": ["G-ABC"], "requireConsent": true, "consentScripts": ["own"], "utmFields": ["utm_source"], "requiredFields": ["Email"], "consentRegions": ["EU"],
              "formIds": ["1*"], "maxTitleLength": 60, "maxDescriptionLength": 150 },
            "tokens": { "platform": "Marketo", "known": ["my.*"], "neverEmpty": ["lead.Id"] }
          },
          "audience": { "employeeDomains": ["acme.example"], "competitorDomains": ["rival.example"], "allowedRoles": ["press"] },
          "campaigns": {
            "required": ["Owner"], "requiredByType": { "Webinar": ["Platform"] }, "values": { "CampaignType": ["Webinar"] }, "naming": "campaign", "namingByType": { "Webinar": "campaign" },
            "statuses": { "planned": ["p"], "active": ["a"], "finished": ["f"], "stopped": ["s"] }, "parents": { "Email": ["Webinar"] }, "memberStatuses": { "Webinar": ["Attended"] },
            "maxDepth": 3, "maxDays": 90, "graceDays": 7, "budgetTolerance": 10.5
          },
          "kpiTargets": { "UtmCompliance": 90.5 },
          "rules": { "UTM001": { "enabled": true, "severity": "Error" }, "UTM002": {} },
          "suppressions": [{ "rule": "UTM001", "target": "*old*", "value": "*", "reason": "site closes", "expires": "2099-12-31" }]
        }
        """;

    private static readonly SchemaValidator Schema = new(JsonNode.Parse(File.ReadAllText(Repository.Path("module", "mops.policy.schema.json")))!.AsObject());

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"utm\": {} }")]
    [InlineData("{ \"utm\": { \"separator\": \"\" } }")]
    [InlineData("{ \"kpiTargets\": { \"UtmCompliance\": 0 } }")]
    [InlineData("{ \"utm\": { \"maxUrlLength\": 1e3 } }")]
    public void BothAccept(string json)
    {
        Assert.Empty(Schema.Check(JsonNode.Parse(json)));
        Assert.Empty(PolicyLoader.TestText(json).Problems);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"Utm\": {} }")]
    [InlineData("{ \"name\": \" \" }")]
    [InlineData("{ \"extends\": \"Strict\" }")]
    [InlineData("{ \"utm\": { \"separator\": \"--\" } }")]
    [InlineData("{ \"utm\": { \"required\": [\"source\", \"source\"] } }")]
    [InlineData("{ \"utm\": { \"naming\": { \"Campaign\": \"x\" } } }")]
    [InlineData("{ \"utm\": { \"sources\": [{ \"aliases\": [] }] } }")]
    [InlineData("{ \"utm\": { \"pairs\": { \" \": [] } } }")]
    [InlineData("{ \"utm\": { \"maxUrlLength\": 1.5 } }")]
    [InlineData("{ \"utm\": { \"maxUrlLength\": 1000001 } }")]
    [InlineData("{ \"naming\": { \"c\": { \"parts\": [] } } }")]
    [InlineData("{ \"naming\": { \"c\": { \"parts\": [{ \"name\": \"p\", \"values\": [\"a\"], \"date\": \"yyyy\" }] } } }")]
    [InlineData("{ \"merge\": { \"default\": \"StrictestConsent\" } }")]
    [InlineData("{ \"merge\": { \"master\": [\"Newest\"] } }")]
    [InlineData("{ \"merge\": { \"refuse\": [\"MissingId\"] } }")]
    [InlineData("{ \"merge\": { \"maxGroupSize\": 1 } }")]
    [InlineData("{ \"merge\": { \"consent\": { \"Mail\": [\"No\"] } } }")]
    [InlineData("{ \"routing\": { \"rules\": [{ \"name\": \"a\" }] } }")]
    [InlineData("{ \"routing\": { \"rules\": [{ \"name\": \"a\", \"owner\": \"x\", \"pool\": [\"y\"] }] } }")]
    [InlineData("{ \"routing\": { \"fallback\": {} } }")]
    [InlineData("{ \"changes\": { \"requireTicket\": true } }")]
    [InlineData("{ \"changes\": { \"ticketPattern\": \"\" } }")]
    [InlineData("{ \"consent\": { \"otherRegions\": \"optin\" } }")]
    [InlineData("{ \"consent\": { \"regions\": { \"x\": { \"countries\": [\"Germany\"] } } } }")]
    [InlineData("{ \"consent\": { \"regions\": { \"x\": { \"maxAgeDays\": -1 } } } }")]
    [InlineData("{ \"consent\": { \"purposes\": { \"x\": { \"column\": [] } } } }")]
    [InlineData("{ \"campaigns\": { \"maxDepth\": 0 } }")]
    [InlineData("{ \"campaigns\": { \"values\": { \"CampaignType\": \"Webinar\" } } }")]
    [InlineData("{ \"audience\": { \"employeeDomains\": [\" \"] } }")]
    [InlineData("{ \"kpiTargets\": { \"UtmCompliance\": 100.1 } }")]
    [InlineData("{ \"kpiTargets\": { \"utmCompliance\": 90 } }")]
    [InlineData("{ \"rules\": { \"UTM001\": { \"severity\": \"error\" } } }")]
    [InlineData("{ \"suppressions\": [{ \"rule\": \"UTM001\", \"reason\": \"r\" }] }")]
    [InlineData("{ \"suppressions\": [{ \"rule\": \"UTM001\", \"reason\": \"r\", \"expires\": \"1.2.2099\" }] }")]
    public void BothReject(string json)
    {
        Assert.NotEmpty(Schema.Check(JsonNode.Parse(json)));
        Assert.True(PolicyLoader.TestText(json).ErrorCount > 0);
    }

    [Fact]
    public void EveryPolicyOfOursMatchesTheSchema()
    {
        Assert.Empty(PolicyLoader.TestText(Base).Problems);
        var ours = PolicyPresets.Names.SelectMany(name => new[] { System.Text.Encoding.UTF8.GetString(PolicyPresets.Json(name)), PolicyPresets.Starter(name), PolicyWriter.ToJson(PolicyLoader.Preset(name)) })
            .Append(File.ReadAllText(Repository.Example("mops.policy.json"))).Append(Base);
        Assert.All(ours, json => Assert.Empty(Schema.Check(JsonSerializer.Deserialize<JsonNode>(json, Relaxed))));
    }

    /// <summary>From a policy that uses every key, one to three changes at random places: values of other kinds, keys and items taken out, added, renamed and doubled.</summary>
    [Fact]
    public void ChangedPoliciesGetTheSameVerdict()
    {
        var random = new Random(20261124);
        int accepted = 0, rejected = 0, unclear = 0;
        for (var i = 0; i < 3000; i++)
        {
            var policy = JsonNode.Parse(Base)!;
            for (var n = random.Next(1, 4); n > 0; n--) Change(policy, random);
            var json = policy.ToJsonString();
            var complaints = Schema.Check(JsonNode.Parse(json));
            var errors = PolicyLoader.TestText(json, new DateTime(2026, 11, 24)).Problems.Where(problem => problem.Severity == Severity.Error).ToArray();
            var form = errors.Where(error => !Meaning.Any(part => error.Message.Contains(part, StringComparison.Ordinal))).ToArray();
            Assert.True((complaints.Count == 0) == (form.Length == 0),
                $"schema: {string.Join("; ", complaints)}\nloader: {string.Join("; ", form.Select(error => error.ToString()))}\n{json}");
            if (complaints.Count > 0) rejected++;
            else if (errors.Length > 0) unclear++;
            else accepted++;
        }

        // The run would prove nothing if it met one verdict only.
        Assert.True(accepted > 100 && rejected > 1000 && unclear > 50, $"{accepted} accepted, {rejected} rejected, {unclear} by meaning");
    }

    internal static void Change(JsonNode policy, Random random)
    {
        var owners = Owners(policy).ToArray();
        switch (owners[random.Next(owners.Length)])
        {
            case JsonObject { Count: > 0 } owner:
                var key = owner.ElementAt(random.Next(owner.Count)).Key;
                switch (random.Next(4))
                {
                    case 0: owner.Remove(key); break;
                    case 1: owner["extra"] = Value(random); break;
                    case 2:
                        var moved = owner[key]?.DeepClone();
                        owner.Remove(key);
                        owner[random.Next(3) switch { 0 => key.ToUpperInvariant(), 1 => " ", _ => key + "x" }] = moved;
                        break;
                    default: owner[key] = Value(random); break;
                }

                break;
            case JsonArray list:
                switch (list.Count == 0 ? 0 : random.Next(4))
                {
                    case 0: list.Add(Value(random)); break;
                    case 1: list.RemoveAt(random.Next(list.Count)); break;
                    case 2: list.Add(list[random.Next(list.Count)]?.DeepClone()); break;
                    default: list[random.Next(list.Count)] = Value(random); break;
                }

                break;
        }
    }

    private static IEnumerable<JsonNode> Owners(JsonNode node)
    {
        yield return node;
        var children = node is JsonObject owner ? owner.Select(member => member.Value) : node as JsonArray ?? Enumerable.Empty<JsonNode?>();
        foreach (var child in children.Where(child => child is JsonObject or JsonArray).ToArray())
        {
            foreach (var inner in Owners(child!)) yield return inner;
        }
    }

    private static JsonNode? Value(Random random) => random.Next(18) switch
    {
        0 => null,
        1 => true,
        2 => 0,
        3 => -1,
        4 => 1.5,
        5 => 100,
        6 => 1_000_001,
        7 => "",
        8 => "  ",
        9 => "google",
        10 => "email",
        11 => "Warning",
        12 => "-",
        13 => "2099-01-31",
        14 => new JsonArray(),
        15 => new JsonArray("a", "a"),
        16 => new JsonObject(),
        _ => new JsonObject { ["value"] = "x" + random.Next(9) },
    };
}
