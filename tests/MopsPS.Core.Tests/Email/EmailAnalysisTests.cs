using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Email;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Email;

public class EmailAnalysisTests
{
    private const string Header = "Event Date,Email Name,Recipient,Event Type,Bounce Type,Bounce Reason,User Agent\n";

    [Fact]
    public void ARecipientCountsOnceForEachSend()
    {
        var all = Run(Header
            + "2026-11-01T08:00:00Z,A,ada@a.example,Sent,,,\n2026-11-01T08:00:01Z,A,Ada@A.example,Delivered,,,\n2026-11-01T09:00:00Z,A,ada@a.example,Open,,,x\n"
            + "2026-11-01T10:00:00Z,A,ada@a.example,Open,,,x\n2026-11-01T10:00:01Z,A,ada@a.example,Click,,,x\n"
            + "2026-11-08T08:00:00Z,B,ada@a.example,Sent,,,\n2026-11-08T08:00:01Z,B,ada@a.example,Delivered,,,\n").Single();
        Assert.Equal((2L, 2L, 1L, 1L, 2), (all.Sent, all.Delivered, all.Counts.Opens, all.Counts.Clicks, all.Sends));
        Assert.Equal(50.0, all.ClickRate);
    }

    [Theory]
    [InlineData("Sent", 1, 1, 0, 0)] // no deliveries in the export: what did not come back arrived
    [InlineData("Sent;HardBounce", 1, 0, 1, 0)]
    [InlineData("Delivered;HardBounce", 1, 0, 1, 0)] // taken and given back
    [InlineData("Sent;SoftBounce;Delivered", 1, 1, 0, 0)] // delivered at the second try
    [InlineData("Sent;SoftBounce", 1, 0, 0, 1)]
    [InlineData("Sent;SoftBounce;Open", 1, 1, 0, 0)] // who opens has got it
    [InlineData("Dropped", 0, 0, 0, 0)]
    public void TheOneEndOfAMessage(string events, int sent, int delivered, int hard, int soft)
    {
        // The second message makes the send known to have sent something, and bounces to be told.
        var text = Header + string.Concat(events.Split(';').Select(what => $"2026-11-01T08:00:00Z,A,ada@a.example,{what},,,\n"))
            + "2026-11-01T08:00:00Z,A,ben@a.example,Sent,,,\n2026-11-01T08:00:00Z,A,ben@a.example,HardBounce,,,\n";
        var all = Run(text).Single();
        Assert.Equal((sent + 1L, (long)delivered, hard + 1L, (long)soft), (all.Sent!.Value, all.Delivered!.Value, all.Counts.HardBounces!.Value, all.Counts.SoftBounces!.Value));
    }

    [Fact]
    public void WhatTheExportDoesNotTellIsNoZero()
    {
        var all = Run(Header + "2026-11-01T08:00:00Z,A,ada@a.example,Sent,,,\n").Single();
        Assert.Null(all.ComplaintRate);
        Assert.Null(all.HardBounceRate);
        Assert.All(all.Kpis, kpi => Assert.Equal(KpiStatus.Unknown, kpi.Status));
        Assert.Equal(4, all.Findings.Count(finding => finding.RuleId == "EMH006"));
    }

    [Fact]
    public void BouncesAloneGiveNoRate()
    {
        var all = Run("Recipient,Bounce Reason\nada@a.example,550 5.1.1 unknown\nben@a.example,452 4.2.2 full\n", options: new EmailOptions { Event = EmailEvent.Bounce }).Single();
        Assert.Null(all.Sent);
        Assert.Equal((1L, 1L), (all.Counts.HardBounces!.Value, all.Counts.SoftBounces!.Value));
        Assert.Null(all.HardBounceRate);
    }

    [Fact]
    public void RowsOfSendsAddUpAndAreJudged()
    {
        var results = Run("Email Name,Send Date,Sent,Delivered,Hard Bounces,Soft Bounces,Spam Reports,Unsubscribed,Clicked\n"
            + "A,2026-10-01,1000,990,5,5,0,2,30\nB,2026-10-08,1000,960,30,10,5,2,30\nC,2026-11-01,1000,990,5,5,0,12,30\n", options: new EmailOptions { By = ["Send"], Period = FunnelPeriod.Month });
        var all = results[0];
        Assert.Equal((3000L, 2940L, 40L), (all.Sent!.Value, all.Delivered!.Value, all.Counts.HardBounces!.Value));
        Assert.Equal([("EMH001", "B"), ("EMH002", "B"), ("EMH003", "C")], all.Findings.Select(finding => (finding.RuleId, finding.Target)));
        Assert.Contains("5.9 times the 0.21 %", all.Findings[2].Message); // 12 of 990 against 4 of 1950
        Assert.Equal(["2026-10", "2026-11"], results.Where(result => result.Segment is null && result.Period is not null).Select(result => result.Period));
        Assert.Equal(["Send = A", "Send = B", "Send = C"], results.Where(result => result.Segment is not null).Select(result => result.Segment).Distinct());
    }

