using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Duplicates.Merging;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

public sealed class MergeImportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;
    private readonly MergePlanner _planner = new(new MergePolicy { Master = [MasterRule.ContactBeforeLead, MasterRule.LowestId] });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Salesforce_gets_updates_merges_of_three_and_lists_for_the_long_way()
    {
        var group = MergeGroups.Of("Lead", "Id|Email|Zip/Postal Code|Title", ["1|a@acme.com||", "2||00412|CEO", "3|||", "4|||"]);
        var files = Write(MergeTarget.Salesforce, group);
        Assert.Equal(["salesforce-lead-delete.csv", "salesforce-lead-merge.csv", "salesforce-lead-reparent.csv", "salesforce-lead-rollback.csv", "salesforce-lead-update.csv"], files);
        Assert.Equal("Id,PostalCode,Title\r\n1,00412,CEO\r\n", Text("salesforce-lead-update.csv"));
        Assert.Equal("MasterRecordId,MergeRecordId1,MergeRecordId2\r\n1,2,3\r\n1,4,\r\n", Text("salesforce-lead-merge.csv"));
        Assert.Equal("FromId,ToId\r\n2,1\r\n3,1\r\n4,1\r\n", Text("salesforce-lead-reparent.csv"));
        Assert.Equal("Id\r\n2\r\n3\r\n4\r\n", Text("salesforce-lead-delete.csv"));
        Assert.Equal(
            "Merge Group,Merge Role,Id,Email,Zip/Postal Code,Title\r\n1,Master,1,a@acme.com,,\r\n1,Duplicate,2,,00412,CEO\r\n1,Duplicate,3,,,\r\n1,Duplicate,4,,,\r\n",
            Text("salesforce-lead-rollback.csv"));
    }

    [Fact]
    public void A_lead_of_a_contact_is_converted_not_merged()
    {
        var contact = MergeGroups.Member(new RecordSchema(["Id", "Email", "AccountId", "MailingCity", "LastModifiedDate", "OwnerId"]), "003|a@acme.com|001|||", 1, "Contact");
        var lead = MergeGroups.Member(new RecordSchema(["Id", "Email", "City"]), "00Q|a@acme.com|Bonn", 2, "Lead");
        var files = Write(MergeTarget.Salesforce, MergeGroups.Of(1, contact, lead));
        Assert.Equal(["salesforce-contact-rollback.csv", "salesforce-contact-update.csv", "salesforce-lead-convert.csv", "salesforce-lead-rollback.csv"], files);
        Assert.Equal("LeadId,ContactId,AccountId,DoNotCreateOpportunity\r\n00Q,003,001,true\r\n", Text("salesforce-lead-convert.csv"));
        Assert.Equal("Id,MailingCity\r\n003,Bonn\r\n", Text("salesforce-contact-update.csv"));
    }

    [Fact]
    public void HubSpot_gets_pairs_and_an_import_by_record_id()
    {
        var files = Write(MergeTarget.HubSpot, MergeGroups.Of("Id|Email|Job Title|Shoe size", "10|a@acme.com||", "20||CEO|44", "30|||"));
        Assert.Equal(["hubspot-contact-import.csv", "hubspot-contact-merge.csv", "hubspot-contact-rollback.csv"], files);
        Assert.Equal("Record ID,jobtitle,Shoe size\r\n10,CEO,44\r\n", Text("hubspot-contact-import.csv"));
        Assert.Equal("primaryObjectId,objectIdToMerge\r\n10,20\r\n10,30\r\n", Text("hubspot-contact-merge.csv"));
    }

    [Fact]
    public void Marketo_gets_winners_losers_and_rest_names()
    {
        var files = Write(MergeTarget.Marketo, MergeGroups.Of("Lead", "Id|Email|First Name", ["10|a@acme.com|", "20||Ada", "30||"]));
        Assert.Equal(["marketo-lead-merge.csv", "marketo-lead-rollback.csv", "marketo-lead-update.csv"], files);
        Assert.Equal("winnerId,loserIds\r\n10,\"20,30\"\r\n", Text("marketo-lead-merge.csv"));
        Assert.Equal("id,firstName\r\n10,Ada\r\n", Text("marketo-lead-update.csv"));
    }

    [Fact]
    public void A_group_without_changes_has_no_row_to_update_and_kinds_are_not_mixed_where_nothing_merges_them()
    {
        Assert.Equal(["hubspot-contact-merge.csv", "hubspot-contact-rollback.csv"], Write(MergeTarget.HubSpot, MergeGroups.Of("Id|Email", "1|a@acme.com", "2|a@acme.com")));
        var schema = new RecordSchema(["Id"]);
        var mixed = _planner.Propose(MergeGroups.Of(1, MergeGroups.Member(schema, "1", 1, "Contact"), MergeGroups.Member(schema, "2", 2, "Lead")));
        Assert.Equal("HubSpot cannot merge records of different kinds", new MergeImportFiles(_planner, MergeTarget.HubSpot).Add(mixed));
    }

    [Fact]
    public void A_kind_does_not_lead_out_of_the_folder()
    {
        Assert.All(Write(MergeTarget.Marketo, MergeGroups.Of("../../x", "Id", ["1", "2"])), name => Assert.StartsWith("marketo-x-", name, StringComparison.Ordinal));
    }

    private string[] Write(MergeTarget target, DuplicateGroup group)
    {
        var files = new MergeImportFiles(_planner, target);
        Assert.Null(files.Add(_planner.Propose(group)));
        var written = files.Write(_folder);
        Assert.All(written, file => Assert.Equal(file.Rows + 1, File.ReadAllLines(file.Path).Length));
        return [.. written.Select(file => file.Name)];
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(_folder, name));
}
