using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns.Metadata;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public class CampaignMetadataTests
{
    private const string Header = "Id,Name,ParentId,Type,Status,StartDate,EndDate,IsActive,BudgetedCost,ActualCost,ExpectedRevenue,NumberSent,OwnerId,Region";

    private static readonly DateTime Today = new(2026, 11, 25);

    private static readonly MopsPolicy Policy = PolicyLoader.Parse("""
        {
          "naming": { "campaign": { "parts": [{ "name": "month", "date": "yyyyMM" }, { "name": "region", "values": ["emea", "amer"] }, { "name": "name", "pattern": "[a-z]+" }] }, "event": { "parts": [{ "name": "name", "pattern": "ev-[a-z]+" }] } },
          "campaigns": {
            "requiredByType": { "Event": ["Region"] }, "values": { "CampaignType": ["Email", "Event", "Program"], "Region": ["EMEA"] }, "naming": "campaign", "namingByType": { "Event": "event" },
            "parents": { "Email": ["Program"] }, "memberStatuses": { "Email": ["Sent", "Responded"] }, "maxDepth": 2, "maxDays": 90, "budgetTolerance": 10
          }
        }
        """);

    /// <summary>One fault each, and beside each a near miss without one.</summary>
    [Theory]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,100,,,,o,", "")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,100,,,,,", "CMP001")]
    [InlineData("1,ev-day,,Event,Planned,2026-12-01,2026-12-02,0,100,,,,o,EMEA", "")]
    [InlineData("1,ev-day,,Event,Planned,2026-12-01,2026-12-02,0,100,,,,o,", "CMP001")]
    [InlineData("1,ev-day,,Event,Planned,2026-12-01,2026-12-02,0,100,,,,o,emea", "CMP003")]
    [InlineData("1,202611_emea_good,,Mail,Planned,2026-12-01,2026-12-02,0,100,,,,o,", "CMP003")]
    [InlineData("1,202611_apac_good,,Email,Planned,2026-12-01,2026-12-02,0,100,,,,o,", "CMP004")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-02,2026-12-01,0,100,,,,o,", "CMP007")]
    [InlineData("1,202611_emea_good,,Email,In Progress,2026-11-01,2026-11-24,1,100,,,,o,", "CMP008")]
    [InlineData("1,202611_emea_good,,Email,In Progress,2026-11-01,2026-11-25,1,100,,,,o,", "")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-11-24,2026-12-01,0,100,,,,o,", "CMP009")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-11-25,2026-12-01,0,100,,,,o,", "")]
    [InlineData("1,202611_emea_good,,Email,in progress,2026-11-26,2026-12-01,1,100,,,,o,", "CMP010")]
    [InlineData("1,202611_emea_good,,Email,Completed,2026-11-01,2026-12-01,0,100,,,,o,", "CMP011")]
    [InlineData("1,202611_emea_good,,Email,Completed,2026-11-01,2026-11-02,1,100,,,,o,", "CMP012")]
    [InlineData("1,202611_emea_good,,Email,In Progress,2026-11-01,2026-12-02,0,100,,,,o,", "CMP012")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2027-03-01,0,100,,,,o,", "CMP013")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2027-02-28,0,100,,,,o,", "")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,-1,,,,o,", "CMP014")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,100,110.01,,,o,", "CMP015")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,100,110,,,o,", "")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,,5,,,o,", "CMP016")]
    [InlineData("1,202611_emea_good,9,Email,Planned,2026-12-01,2026-12-02,0,100,,,,o,", "CMP017")]
    [InlineData("1,202611_emea_good,000000000000000AAA,Email,Planned,2026-12-01,2026-12-02,0,100,,,,o,", "")]
    [InlineData("1,202611_emea_good,1,Email,Planned,2026-12-01,2026-12-02,0,100,,,,o,", "CMP018")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,tomorrow,0,100,,,,o,", "CMP026")]
    [InlineData("1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,much,,,,o,", "CMP026")]
    public void ACampaignHasItsFault(string row, string rules)
    {
        var (campaigns, _) = Check([row]);
        Assert.Equal(rules, string.Join(",", campaigns.Single().Findings.Select(finding => finding.RuleId)));
        Assert.Equal(rules is "" or "CMP011", campaigns.Single().IsCompliant);
        Assert.All(campaigns.Single().Findings, finding => Assert.Equal(1, finding.Source!.Row));
    }

    [Fact]
    public void TheNameSaysWhichPartIsWrongAndWhatIsNear()
    {
        var finding = Check(["1,202611_emae_good,,Email,Planned,2026-12-01,2026-12-02,0,100,,,,o,"]).Campaigns.Single().Findings.Single();
        Assert.Equal(("CMP004", "emae", "emea"), (finding.RuleId, finding.Value, finding.Suggestion));
        Assert.Contains("The part 'region'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHierarchyIsCheckedOverAllCampaigns()
    {
        string Row(string id, string parent, string type, string name) => $"{id},202611_emea_{name},{parent},{type},Planned,2026-12-01,2026-12-02,0,100,,,,o,";
        var rules = Rules(Check([
            Row("7018a000001swV6AAI", "", "Program", "top"), Row("b", "7018a000001swV6", "Email", "low"), Row("c", "b", "Program", "deep"), Row("d", "202611_emea_top", "Email", "named"),
            Row("e", "b", "Email", "wrong"), Row("f", "h", "Program", "ringa"), Row("g", "f", "Program", "ringb"), Row("h", "g", "Program", "ringc"), Row("i", "f", "Program", "below"),
            Row("j", "", "Program", "TOP"), Row("b", "", "Program", "again"),
        ]).Campaigns);
        Assert.Equal(["", "", "CMP019", "", "CMP019,CMP020", "CMP018", "CMP018", "CMP018", "CMP018", "CMP004,CMP005", "CMP006"], rules);
    }

    [Fact]
    public void AChildOutsideItsParentIsToldWithoutFailing()
    {
        var campaigns = Check(["p,202611_emea_top,,Program,Planned,2026-12-01,2026-12-10,0,100,,,,o,", "c,202611_emea_low,p,Email,Planned,2026-12-01,2026-12-11,0,100,,,,o,"]).Campaigns;
        Assert.Equal(["", "CMP021"], Rules(campaigns));
        Assert.True(campaigns[1].IsCompliant);
        Assert.Equal([1, 2], campaigns.Select(campaign => campaign.Level));
    }

    [Theory]
    [InlineData("CampaignId,Label,IsDefault,HasResponded\n1,Sent,true,false\n1,Responded,false,true\n", "")]
    [InlineData("CampaignId,Label,IsDefault,HasResponded\n1,Sent,true,false\n1,Respnded,false,true\n", "CMP022,CMP023")]
    [InlineData("CampaignId,Label,IsDefault,HasResponded\n1,Sent,true,false\n1,Responded,true,false\n", "CMP024,CMP025")]
    [InlineData("CampaignId,Label,IsDefault,HasResponded\n2,Sent,true,false\n", "CMP022,CMP022,CMP024,CMP025")]
    [InlineData("CampaignId,LeadId,Status,HasResponded\n1,L1,Sent,false\n", "")]
    [InlineData("CampaignId,LeadId,Status,HasResponded\n1,L1,Clicked,false\n", "CMP023")]
    public void MemberStatusesAreThoseOfTheType(string members, string rules)
    {
        var (campaigns, summary) = Check(["1,202611_emea_good,,Email,Planned,2026-12-01,2026-12-02,0,100,,,,o,"], members: members);
        Assert.Equal([rules], Rules(campaigns));
        Assert.Equal(members.Contains("\n2,", StringComparison.Ordinal), summary.Findings.Any(finding => finding.RuleId == "CMP027"));
    }

    [Fact]
    public void CompletenessCountsTheNeededFieldsThatCanBeRead()
    {
        var (_, summary) = Check(["1,202611_emea_a,,Email,Planned,2026-12-01,2026-12-02,0,,,,,o,", "2,202611_emea_b,,Email,Planned,2026-12-01,soon,0,,,,,,", "3,ev-c,,Event,Planned,2026-12-01,2026-12-02,0,,,,,o,EMEA"]);
        var kpi = summary.Kpis.Single();
        // Six fields each, and one more for the event; an end and an owner are missing.
        Assert.Equal((17.0, 19.0, 98.0, KpiStatus.Missed), (kpi.Numerator, kpi.Denominator, kpi.Target, kpi.Status));
        Assert.Equal((3, 2, 2), (summary.Campaigns, summary.Complete, summary.Compliant));
        Assert.Equal(["CampaignEndDate: 2 of 3", "Owner: 2 of 3"], summary.Fields.Take(2).Select(field => field.ToString()));
    }

    [Fact]
    public void AColumnThatIsNotThereIsToldOnceAndCountsAsMissing()
    {
        var (campaigns, summary) = Check(["202611_emea_a,Email,Planned", "202611_emea_b,Email,Planned"], header: "Campaign Name,Type,Status");
        Assert.Equal(["", ""], Rules(campaigns));
        Assert.Equal(3, summary.Findings.Count(finding => finding.RuleId == "CMP002"));
        Assert.Equal(50, summary.Kpis.Single().Value);
    }

    [Theory]
    [InlineData("Campaign Name,Campaign Status,Start Date,End Date,Campaign Owner")]
    [InlineData("Program Name,Channel,Status,Start Date,End Date,Program ID")]
    [InlineData("hs_name,hs_campaign_status,hs_start_date,hs_end_date,hs_object_id,hs_budget_items_sum_amount")]
    [InlineData("Campaign ID,Campaign Name,Parent Campaign,Type,Status,Start Date,End Date,Active,Budgeted Cost,Actual Cost")]
    public void ColumnsOfTheProductsAreFound(string header)
    {
        var fields = FieldMapper.Map(new RecordSchema(header.Split(',')), new FieldMapOptions());
        foreach (var field in new[] { "CampaignName", "CampaignStatus", "CampaignStartDate", "CampaignEndDate" }) Assert.True(fields.IndexOf(field) >= 0, field);
    }

    [Fact]
    public void ARuleThatIsOffFindsNothingAndASuppressedFindingDoesNotCount()
    {
        const string Row = "1,202611_emea_good,,Email,Planned,2026-12-02,2026-12-01,0,100,,,,o,";
        Assert.Empty(Check([Row], PolicyLoader.Parse("{ \"rules\": { \"EndBeforeStart\": { \"enabled\": false } } }")).Campaigns.Single().Findings);
        var campaign = Check([Row], PolicyLoader.Parse("{ \"suppressions\": [{ \"rule\": \"CMP007\", \"reason\": \"known\", \"expires\": \"2099-01-01\" }] }")).Campaigns.Single();
        Assert.True(campaign.IsCompliant);
        Assert.True(campaign.Findings.Single().IsSuppressed);
    }

    [Fact]
    public void NoCampaignsAreAnError()
    {
        Assert.Throws<CampaignMetadataException>(() => Check([]));
        Assert.Throws<FieldNotFoundException>(() => Check(["1"], header: "Id"));
    }

    private static string[] Rules(IReadOnlyList<CampaignRecord> campaigns) => [.. campaigns.Select(campaign => string.Join(",", campaign.Findings.Select(finding => finding.RuleId)))];

    private static (IReadOnlyList<CampaignRecord> Campaigns, CampaignSummary Summary) Check(string[] rows, MopsPolicy? policy = null, string header = Header, string? members = null)
    {
        var analysis = new CampaignMetadataAnalysis(policy ?? Policy, Today, Today);
        if (members is not null)
        {
            var statuses = new MemberStatuses();
            Read(members, statuses.Open, statuses.Add);
            analysis.Members = statuses;
        }

        Read(header + "\n" + string.Concat(rows.Select(row => row + "\n")), analysis.Open, analysis.Add);
        return analysis.Finish();
    }

    private static void Read(string text, Func<FieldMapping, IReadOnlyList<int>> open, Action<RecordReader> add)
    {
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.csv", new ImportOptions { Delimiter = ',' }, schema => open(FieldMapper.Map(schema, new FieldMapOptions())));
        while (reader.Read()) add(reader);
    }
}