    [Fact]
    public void TwiceTheBaselineByChanceIsNoFinding()
    {
        var all = Run("Email Name,Sent,Delivered,Unsubscribed\nA,200,200,1\nB,200,200,2\nC,200,200,1\n").Single();
        Assert.DoesNotContain(all.Findings, finding => finding.RuleId == "EMH003");
    }

    [Fact]
    public void SmallSendsAreNotJudged()
    {
        const string text = "Email Name,Sent,Hard Bounces\nA,99,9\n";
        Assert.DoesNotContain(Run(text).Single().Findings, finding => finding.RuleId == "EMH001");
        Assert.Contains(Run(text, """{ "email": { "minimumSent": 50 } }""").Single().Findings, finding => finding.RuleId == "EMH001");
    }

    [Fact]
    public void RepeatBouncersAreMaskedUnlessAskedFor()
    {
        var text = Header + string.Concat("ABC".Select(send => $"2026-11-0{send - 'A' + 1}T08:00:00Z,{send},gone@a.example,Bounce,,550 5.1.1 unknown,\n2026-11-0{send - 'A' + 1}T08:00:00Z,{send},fine@a.example,Delivered,,,\n"));
        var masked = Assert.Single(Run(text).Single().RepeatBouncers);
        Assert.DoesNotContain("gone", masked.Recipient);
        Assert.Equal((3, 0, "a.example"), (masked.HardBounces, masked.Delivered, masked.Domain));
        Assert.Equal("gone@a.example", Assert.Single(Run(text, options: new EmailOptions { ShowRecipients = true }).Single().RepeatBouncers).Recipient);
        Assert.DoesNotContain("gone", string.Join(" ", Run(text).Single().Findings));
    }

    [Fact]
    public void ADeliveryAfterTheBouncesEndsThem()
    {
        var text = Header + string.Concat("ABC".Select(send => $"2026-11-0{send - 'A' + 1}T08:00:00Z,{send},full@a.example,SoftBounce,,,\n"));
        Assert.Single(Run(text).Single().RepeatBouncers);
        Assert.Empty(Run(text + "2026-11-09T08:00:00Z,D,full@a.example,Delivered,,,\n").Single().RepeatBouncers);
    }

