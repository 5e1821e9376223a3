using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CsCheck;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Policy;

public class PolicyLoaderTests
{
    [Theory]
    [InlineData("{\n  \"utm\": { \"sorces\": [] }\n}", "$.utm.sorces", 2, 12, "sources")]
    [InlineData("{ \"utm\": { \"lowercase\": \"yes\" } }", "$.utm.lowercase", 1, 12, null)]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "$.name", 1, 16, null)]
    [InlineData("{ \"extends\": \"defalt\" }", "$.extends", 1, 3, "default")]
    [InlineData("{ \"extends\": \"//server/share/x.json\" }", "$.extends", 1, 3, null)]
    [InlineData("{ \"rules\": { \"UTM01\": {} } }", "$.rules.UTM01", 1, 14, "UTM001")]
    [InlineData("{ \"rules\": { \"UTM001\": { \"severity\": \"Eror\" } } }", "$.rules.UTM001.severity", 1, 26, "Error")]
    [InlineData("{ \"kpiTargets\": { \"UtmComplience\": 95 } }", "$.kpiTargets.UtmComplience", 1, 19, "UtmCompliance")]
    [InlineData("{ \"utm\": { \"sources\": [\"\"] } }", "$.utm.sources[0]", 1, 24, null)]
    [InlineData("{ \"utm\": { \"sources\": [\"a\", { \"value\": \"b\", \"aliases\": [\"a\"] }] } }", "$.utm.sources[1]", 1, 29, null)]
    [InlineData("{ \"utm\": { \"sources\": [\"google\"], \"pairs\": { \"gogle\": [] } } }", "$.utm.pairs.gogle", 1, 46, "google")]
    [InlineData("{ \"utm\": { \"naming\": { \"campaign\": \"x\" } } }", "$.utm.naming.campaign", 1, 24, null)]
    [InlineData("{ \"naming\": { \"c\": { \"parts\": [{ \"name\": \"p\", \"pattern\": \"(\" }] } } }", "$.naming.c.parts[0].pattern", 1, 47, null)]
    [InlineData("{ \"suppressions\": [{ \"rule\": \"UTM001\", \"expires\": \"2099-12-31\" }] }", "$.suppressions[0]", 1, 20, null)]
    [InlineData("{ \"suppressions\": [{ \"rule\": \"UTM001\", \"reason\": \"r\", \"expires\": \"31.12.2099\" }] }", "$.suppressions[0].expires", 1, 55, null)]
    [InlineData("{ \"name\": ", "$", 1, 11, null)]
    public void AMistakeIsReportedWithItsPlace(string json, string path, int line, int column, string? suggestion)
    {
        var result = PolicyLoader.TestText(json);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((Severity.Error, path, line, column, suggestion), (problem.Severity, problem.JsonPath, problem.Line, problem.Column, problem.Suggestion));
        Assert.Null(result.Policy);
        Assert.Single(Assert.Throws<PolicyException>(() => PolicyLoader.Parse(json)).Problems);
    }

    [Fact]
    public void AllMistakesAreReportedInOneRun() =>
        Assert.Equal(3, PolicyLoader.TestText("{ \"a\": 1, \"utm\": { \"maxUrlLength\": 0 }, \"name\": \"\" }").ErrorCount);

    [Fact]
    public void AnExpiredSuppressionIsAWarning()
    {
        var result = PolicyLoader.TestText("{ \"suppressions\": [{ \"rule\": \"UTM001\", \"reason\": \"r\", \"expires\": \"2020-01-31\" }] }");
        Assert.Equal((true, 1), (result.IsCompliant, result.WarningCount));
    }

    [Fact]
    public void EveryPresetItsStarterAndTheExampleAreSound()
    {
        Assert.Equal(["b2b-saas", "default", "ga4", "strict"], PolicyPresets.Names);
        foreach (var name in PolicyPresets.Names)
        {
            Assert.Equal(name, PolicyLoader.Preset(name).Name);
            Assert.Equal(name, PolicyLoader.Parse(PolicyPresets.Starter(name)).Preset);
        }

        var example = PolicyLoader.Test(Repository.Example("mops.policy.json"));
        Assert.Empty(example.Problems);
        Assert.Equal("campaign", example.Policy!.Utm.Naming["campaign"]);
    }

    [Fact]
    public void FilesExtendFilesButNotInACircle()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.json"), "{ \"extends\": \"ga4\", \"name\": \"a\" }");
            File.WriteAllText(Path.Combine(folder, PolicyLoader.FileName), "{ \"extends\": \"a.json\", \"utm\": { \"lowercase\": false } }");
            var path = PolicyLoader.FindNearest(Directory.CreateDirectory(Path.Combine(folder, "x", "y")).FullName)!;
            var policy = PolicyLoader.Load(path);
            Assert.Equal(("a", "ga4", false), (policy.Name, policy.Preset, policy.Utm.Lowercase));
            Assert.NotEmpty(policy.Utm.Mediums);
            File.WriteAllText(Path.Combine(folder, "a.json"), "{ \"extends\": \"mops.policy.json\" }");
            Assert.Contains("circle", Assert.Throws<PolicyException>(() => PolicyLoader.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void ADictionaryHasNoCaseAndNoCycles()
    {
        var values = new Hashtable { ["UTM"] = new Hashtable { ["Sources"] = new object[] { "google" } } };
        Assert.Equal("google", PolicyLoader.FromDictionary(values).Utm.Sources.Single().Value);
        values["self"] = values;
        Assert.Throws<PolicyException>(() => PolicyLoader.FromDictionary(values));
    }

    [Fact]
    public void EveryPropertyIsInTheSchemaAndIsWritten()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("module", "mops.policy.schema.json")));
        var written = PolicyWriter.ToJson(PolicyLoader.Load(Repository.Example("mops.policy.json")));
        var all = schema.RootElement.GetRawText();
        foreach (var type in new[] { typeof(MopsPolicy), typeof(UtmPolicy), typeof(UtmTerm), typeof(NamingConvention), typeof(NamingPart), typeof(MergePolicy), typeof(FunnelPolicy), typeof(FunnelStageDefinition), typeof(FunnelJoin), typeof(FunnelHistory), typeof(RuleSetting), typeof(Suppression), typeof(BusinessHoursPolicy), typeof(SlaPolicy), typeof(SlaTarget), typeof(ChangesPolicy), typeof(RoutingPolicy), typeof(RoutingTarget), typeof(RoutingMember), typeof(RequestPolicy), typeof(RequestLevel), typeof(EmailPolicy), typeof(ConsentPolicy), typeof(ConsentValues), typeof(ConsentPurpose), typeof(ConsentRegion), typeof(AudiencePolicy), typeof(CampaignsPolicy), typeof(CampaignStatuses), typeof(LinkCheckPolicy) })
        {
            foreach (var property in type.GetProperties().Select(property => property.Name))
            {
                // Where it came from is no key of its own: the preset is written as extends.
                if (type == typeof(MopsPolicy) && property is "Path" or "Preset") continue;
                var key = $"\"{char.ToLowerInvariant(property[0])}{property.Substring(1)}\"";
                Assert.Contains(key + ":", all, StringComparison.Ordinal);
                Assert.Contains(key, written + PolicyPresets.Starter("default"), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void EachKpiIsInTheSchemaWithItsBounds()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("module", "mops.policy.schema.json")));
        var targets = schema.RootElement.GetProperty("properties").GetProperty("kpiTargets").GetProperty("properties").EnumerateObject()
            .Select(member => (member.Name, member.Value.GetProperty("minimum").GetDouble(), member.Value.GetProperty("maximum").GetDouble()));
        Assert.Equal(KpiCatalog.All.Select(kpi => (kpi.Id, 0.0, kpi.MaxTarget)), targets.OrderBy(target => target.Name, StringComparer.Ordinal));
    }

    /// <summary>Every member of every section takes part: the writer writes them all, which the test above holds it to.</summary>
    [Fact]
    public void APolicyIsTheSameAfterWritingAndReading()
    {
        var word = Gen.String[Gen.Char['a', 'z'], 1, 8];
        var words = word.List[0, 5].Select(list => (IReadOnlyList<string>)list.Distinct().ToArray());
        Gen.Select(words, words, Gen.Bool, Gen.Int[1, 5000], word, Gen.Double[0, 100]).Sample((first, second, flag, number, name, target) =>
        {
            IReadOnlyList<UtmTerm> Terms(IReadOnlyList<string> values) => [.. values.Select(value => new UtmTerm { Value = value, Aliases = [value + "-alias", "\"\u00e4\n" + value] })];
            var parameters = new[] { "source", "medium", "campaign", "id" };
            var json = PolicyWriter.ToJson(new MopsPolicy
            {
                Name = name,
                Version = name + " \u2028",
                Preset = flag ? "strict" : "default",
                Utm = new UtmPolicy
                {
                    Required = parameters.Take(number % 5).ToArray(),
                    Lowercase = flag,
                    Separator = new[] { "", "-", "_" }[number % 3],
                    Sources = Terms(first),
                    Mediums = Terms(second),
                    Campaigns = Terms([name]),
                    Pairs = first.ToDictionary(source => source, _ => second),
                    Naming = new Dictionary<string, string> { ["campaign"] = name },
                    InternalDomains = [.. first.Select(host => host + ".example")],
                    AllowedTokens = second,
                    ReservedValues = first,
                    RequireHttps = !flag,
                    MaxUrlLength = number,
                    MaxValueLength = number + 1,
                },
                Naming = new Dictionary<string, NamingConvention>
                {
                    [name] = new()
                    {
                        Separator = "--",
                        Parts =
                        [
                            new NamingPart { Name = "1", Date = "yyyyMM" }, new NamingPart { Name = "2", Values = [name], MaxLength = number },
                            new NamingPart { Name = "3", Pattern = "[a-z]+\\d{2}" }, new NamingPart { Name = "4", Optional = true },
                        ],
                    },
                },
                Merge = new MergePolicy
                {
                    Master = [MasterRule.Oldest, MasterRule.LowestId],
                    Default = SurvivorshipRule.Longest,
                    Fields = new Dictionary<string, SurvivorshipRule>(new MergePolicy().Fields, StringComparer.OrdinalIgnoreCase) { [name] = SurvivorshipRule.Majority },
                    Sources = first,
                    Consent = new Dictionary<string, IReadOnlyList<string>> { [name] = ["No", name] },
                    Keep = second,
                    Opportunity = first,
                    HardIds = second,
                    MaxGroupSize = number + 1,
                    Refuse = flag ? [MergeRefusalKind.GroupTooLarge] : [],
                },
                Consent = new ConsentPolicy
                {
                    DefaultPurpose = name,
                    OptOut = first,
                    HardBounced = second,
                    Values = new ConsentValues { Granted = [name], Denied = [name + "-no"], Unknown = [], Business = [name + "-b"], Inquiry = [name + "-i"], SoftBounce = first },
                    Purposes = new Dictionary<string, ConsentPurpose>(new ConsentPolicy().Purposes) { [name] = new() { Columns = first, Date = second, Expires = first, OptOut = second } },
                    Regions = new Dictionary<string, ConsentRegion>(new ConsentPolicy().Regions) { [name] = new() { Law = name, Countries = ["BR"], Rule = ConsentRule.OptOut, MaxAgeDays = number, BusinessDays = 1, InquiryDays = 2 } },
                    OtherRegions = flag ? ConsentRule.OptIn : ConsentRule.OptOut,
                },
                Audience = new AudiencePolicy { EmployeeDomains = [name + ".example"], CompetitorDomains = [.. first.Select(host => host + ".example")], AllowedRoles = second },
                Campaigns = new CampaignsPolicy
                {
                    Required = first,
                    RequiredByType = new Dictionary<string, IReadOnlyList<string>> { [name] = second },
                    Values = new Dictionary<string, IReadOnlyList<string>> { [name] = first },
                    Naming = flag ? name : "",
                    NamingByType = new Dictionary<string, string> { [name] = name },
                    Statuses = new CampaignStatuses { Planned = first, Active = second, Finished = [name], Stopped = [] },
                    Parents = new Dictionary<string, IReadOnlyList<string>> { [name] = second },
                    MemberStatuses = new Dictionary<string, IReadOnlyList<string>> { [name] = first },
                    MaxDepth = number,
                    MaxDays = number + 1,
                    GraceDays = number + 2,
                    BudgetTolerance = target,
                },
                LinkCheck = new LinkCheckPolicy
                {
                    MaxConcurrency = number,
                    MaxPerHost = number,
                    DelayMilliseconds = number,
                    TimeoutSeconds = 1 + target,
                    Retries = number,
                    RetryMilliseconds = number,
                    MaxRetryAfterSeconds = target,
                    MaxRedirects = number,
                    LongChain = number,
                    Allow = [name, "10.0.0.0/8", "::1"],
                    Skip = first,
                },
                KpiTargets = new Dictionary<string, double> { ["UtmCompliance"] = target },
                Rules = new Dictionary<string, RuleSetting> { ["UTM001"] = new() { Enabled = flag, Severity = Severity.Warning }, ["UTM002"] = new() },
                Suppressions = [new Suppression { Rule = "UTM001", Reason = name, Target = flag ? name : null, Value = flag ? null : "*", Expires = new DateTime(2099, 1, 2) }],
            });
            return PolicyWriter.ToJson(PolicyLoader.Parse(json)) == json;
        }, iter: 200);
    }

    [Fact]
    public void DamagedTextThrowsNothingButAPolicyException()
    {
        var text = File.ReadAllBytes(Repository.Example("mops.policy.json"));
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))).FullName;
        var path = Path.Combine(folder, "fuzz.json");
        var random = new Random(20261124);
        for (var i = 0; i < 2000; i++)
        {
            var damaged = (byte[])text.Clone();
            for (var n = random.Next(1, 6); n > 0; n--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, i % 3 == 0 ? damaged.Take(random.Next(damaged.Length)).ToArray() : damaged);
            var result = PolicyLoader.Test(path);
            Assert.Equal(result.Policy is null, result.ErrorCount > 0);
        }

        Directory.Delete(folder, true);
    }
}
