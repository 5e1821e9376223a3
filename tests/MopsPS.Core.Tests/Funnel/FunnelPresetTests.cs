using System;
using System.Linq;
using MopsPS.Core.Funnel;
using MopsPS.Core.Policy;
using Xunit;

namespace MopsPS.Core.Tests.Funnel;

public class FunnelPresetTests
{
    [Fact]
    public void EveryPresetIsSoundAndSurvivesWriting()
    {
        foreach (FunnelPreset preset in Enum.GetValues(typeof(FunnelPreset)))
        {
            var funnel = FunnelPresets.Load(preset);
            Assert.InRange(funnel.Stages.Count, 4, 16);
            Assert.Contains(funnel.Exits, exit => exit.Name == "Recycled");
            Assert.Contains(funnel.Exits, exit => exit.Name == "Disqualified");
            var json = PolicyWriter.ToJson(new MopsPolicy { Funnel = funnel, KpiTargets = PolicyLoader.Preset("default").KpiTargets });
            Assert.Equal(json, PolicyWriter.ToJson(PolicyLoader.Parse(json)));
        }
    }

    [Fact]
    public void ASalesforceExportIsJoinedToItsOpportunities()
    {
        var summary = Counting.Text(
            "Id,Status,CreatedDate,ConvertedDate,ConvertedOpportunityId,MQL_Date__c\n00Q1,Qualified,2026-01-01T10:00:00.000Z,2026-01-20,0061,2026-01-05\n00Q2,Unqualified,2026-01-02T10:00:00.000Z,,,\n00Q3,Open,2026-01-03T10:00:00.000+0000,,,2026-01-03\n",
            new FunnelOptions { Definition = FunnelPresets.Load(FunnelPreset.Salesforce) },
            ("opportunities", "Id,StageName,CreatedDate,CloseDate,Amount,IsWon\n0061,Closed Won,2026-01-20T12:00:00.000Z,2026-02-20,1200,true\n"));
        Assert.Equal([("Lead", 3L), ("MQL", 2L), ("Converted", 1L), ("Opportunity", 1L), ("Won", 1L)], summary.Stages.Select(stage => (stage.Stage, stage.Entered)));
        Assert.Equal((1, 1200m), (summary.Stage("Lead").Exits["Disqualified"], summary.Stage("Lead").WonValue));
        Assert.Equal(0, summary.Found(FunnelRules.OutOfOrder));
    }

    [Theory]
    [InlineData("Record ID,Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Customer Date,Lead Status\n1,2026-01-01 09:00,2026-01-02 09:00,,Unqualified\n")]
    [InlineData("hs_object_id,hs_lifecyclestage_lead_date,hs_lifecyclestage_marketingqualifiedlead_date,hs_lifecyclestage_customer_date,hs_lead_status\n1,1767258000000,1767344400000,,UNQUALIFIED\n")]
    [InlineData("property_hs_object_id,property_hs_v2_date_entered_lead,property_hs_v2_date_entered_marketingqualifiedlead,property_hs_v2_date_entered_customer,property_hs_lead_status\n1,2026-01-01T09:00:00Z,2026-01-02T09:00:00Z,,UNQUALIFIED\n")]
    public void AHubSpotExportIsReadByLabelsAndByInternalNames(string csv)
    {
        var summary = Counting.Text(csv, new FunnelOptions { Definition = FunnelPresets.Load(FunnelPreset.HubSpot) });
        Assert.Equal([("Lead", 1L), ("MQL", 1L), ("Customer", 0L)], summary.Stages.Select(stage => (stage.Stage, stage.Entered)));
        Assert.Equal((1.0, 1), (summary.Stage("Lead").ReachedMedianDays, summary.Stage("MQL").Exits["Disqualified"]));
    }

    [Theory]
    [InlineData("{ \"funnel\": { \"preset\": \"hubspott\" } }", "$.funnel.preset", "HubSpot")]
    [InlineData("{ \"funnel\": { \"stages\": [{ \"name\": \"A\", \"date\": [\"a\"] }] } }", "$.funnel.stages", null)]
    [InlineData("{ \"funnel\": { \"stages\": [{ \"name\": \"A\", \"date\": [\"a\"] }, { \"name\": \"a\", \"date\": [\"b\"] }] } }", "$.funnel.stages[1]", null)]
    [InlineData("{ \"funnel\": { \"stages\": [{ \"name\": \"A\", \"status\": [\"a\"] }, { \"name\": \"B\", \"date\": [\"b\"] }] } }", "$.funnel.stages[0]", null)]
    [InlineData("{ \"funnel\": { \"stages\": [{ \"name\": \"A\", \"date\": [\"a\"] }, { \"name\": \"B\", \"date\": [\"b\"], \"file\": \"deals\" }] } }", "$.funnel.stages[1].file", null)]
    [InlineData("{ \"funnel\": { \"fiscalYearStart\": 13 } }", "$.funnel.fiscalYearStart", null)]
    [InlineData("{ \"funnel\": { \"timeZone\": \"Europe/Berlim\" } }", "$.funnel.timeZone", "Europe/Berlin")]
    [InlineData("{ \"funnel\": { \"culture\": \"xx-klingon\" } }", "$.funnel.culture", null)]
    [InlineData("{ \"funnel\": { \"joins\": { \"deals\": { \"key\": [\"Id\"] } } } }", "$.funnel.joins.deals", null)]
    [InlineData("{ \"funnel\": { \"history\": { \"key\": [\"a\"], \"date\": [\"b\"], \"value\": [\"c\"], \"fields\": [\"Status\"] } } }", "$.funnel.history", null)]
    [InlineData("{ \"funnel\": { \"skippedStages\": \"ignore\" } }", "$.funnel.skippedStages", null)]
    [InlineData("{ \"funnel\": { \"stages\": [{ \"name\": \"A\", \"date\": [\"a\"], \"target\": 120 }, { \"name\": \"B\", \"date\": [\"b\"] }] } }", "$.funnel.stages[0].target", null)]
    public void AMistakeInTheSectionIsReportedWithItsPlace(string json, string path, string? suggestion)
    {
        var problem = Assert.Single(PolicyLoader.TestText(json).Problems);
        Assert.Equal((Severity.Error, path, suggestion), (problem.Severity, problem.JsonPath, problem.Suggestion));
    }
}