    [Fact]
    public void ADomainThatRefusesIsFoundWithItsCode()
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < 40; i++)
        {
            text.Append($"2026-11-01T08:00:00Z,A,p{i}@blocks.example,{(i < 20 ? "Bounce,,550 5.7.1 refused," : "Delivered,,,")}\n");
            text.Append($"2026-11-01T08:00:00Z,A,p{i}@fine.example,{(i < 1 ? "Bounce,,550 5.7.1 refused," : "Delivered,,,")}\n");
        }

        var domain = Assert.Single(Run(text.ToString()).Single().BlockingDomains);
        Assert.Equal(("blocks.example", 40L, 20L, "5.7.1"), (domain.Domain, domain.Sent, domain.Blocked, domain.Code));
    }

    [Fact]
    public void WhatCannotBeReadIsReportedAndCounted()
    {
        var problems = new List<RecordProblem>();
        var all = Run("Email Name,Sent,Delivered,Clicked\nA,100,99,5\nB,many,99,5\n,100,99,5\nC,10,20,0\nD,1.5,1,0\n", problems: problems).Single();
        Assert.Equal(["UnreadableNumber", "NoSend", "NoCount"], problems.Select(problem => problem.Kind));
        Assert.Equal(110, all.Sent);
        Assert.Contains(all.Findings, finding => finding.RuleId == "EMH008" && finding.Value == "3");
        Assert.Contains(all.Findings, finding => finding.RuleId == "EMH010" && finding.Target == "C");
    }

    [Fact]
    public void EventsThatNobodyKnowsAreFound()
    {
        var all = Run(Header + "2026-11-01T08:00:00Z,A,ada@a.example,Sent,,,\n2026-11-01T08:00:00Z,A,ada@a.example,Birthday,,,\n").Single();
        Assert.Equal("Birthday", Assert.Single(all.Findings, finding => finding.RuleId == "EMH009").Value);
    }

    [Fact]
    public void TheOrderOfRowsDoesNotMatter()
    {
        var lines = File.ReadAllLines(Repository.Example("email-events.csv"));
        var options = new EmailOptions { By = ["Send", "Domain"], Period = FunnelPeriod.Month };
        var forth = Run(string.Join("\n", lines) + "\n", options: options);
        var back = Run(string.Join("\n", lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n", options: options);
        Assert.True(forth.Count > 10);
        Assert.Equal(Show(forth), Show(back));
        Assert.Equal(forth[0].Sent, forth.Where(result => result.Segment is null && result.Period is not null).Sum(result => result.Sent));
        Assert.Equal(forth[0].Sent, forth.Where(result => result.Segment is not null).Sum(result => result.Sent));
    }

    [Fact]
    public void MarketoActivitiesAreRead()
    {
        var all = Run("activity_date,activity_type_id,campaign_id,id,lead_id,primary_attribute_value\n2026-11-01 08:00:00,6,7,1,100,Launch\n2026-11-01 08:00:02,7,7,2,100,Launch\n2026-11-01 08:00:00,6,7,3,101,Launch\n2026-11-01 08:00:09,8,7,4,101,Launch\n").Single();
        Assert.Equal((2L, 1L, 1L), (all.Sent!.Value, all.Delivered!.Value, all.Counts.HardBounces!.Value));
    }

    [Fact]
    public void WhatMarketoSkippedWasNotSent()
    {
        const string header = "activity_date,activity_type_id,campaign_id,id,lead_id,primary_attribute_value,action_result\n";
        var all = Run(header + "2026-11-01 08:00:00,6,7,1,100,Launch,succeeded\n2026-11-01 08:00:00,6,7,2,101,Launch,skipped\n2026-11-01 08:00:00,6,7,3,102,Launch,failed\n2026-11-01 08:00:00,6,7,4,103,Launch,\n").Single();
        Assert.Equal(2L, all.Sent);
        // Of a send that went to nobody nothing is known.
        Assert.Null(Run(header + "2026-11-01 08:00:00,6,7,2,101,Launch,skipped\n").Single().Sent);
    }

    [SharedDataFact]
    public void TheMarketoExportCountsWhatWasNotSkipped()
    {
        var path = SharedData.Path("exports", "marketo", "marketo_activity_send_email_data.csv");
        var rows = File.ReadLines(path).Skip(1).ToArray();
        var skipped = rows.Count(row => row.TrimEnd().EndsWith(",skipped", StringComparison.Ordinal));
        Assert.Equal((100, 2), (rows.Length, skipped));
        Assert.Equal(rows.Length - skipped, Run(File.ReadAllText(path)).Sum(result => result.Sent));
    }

    [Fact]
    public void NothingToMeasureIsAnError()
    {
        Assert.Contains("no rows", Assert.Throws<EmailException>(() => Run(Header)).Message);
        Assert.Throws<FieldNotFoundException>(() => Run("Name,Country\nAda,DE\n"));
        Assert.Contains("recipients", Assert.Throws<ExportFormatException>(() => Run("Email Name,Sent\nA,1\n", options: new EmailOptions { By = ["Domain"] })).Message);
    }

    private static string Show(IEnumerable<EmailResult> results) => string.Join("\n", results.Select(result =>
        $"{result} {result.Counts.Opens} {result.Counts.MachineOpens} {result.Counts.Clicks} {string.Join("|", result.RepeatBouncers)} {string.Join("|", result.BlockingDomains)} {string.Join("|", result.Findings)}"));

    private static IReadOnlyList<EmailResult> Run(string csv, string policy = "{}", EmailOptions? options = null, List<RecordProblem>? problems = null)
    {
        var analysis = new EmailAnalysis(options ?? new EmailOptions(), PolicyLoader.TestText(policy).Policy!, new DateTime(2026, 11, 25), onProblem: problems is null ? null : problems.Add);
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "mail.csv", new ImportOptions(), schema => analysis.Open(FieldMapper.Map(schema)));
        while (reader.Read()) analysis.Add(reader);
        return analysis.Finish();
    }
}
