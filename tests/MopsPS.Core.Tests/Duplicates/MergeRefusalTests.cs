using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Duplicates.Merging;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

public class MergeRefusalTests
{
    private static IEnumerable<MergeRefusalKind> Refused(DuplicateGroup group, MergePolicy? policy = null) =>
        new MergePlanner(policy ?? new MergePolicy()).Propose(group).Refusals.Select(refusal => refusal.Kind);

    [Theory]
    [InlineData("Id|Owner", "1|Sam", "2|Kim", MergeRefusalKind.ConflictingOwners)]
    [InlineData("Id|Open Opportunities", "1|2", "2|1", MergeRefusalKind.SeveralOpportunities)]
    [InlineData("Id|Stage", "1|Proposal", "2|Negotiation", MergeRefusalKind.SeveralOpportunities)]
    [InlineData("Id|IsConverted", "1|true", "2|true", MergeRefusalKind.SeveralOpportunities)]
    [InlineData("Id|VAT Number", "1|DE1", "2|DE2", MergeRefusalKind.DifferentHardIds)]
    [InlineData("Id|Email Opt Out", "1|perhaps", "2|false", MergeRefusalKind.ConflictingConsent)]
    [InlineData("Id|Email", "|a@acme.com", "2|a@acme.com", MergeRefusalKind.MissingId)]
    [InlineData("Id|Email", "1|a@acme.com", "1|a@acme.com", MergeRefusalKind.SameRecord)]
    public void A_conflict_is_refused(string header, string first, string second, MergeRefusalKind kind) =>
        Assert.Equal([kind], Refused(MergeGroups.Of(header, first, second)));

    [Theory]
    [InlineData("Id|Owner", "1|Sam", "2|sam ")]
    [InlineData("Id|Owner", "1|Sam", "2|")]
    [InlineData("Id|Open Opportunities", "1|2", "2|0")]
    [InlineData("Id|Stage", "1|Proposal", "2|Closed Won")]
    [InlineData("Id|VAT Number", "1|DE1", "2|")]
    [InlineData("Id|Email Opt Out", "1|true", "2|false")]
    public void What_does_not_conflict_is_not_refused(string header, string first, string second) => Assert.Empty(Refused(MergeGroups.Of(header, first, second)));

    [Fact]
    public void A_consent_after_an_opt_out_is_refused()
    {
        var policy = new MergePolicy();
        var options = new MergeOptions { FieldMap = new Dictionary<string, string> { ["ConsentDate"] = "Consented", ["HasOptedOut"] = "Out" } };
        var conflict = MergeGroups.Of("Id|Out|Consented", "1|true|", "2|false|2026-01-01");
        Assert.Equal([MergeRefusalKind.ConflictingConsent], new MergePlanner(policy, options).Propose(conflict).Refusals.Select(refusal => refusal.Kind));
        var clean = MergeGroups.Of("Id|Out|Consented", "1|true|2020-01-01", "2|false|");
        Assert.Empty(new MergePlanner(policy, options).Propose(clean).Refusals);
    }

    [Fact]
    public void A_consent_that_the_master_has_no_column_for_is_refused()
    {
        var contact = MergeGroups.Member(new RecordSchema(["Id", "Email"]), "1|a@acme.com", 1, "Contact");
        var lead = MergeGroups.Member(new RecordSchema(["Id", "Do Not Call"]), "2|true", 2, "Lead");
        Assert.Equal([MergeRefusalKind.ConflictingConsent], Refused(MergeGroups.Of(1, contact, lead)));
    }

    [Fact]
    public void A_group_over_the_cap_is_refused()
    {
        var group = MergeGroups.Of("Id", "1", "2", "3");
        Assert.Equal([MergeRefusalKind.GroupTooLarge], Refused(group, new MergePolicy { MaxGroupSize = 2 }));
        Assert.Empty(Refused(group, new MergePolicy { MaxGroupSize = 3 }));
    }

    [Fact]
    public void Kinds_that_nothing_merges_are_refused()
    {
        var schema = new RecordSchema(["Id"]);
        Assert.Equal([MergeRefusalKind.MixedObjects], Refused(MergeGroups.Of(1, MergeGroups.Member(schema, "1", 1, "Lead"), MergeGroups.Member(schema, "2", 2, "Account"))));
        var leadFirst = MergeGroups.Of(1, MergeGroups.Member(schema, "1", 1, "Lead"), MergeGroups.Member(schema, "2", 2, "Contact"));
        Assert.Equal([MergeRefusalKind.MixedObjects], Refused(leadFirst, new MergePolicy { Master = [MasterRule.LowestId] }));
        Assert.Empty(Refused(leadFirst));
    }

    [Fact]
    public void What_the_policy_lets_pass_is_not_refused_but_the_rest_always_is()
    {
        var policy = new MergePolicy { Refuse = [] };
        Assert.Empty(Refused(MergeGroups.Of("Id|Owner", "1|Sam", "2|Kim"), policy));
        Assert.Equal([MergeRefusalKind.MissingId], Refused(MergeGroups.Of("Id|Owner", "|Sam", "2|Kim"), policy));
    }
}
