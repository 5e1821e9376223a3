using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Routing;
using MopsPS.Core.Statistics;
using Xunit;

namespace MopsPS.Core.Tests.Routing;

public class RoutingAnalysisTests
{
    private const string Header = "Lead ID,Owner,Country,State,Postal Code,Employees,Industry,Language,Email,Company,Created Date,First Touch Date\n";

    private static readonly DateTime AsOf = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    private static readonly RoutingPolicy Rules = new()
    {
        Owners = [new RoutingOwner { Name = "Ada Abel", Aliases = ["005A"] }, new RoutingOwner { Name = "Ben Boyd" }, new RoutingOwner { Name = "Cleo Cruz" }, new RoutingOwner { Name = "Otto Olm", IsActive = false }],
        Rules =
        [
            RoutingCheckerTests.Rule("Named", "Ada Abel", accounts: ["acme.com", "Globex"]),
            RoutingCheckerTests.Rule("California", "Ben Boyd", countries: ["US"], states: ["California"]),
            RoutingCheckerTests.Rule("Munich", "Cleo Cruz", countries: ["Germany"], postcodes: ["80*", "81*"]),
            new RoutingRule { Name = "DACH", Countries = ["DACH"], Target = new RoutingTarget { Pool = [new RoutingMember { Owner = "Ada Abel", Weight = 2 }, new RoutingMember { Owner = "Ben Boyd" }] } },
            new RoutingRule { Name = "Large", EmployeesFrom = 1000, Target = new RoutingTarget { Queue = "Enterprise" } },
            RoutingCheckerTests.Rule("French", "Cleo Cruz", languages: ["fr"]),
        ],
    };

    [Theory]
    [InlineData("Ada Abel,Germany,,10115,,,,x@eu.acme.com,", "Named", RouteOutcome.Correct)]
    [InlineData("005A,France,,,,,,,Globex Inc.", "Named", RouteOutcome.Correct)]
    [InlineData("Ada Abel,France,,,,,,x@notacme.com,", null, RouteOutcome.NoRule)]
    [InlineData("ben boyd,USA,Calif.,,,,,,", "California", RouteOutcome.Correct)]
    [InlineData("Ada Abel,United States of America,CA,,,,,,", "California", RouteOutcome.Misrouted)]
    [InlineData("Ben Boyd,,California,,,,,,", "California", RouteOutcome.Correct)]
    [InlineData("Cleo Cruz,Deutschland,,D-80331,,,,,", "Munich", RouteOutcome.Correct)]
    [InlineData("Cleo Cruz,DE,,80331,,,,,", "Munich", RouteOutcome.Correct)]
    [InlineData("Ben Boyd,AT,,8010,,,,,", "DACH", RouteOutcome.Correct)]
    [InlineData("Cleo Cruz,Switzerland,,8001,,,,,", "DACH", RouteOutcome.Misrouted)]
    [InlineData(",DE,,10115,,,,,", "DACH", RouteOutcome.Unassigned)]
    [InlineData("Unassigned,DE,,10115,,,,,", "DACH", RouteOutcome.Unassigned)]
    [InlineData("Enterprise,Spain,,,\"1,000\",,,,", "Large", RouteOutcome.Correct)]
    [InlineData("Enterprise,Spain,,,1001-5000 employees,,,,", "Large", RouteOutcome.Correct)]
    [InlineData("Enterprise,Spain,,,500-2000,,,,", null, RouteOutcome.NoRule)]
    [InlineData("Cleo Cruz,Canada,,,12,,fr-CA,,", "French", RouteOutcome.Correct)]
    [InlineData("Cleo Cruz,Canada,,,12,,French,,", "French", RouteOutcome.Correct)]
    public void ALeadGoesWhereTheFirstRuleThatFitsPutsIt(string lead, string? rule, RouteOutcome outcome)
    {
        var route = Assert.Single(Routes($"1,{lead},2026-11-25,2026-11-25"));
        Assert.Equal((rule, outcome), (route.Rule, route.Outcome));
        Assert.Equal(outcome == RouteOutcome.Correct, route.IsCompliant);
    }

