using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Routing;
using Xunit;

namespace MopsPS.Core.Tests.Routing;

/// <summary>The check of the rules: what was planted is found and nothing else, and random rules agree with trying every lead.</summary>
public class RoutingCheckerTests
{
    private static readonly DateTime Today = new(2026, 11, 25);

    [Fact]
    public void WhatWasPlantedIsFoundAndNothingElse()
    {
        var policy = new RoutingPolicy
        {
            Rules =
            [
                Rule("Named", "Nora", accounts: ["acme.com", "Globex"]),
                Rule("California", "Cal", countries: ["United States"], states: ["California"]),
                // Only the order decides between it and California.
                Rule("Enterprise", "Emma", employees: (1000, null)),
                Rule("US West", "Will", countries: ["US"], states: ["California", "Nevada"]),
                Rule("Berlin", "Ben", countries: ["Germany"], postcodes: ["10000..14199"]),
                Rule("DACH software", "Dana", countries: ["DACH"], industries: ["Software"]),
                // Berlin and DACH do not take all of it, Germany alone does.
                Rule("Germany", "Gerd", countries: ["Germany"]),
                // Shadowed by Germany.
                Rule("Hamburg", "Hanna", countries: ["Germany"], postcodes: ["20*", "22*"]),
                // The same target as DACH rest.
                Rule("Austria", "Dora", countries: ["Austria"]),
                Rule("DACH rest", "Dora", countries: ["DACH"]),
                // Ended.
                Rule("Old", "Otto", countries: ["France"], until: Today.AddDays(-1)),
                Rule("France until the new year", "Fay", countries: ["France"], until: new DateTime(2026, 12, 31)),
                Rule("Rest of the US", "Uma", countries: ["US"]),
            ],
        };
        var check = Check(policy);
        Assert.True(check.IsComplete);
        Assert.Equal(
            [
                "Shadowed: Hamburg, Named, Enterprise, DACH software, Germany",
                "Conflict: Named, California", "Conflict: Named, Enterprise", "Conflict: Named, US West", "Conflict: Named, Berlin", "Conflict: Named, DACH software", "Conflict: Named, Germany",
                "Conflict: Named, Austria", "Conflict: Named, DACH rest", "Conflict: Named, France until the new year", "Conflict: Named, Rest of the US",
                "Conflict: California, Enterprise", "Conflict: Enterprise, US West", "Conflict: Enterprise, Berlin", "Conflict: Enterprise, DACH software", "Conflict: Enterprise, Germany", "Conflict: Enterprise, Austria",
                "Conflict: Enterprise, DACH rest", "Conflict: Enterprise, France until the new year", "Conflict: Enterprise, Rest of the US",
                "Conflict: Berlin, DACH software", "Conflict: DACH software, Germany", "Conflict: DACH software, Austria",
                "Redundant: Austria, DACH rest",
            ],
            check.Problems.Where(problem => problem.Kind != RoutingProblemKind.Gap).Select(problem => problem.ToString().Split(';')[0]));
        var gaps = check.Problems.Where(problem => problem.Kind == RoutingProblemKind.Gap).ToArray();
        Assert.Equal(2, gaps.Length);
        Assert.StartsWith("all countries but Austria, France, Germany, Switzerland, United States, and no country; employees not known, 0 to 999; accounts other than acme.com, Globex", gaps[0].Leads);
        Assert.StartsWith("France; employees not known, 0 to 999; accounts other than acme.com, Globex; dates from 2027-01-01", gaps[1].Leads);
        Assert.Contains(check.Findings, finding => finding is { RuleId: "RTG015", Target: "Old" });
        Assert.Equal(check.Problems.Count + 1, check.Findings.Count);
    }

    [Fact]
    public void RulesInOrderOfDetailHaveNoProblem()
    {
        var check = Check(new RoutingPolicy
        {
            Rules =
            [
                Rule("DACH enterprise", "Emma", countries: ["DACH"], employees: (1000, null)),
                Rule("Munich", "Max", countries: ["Germany"], employees: (null, 999), postcodes: ["80*", "81*"]),
                Rule("DACH", "Dora", countries: ["DACH"]),
            ],
            Fallback = new RoutingTarget { Queue = "Rest" },
        });
        Assert.Empty(check.Problems);
        Assert.Empty(check.Findings);
        Assert.True(check.IsCompliant);
    }

