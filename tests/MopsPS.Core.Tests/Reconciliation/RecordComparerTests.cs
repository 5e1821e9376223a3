using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Reconciliation;
using Xunit;

namespace MopsPS.Core.Tests.Reconciliation;

public sealed class RecordComparerTests
{
    private static readonly RecordCompareOptions ByEmail = new() { Key = ["Email"] };

    [Fact]
    public void EachKindOfDifferenceIsFoundOnceAndNoOther()
    {
        var run = CompareRun.Of(
            "Email,Company,Lead Status\na@x.com,Acme,Open\nb@x.com,Beta,Open\nc@x.com,Gamma,\nd@x.com,Delta,Open\nd@x.com,Delta,Open\n,Nobody,Open\ne@x.com,Same,Open\n",
            "Email Address,Company,lead_status\ne@x.com,Same,Open\nd@x.com,Delta,Open\nc@x.com,Gamma,New\nb@x.com,Other,\nz@x.com,Zeta,Open\n,Nobody,Open\n",
            ByEmail);
        Assert.Equal(
        [
            "BlankKey||||", "BlankKey||||", "Missing|a@x.com|||", "Different|b@x.com|Company|Beta|Other", "Different|b@x.com|LeadStatus|Open|",
            "Different|c@x.com|LeadStatus||New", "Repeated|d@x.com|||", "Extra|z@x.com|||",
        ], run.Texts);
        Assert.Equal((7, 6, 3, 1, 2, 1, 1, 1), (run.Summary.LeftRows, run.Summary.RightRows, run.Summary.Compared, run.Summary.Equal, run.Summary.Different, run.Summary.Missing, run.Summary.Extra, run.Summary.RepeatedKeys));
        var status = run.Summary.Fields.Single(field => field.Field == "LeadStatus");
        Assert.Equal((2, 1, 1), (status.Different, status.Lost, status.Added));
        Assert.Equal(2, run.Differences.Single(one => one.Kind == RecordDifferenceKind.Repeated).LeftCount);
        Assert.Equal("lost on the right side", run.Differences.Single(one => one.Right is null && one.Left == "Open").Detail);
        Assert.Equal(("left.csv", 2, "Company"), (run.Differences[3].LeftSource!.File, run.Differences[3].LeftSource!.Row, run.Differences[3].LeftSource!.Column));
    }

    [Theory]
    [InlineData("Email", " Ada@X.com", "mailto:ada@x.COM")]
    [InlineData("Company", "ACME  GmbH", "Acme gmbh ")]
    [InlineData("Phone", "+49 (0)30 5550100", "+49305550100")]
    [InlineData("Phone", "030 5550100", "+49 30 5550100")]
    [InlineData("Annual Revenue", "1250.50", "1250.5")]
    [InlineData("Created Date", "2026-03-01T10:00:00Z", "2026-03-01T12:00:00+02:00")]
    [InlineData("Created Date", "2026-03-01", "2026-03-01T23:59:00Z")]
    [InlineData("Website", "https://www.Example.com/", "example.com")]
    [InlineData("Email Opt Out", "TRUE", "1")]
    [InlineData("Note", "2026-03-01T10:00:00Z", "1772359200000")]
    [InlineData("Note", "12", "12.0")]
    [InlineData("Note", "Cafe\u0301", "CAFÉ")]
    [InlineData("Account ID", "0015e000001AbCd", "0015e000001AbCdAAK")]
    [InlineData("Country", "Deutschland", "DE")]
    public void ValuesThatMeanTheSameAreNoDifference(string column, string left, string right) => Assert.Empty(Field(column, left, right).Differences);

    [Theory]
    [InlineData("Phone", "+1 30 5550100", "+49 30 5550100")]
    [InlineData("Zip/Postal Code", "01234", "1234")]
    [InlineData("Note", "12E5", "1200000")]
    [InlineData("Note", "+49", "49")]
    [InlineData("Note", "2026-03-01T10:00:00Z", "2026-03-01T10:00:01Z")]
    [InlineData("Company", "Acme GmbH", "Acme AG")]
    [InlineData("Account ID", "0015e000001AbCd", "0015e000001aBcD")]
    [InlineData("Annual Revenue", "100", "101")]
    [InlineData("Country", "Niger", "Nigeria")]
    [InlineData("Website", "example.com/A", "example.com/a")]
    public void ValuesThatMeanSomethingElseAre(string column, string left, string right) => Assert.Single(Field(column, left, right).Differences);

