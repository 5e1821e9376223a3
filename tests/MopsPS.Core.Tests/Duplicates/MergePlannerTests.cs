using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Duplicates.Merging;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

public class MergePlannerTests
{
    private const string Header = "Id|Email|Phone|Title|Created Date|Last Modified Date";

    private static MergeProposal Propose(DuplicateGroup group, MergePolicy? policy = null) => new MergePlanner(policy ?? new MergePolicy()).Propose(group);

    [Theory]
    [InlineData(MasterRule.MostComplete, "3", "most complete (6 fields)")]
    [InlineData(MasterRule.Oldest, "2", "oldest (2020-01-01)")]
    [InlineData(MasterRule.MostRecent, "1", "changed last (2026-06-01)")]
    [InlineData(MasterRule.LowestId, "1", "lowest id")]
    [InlineData(MasterRule.Suggested, "1", "suggested by the search")]
    public void The_master_is_chosen_by_the_rule_and_says_why(MasterRule rule, string id, string reason)
    {
        var group = MergeGroups.Of(Header, "1||||2022-01-01|2026-06-01", "2||||2020-01-01|2025-01-01", "3|a@acme.com|1 555 010|CEO|2021-01-01|2024-01-01");
        var proposal = Propose(group, new MergePolicy { Master = [rule] });
        Assert.Equal(id, proposal.Master.Id);
        Assert.Equal(reason, proposal.MasterReason);
    }

    [Fact]
    public void Rules_go_on_where_the_first_leaves_several()
    {
        var group = MergeGroups.Of("Id|Email|Open Opportunities|Created Date", "10|a@acme.com|1|2022-01-01", "9|a@acme.com|2|2022-01-01", "1|a@acme.com|0|2020-01-01");
        var proposal = Propose(group, new MergePolicy { Refuse = [] });
        Assert.Equal("9", proposal.Master.Id);
        Assert.Equal("has an opportunity with others, then lowest id", proposal.MasterReason);
    }

    [Fact]
    public void A_contact_goes_before_a_lead_and_a_known_record_before_a_new_one()
    {
        var schema = new RecordSchema(["Id", "Email"]);
        var lead = MergeGroups.Member(schema, "1|a@acme.com", 1, "Lead");
        var contact = MergeGroups.Member(schema, "2|", 2, "Contact");
        Assert.Equal("2", Propose(MergeGroups.Of(1, lead, contact)).Master.Id);
        var known = MergeGroups.Member(schema, "3|", 3, "Lead", isKnown: true);
        Assert.Equal("3", Propose(MergeGroups.Of(1, lead, known)).Master.Id);
    }

    [Theory]
    [InlineData(SurvivorshipRule.Master, "111 55501")]
    [InlineData(SurvivorshipRule.MostRecent, "222 55502")]
    [InlineData(SurvivorshipRule.Oldest, "333 55503 9")]
    [InlineData(SurvivorshipRule.Longest, "333 55503 9")]
    [InlineData(SurvivorshipRule.Majority, "222 55502")]
    [InlineData(SurvivorshipRule.SourcePriority, "111 55501")]
    [InlineData(SurvivorshipRule.MostComplete, "444 55504")]
    public void The_value_survives_by_the_rule(SurvivorshipRule rule, string phone)
    {
        var group = MergeGroups.Of(
            "Id|Email|Phone|Title|City|Created Date|Last Modified Date",
            "1|a@acme.com|111 55501|||2022-01-01|2024-01-01",
            "2||222 55502|||2023-01-01|2026-01-01",
            "3||333 55503 9|||2019-01-01|2023-01-01",
            "4|b@acme.com|444 55504|CEO|Bonn|2024-01-01|2022-01-01",
            "5||222 55502|||2024-01-01|2021-01-01");
        var policy = new MergePolicy { Master = [MasterRule.LowestId], Fields = new Dictionary<string, SurvivorshipRule> { ["Phone"] = rule } };
        var pick = Propose(group, policy).Pick("Phone");
        Assert.Equal(phone, pick.Value);
        Assert.Equal(rule, pick.Rule);
        Assert.Equal(phone != "111 55501", pick.IsChange);
    }

    [Fact]
    public void Empty_values_and_placeholders_never_win()
    {
        var group = MergeGroups.Of(Header, "1|a@acme.com|000-000-0000|n/a|2022-01-01|2026-01-01", "2||49 30 901820|CEO|2021-01-01|2025-01-01");
        var proposal = Propose(group, new MergePolicy { Master = [MasterRule.LowestId], Default = SurvivorshipRule.MostRecent });
        Assert.Equal("49 30 901820", proposal.Pick("Phone").Value);
        Assert.Equal("CEO", proposal.Pick("Title").Value);
        Assert.Equal(2, proposal.ChangeCount);
        Assert.False(proposal.Pick("Created Date").IsChange);
        Assert.False(proposal.Pick("Id").IsChange);
    }

    [Fact]
    public void Original_sources_keep_the_oldest()
    {
        var group = MergeGroups.Of("Id|Lead Source|Original Campaign|Created Date", "1|Web|b|2024-01-01", "2|Trade show|a|2020-01-01");
        var proposal = Propose(group, new MergePolicy { Master = [MasterRule.LowestId], Default = SurvivorshipRule.MostRecent });
        Assert.Equal("Trade show", proposal.Pick("Lead Source").Value);
        Assert.Equal("a", proposal.Pick("Original Campaign").Value);
    }

