using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Requests;
using Xunit;

namespace MopsPS.Core.Tests.Requests;

public class RequestSorterTests
{
    [Theory]
    [InlineData("Upload the trade show list", "", "List import")]
    [InlineData("Newsletter for November", "", "E-mail campaign")]
    [InlineData("Please dedupe our contacts", "They were merged badly.", "Data repair")]
    [InlineData("New user account", "Login with read only permissions", "Access and permissions")]
    [InlineData("utm_source is wrong on the partner page", "", "Tracking and UTM")] // a star stands for any ending
    [InlineData("Right to be forgotten", "Delete my data", "Consent and suppression")]
    [InlineData("Hello", "Can you have a look?", null)]
    [InlineData("reportable", "", null)] // whole words only
    public void TheCategoryOfARequest(string summary, string description, string? expected) => Assert.Equal(expected, Sort(summary, description).Category);

    [Fact]
    public void ATieIsNoCategoryAndNamesBoth()
    {
        var triage = Sort("webinar dashboard", "");
        Assert.Null(triage.Category);
        Assert.Equal(["Event and webinar", "Report and dashboard"], triage.Candidates.OrderBy(name => name, StringComparer.Ordinal));
        Assert.Equal("REQ010", triage.Findings[0].RuleId);
        Assert.False(triage.IsCompliant);
    }

    [Theory]
    [InlineData("needed 2026-12-01", true)]
    [InlineData("on 1 December", true)]
    [InlineData("on Dec 1st", true)]
    [InlineData("on 12/1", true)]
    [InlineData("on 1.12.2026", true)]
    [InlineData("by Friday", true)]
    [InlineData("we may need version 2.1 of it", false)]
    [InlineData("about 300 rows", false)]
    [InlineData("24/7 service", true)] // reads like a day of a month; asking once less is the smaller harm
    public void ADateAnswersTheDeadline(string description, bool isAnswered) =>
        Assert.Equal(!isAnswered, Sort("Newsletter", description).Questions.Contains("By when is it needed?"));

    [Fact]
    public void AFilledColumnAnswers()
    {
        Assert.Contains("By when is it needed?", Run("Issue key,Summary,Due date\n1,Newsletter,\n").Single().Questions);
        Assert.DoesNotContain("By when is it needed?", Run("Issue key,Summary,Due date\n1,Newsletter,2026-12-01\n").Single().Questions);
    }

    [Fact]
    public void ACompleteRequestHasNoOpenQuestion()
    {
        var triage = Sort("Upload the trade show list", "Badge scans, all opted in; country and job title are filled. For the follow-up mailing on 2026-12-01.");
        Assert.Empty(triage.Questions);
        Assert.True(triage.IsCompliant);
        Assert.Empty(triage.Findings);
    }

    [Fact]
    public void TheTeamsOwnCategoriesReplaceTheShippedOnes()
    {
        var triage = Sort("Blimp flight", "", """
            { "requests": { "categories": [ { "name": "Airship", "words": ["blimp*"], "runbook": "https://wiki.example.com/airship", "owner": "Ada" } ],
              "questions": [ { "name": "Pilot", "ask": "Who flies?", "for": ["airship"], "words": ["pilot"] } ] } }
            """);
        Assert.Equal(("Airship", "Ada", "https://wiki.example.com/airship", "Who flies?"), (triage.Category, triage.Owner, triage.Runbook, triage.Questions.Single()));
        Assert.Equal(["blimp*"], triage.Evidence);
    }

    [Fact]
    public void AddressesInASummaryAreMasked() => Assert.DoesNotContain("ada.abel", Sort("Import ada.abel@example.com as a contact", "").Summary);

    [Fact]
    public void ALongTextIsSortedInTimeInProportionToIt()
    {
        var text = string.Concat(Enumerable.Repeat("import a list and nothing else ", 30_000));
        Assert.Equal("List import", Sort("x", text.Substring(0, 900_000)).Category);
    }

    private static RequestTriage Sort(string summary, string description, string policy = "{}") =>
        Run($"Issue key,Summary,Description\n1,\"{summary}\",\"{description}\"\n", policy).Single();

    private static List<RequestTriage> Run(string csv, string policy = "{}")
    {
        var sorter = new RequestSorter(PolicyLoader.TestText(policy).Policy!, new DateTime(2026, 11, 25));
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "requests.csv", new ImportOptions(), schema => sorter.Open(FieldMapper.Map(schema)));
        var found = new List<RequestTriage>();
        while (reader.Read()) found.Add(sorter.Sort(reader));
        return found;
    }
}
