using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Sla;
using Xunit;

namespace MopsPS.Core.Tests.Sla;

public class SlaAnalysisTests
{
    private const string Header = "Lead ID,Owner,Country,Engagement Date,First System Touch Date,Assigned Date,First Human Touch Date\n";

    // Wednesday; the default calendar is open from 09:00 to 17:00 UTC.
    private static readonly DateTime AsOf = new(2026, 11, 18, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-18T10:00:00Z", "2026-11-18T10:05:00Z", 1, 0, 0, 0)] // on the limit
    [InlineData("2026-11-18T10:00:00Z", "2026-11-18T10:05:01Z", 0, 1, 0, 0)]
    [InlineData("2026-11-17T16:58:00Z", "2026-11-18T09:03:00Z", 1, 0, 0, 0)] // two minutes in the evening, three in the morning
    [InlineData("2026-11-14T10:00:00Z", "2026-11-16T09:04:00Z", 1, 0, 0, 0)] // over the weekend
    [InlineData("2026-11-18T11:57:00Z", "", 0, 0, 0, 1)] // waits within the limit
    [InlineData("2026-11-18T11:54:00Z", "", 0, 0, 1, 0)] // waits beyond it
    [InlineData("2026-11-17T22:00:00Z", "2026-11-18T02:00:00Z", 1, 0, 0, 0)] // touched before the office opens: no business time passed
    public void MetLateOverdueAndWaiting(string engaged, string touched, int met, int late, int overdue, int waiting)
    {
        var result = Run(Header + $"1,Ada,Germany,{engaged},,,{touched}\n").Single();
        Assert.Equal((met, late, overdue, waiting), (result.Met, result.Late, result.Overdue, result.Waiting));
        Assert.Equal(met + late + overdue == 0 ? null : 100.0 * met, result.Attainment);
        Assert.Equal(late + overdue, result.Breaches.Count);
        Assert.Equal(late > 0 ? ["SLA001"] : overdue > 0 ? ["SLA002"] : [], result.Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void ABreachHasOwnerAgeAndDeadline()
    {
        var breach = Run(Header + "1,Ada,Germany,2026-11-17T16:50:00Z,,,\n").Single().Breaches.Single();
        Assert.Equal("Ada", breach.Owner);
        Assert.True(breach.IsOpen);
        Assert.Equal(190, breach.AgeMinutes);
        Assert.Equal(185, breach.LateMinutes);
        Assert.Equal(new DateTime(2026, 11, 17, 16, 55, 0), breach.Deadline);
        Assert.Equal(1, breach.Source!.Row);
    }

    [Fact]
    public void SpeedTakesAnyTouchProcessingOnlyAPersons()
    {
        var results = Run(Header + "1,Ada,Germany,2026-11-18T09:00:00Z,2026-11-18T09:01:00Z,2026-11-17T09:00:00Z,2026-11-18T09:30:00Z\n");
        Assert.Equal([SlaMeasure.SpeedToLead, SlaMeasure.Processing], results.Select(result => result.Measure));
        Assert.Equal(1, results[0].Met);
        Assert.Equal(1.0, results[0].MedianMinutes);
        Assert.Equal(1, results[1].Late);
        Assert.Equal(510.0, results[1].MedianMinutes);
    }

    [Fact]
    public void WhatCannotBeMeasuredIsCountedAndFound()
    {
        var result = Run(Header
            + "1,Ada,Germany,,,,2026-11-18T09:30:00Z\n" // no start
            + "2,Ada,Germany,2026-11-18,,,2026-11-18T09:30:00Z\n" // no time of day
            + "3,Ada,Germany,2026-11-18T10:00:00Z,,,2026-11-18T09:30:00Z\n" // touched before
            + "4,Ada,Germany,2026-11-19T10:00:00Z,,,\n" // starts in the future
            + "5,Ada,Germany,2026-11-18T10:00:00Z,,,2026-11-18T10:01:00Z\n").Single();
        Assert.Equal((5, 4, 1), (result.Records, result.NotMeasured, result.Met));
        Assert.Equal([("SLA003", "1"), ("SLA004", "2"), ("SLA005", "1")], result.Findings.Select(finding => (finding.RuleId, finding.Value)));
        Assert.Equal(100.0, result.Attainment);
    }

    [Fact]
    public void AnEarlierTouchDoesNotHideTheOneThatAnswers()
    {
        var result = Run(Header + "1,Ada,Germany,2026-11-18T10:00:00Z,2026-11-18T09:00:00Z,,2026-11-18T10:04:00Z\n").Single();
        Assert.Equal(1, result.Met);
        Assert.Equal(4.0, result.MedianMinutes);
    }

    [Fact]
    public void TheMedianOfKaplanMeierKeepsThoseThatWait()
    {
        // Touched after 1 and 2 minutes, two wait since 3 minutes: half were touched after 2, nine tenths are not.
        var result = Run(Header
            + "1,A,X,2026-11-18T10:00:00Z,,,2026-11-18T10:01:00Z\n2,A,X,2026-11-18T10:00:00Z,,,2026-11-18T10:02:00Z\n"
            + "3,A,X,2026-11-18T11:57:00Z,,,\n4,A,X,2026-11-18T11:57:00Z,,,\n").Single();
        Assert.Equal(2.0, result.MedianMinutes);
        Assert.Null(result.P90Minutes);
        Assert.Equal(3.0, result.LongestWaitMinutes);
    }

    [Fact]
    public void RegionsHaveTheirOwnCalendars()
    {
        var policy = PolicyLoader.TestText("""
            { "businessHours": { "emea": { "timeZone": "Europe/Berlin" }, "amer": { "timeZone": "America/New_York", "holidays": ["11-18"] } },
              "sla": { "calendar": "emea", "regions": { "United States": "amer" } } }
            """).Policy!;
        // 08:00 UTC is nine in Berlin, and three at night of a holiday in New York.
        var results = Run(Header + "1,A,Germany,2026-11-18T08:00:00Z,,,2026-11-18T08:06:00Z\n2,A,United States,2026-11-18T08:00:00Z,,,2026-11-18T08:06:00Z\n", policy, "Country");
        Assert.Equal([(null, 1, 1), ("Country = Germany", 0, 1), ("Country = United States", 1, 0)], results.Select(result => (result.Segment, result.Met, result.Late)));
        Assert.Equal("Germany", Assert.Single(results[0].Findings, finding => finding.RuleId == "SLA007").Value);
        Assert.Equal("emea", Assert.Single(results[0].Breaches).Calendar);
    }

    [Fact]
    public void AClockThatNeverStopsCountsTheNight()
    {
        var policy = PolicyLoader.TestText("""{ "sla": { "speedToLead": { "minutes": 60, "businessHours": false } } }""").Policy!;
        Assert.Equal(1, Run(Header + "1,A,X,2026-11-17T20:00:00Z,,,2026-11-18T08:00:00Z\n", policy).Single().Late);
    }

    [Theory]
    [InlineData("""{ "businessHours": { "a": { "timeZone": "Europe/Berln" } } }""", "$.businessHours.a.timeZone")]
    [InlineData("""{ "businessHours": { "a": { "hours": { "Mon": ["09:00-17:00"] } } } }""", "$.businessHours.a.hours.Mon")]
    [InlineData("""{ "businessHours": { "a": { "hours": { "Monday": ["17:00-09:00"] } } } }""", "$.businessHours.a.hours.Monday")]
    [InlineData("""{ "businessHours": { "a": { "holidays": ["13-01"] } } }""", "$.businessHours.a.holidays[0]")]
    [InlineData("""{ "sla": { "calendar": "nowhere" } }""", "$.sla.calendar")]
    [InlineData("""{ "sla": { "regions": { "Germany": "nowhere" } } }""", "$.sla.regions.Germany")]
    [InlineData("""{ "sla": { "speedToLead": { "minutes": 0 } } }""", "$.sla.speedToLead.minutes")]
    public void MistakesInThePolicyHaveTheirPlace(string text, string path) =>
        Assert.Contains(PolicyLoader.TestText(text).Problems, problem => problem.JsonPath == path && problem.Severity == Severity.Error);

    [Fact]
    public void ThePolicyIsTheSameAfterWritingAndReading()
    {
        var policy = PolicyLoader.TestText("""{ "businessHours": { "a": { "timeZone": "Asia/Kolkata", "hours": { "Sunday": ["10:00-24:00"] }, "holidays": ["02-29"] } }, "sla": { "processing": { "minutes": 7.5 }, "regions": { "India": "a" } } }""").Policy!;
        var again = PolicyLoader.TestText(PolicyWriter.ToJson(policy)).Policy!;
        Assert.Equal(PolicyWriter.ToJson(policy), PolicyWriter.ToJson(again));
        Assert.Equal(["10:00-24:00"], again.BusinessHours["a"].Hours["Sunday"]);
        Assert.Equal("a", again.Sla.Regions["India"]);
        Assert.Equal(7.5, again.Sla.Processing.Minutes);
    }

    [Fact]
    public void NoRowsIsAnError() => Assert.Throws<SlaException>(() => Run(Header));

    [Fact]
    public void AnExportWithoutTouchesNamesTheField() =>
        Assert.Equal("FirstTouchDate", Assert.Throws<FieldNotFoundException>(() => Run("Lead ID,Created Date\n")).Field);

    private static IReadOnlyList<SlaResult> Run(string text, MopsPolicy? policy = null, params string[] by)
    {
        var measures = text.Contains(",2026-11-17T09:00:00Z,2", StringComparison.Ordinal) ? Array.Empty<SlaMeasure>() : [SlaMeasure.SpeedToLead];
        var analysis = new SlaAnalysis(new SlaOptions { AsOf = AsOf, By = by, Measures = measures }, policy ?? new MopsPolicy(), DateTime.UtcNow);
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "leads.csv", new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader);
        return analysis.Finish();
    }
}
