using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Events;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Events;

/// <summary>Every layout is read without any parameter.</summary>
public sealed class AttendanceLayoutTests
{
    [Fact]
    public void AZoomWebinarWithAllItsSections()
    {
        var result = EventRun.Files(Repository.Example("zoom-webinar.csv"));
        Assert.Equal(
        [
            "14155550123 Attended 20 33.3", "Ada Abel Attended 50 83.3", "Bruno Moreau Attended 58 96.7", "Chiara Laine LeftEarly 0.5 0.8", "Deniz Haas NoShow", "Elif Costa Cancelled",
            "Femi Okafor Attended 45 75", "Greta Own Attended 60 100", "Hugo Hansen Attended 40 66.7",
        ], EventRun.Texts(result));
        var summary = Assert.Single(result.Summaries);
        Assert.Equal(("Autumn launch", "Zoom", 2, 60.0, 12, "month first"), (summary.Event, summary.Platform, summary.Staff, summary.SessionMinutes!.Value, summary.Rows, summary.DateOrder));
        Assert.Equal(new DateTime(2026, 10, 15, 15, 0, 0, DateTimeKind.Utc), summary.Started);
        Assert.Equal(2, result.Members.Single(member => member.LastName == "Abel").Joins);
        Assert.Equal(1, summary.WithoutEmail);
    }

    [Fact]
    public void ARegistrationReportAddsNoShowsAndWhatPeopleSaidOfThemselves()
    {
        var result = EventRun.Files(Repository.Example("zoom-webinar.csv"), Repository.Example("zoom-registrations.csv"));
        Assert.Equal(11, result.Members.Count);
        Assert.Equal(EventParticipation.NoShow, result.Members.Single(member => member.LastName == "Ito").Participation);
        Assert.Equal(EventParticipation.Cancelled, result.Members.Single(member => member.LastName == "Jensen").Participation);
        Assert.Equal(("Acme GmbH", "CEO"), (result.Members.Single(member => member.LastName == "Abel").Company, result.Members.Single(member => member.LastName == "Abel").Title));
        // Registrations alone say of nobody that he did not come.
        Assert.Equal(["Ada Abel Registered", "Ines Ito Registered", "Jonas Jensen Cancelled"], EventRun.Texts(EventRun.Files(Repository.Example("zoom-registrations.csv"))));
    }

    [Fact]
    public void AZoomMeetingOfTotals()
    {
        var result = EventRun.Files(EventRun.Data("zoom-meeting.csv"));
        // Two devices at once: no more than the meeting was long.
        Assert.Equal(["Ada Abel Attended 60 100", "Nameless Caller Attended 12 20"], EventRun.Texts(result));
        Assert.Equal((1, "Quarterly call", "Zoom"), (result.Summaries[0].Staff, result.Summaries[0].Event, result.Summaries[0].Platform));
    }

    [Fact]
    public void AZoomMeetingOfJoins() => Assert.Equal(["Ada Abel Attended 30 50"], EventRun.Texts(EventRun.Files(EventRun.Data("zoom-meeting-joins.csv"))));

    [Fact]
    public void ATeamsMeetingCountsJoinsAndNotTheTotalsToo()
    {
        var result = EventRun.Files(Repository.Example("teams-meeting.csv"));
        Assert.Equal(["Kira Keller Attended 40 66.7", "Luca Lopez Attended 24 40"], EventRun.Texts(result));
        Assert.Equal(("Roundtable", "Teams", 1), (result.Summaries[0].Event, result.Summaries[0].Platform, result.Summaries[0].Staff));
        Assert.Equal(2, result.Members[0].Joins);
        Assert.Equal(new DateTime(2026, 11, 4, 10, 5, 11, DateTimeKind.Utc), result.Members[0].FirstJoined);
    }

    [Fact]
    public void AGoToWebinar()
    {
        var result = EventRun.Files(EventRun.Data("goto-webinar.csv"));
        Assert.Equal(["Ada Abel Attended 45 75", "Bruno Moreau NoShow"], EventRun.Texts(result));
        Assert.Equal(("Autumn launch", "GoTo", 1), (result.Summaries[0].Event, result.Summaries[0].Platform, result.Summaries[0].Staff));
    }

    [Fact]
    public void On24TellsTheRecordingFromTheEventAndEventsFromEachOther()
    {
        var result = EventRun.Files(EventRun.Data("on24.csv"));
        Assert.Equal(["Ada Abel Attended 42", "Bruno Moreau OnDemand", "Chiara Laine NoShow", "Ada Abel Attended 10"], EventRun.Texts(result));
        Assert.Equal(["Autumn launch", "Another one"], result.Summaries.Select(summary => summary.Event));
        Assert.Equal(31, result.Members[1].OnDemandMinutes);
    }

    [Fact]
    public void EventbriteCheckIns() =>
        Assert.Equal(["Ada Abel Attended", "Bruno Moreau NoShow", "Chiara Laine Cancelled", "Deniz Haas Cancelled"], EventRun.Texts(EventRun.Files(EventRun.Data("eventbrite.csv"))));

