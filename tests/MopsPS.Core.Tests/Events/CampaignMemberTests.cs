using System;
using System.IO;
using System.Linq;
using CsCheck;
using MopsPS.Core.Events;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Events;

public sealed class CampaignMemberTests
{
    private const string Campaign = "7015e000000AbCdAAK";
    private static readonly string[] Known = [Repository.Example("event-leads.csv"), Repository.Example("event-contacts.csv")];

    [Fact]
    public void PeopleAreFoundByTheirAddressAndNobodyIsGuessed()
    {
        var members = Webinar().Members.ToDictionary(member => member.LastName!);
        Assert.Equal(("00Q5e0000001EAAEA2", null, MemberMatch.Matched), (members["Abel"].LeadId, members["Abel"].ContactId, members["Abel"].Match));
        Assert.Equal(("0035e0000008XAAAA2", MemberMatch.Matched), (members["Moreau"].ContactId, members["Moreau"].Match));
        // The lead was converted into the contact: both are one.
        Assert.Equal(("0035e0000009XAAAA2", MemberMatch.Matched), (members["Haas"].ContactId, members["Haas"].Match));
        Assert.Equal((MemberMatch.Ambiguous, 2), (members["Hansen"].Match, members["Hansen"].Candidates.Count));
        Assert.Null(members["Hansen"].LeadId);
        // A shared mailbox under another name is nobody for sure.
        Assert.Equal(MemberMatch.Ambiguous, members["Okafor"].Match);
        Assert.Equal(MemberMatch.NotFound, members["Costa"].Match);
    }

    [Fact]
    public void AStatusNeverGoesBack()
    {
        var members = Webinar(existing: true).Members.ToDictionary(member => member.LastName!);
        Assert.Equal(("Responded", true, "00v5e000000M1AAAA0"), (members["Abel"].Status, members["Abel"].IsStatusKept, members["Abel"].ExistingId));
        Assert.Equal(("Attended", false, "Registered"), (members["Moreau"].Status, members["Moreau"].IsStatusKept, members["Moreau"].ExistingStatus));
    }

    [Fact]
    public void TheFilesForSalesforceHoldEachMemberOnce()
    {
        var folder = Directory.CreateTempSubdirectory("mops-members-").FullName;
        try
        {
            var members = Webinar(existing: true).Members;
            var files = MemberImportFiles.Write(folder, members, MemberTarget.Salesforce);
            var text = files.ToDictionary(file => Path.GetFileName(file.Path), file => File.ReadAllLines(file.Path));
            Assert.Equal(["members-not-imported.csv", "members-review.csv", "salesforce-campaignmember-insert.csv", "salesforce-campaignmember-update.csv", "salesforce-lead-insert.csv"], text.Keys);
            Assert.Equal(["CampaignId,ContactId,LeadId,Status", $"{Campaign},0035e0000009XAAAA2,,No Show"], text["salesforce-campaignmember-insert.csv"].Select(line => line.Replace("\"", "", StringComparison.Ordinal)));
            Assert.Equal(["Id,Status", "00v5e000000M2AAAA0,Attended"], text["salesforce-campaignmember-update.csv"].Select(line => line.Replace("\"", "", StringComparison.Ordinal)));
            // One keeps its status and is in no file.
            Assert.Equal(members.Count - 1, files.Sum(file => file.Rows));
            Assert.Equal("NoCampaign", Assert.Throws<EventException>(() => MemberImportFiles.Write(folder, EventRun.Files(EventRun.Data("zoom-meeting.csv")).Members, MemberTarget.Salesforce)).Kind);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void MarketoHasAFileForEachStatusAndHubSpotOne()
    {
        var folder = Directory.CreateTempSubdirectory("mops-members-").FullName;
        try
        {
            var members = EventRun.Run(new EventOptions { Target = MemberTarget.Marketo }, "{}", [(Repository.Example("zoom-webinar.csv"), null)], []).Members;
            Assert.Equal(
                ["marketo-members-attended.csv 5", "marketo-members-cancelled.csv 1", "marketo-members-no-show.csv 2", "members-not-imported.csv 1"],
                MemberImportFiles.Write(folder, members, MemberTarget.Marketo).Select(file => $"{Path.GetFileName(file.Path)} {file.Rows}"));
            Assert.Equal(
                ["hubspot-contacts-event.csv 8", "members-not-imported.csv 1"],
                MemberImportFiles.Write(folder, members, MemberTarget.HubSpot).Select(file => $"{Path.GetFileName(file.Path)} {file.Rows}"));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void ThePolicySaysWhatCountsAndWhoIsLeftOut()
    {
        const string policy = """{ "events": { "attendedMinutes": 30, "attendedShare": 80, "internalDomains": ["acme.example"], "statuses": { "Salesforce": { "LeftEarly": "Registered" } } } }""";
        var result = EventRun.Run(new EventOptions(), policy, [(Repository.Example("zoom-webinar.csv"), null)], []);
        var members = result.Members.ToDictionary(member => member.LastName!);
        Assert.Equal((1, 3, 5), (result.Summaries[0].Internal, result.Summaries[0].Attended + 1, result.Summaries[0].LeftEarly + 1));
        Assert.Equal((EventParticipation.LeftEarly, "Registered"), (members["Hansen"].Participation, members["Hansen"].Status));
        Assert.Equal(EventParticipation.Attended, members["Abel"].Participation);
        Assert.DoesNotContain("Own", members.Keys);
    }

    [Fact]
    public void AStatusThatTheOrderDoesNotKnowIsAMistake() =>
        Assert.Contains("Present", Assert.Single(PolicyLoader.TestText("""{ "events": { "statuses": { "Salesforce": { "Attended": "Present" } } } }""").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void TimeOnSeveralDevicesCountsOnce() => Gen.Select(Gen.Int[0, 200], Gen.Int[0, 60]).Array[0, 12].Sample(spans =>
    {
        var minutes = new bool[300];
        foreach (var (start, length) in spans)
            for (var i = start; i < start + length; i++) minutes[i] = true;
        return Intervals.Length(spans.Select(span => ((long)span.Item1, (long)(span.Item1 + span.Item2)))) == minutes.Count(there => there);
    });

    [Fact]
    public void AMemberShowsNoPersonInALog()
    {
        foreach (var member in Webinar().Members)
        {
            Assert.DoesNotContain(member.LastName!, member.ToString(), StringComparison.Ordinal);
            if (member.Email is not null) Assert.DoesNotContain(member.Email, member.ToString(), StringComparison.Ordinal);
        }
    }

    private static EventResult Webinar(bool existing = false) => EventRun.Run(
        new EventOptions { CampaignId = Campaign }, """{ "events": { "internalDomains": ["acme.example"] } }""", [(Repository.Example("zoom-webinar.csv"), null)], Known,
        existing ? Repository.Example("campaign-members.csv") : null);
}
