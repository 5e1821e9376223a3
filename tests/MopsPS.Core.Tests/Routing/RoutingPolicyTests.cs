using System.Linq;
using MopsPS.Core.Policy;
using Xunit;

namespace MopsPS.Core.Tests.Routing;

public class RoutingPolicyTests
{
    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        const string json = """
            { "routing": {
                "owners": ["Ada", { "name": "Ben", "aliases": ["005B"], "active": false }], "unassigned": ["Nobody"], "stalledDays": 1.5,
                "rules": [
                  { "name": "a", "countries": ["Germany"], "states": ["Bavaria"], "postcodes": ["80*"], "employees": { "from": 10, "to": 99 }, "owner": "Ada" },
                  { "name": "b", "industries": ["Retail"], "languages": ["de"], "accounts": ["acme.com"], "from": "2026-01-01", "until": "2026-12-31", "queue": "Q" },
                  { "name": "c", "pool": ["Ada", { "owner": "Ben", "weight": 3 }] }],
                "fallback": { "queue": "Rest" } } }
            """;
        var first = PolicyLoader.TestText(json);
        Assert.Empty(first.Problems);
        var again = PolicyLoader.TestText(PolicyWriter.ToJson(first.Policy!));
        Assert.Empty(again.Problems);
        Assert.Equal(PolicyWriter.ToJson(first.Policy!), PolicyWriter.ToJson(again.Policy!));
        Assert.Equal(["a -> Ada", "b -> queue Q", "c -> pool (Ada 1, Ben 3)"], again.Policy!.Routing.Rules.Select(rule => rule.ToString()));
    }

    [Theory]
    [InlineData("{ \"name\": \"a\" }", "expected one of 'owner', 'queue' and 'pool'", "$.routing.rules[0]")]
    [InlineData("{ \"name\": \"a\", \"owner\": \"x\", \"queue\": \"y\" }", "expected one of 'owner', 'queue' and 'pool'", "$.routing.rules[0]")]
    [InlineData("{ \"name\": \"a\", \"countries\": [\"France\", \"Narnia\"], \"owner\": \"x\" }", "'Narnia' is no country and no region", "$.routing.rules[0].countries[1]")]
    [InlineData("{ \"name\": \"a\", \"states\": [\"Elbonia\"], \"owner\": \"x\" }", "'Elbonia' is no state that is known", "$.routing.rules[0].states[0]")]
    [InlineData("{ \"name\": \"a\", \"countries\": [\"Germany\"], \"states\": [\"California\"], \"owner\": \"x\" }", "is no state that is known in the countries of the rule", "$.routing.rules[0].states[0]")]
    [InlineData("{ \"name\": \"a\", \"postcodes\": [\"1*\"], \"owner\": \"x\" }", "name it under 'countries'", "$.routing.rules[0].postcodes")]
    [InlineData("{ \"name\": \"a\", \"countries\": [\"US\"], \"postcodes\": [\"9..1\"], \"owner\": \"x\" }", "is no postcode", "$.routing.rules[0].postcodes[0]")]
    [InlineData("{ \"name\": \"a\", \"employees\": { \"from\": 9, \"to\": 1 }, \"owner\": \"x\" }", "'from' is more than 'to'", "$.routing.rules[0].employees")]
    [InlineData("{ \"name\": \"a\", \"from\": \"2026-02-01\", \"until\": \"2026-01-01\", \"owner\": \"x\" }", "'until' is before 'from'", "$.routing.rules[0].until")]
    [InlineData("{ \"name\": \"a\", \"from\": \"1.2.2026\", \"owner\": \"x\" }", "expected a day", "$.routing.rules[0].from")]
    [InlineData("{ \"name\": \"a\", \"pool\": [], \"owner\": \"x\" }", "the list is empty", "$.routing.rules[0].pool")]
    [InlineData("{ \"name\": \"a\", \"country\": [\"US\"], \"owner\": \"x\" }", "unknown key 'country'", "$.routing.rules[0].country")]
    public void MistakesHaveTheirPlace(string rule, string message, string path)
    {
        var problems = PolicyLoader.TestText($"{{ \"routing\": {{ \"rules\": [{rule}] }} }}").Problems;
        Assert.Contains(problems, problem => problem.Message.Contains(message, System.StringComparison.Ordinal) && problem.JsonPath == path);
    }
}