    [Fact]
    public void An_address_is_taken_from_one_record()
    {
        var group = MergeGroups.Of(
            "Id|Street|City|Postal Code|Country|Last Modified Date",
            "1||||Germany|2026-01-01", "2|Hauptstr. 1|Bonn|53111||2025-01-01", "3|Ringweg 5|Ulm|89073|Austria|2020-01-01");
        var proposal = Propose(group, new MergePolicy { Master = [MasterRule.LowestId] });
        Assert.Equal("Hauptstr. 1", proposal.Pick("Street").Value);
        Assert.Equal("Bonn", proposal.Pick("City").Value);
        Assert.Equal("53111", proposal.Pick("Postal Code").Value);
        Assert.Equal("Germany", proposal.Pick("Country").Value); // nothing of the first record speaks against it
    }

    [Fact]
    public void The_strictest_consent_survives_whatever_the_rule()
    {
        var policy = new MergePolicy
        {
            Master = [MasterRule.LowestId],
            Default = SurvivorshipRule.MostRecent,
            Fields = new Dictionary<string, SurvivorshipRule> { ["HasOptedOut"] = SurvivorshipRule.Master, ["Mail ok"] = SurvivorshipRule.Longest },
            Consent = new Dictionary<string, IReadOnlyList<string>> { ["Mail ok"] = ["No", "Unknown", "Yes"] },
        };
        var group = MergeGroups.Of("Id|Email Opt Out|Do Not Call|Mail ok|Last Modified Date", "1|false||Yes|2026-01-01", "2|TRUE|1|unknown|2020-01-01", "3||no|YES|2021-01-01");
        var proposal = Propose(group, policy);
        Assert.Equal("TRUE", proposal.Pick("Email Opt Out").Value);
        Assert.Equal("1", proposal.Pick("Do Not Call").Value);
        Assert.Equal("unknown", proposal.Pick("Mail ok").Value);
        Assert.All(new[] { "Email Opt Out", "Do Not Call", "Mail ok" }, column => Assert.Equal(SurvivorshipRule.StrictestConsent, proposal.Pick(column).Rule));
        Assert.Empty(proposal.Refusals);
    }

    [Fact]
    public void A_lead_gives_its_values_to_a_contact_of_other_columns()
    {
        var contact = MergeGroups.Member(new RecordSchema(["Id", "Email", "Phone Number", "Note"]), "1|a@acme.com||", 1, "Contact");
        var lead = MergeGroups.Member(new RecordSchema(["Id", "E-mail", "Phone", "note", "Other"]), "2|a@acme.com|49 30 901820|hi|x", 2, "Lead");
        var proposal = Propose(MergeGroups.Of(1, lead, contact));
        Assert.Equal("1", proposal.Master.Id);
        Assert.Equal("49 30 901820", proposal.Pick("Phone Number").Value);
        Assert.Equal("hi", proposal.Pick("Note").Value);
        Assert.False(proposal.IsRefused);
    }

    [Fact]
    public void Dates_that_cannot_be_read_are_counted_and_a_culture_reads_them()
    {
        var group = MergeGroups.Of("Id|Created Date", "1|03/04/2024", "2|05/06/2019");
        var planner = new MergePlanner(new MergePolicy { Master = [MasterRule.Oldest] });
        Assert.Equal("1", planner.Propose(group).Master.Id);
        Assert.Equal(2, planner.UnreadDateCount);
        var british = new MergePlanner(new MergePolicy { Master = [MasterRule.Oldest] }, new MergeOptions { Culture = new CultureInfo("en-GB") });
        Assert.Equal("2", british.Propose(group).Master.Id);
        Assert.Equal(0, british.UnreadDateCount);
    }

    [Fact]
    public void The_order_of_the_records_makes_no_difference()
    {
        string[] rows = ["1|a@acme.com|1 555 010|CEO|2022-01-01|2026-06-01", "2|b@acme.com|2 555 010|CTO|2022-01-01|2026-06-01", "3|c@acme.com|3 555 010|COO|2022-01-01|2026-06-01"];
        foreach (var rule in Enum.GetValues(typeof(SurvivorshipRule)).Cast<SurvivorshipRule>().Where(rule => rule < SurvivorshipRule.StrictestConsent))
        {
            var policy = new MergePolicy { Default = rule };
            var forth = Propose(MergeGroups.Of(Header, rows), policy);
            var back = Propose(MergeGroups.Of(Header, [.. rows.Reverse()]), policy);
            Assert.Equal(forth.Master.Id, back.Master.Id);
            Assert.Equal(forth.Picks.Select(pick => pick.Value), back.Picks.Select(pick => pick.Value));
        }
    }

    [Fact]
    public void Texts_for_logs_hold_no_values()
    {
        var proposal = Propose(MergeGroups.Of(Header, "1|ada@acme.com|49 30 901820|CEO||", "2|bob@acme.com|49 30 901821|CTO||"));
        var texts = proposal.Picks.Select(pick => pick.ToString()).Append(proposal.ToString()).Append(proposal.MasterReason);
        Assert.All(texts, text => Assert.DoesNotContain("acme", text, StringComparison.Ordinal));
    }
}