    [Theory]
    [InlineData("1", "100", "101", true)]
    [InlineData("0.99", "100", "101", false)]
    [InlineData("1%", "100", "101", true)]
    [InlineData("0.9%", "100", "101", false)]
    public void NumbersWithinTheToleranceAgree(string tolerance, string left, string right, bool agrees)
    {
        var options = ByKey with { Tolerance = new Dictionary<string, string> { ["AnnualRevenue"] = tolerance } };
        Assert.Equal(agrees, CompareRun.Of($"Key,Annual Revenue\n1,{left}\n", $"Key,Annual Revenue\n1,{right}\n", options).Differences.Count == 0);
        Assert.Equal(agrees, CompareRun.Of($"Key,Annual Revenue\n1,{left}\n", $"Key,Annual Revenue\n1,{right}\n", ByKey, $$"""{ "reconciliation": { "tolerance": { "*": "{{tolerance}}" } } }""").Differences.Count == 0);
    }

    [Fact]
    public void EachSideIsReadInItsOwnCultureAndTimeZone()
    {
        const string left = "Key,Created Date,Amount\n1,03/04/2026 10:00,\"1,250.50\"\n2,03/04/2026 10:00,1\n";
        const string right = "Key,Created Date,Amount\n1,04.03.2026 16:00,\"1250,5\"\n2,04.03.2026 10:00,1\n";
        var options = ByKey with
        {
            LeftCulture = CultureInfo.GetCultureInfo("en-US"),
            RightCulture = CultureInfo.GetCultureInfo("de-DE"),
            LeftZone = MopsPS.Core.Records.Values.TimeZones.Find("America/New_York"),
            RightZone = MopsPS.Core.Records.Values.TimeZones.Find("Europe/Berlin"),
        };
        Assert.Equal(["Different|2|CreatedDate|03/04/2026 10:00|04.03.2026 10:00"], CompareRun.Of(left, right, options).Texts);
        // The same bytes are not the same moment on two clocks.
        const string same = "Key,Created Date\n1,2026-03-04T10:00:00\n";
        Assert.Single(CompareRun.Of(same, same, options).Differences);
    }

    [Fact]
    public void WhatCannotBeReadIsComparedAsTextAndCounted()
    {
        var run = CompareRun.Of("Key,Created Date\n1,03/04/2026\n2,someday\n", "Key,Created Date\n1,03/04/2026\n2,2026-03-04\n", ByKey);
        Assert.Equal(["Different|2|CreatedDate|someday|2026-03-04"], run.Texts);
        Assert.Equal(1, Assert.Single(run.Summary.Fields).Unreadable);
        Assert.Contains(run.Summary.Findings, finding => finding.RuleId == "REC010");
    }

    [Fact]
    public void AKeyOfSeveralColumnsIsBlankWhereAPartIs()
    {
        var options = new RecordCompareOptions { Key = ["Email", "Campaign"] };
        var run = CompareRun.Of("Email,Campaign\na@x.com,One\na@x.com,Two\nb@x.com,\n", "Email,Campaign\nA@X.com,one\na@x.com,Three\n", options);
        Assert.Equal(["BlankKey|b@x.com | |||", "Extra|a@x.com | Three|||", "Missing|a@x.com | Two|||"], run.Texts);
    }

    [Fact]
    public void ColumnsArePairedByNameCanonicalFieldOrAsTold()
    {
        const string left = "Record ID,Work Email,Budget,Only Here\n1,a@x.com,5,x\n", right = "Id,Email,Expected Budget\n9,a@x.com,6\n";
        var options = ByEmail with { Pairs = new Dictionary<string, string> { ["Budget"] = "Expected Budget" } };
        Assert.Equal(["Different|a@x.com|Budget|5|6"], CompareRun.Of(left, right, options).Texts);
        var wrong = ByEmail with { Pairs = new Dictionary<string, string> { ["Budget"] = "Nothing" } };
        Assert.Equal("ColumnNotFound", Assert.Throws<ExportFormatException>(() => CompareRun.Of(left, right, wrong)).Kind);
        Assert.Throws<FieldNotFoundException>(() => CompareRun.Of("A,B\n1,2\n", right));
        Assert.Equal("ToleranceInvalid", Assert.Throws<CompareException>(() => CompareRun.Of(left, right, options with { Tolerance = new Dictionary<string, string> { ["Budget"] = "much" } })).Kind);
    }

