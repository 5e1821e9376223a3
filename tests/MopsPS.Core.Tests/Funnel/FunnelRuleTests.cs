using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Funnel;
using MopsPS.Core.Policy;
using Xunit;

namespace MopsPS.Core.Tests.Funnel;

/// <summary>What each rule finds, and that a clean near miss is not found.</summary>
public class FunnelRuleTests
{
    private static readonly FunnelOptions Three = new() { Definition = Counting.Stages("Lead", "MQL", "Won") };

    [Fact]
    public void ACleanFunnelHasNoFindings()
    {
        var summary = Counting.Text("Id,Lead,MQL,Won\n1,2026-01-01,2026-01-03,2026-02-01\n2,2026-01-05,2026-01-06,\n3,2026-01-07,,\n", Three);
        Assert.Empty(summary.Findings);
        Assert.Equal([3, 2, 1], summary.Stages.Select(stage => stage.Entered));
        Assert.Equal([2, 1, null], summary.Stages.Select(stage => stage.ReachedNext));
        Assert.Equal([1, 1, null], summary.Stages.Select(stage => stage.Open));
        Assert.Equal(100.0 / 3, summary.Kpis.Single(kpi => kpi.Id == FunnelKpis.Conversion.Id).Value);
        Assert.Equal("Lead to MQL: 1.5", $"{summary.Stages[0].Stage} to MQL: {summary.Stages[0].ReachedMedianDays:0.0}");
    }

    [Fact]
    public void AStageThatIsPassedOverCountsAsEnteredAndHasNoTime()
    {
        var csv = "Lead,MQL,Won\n2026-01-01,,2026-01-11\n2026-01-01,2026-01-03,2026-01-13\n";
        var summary = Counting.Text(csv, Three);
        Assert.Equal(1, summary.Found(FunnelRules.SkippedStage));
        Assert.Equal((2, 2L, 1, 1), (summary.Stage("MQL").Entered, summary.Stage("MQL").ReachedNext, summary.Stage("MQL").Skipped, summary.Stage("MQL").Timed));
        // To MQL or beyond: 10 days for the one, 2 for the other.
        Assert.Equal((6.0, 10.0), (summary.Stage("Lead").ReachedMedianDays, summary.Stage("MQL").ReachedMedianDays));
        Assert.Equal([("Lead", "MQL", 1L), ("Lead", "Won", 1L), ("MQL", "Won", 1L)], summary.Flows.Select(flow => (flow.From, flow.To, flow.Count)));
        var strict = Counting.Text(csv, Three with { Definition = Three.Definition with { SkippedStages = FunnelSkip.Stop } });
        Assert.Equal([2, 1, 1], strict.Stages.Select(stage => stage.Entered));
    }

    [Fact]
    public void AStageDatedBeforeAnEarlierOneCountsFromTheEarlierDate()
    {
        var summary = Counting.Text("Lead,MQL,Won\n2026-01-05 10:00,2026-01-03 09:00,\n2026-01-05 10:00,2026-01-05,\n", Three);
        // A day without a time is not before a time of that day.
        Assert.Equal((1, 1), (summary.Found(FunnelRules.OutOfOrder), summary.Stage("Lead").OutOfOrder));
        Assert.Equal((2L, 0.0), (summary.Stage("Lead").ReachedNext, summary.Stage("Lead").ReachedP90Days));
    }