    [Fact]
    public void TwoRulesTogetherShadowAThird()
    {
        var check = Check(new RoutingPolicy
        {
            Rules = [Rule("Small", "A", employees: (null, 99)), Rule("Large", "B", employees: (100, null)), Rule("Known", "C", employees: (0, null))],
            Fallback = new RoutingTarget { Owner = "D" },
        });
        Assert.Equal("Shadowed: Known, Small, Large", Assert.Single(check.Problems).ToString());
    }

    [Fact]
    public void AnOverlapThatIsMeantIsNoConflict()
    {
        static RoutingRule Named(params string[] overrides) => new() { Name = "Named", Accounts = ["acme.com"], Overrides = overrides, Target = new RoutingTarget { Owner = "A" } };
        string[] Conflicts(RoutingRule first) => [.. Check(new RoutingPolicy { Rules = [first, Rule("DE North", "B", countries: ["Germany"]), Rule("France", "C", countries: ["France"])], Fallback = new RoutingTarget { Owner = "D" } })
            .Problems.Select(problem => problem.Others[0])];
        Assert.Equal(["DE North", "France"], Conflicts(Named()));
        Assert.Equal(["France"], Conflicts(Named("DE *")));
        Assert.Empty(Conflicts(Named("*")));
    }

    [Fact]
    public void VersionsOfARuleDoNotConflict()
    {
        var check = Check(new RoutingPolicy
        {
            Rules = [Rule("Until", "A", countries: ["France"], until: Today.AddDays(9)), Rule("From", "B", countries: ["France"], from: Today.AddDays(10)), Rule("Rest", "C")],
        });
        Assert.Empty(check.Problems);
    }

    [Fact]
    public void WorkIsBoundedAndSaysSo()
    {
        var policy = new RoutingPolicy { Rules = [.. Enumerable.Range(0, 60).Select(i => Rule($"r{i}", $"o{i}", employees: (i, i + 50), industries: [$"i{i}", $"i{i + 1}"], languages: [$"l{i % 7}"]))] };
        var check = RoutingRuleChecks.Check(new RoutingTable(policy, Today), new RuleSet(new MopsPolicy(), Today), maxWork: 500);
        Assert.False(check.IsComplete);
        Assert.Contains(check.Findings, finding => finding.RuleId == "RTG016");
    }

    [Fact]
    public void TargetsThatTakeNoLeadsAreFound()
    {
        var check = Check(new RoutingPolicy
        {
            Owners = [new RoutingOwner { Name = "Ada" }, new RoutingOwner { Name = "Ben", IsActive = false }],
            Rules = [Rule("one", "Ben", countries: ["France"]), new RoutingRule { Name = "two", Countries = ["Spain"], Target = new RoutingTarget { Pool = [new RoutingMember { Owner = "ada" }, new RoutingMember { Owner = "Cleo" }] } }],
            Fallback = new RoutingTarget { Queue = "Rest" },
        });
        Assert.Equal(["RTG014 one", "RTG014 two"], check.Findings.Select(finding => $"{finding.RuleId} {finding.Target}"));
    }

    [Fact]
    public void RandomRulesAgreeWithTryingEveryLead()
    {
        var counts = new Dictionary<RoutingProblemKind, int>();
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var (policy, leads) = RandomRouting.Make(random, Today);
            var (rules, table) = (policy.Rules, new RoutingTable(policy, Today));
            var fits = rules.Select(rule => leads.Select(lead => NaiveRouting.Fits(rule, lead)).ToArray()).ToArray();
            var first = Enumerable.Range(0, leads.Length).Select(lead => Array.FindIndex(fits, fit => fit[lead])).ToArray();
            for (var lead = 0; lead < leads.Length; lead++) Assert.True(first[lead] == table.Decide(leads[lead]).Order, $"seed {seed}: {leads[lead]} goes to rule {first[lead]}, not {table.Decide(leads[lead]).Order}");

            var check = RoutingRuleChecks.Check(table, new RuleSet(new MopsPolicy(), Today));
            Assert.True(check.IsComplete);
            var found = check.Problems.Where(problem => problem.Kind != RoutingProblemKind.Gap).Select(problem => $"{problem.Kind} {problem.Rule}{(problem.Kind == RoutingProblemKind.Conflict ? " " + problem.Others[0] : "")}").ToHashSet();
            var expected = Expected(policy, fits, first).ToHashSet();
            Assert.True(expected.SetEquals(found), $"seed {seed}: missing {string.Join("; ", expected.Except(found))}, too many {string.Join("; ", found.Except(expected))}\n{string.Join('\n', check.Problems)}\n{PolicyWriter.ToJson(new MopsPolicy { Routing = policy })}");
            var hasGap = policy.Fallback is null && first.Contains(-1);
            Assert.True(hasGap == check.Problems.Any(problem => problem.Kind == RoutingProblemKind.Gap), $"seed {seed}: gap {hasGap}");
            foreach (var problem in check.Problems)
            {
                counts[problem.Kind] = counts.GetValueOrDefault(problem.Kind) + 1;
                Confirm(problem, rules, table);
            }
        }