    [Fact]
    public void NoRecordsIsNotNoDifference()
    {
        Assert.Equal("NoRecords", Assert.Throws<CompareException>(() => CompareRun.Of("Email\n", "Email\na@x.com\n")).Kind);
        Assert.Equal("NoRecords", Assert.Throws<CompareException>(() => CompareRun.Of("Email\na@x.com\n", "Email\n")).Kind);
    }

    [Fact]
    public void CaseCountsWhereItIsToCount()
    {
        const string left = "Key,Note\nk1,Same\nK2,x\n", right = "Key,Note\nk1,same\nk2,x\n";
        Assert.Empty(CompareRun.Of(left, right, ByKey).Differences);
        Assert.Equal(3, CompareRun.Of(left, right, ByKey with { IsCaseSensitive = true }).Differences.Count);
    }

    [Fact]
    public void FormsMeasureTrackingAndLeaveOutWhatThePolicyExcludes()
    {
        var run = CompareRun.Of(
            "Email,Form\na@x.com,demo\nA@x.com,guide\nb@x.com,demo\ntester@acme.com,demo\n,demo\n", "Email,Company\na@x.com,X\nother@x.com,X\n",
            new RecordCompareOptions { Purpose = ComparisonPurpose.Forms }, """{ "reconciliation": { "exclude": ["acme.com", "*+test@*"] } }""");
        var kpi = Assert.Single(run.Summary.Kpis);
        Assert.Equal(("TrackingCompleteness", 2.0, 4.0, 99.0, KpiStatus.Missed), (kpi.Id, kpi.Numerator, kpi.Denominator, kpi.Target, kpi.Status));
        Assert.Equal(1, run.Summary.LeftExcluded);
        Assert.DoesNotContain(run.Differences, one => one.Kind is RecordDifferenceKind.Extra or RecordDifferenceKind.Repeated);
    }

    [Fact]
    public void SyncMeasuresDelayAndStatusByThePolicy()
    {
        var options = new RecordCompareOptions { Purpose = ComparisonPurpose.Sync, ChangedField = "Updated At", SyncedField = "Last Sync" };
        var run = CompareRun.Of(
            "Email,Lifecycle Stage,Updated At\na@x.com,MQL,2026-03-01T10:00:00Z\nb@x.com,Customer,2026-03-01T10:00:00Z\nc@x.com,Odd,2026-03-01T10:00:00Z\nd@x.com,MQL,\n",
            "Email,Lead Status,Last Sync\na@x.com,working,2026-03-01T10:10:00Z\nb@x.com,Open,2026-03-01T12:00:00Z\nc@x.com,Open,2026-03-01T09:00:00Z\nd@x.com,Open,2026-03-01T09:00:00Z\n",
            options, """{ "reconciliation": { "syncDelayMinutes": 30, "statusMap": { "MQL": ["Open", "Working"], "Customer": ["Converted"] } } }""");
        var s = run.Summary;
        Assert.Equal((2, 1, 1, 1, 65.0), (s.DelayMeasured, s.Late, s.BeforeChange, s.NoDelay, s.DelayMedianMinutes!.Value));
        Assert.Equal((2, 1, 1), (s.StatusAligned, s.StatusMisaligned, s.StatusUnmapped));
        Assert.Equal(["Misaligned|b@x.com|LifecycleStage|Customer|Open", "Late|b@x.com|Last Sync|2026-03-01T10:00:00Z|2026-03-01T12:00:00Z"], run.Texts);
        Assert.Equal("90 minutes late", run.Differences[1].Detail);
        Assert.Equal(50, s.Kpis.Single(kpi => kpi.Id == "SyncOnTime").Value);
        Assert.Equal(2.0 / 3 * 100, s.Kpis.Single(kpi => kpi.Id == "StatusAlignment").Value!.Value, 9);
    }

    [Fact]
    public void DifferencesShowNoPersonalValueInLogs()
    {
        var run = CompareRun.Of("Email,Phone\nada@x.com,1\n", "Email,Phone\nada@x.com,2\n", ByEmail);
        Assert.True(Assert.Single(run.Differences).IsPersonal);
        Assert.DoesNotContain("ada", run.Differences[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Summary.Findings, finding => finding.Message.Contains("ada", StringComparison.Ordinal));
    }

    private static RecordCompareOptions ByKey => new() { Key = ["Key"] };

    private static CompareRun Field(string column, string left, string right) =>
        CompareRun.Of($"Key,{column}\n1,\"{left}\"\n", $"Key,{column}\n1,\"{right}\"\n", ByKey with { Fields = [column] });
}