    [Fact]
    public void DatesThatCannotBeUsedAreCountedAndShownWithTheirPlace()
    {
        var shown = new List<Finding>();
        var summary = Counting.Text(
            "Lead,MQL,Won\n2026-01-01,2027-01-01,\n2026-01-01,soon,\n2026-01-01,ada.abel@example.com,\n2026-01-01,1970-01-01,\n2026-01-01,03/04/2026,\n2026-01-01,2026-11-24 11:00,\n", Three with { OnProblem = shown.Add });
        Assert.Equal((1, 3, 1), (summary.Found(FunnelRules.FutureDate), summary.Found(FunnelRules.UnreadableDate), summary.Found(FunnelRules.ImplausibleDate)));
        Assert.Equal((6, 1L), (summary.Stage("Lead").Entered, summary.Stage("Lead").ReachedNext));
        Assert.Equal(5, shown.Count);
        Assert.Equal(("FUN005", "MQL", 2, 3), (shown[1].RuleId, shown[1].Field, shown[1].Source!.Row, shown[1].Source!.Line));
        Assert.DoesNotContain(shown, finding => (finding.Value + finding.Message).Contains("ada.abel", StringComparison.Ordinal));
        Assert.Contains("culture", shown.Single(finding => finding.Value == "03/04/2026").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FewProblemsAreShownAndAllAreCounted()
    {
        var shown = new List<Finding>();
        var rows = string.Concat(Enumerable.Repeat("2026-01-01,x,\n", 500));
        var summary = Counting.Text("Lead,MQL,Won\n" + rows, Three with { OnProblem = shown.Add, MaxProblems = 10 });
        Assert.Equal((10, 500), (shown.Count, summary.Found(FunnelRules.UnreadableDate)));
    }

    [Fact]
    public void ARuleThatIsSwitchedOffFindsNothing()
    {
        var policy = PolicyLoader.Parse("{ \"rules\": { \"SkippedStage\": { \"enabled\": false }, \"FUN009\": { \"enabled\": false } } }");
        var summary = Counting.Text("Id,Lead,MQL,Won\n1,2026-01-01,,2026-01-11\n1,2026-01-01,,\n", Three with { Rules = new RuleSet(policy, Counting.Now) });
        Assert.Empty(summary.Findings);
        Assert.Equal(2, summary.Stage("Lead").Entered);
    }

    [Fact]
    public void ARecordThatComesTwiceCountsOnce()
    {
        var summary = Counting.Text("Id,Lead,MQL,Won\n1,2026-01-01,,\n2,2026-01-01,,\n1,2026-01-01,2026-01-02,\n,2026-01-01,,\n,2026-01-01,,\n", Three);
        Assert.Equal((5, 1, 4), (summary.Records, summary.Repeated, summary.Counted));
        Assert.Equal(1, summary.Found(FunnelRules.RepeatedRecord));
        Assert.Equal(0, summary.Stage("Lead").ReachedNext);
    }

    [Fact]
    public void RecordsInNoStageAndMissingColumnsAreSaid()
    {
        var summary = Counting.Text("Lead,MQL\n2026-01-01,\n,\n", Three);
        Assert.Equal((1, 1), (summary.NotEntered, summary.Found(FunnelRules.NotEntered)));
        Assert.Equal("Won", Assert.Single(summary.Findings, finding => finding.RuleId == "FUN013").Target);
        Assert.Equal(["Lead", "MQL"], summary.Stages.Select(stage => stage.Stage));
        var problem = Assert.Throws<Core.Records.Fields.FieldNotFoundException>(() => Counting.Text("A,B\n1,2\n", Three));
        Assert.Contains("'A', 'B'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExitsEndTheWaitingUnlessTheRecordCameBack()
    {
        var definition = Three.Definition with
        {
            Exits = [new FunnelStageDefinition { Name = "Recycled", Date = ["Recycled"] }, new FunnelStageDefinition { Name = "Disqualified", Status = ["Status"], Values = ["Bad fit"] }],
        };
        var summary = Counting.Text(
            "Lead,MQL,Won,Recycled,Status\n2026-01-01,2026-01-02,,2026-01-05,\n2026-01-01,2026-01-09,,2026-01-05,\n2026-01-01,,,,bad fit\n2026-01-01,2026-01-02,2026-02-01,2026-02-02,Bad fit\n", Three with { Definition = definition });
        var mql = summary.Stage("MQL");
        Assert.Equal((3, 1L, 1L, 1), (mql.Entered, mql.ReachedNext, mql.Open, mql.Exits["Recycled"]));
        Assert.Equal((1, 0L), (summary.Stage("Lead").Exits["Disqualified"], summary.Stage("Lead").Open));
        Assert.Equal(1, summary.Found(FunnelRules.Returned));
        // Who won has arrived: an exit after it is none.
        Assert.Equal(0, summary.Stage("Won").Exited);
    }

    [Fact]
    public void AStatusImpliesTheStagesBeforeIt()
    {
        var definition = new FunnelPolicy
        {
            Stages =
            [
                new FunnelStageDefinition { Name = "Lead", Date = ["Created"] },
                new FunnelStageDefinition { Name = "MQL", Status = ["Status"], Values = ["MQL", "Marketing qualified"] },
                new FunnelStageDefinition { Name = "SQL", Status = ["Status"], Values = ["SQL"] },
            ],
        };
        var summary = Counting.Text("Created,Status\n2026-01-01,New\n2026-01-01,marketing QUALIFIED\n2026-01-01,SQL\n2026-01-01,Odd\n", new FunnelOptions { Definition = definition });
        Assert.Equal([4, 2, 1], summary.Stages.Select(stage => stage.Entered));
        Assert.Equal(0, summary.Found(FunnelRules.SkippedStage));
        Assert.Equal(["New", "Odd"], summary.Findings.Where(finding => finding.RuleId == "FUN017").Select(finding => finding.Target));
        Assert.Equal(2, summary.Found(FunnelRules.MissingDate));
    }

    [Fact]
    public void AValueAndADateTogetherMeanTheDateOfThatValue()
    {
        var definition = new FunnelPolicy
        {
            Stages =
            [
                new FunnelStageDefinition { Name = "Opened", Date = ["Created"] },
                new FunnelStageDefinition { Name = "Won", Date = ["Close Date"], Status = ["Stage"], Values = ["Closed Won"] },
            ],
        };
        var summary = Counting.Text("Created,Close Date,Stage\n2026-01-01,2026-12-31,Prospecting\n2026-01-01,2026-03-01,Closed Won\n2026-01-01,2026-03-01,Closed Lost\n", new FunnelOptions { Definition = definition });
        Assert.Equal((3, 1L), (summary.Stage("Opened").Entered, summary.Stage("Opened").ReachedNext));
        // A close date in the future is a plan while the stage is open, and is not even looked at.
        Assert.Empty(summary.Findings);
    }

    [Theory]
    [InlineData(FunnelReEntry.First, 2.0, 1)]
    [InlineData(FunnelReEntry.Last, 5.0, 0)]
    public void AHistoryShowsReEntry(FunnelReEntry reEntry, double days, int won)
    {
        var definition = new FunnelPolicy
        {
            Stages = [.. new[] { "New", "MQL", "Won" }.Select(name => new FunnelStageDefinition { Name = name, File = "history", Values = [name] })],
            Exits = [new FunnelStageDefinition { Name = "Recycled", File = "history", Values = ["Recycled"] }],
            History = new FunnelHistory { Key = ["LeadId"], Date = ["At"], Value = ["To"], Field = ["Field"], Fields = ["Status"] },
            ReEntry = reEntry,
        };
        var history = "LeadId,At,Field,To\n1,2026-01-01,Status,New\n1,2026-01-03,Status,MQL\n1,2026-01-04,Owner,Won\n1,2026-01-05,Status,Won\n1,2026-01-06,Status,Recycled\n1,2026-01-10,Status,New\n1,2026-01-15,Status,MQL\n"
            + "9,2026-01-01,Status,New\n";
        var summary = Counting.Text("Id\n1\n", new FunnelOptions { Definition = definition }, ("history", history));
        Assert.Equal((days, won), (summary.Stage("New").ReachedMedianDays, summary.Stage("Won").Entered));
        Assert.Equal(2, summary.Found(FunnelRules.ReEnteredStage));
        Assert.Equal((1, 1), (summary.Found(FunnelRules.Returned), summary.Found(FunnelRules.UnmatchedRow)));
    }

    [Fact]
    public void JoinedFilesAreFoundByTheirKeysAlsoOverAnother()
    {
        var definition = new FunnelPolicy
        {
            Stages = [new FunnelStageDefinition { Name = "Lead", Date = ["Created"] }, new FunnelStageDefinition { Name = "Won", File = "deals", Date = ["Won"] }],
            Amount = ["deals.Amount"],
            Joins = new Dictionary<string, FunnelJoin>
            {
                ["deals"] = new() { Key = ["Lead"], On = ["Id"] },
                ["members"] = new() { Key = ["Lead"], On = ["Id"] },
                ["campaigns"] = new() { Key = ["Id"], On = ["members.Campaign"] },
            },
        };
        var summary = Counting.Text(
            "Id,Created\n1,2026-01-01\n2,2026-01-01\n3,2026-01-01\n", new FunnelOptions { Definition = definition, By = ["campaigns.Type"] },
            ("deals", "Lead,Won,Amount\n1,2026-01-21,\"1,000\"\n1,2026-01-11,500.5\n8,2026-01-11,7\n2,,2000\n3,,lots\n"), ("members", "Lead,Campaign\n1,c1\n3,c2\n"), ("campaigns", "Id,Type\nc1,Webinar\nc2,Event\n"));
        Assert.Equal([("Event", 1L), ("Webinar", 1L), ("(none)", 1L)], summary.Breakdown.Where(row => row.Order == 1).OrderByDescending(row => row.By["campaigns.Type"]).Select(row => (row.By["campaigns.Type"], row.Entered)).OrderBy(pair => pair.Item1 == "(none)").ThenBy(pair => pair.Item1));
        var lead = summary.Stage("Lead");
        Assert.Equal((3500.5m, 1500.5m, 10.0), (lead.Value, lead.WonValue, lead.ReachedMedianDays));
        Assert.Equal(150.05, lead.Velocity!.Value, 10);
        Assert.Equal((1, 1, 1), (summary.Found(FunnelRules.UnmatchedRow), summary.Found(FunnelRules.SeveralRows), summary.Found(FunnelRules.UnreadableAmount)));
    }

    [Fact]
    public void EveryRuleHasASentenceForOneAndForMany()
    {
        foreach (var rule in FunnelRules.All.Where(rule => rule.Id is not ("FUN019" or "FUN020")))
        {
            foreach (var count in new[] { "1", "12" })
            {
                var sentence = FunnelWording.Sentence(rule, "MQL", count);
                Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                if (count == "1") Assert.DoesNotContain("1 records", sentence, StringComparison.Ordinal);
            }
        }
    }
}