    [Fact]
    public void TheResultAddsUp()
    {
        var result = Summary(
            "1,Ada Abel,Germany,,10115,,,,,,2026-11-25,2026-11-25", "2,Ben Boyd,Germany,,10115,,,,,,2026-11-25,2026-11-25", "3,Otto Olm,Germany,,10115,,,,,,2026-11-25,2026-11-25",
            "4,,Germany,,10115,,,,,,2026-11-20,", "5,Nobody Known,Narnia,,,,,,,,2026-11-25,", "6,Ben Boyd,US,California,,,,,,,2026-11-22,", "7,Ben Boyd,US,Texas,,5000,,,,,2026-11-25,");
        Assert.Equal((7L, 3L, 2L, 1L, 1L, 2L, 1L), (result.Leads, result.Correct, result.Misrouted, result.Unassigned, result.NoRule, result.Stalled, result.InactiveOwner));
        Assert.Equal(100.0 * 3 / 6, result.Accuracy);
        Assert.Equal(KpiStatus.Missed, result.Kpis[0].Status);
        Assert.Equal(98, result.Kpis[0].Target);
        Assert.Equal(["DACH 2/4", "California 1/1", "Large 0/1"], new[] { "DACH", "California", "Large" }.Select(name => result.Rules.Single(rule => rule.Rule == name)).Select(rule => $"{rule.Rule} {rule.Correct}/{rule.Leads}"));
        Assert.Equal(result.Leads - result.NoRule, result.Rules.Sum(rule => rule.Leads));
        Assert.Equal(result.Leads - result.Unassigned, result.Owners.Sum(owner => owner.Actual ?? 0));
        Assert.Equal(["Ben Boyd -> queue Enterprise: 1", "Otto Olm -> pool (Ada Abel 2, Ben Boyd 1): 1", "(nobody) -> pool (Ada Abel 2, Ben Boyd 1): 1"], result.Moves.OrderByDescending(move => move.From is not null).ThenBy(move => move.From).Select(move => move.ToString()));
        Assert.Equal(
            ["RTG001 DACH", "RTG001 Large", "RTG002 DACH", "RTG003 ", "RTG003 Ben Boyd", "RTG004 ", "RTG005 Otto Olm", "RTG006 Nobody Known", "RTG008 Country", "RTG017 French", "RTG017 Munich", "RTG017 Named"],
            result.Findings.Where(finding => string.CompareOrdinal(finding.RuleId, "RTG010") < 0 || finding.RuleId == "RTG017").Select(finding => $"{finding.RuleId} {finding.Target}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ARuleHoldsOnItsDays()
    {
        var policy = new RoutingPolicy
        {
            Rules = [RoutingCheckerTests.Rule("Old", "Ada", until: new DateTime(2026, 10, 31)), RoutingCheckerTests.Rule("New", "Ben", from: new DateTime(2026, 11, 1))],
        };
        var routes = Routes(policy, "1,Ada,,,,,,,,,2026-10-31T23:59:59Z,", "2,Ben,,,,,,,,,2026-11-01,", "3,Ben,,,,,,,,,,", "4,Ben,,,,,,,,,soon,").ToArray();
        Assert.Equal(["Old", "New", "New"], routes.Select(route => route.Rule));
        Assert.All(routes, route => Assert.Equal(RouteOutcome.Correct, route.Outcome));
        Assert.Equal(1, Run(policy, null, "4,Ben,,,,,,,,,soon,", "5,Ben,,,,,,,,,2026-11-01,").Finish().Skipped);
    }

    [Fact]
    public void SkewOfARoundRobinIsTestedAgainstTheWeights()
    {
        static string[] Leads(int ada, int ben) => [.. Enumerable.Range(0, ada + ben).Select(i => $"{i},{(i < ada ? "Ada Abel" : "Ben Boyd")},Germany,,10115,,,,,,2026-11-25,2026-11-25")];
        var even = Assert.Single(Summary(Leads(40, 20)).Pools);
        Assert.Equal(1, even.PValue!.Value, 6);
        Assert.Equal([40.0, 20.0], even.Members.Select(member => member.Expected));
        var skewed = Summary(Leads(20, 40));
        Assert.Equal("ChiSquare", skewed.Pools[0].Test);
        Assert.True(skewed.Pools[0].PValue < 1e-6);
        Assert.Contains(skewed.Findings, finding => finding is { RuleId: "RTG007", Target: "DACH" });
        Assert.Equal("Exact", Summary(Leads(4, 2)).Pools[0].Test);
    }

    [Fact]
    public void TheTestsOfFitAgreeWithWhatIsKnown()
    {
        // scipy.stats.chisquare([16, 18, 16, 14, 12, 12]): 2.0, p 0.84914503608460956
        Assert.Equal(0.84914503608460956, GoodnessOfFit.Of([16, 18, 16, 14, 12, 12], [1, 1, 1, 1, 1, 1]).PValue!.Value, 12);
        // scipy.stats.binomtest(3, 4, 0.5): p 0.625; both tails have it
        Assert.Equal((0.625, "Exact"), (Math.Round(GoodnessOfFit.Of([3, 1], [1, 1]).PValue!.Value, 12), GoodnessOfFit.Of([3, 1], [1, 1]).Test));
        // All four with one of three: 3 * (1/3)^4
        Assert.Equal(3 * Math.Pow(1 / 3.0, 4), GoodnessOfFit.Of([4, 0, 0], [1, 1, 1]).PValue!.Value, 12);
        Assert.Equal((null, null), GoodnessOfFit.Of([0, 0], [1, 1]));
    }

    [Fact]
    public void ChangedRulesShowWhatTheyMove()
    {
        var changed = new RoutingPolicy
        {
            Owners = Rules.Owners,
            Rules = [.. Rules.Rules.Where(rule => rule.Name != "Munich"), RoutingCheckerTests.Rule("Spain", "Ada Abel", countries: ["Spain"])],
        };
        var change = Run(Rules, changed, "1,Cleo Cruz,Germany,,80331,,,,,,2026-11-25,", "2,Ada Abel,Germany,,10115,,,,,,2026-11-25,", "3,,Spain,,,,,,,,2026-11-25,", "4,,Spain,,,,,,,,2026-11-25,").FinishChange();
        Assert.Equal((4L, 3L), (change.Leads, change.Moved));
        Assert.Equal(["(nobody) -> Ada Abel: 2", "Cleo Cruz -> pool (Ada Abel 2, Ben Boyd 1): 1"], change.Moves.Select(move => move.ToString()));
        Assert.Equal(["1", "3", "4"], change.Rows.Select(row => row.Record));
        Assert.Equal(("Munich", "DACH", "Cleo Cruz"), (change.Rows[0].Rule, change.Rows[0].NewRule, change.Rows[0].Actual));
    }

    [Fact]
    public void UsersSayWhoIsActive()
    {
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes("Full Name,User ID,Email,Active\nAda Abel,005X,ada@example.com,1\nOtto Olm,005O,otto@example.com,1\nNew One,005N,new@example.com,false\nStrange,005S,s@example.com,perhaps\n")), "users.csv", new ImportOptions());
        var problems = new List<RecordProblem>();
        var users = RoutingUsers.Read(reader, problems.Add);
        Assert.Equal("UserUnreadable", Assert.Single(problems).Kind);
        var routing = RoutingUsers.With(Rules, users);
        Assert.Equal(["Ada Abel True", "Ben Boyd True", "Cleo Cruz True", "Otto Olm False", "New One False"], routing.Owners.Select(owner => $"{owner.Name} {owner.IsActive}"));
        Assert.Equal(["005A", "005X", "ada@example.com"], routing.Owners[0].Aliases);
        var route = Assert.Single(Routes(routing, "1,005x,Germany,,10115,,,,,,2026-11-25,2026-11-25"));
        Assert.Equal(("Ada Abel", RouteOutcome.Correct), (route.Actual, route.Outcome));
    }

    [Fact]
    public void AFieldThatARuleLooksAtMustBeThere()
    {
        var analysis = new RoutingAnalysis(new RoutingOptions { AsOf = AsOf }, new MopsPolicy { Routing = Rules }, AsOf);
        Assert.Equal("State", Assert.Throws<FieldNotFoundException>(() => analysis.Open(FieldMapper.Map(new RecordSchema(["Id", "Owner", "Country", "Postal Code", "Employees", "Language", "Email", "Company"])))).Field);
        Assert.Throws<RoutingException>(() => analysis.Finish());
        Assert.Throws<RoutingException>(() => new RoutingAnalysis(new RoutingOptions(), new MopsPolicy(), AsOf));
    }

    [Fact]
    public void ADecisionSaysWhomItAllows()
    {
        var decision = new RoutingTable(Rules, AsOf).Decide(new RoutingLead { Country = "Austria" });
        Assert.Equal(("DACH", "pool (Ada Abel 2, Ben Boyd 1)"), (decision.Rule, decision.Expected));
        Assert.True(decision.Allows(Rules, "005a"));
        Assert.True(decision.Allows(Rules, "Ben Boyd"));
        Assert.False(decision.Allows(Rules, "Cleo Cruz"));
        Assert.False(decision.Allows(Rules, null));
    }

    [Theory]
    [InlineData("51-200", 51, 200)]
    [InlineData("1,001 to 5,000 employees", 1001, 5000)]
    [InlineData("1.001\u20135.000", 1001, 5000)]
    [InlineData("10,001+", 10001, null)]
    [InlineData("5k-10k", 5000, 10000)]
    [InlineData("< 50", 0, 49)]
    [InlineData("more than 500", 500, null)]
    [InlineData("about 5", null, null)]
    [InlineData("200-51", null, null)]
    public void BandsOfEmployees(string text, int? from, int? to)
    {
        var band = EmployeeBand.Read(text);
        Assert.Equal((from, to), ((int?)band?.From, (int?)band?.To));
    }

    private static IEnumerable<LeadRoute> Routes(params string[] rows) => Routes(Rules, rows);

    private static List<LeadRoute> Routes(RoutingPolicy routing, params string[] rows)
    {
        var routes = new List<LeadRoute>();
        Run(routing, null, rows, routes.Add);
        return routes;
    }

    private static RoutingResult Summary(params string[] rows) => Run(Rules, null, rows).Finish();

    private static RoutingAnalysis Run(RoutingPolicy routing, RoutingPolicy? changed, params string[] rows) => Run(routing, changed, rows, null);

    private static RoutingAnalysis Run(RoutingPolicy routing, RoutingPolicy? changed, string[] rows, Action<LeadRoute>? take)
    {
        var analysis = new RoutingAnalysis(new RoutingOptions { AsOf = AsOf, WhatIf = changed }, new MopsPolicy { Routing = routing }, AsOf);
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Join("\n", rows) + "\n")), "leads.csv", new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read())
            if (analysis.Add(reader, take is not null) is { } route) take!(route);
        return analysis;
    }
}