    [Fact]
    public void ATableOfNoKnownProductWithDatesDayFirst()
    {
        var result = EventRun.Files(EventRun.Data("generic.csv"));
        Assert.Equal(["Ada Abel Attended 30", "Bruno Moreau Attended 10"], EventRun.Texts(result));
        Assert.Equal("Generic", result.Summaries[0].Platform);
    }

    [Fact]
    public void AReportIsReadInOneOrderOfDayAndMonthOnly()
    {
        var result = EventRun.Text("Name,Email,Join Time,Leave Time\nAda Abel,a@x.com,05/12/2026 09:00,05/12/2026 09:30\nBruno Moreau,b@x.com,13/12/2026 09:00,13/12/2026 09:30\n");
        Assert.Equal("day first", result.Summaries[0].DateOrder);
        Assert.Equal(new DateTime(2026, 12, 5, 9, 0, 0, DateTimeKind.Utc), result.Members[0].FirstJoined);
    }

    [SharedDataTheory]
    [InlineData("day1.csv", "E2E Webinar", "Alice Attended 85 70.8;Bob Attended 100 83.3")]
    [InlineData("day2.csv", "E2E Webinar", "Carol Attended 70 77.8")]
    [InlineData("zoom-meeting001_participants.csv", "Meeting about Reunion", "Eric's iPad Attended 57 76;Eric Clapton Attended 57 76;George Harrison Attended 72 96;George Martin Attended 60 80;John Lennon Attended 70 93.3;Paul McCartney Attended 73 97.3;Peter Best Attended 54 72;Ringo Starr Attended 53 70.7;Yoko Ono Attended 58 77.3")]
    public void TheSharedZoomFiles(string file, string topic, string members)
    {
        var result = EventRun.Files(SharedData.Path("exports", "zoom", file));
        Assert.Equal(topic, Assert.Single(result.Summaries).Event);
        Assert.Equal(members.Split(';').OrderBy(text => text), EventRun.Texts(result).OrderBy(text => text));
    }

    [SharedDataFact]
    public void AllSharedZoomFilesAtOnceAreFourEvents()
    {
        string[] names = ["day1.csv", "day2.csv", "zoom-meeting001_participants.csv", "zoom-meeting002_participants.csv", "zoom-meeting003_participants.csv"];
        var result = EventRun.Files([.. names.Select(name => SharedData.Path("exports", "zoom", name))]);
        Assert.Equal(4, result.Summaries.Count);
        Assert.Equal(2, result.Summaries.Single(summary => summary.Event == "E2E Webinar").Sessions);
        var one = EventRun.Run(new EventOptions { CampaignId = "701" }, "{}", names.Reverse().Select(name => (SharedData.Path("exports", "zoom", name), (string?)null)), []);
        Assert.Equal(12, one.Members.Count);
        Assert.Equal(216, one.Members.Single(member => member.LastName == "Harrison").Minutes);
    }

    [Theory]
    [InlineData("NoTable", "just,some,text\n1,2,3\n")]
    [InlineData("NoPeople", "Name,Email,Join Time,Leave Time\n")]
    public void WhatIsNoReportIsAnError(string kind, string text) => Assert.Equal(kind, Assert.Throws<EventException>(() => EventRun.Text(text)).Kind);

    [Fact]
    public void WhatDoesNotReadIsReportedAndNobodyIsDropped()
    {
        var problems = new List<RecordProblem>();
        const string text = "Name,Email,Join Time,Leave Time,Duration (Minutes)\nAda,ada@x.com,soon,later,30\n,,10/15/2026 03:00:00 PM,,5\nBruno,b@x.com,10/15/2026 03:00:00 PM,10/15/2026 03:10:00 PM,long\n";
        var result = EventRun.Run(new EventOptions(), "{}", [("report.csv", text)], [], problems: problems);
        Assert.Equal(["Ada Attended 30", "Bruno Attended 10"], EventRun.Texts(result));
        Assert.Equal(["UnreadableDate", "UnreadableDate", "NoIdentity", "UnreadableNumber"], problems.Select(problem => problem.Kind));
        Assert.Equal((1, "Join", 2), (problems[0].Source.Row, problems[0].Source.Column, problems[0].Source.Line));
        Assert.Equal(1, result.Summaries[0].Unusable);
    }

    [Fact]
    public void TheOrderOfRowsAndFilesDoesNotMatter()
    {
        string[] files = [Repository.Example("zoom-webinar.csv"), Repository.Example("zoom-registrations.csv")];
        var forth = EventRun.Files(files);
        var back = EventRun.Files([files[1], files[0]]);
        Assert.Equal(forth.Members.Select(member => member.ToString() + member.Name + member.Company), back.Members.Select(member => member.ToString() + member.Name + member.Company));
    }
}
