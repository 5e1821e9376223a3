using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Requests;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Requests;

public class RequestAnalysisTests
{
    private const string Header = "Issue key,Issue Type,Status,Priority,Assignee,Created,First Response,Resolved,Due date,Reopened\n";
    private const string Levels = """{ "requests": { "levels": [ { "type": "Incident", "acknowledgeMinutes": 30, "resolveMinutes": 240, "businessHours": false }, { "resolveMinutes": 480 } ] } }""";

    // Wednesday; the default calendar is open from 09:00 to 17:00 UTC.
    private static readonly DateTime AsOf = new(2026, 11, 18, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-16T10:00:00Z", "2026-11-17T10:00:00Z", 1, 0, 0, 0)] // eight hours over the night: on the limit
    [InlineData("2026-11-16T10:00:00Z", "2026-11-17T10:00:01Z", 0, 1, 0, 0)]
    [InlineData("2026-11-13T16:00:00Z", "2026-11-16T15:00:00Z", 1, 0, 0, 0)] // over the weekend
    [InlineData("2026-11-17T12:00:00Z", "", 0, 0, 0, 1)] // eight hours, still within
    [InlineData("2026-11-17T11:59:00Z", "", 0, 0, 1, 0)]
    public void InTimeLateOverdueAndWaiting(string created, string resolved, int met, int late, int overdue, int waiting)
    {
        var all = Run(Header + $"1,Task,{(resolved.Length > 0 ? "Done" : "To Do")},Low,Ada,{created},,{resolved},,\n").Single();
        Assert.Equal((met, late, overdue, waiting), (all.Met, all.Late, all.Overdue, all.Waiting));
        Assert.Equal(late > 0 ? ["REQ002"] : overdue > 0 ? ["REQ001"] : [], all.Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void WithoutALevelTheDueDateHoldsToItsEnd()
    {
        var results = Run(Header
            + "1,Task,Done,Low,Ada,2026-11-10T10:00:00Z,,2026-11-12T22:00:00Z,2026-11-12,\n"
            + "2,Task,Done,Low,Ada,2026-11-10T10:00:00Z,,2026-11-13T02:00:00Z,2026-11-12,\n" // at night, and late nevertheless
            + "3,Task,Done,Low,Ada,2026-11-10T10:00:00Z,,2026-11-13T02:00:00Z,,\n", "{}").Single();
        Assert.Equal((1, 1, 1), (results.Met, results.Late, results.WithoutLevel));
        Assert.Contains(results.Findings, finding => finding.RuleId == "REQ005" && finding.Value == "1");
    }

    [Fact]
    public void OpenRequestsAreNotLeftOutOfTheCycleTime()
    {
        var all = Run(Header
            + "1,Task,Done,Low,A,2026-11-16T09:00:00Z,,2026-11-16T10:00:00Z,,\n2,Task,Done,Low,A,2026-11-16T09:00:00Z,,2026-11-16T11:00:00Z,,\n"
            + "3,Task,To Do,Low,A,2026-11-16T09:00:00Z,,,,\n4,Task,To Do,Low,A,2026-11-16T09:00:00Z,,,,\n").Single();
        Assert.Equal(2.0, all.MedianHours);
        Assert.Null(all.P90Hours);
        Assert.Equal(("up to 2 days", 2), (all.Ages[0].Age, all.Ages[0].Count));
    }

    [Fact]
    public void IncidentsReopenedAndPrevention()
    {
        var all = Run(Header
            + "1,Incident,Done,High,A,2026-11-16T22:00:00Z,2026-11-16T22:20:00Z,2026-11-17T01:00:00Z,,1\n" // the clock never stops
            + "2,Incident,Done,High,A,2026-11-16T22:00:00Z,2026-11-16T22:40:00Z,2026-11-17T03:00:00Z,,0\n"
            + "3,Prevention action,Done,Low,A,2026-09-01T10:00:00Z,,2026-10-01T09:00:00Z,,0\n"
            + "4,Prevention action,Done,Low,A,2026-09-01T10:00:00Z,,2026-10-02T10:00:00Z,,0\n"
            + "5,Prevention action,To Do,Low,A,2026-11-10T10:00:00Z,,,,0\n").Single(); // has its time still
        Assert.Equal(20.0, all.IncidentAcknowledgeMinutes);
        Assert.Equal(25.0, all.ReopenRate); // one of the four that are done
        Assert.Equal(50.0, all.PreventionRate);
        Assert.Equal(["2"], all.Findings.Where(finding => finding.RuleId == "REQ003").Select(finding => finding.Target));
        Assert.Equal(["4"], all.Findings.Where(finding => finding.RuleId == "REQ004").Select(finding => finding.Target));
    }

    [Fact]
    public void WhatTheExportDoesNotTellIsNoZero()
    {
        var all = Run("Issue key,Issue Type,Created,Resolved\n1,Incident,2026-11-16T09:00:00Z,2026-11-16T10:00:00Z\n").Single();
        Assert.Null(all.ReopenRate);
        Assert.Null(all.IncidentAcknowledgeMinutes);
        Assert.Null(all.PreventionRate);
    }

    [Fact]
    public void WhatCannotBeMeasuredIsCounted()
    {
        var problems = new List<RecordProblem>();
        var all = Run(Header
            + "1,Task,Declined,Low,A,2026-11-16T09:00:00Z,,,,\n2,Task,Done,Low,A,2026-11-16T09:00:00Z,,,,\n3,Task,Done,Low,A,2026-11-16T09:00:00Z,,2026-11-15T09:00:00Z,,\n"
            + "4,Task,To Do,Low,A,2026-12-16T09:00:00Z,,,,\n5,Task,To Do,Low,A,yesterday,,,,\n", problems: problems).Single();
        Assert.Equal((4, 1, 3), (all.Requests, all.Dropped, all.NotMeasured));
        Assert.Equal([("REQ006", "1"), ("REQ007", "2"), ("REQ008", "1")], all.Findings.Select(finding => (finding.RuleId, finding.Value)));
        Assert.Equal("UnreadableDate", Assert.Single(problems).Kind);
    }

    [Fact]
    public void SegmentsAddUp()
    {
        var text = File.ReadAllText(Repository.Example("requests.csv"));
        var policy = File.ReadAllText(Repository.Example("mops.policy.json"));
        var results = Run(text, policy.Replace("\"$schema\": \"../module/mops.policy.schema.json\",", string.Empty, StringComparison.Ordinal), by: "Issue Type", asOf: new DateTime(2026, 11, 24, 17, 0, 0, DateTimeKind.Utc));
        Assert.True(results.Count > 5);
        Assert.Equal(results[0].Requests, results.Skip(1).Sum(result => result.Requests));
        Assert.Equal(results[0].Met + results[0].Late + results[0].Overdue + results[0].Waiting + results[0].WithoutLevel + results[0].NotMeasured + results[0].Dropped, results[0].Requests);
    }

    [Fact]
    public void MistakesOfThePolicyHaveTheirPlace()
    {
        var problems = PolicyLoader.TestText("""{ "requests": { "calendar": "nowhere", "levels": [ { "resolveMinutes": -1 } ], "categories": [ { "words": ["x"] } ], "sorting": true } }""").Problems;
        Assert.Equal(["$.requests.calendar", "$.requests.categories[0]", "$.requests.levels[0].resolveMinutes", "$.requests.sorting"], problems.Select(problem => problem.JsonPath).OrderBy(path => path, StringComparer.Ordinal));
    }

    [Fact]
    public void NothingToMeasureIsAnError()
    {
        Assert.Throws<RequestException>(() => Run(Header));
        Assert.Equal("CreatedDate", Assert.Throws<FieldNotFoundException>(() => Run("Issue key,Summary\n1,x\n")).Field);
    }

    private static IReadOnlyList<RequestResult> Run(string csv, string policy = Levels, List<RecordProblem>? problems = null, string? by = null, DateTime? asOf = null)
    {
        var options = new RequestOptions { AsOf = asOf ?? AsOf, By = by is null ? [] : [by] };
        var analysis = new RequestAnalysis(options, PolicyLoader.TestText(policy).Policy!, new DateTime(2026, 11, 25), onProblem: problems is null ? null : problems.Add);
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "requests.csv", new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader);
        return analysis.Finish();
    }
}