        // The run would prove nothing if it met no problems.
        Assert.All(Enum.GetValues<RoutingProblemKind>(), kind => Assert.True(counts.GetValueOrDefault(kind) > 15, $"{kind}: {counts.GetValueOrDefault(kind)}"));
    }

    // The lead that shows a problem does show it, by the naive rules as by the engine.
    private static void Confirm(RoutingProblem problem, IReadOnlyList<RoutingRule> rules, RoutingTable table)
    {
        if (problem.Witness is not { } witness)
        {
            Assert.Equal(RoutingProblemKind.Shadowed, problem.Kind);
            return;
        }

        var lead = new RoutingLead
        {
            Country = witness.Country,
            State = witness.State,
            PostalCode = witness.PostalCode,
            Employees = witness.Employees,
            Industry = witness.Industry,
            Language = witness.Language,
            Domain = witness.Domain,
            Company = witness.Company,
            Date = witness.Date ?? Today.ToString("yyyy-MM-dd"),
        };
        var fitting = rules.Where(rule => NaiveRouting.Fits(rule, lead)).Select(rule => rule.Name).ToArray();
        Assert.Equal(fitting.FirstOrDefault(), table.Decide(lead).Order < 0 ? null : table.Decide(lead).Rule);
        if (problem.Kind == RoutingProblemKind.Gap) Assert.Empty(fitting);
        else Assert.Equal(problem.Rule, fitting[0]);
        if (problem.Kind == RoutingProblemKind.Conflict) Assert.Contains(problem.Others[0], fitting);
    }

    private static IEnumerable<string> Expected(RoutingPolicy policy, bool[][] fits, int[] first)
    {
        var rules = policy.Rules;
        var own = Enumerable.Range(0, rules.Count).Select(i => Enumerable.Range(0, first.Length).Where(lead => first[lead] == i).ToArray()).ToArray();
        for (var i = 0; i < rules.Count; i++)
        {
            if (!fits[i].Contains(true)) continue;
            if (own[i].Length == 0)
            {
                yield return $"Shadowed {rules[i].Name}";
                continue;
            }

            for (var j = i + 1; j < rules.Count; j++)
            {
                if (own[j].Length == 0 || rules[i].Target.Owner == rules[j].Target.Owner) continue;
                var (isInJ, isInI) = (fits[i].Zip(fits[j], (a, b) => !a || b).All(x => x), fits[j].Zip(fits[i], (a, b) => !a || b).All(x => x));
                if (!isInI && !isInJ && own[i].Any(lead => fits[j][lead])) yield return $"Conflict {rules[i].Name} {rules[j].Name}";
            }

            var heirs = own[i].Select(lead => Enumerable.Range(i + 1, rules.Count - i - 1).Where(j => fits[j][lead]).Select(j => rules[j].Target.Owner).FirstOrDefault() ?? policy.Fallback?.Owner);
            if (heirs.All(heir => heir == rules[i].Target.Owner)) yield return $"Redundant {rules[i].Name}";
        }
    }

    private static RoutingRuleCheck Check(RoutingPolicy policy) => RoutingRuleChecks.Check(new RoutingTable(policy, Today), new RuleSet(new MopsPolicy(), Today));

    internal static RoutingRule Rule(
        string name, string owner, string[]? countries = null, string[]? states = null, string[]? postcodes = null, (int? From, int? To) employees = default, string[]? industries = null,
        string[]? languages = null, string[]? accounts = null, DateTime? from = null, DateTime? until = null) => new()
        {
            Name = name,
            Countries = countries ?? [],
            States = states ?? [],
            Postcodes = postcodes ?? [],
            EmployeesFrom = employees.From,
            EmployeesTo = employees.To,
            Industries = industries ?? [],
            Languages = languages ?? [],
            Accounts = accounts ?? [],
            From = from,
            Until = until,
            Target = new RoutingTarget { Owner = owner },
        };
}
