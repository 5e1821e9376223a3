using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

/// <summary>The example with planted faults: every one of them is found on its line, and nothing else. The clean one is a go.</summary>
public sealed class ExampleCampaignTests
{
    private const string Invitation = "emails/invitation.html";
    private const string FollowUp = "emails/follow-up.html";
    private const string LastCall = "emails/last-call.eml";
    private const string Page = "landing-pages/webinar.html";
    private const string TestLeads = "routing/test-leads.csv";
    private const string Receivers = "audience/receivers.csv";

    /// <summary>Check, file and a text of the line on which the fault was planted; null where it is about the whole file.</summary>
    private static readonly (string Check, string File, string? Text)[] Planted =
    [
        ("PastLaunchDate", "campaign.json", "\"launchDate\": \"2026-11-24\""),
        ("BriefFileMissing", "campaign.json", "emails/reminder.html"),
        ("ExpiredWaiver", "campaign.json", "\"expires\": \"2026-10-31\""),
        ("UnplacedFile", "design/source.txt", null),

        ("ImageWithoutAlt", Invitation, "webinar.png"),
        ("BrokenImageSource", Invitation, "../images/speakers.png"),
        ("EmailUnknownToken", Invitation, "contact.frstname"),
        ("EmailBrokenToken", Invitation, "{{ contact.company }"),
        ("EmailFillerText", Invitation, "Lorem ipsum"),
        ("EmailNote", Invitation, "TODO"),
        ("OldBrandName", Invitation, "Contoso Labs"),
        ("PlaceholderLink", Invitation, "href=\"#\""),
        ("StagingLink", Invitation, "staging.contoso.com"),
        ("InsecureLink", Invitation, "http://"),
        ("UntidyTagging", Invitation, "/webinar/calendar"),
        ("UntidyTagging", Invitation, "utm_medium=Email"),
        ("WrongUtmCampaign", Invitation, "202609_emea_summer-school"),
        ("MisleadingLinkText", Invitation, "www.fabrikam.com"),
        ("EmailWrongYear", Invitation, "2024"),
        ("DifferentText", "emails/invitation.txt", "Reliable data before the holidays"),

        ("MissingLanguage", FollowUp, "<html>"),
        ("MissingUnsubscribe", FollowUp, "<body"),
        ("MissingPostalAddress", FollowUp, "<body"),
        ("LayoutTableWithoutRole", FollowUp, "<table class=\"page\""),
        ("LowContrast", FollowUp, "#d7dde3"),

        ("WrongFromDomain", LastCall, "contoso-mail.net"),
        ("WrongSubject", LastCall, "LAST SEATS!!!"),
        ("ShoutingSubject", LastCall, "LAST SEATS!!!"),
        ("MissingListUnsubscribe", LastCall, null),

        ("LinkTagging", "links/links.csv", "LinkedIn ad"),
        ("LinkTagging", "links/links.csv", "Partner newsletter"),

        ("MissingDescription", Page, "<head>"),
        ("UnwantedIndex", Page, "<head>"),
        ("AnalyticsBeforeConsent", Page, "<script>"),
        ("WrongAnalyticsId", Page, "<script>"),
        ("MissingAnalytics", Page, "<head>"),
        ("MissingFormField", Page, "<form"),
        ("MissingUtmField", Page, "<form"),
        ("MissingPagePrivacyLink", Page, "<form"),
        ("PreTickedConsent", Page, "checked"),

        ("SuppressedAddress", Receivers, "Marta.Moritz@"),
        ("SuppressedAddress", Receivers, "spy@"),
        ("UnsubscribedAddress", Receivers, "nils.nowak@"),
        ("HardBouncedAddress", Receivers, "olga.orlov@"),
        ("ConsentDeniedRow", Receivers, "pia.petit@"),
        ("RoleMailbox", Receivers, "info@"),
        ("OutsideSegment", Receivers, "Italy"),
        ("CompetitorAddress", Receivers, "spy@"),
        ("DuplicateMailbox", Receivers, "20013"),
        ("AudienceTooSmall", Receivers, null),

        ("MisroutedTestLead", TestLeads, "Large firms"),
        ("UnreadableTestLead", TestLeads, "Untied Sttes"),
    ];

    private static readonly string Examples = Repository.Example("campaigns");

    [Fact]
    public void EveryPlantedFaultIsFoundOnItsLineAndNothingElse()
    {
        var run = Run("autumn-webinar");
        var found = run.Findings.Where(finding => !finding.IsSuppressed).Select(finding => (Name: run.Checks.First(check => check.CheckId == finding.RuleId).Name, File: finding.Target!, Line: finding.Source?.Line ?? 0)).ToList();
        var missed = new List<string>();
        foreach (var (check, file, text) in Planted)
        {
            var at = found.FindIndex(finding => finding.Name == check && finding.File == file && (text is null ? finding.Line == 0 : LineOf(file, finding.Line).Contains(text, StringComparison.Ordinal)));
            if (at < 0) missed.Add($"{check} {file} '{text}'");
            else found.RemoveAt(at);
        }

        Assert.True(missed.Count == 0 && found.Count == 0, $"missed:\n{string.Join('\n', missed)}\nnot planted:\n{string.Join('\n', found)}");
        Assert.Equal((CampaignDecision.NoGo, "FailedCheck"), (run.Decision, run.DecisionRule));
    }

    [Fact]
    public void WhatIsWaivedAndWhatIsNotSignedIsToldWithTheReason()
    {
        var run = Run("autumn-webinar");
        Assert.Equal(["emails/follow-up.html", "emails/follow-up.txt"], run.Findings.Where(finding => finding.IsSuppressed).Select(finding => finding.Target));
        Assert.Equal("Ben Bold may not sign it; * (Legal) may", run.Checks.Single(check => check.Name == "Legal review").Reason);
    }

    [Fact]
    public void TheCleanCampaignIsAGo()
    {
        var run = Run("winter-guide");
        Assert.Equal((CampaignDecision.Go, "AllPassed"), (run.Decision, run.DecisionRule));
        Assert.Empty(run.Checks.Where(check => check.Status is not (CampaignCheckStatus.Pass or CampaignCheckStatus.NotApplicable)).Select(check => check.ToString()));
        Assert.DoesNotContain(run.Findings, finding => finding.Severity > Severity.Information);
    }

    private static CampaignQAResult Run(string name) =>
        new CampaignQARunner(PolicyLoader.Load(Path.Combine(Examples, "mops.policy.json")), new CampaignQAOptions { Time = TemporaryCampaign.Now }).Run(Path.Combine(Examples, name));

    private static string LineOf(string file, int line) => line == 0 ? string.Empty : File.ReadAllLines(Path.Combine(Examples, "autumn-webinar", file)).ElementAtOrDefault(line - 1) ?? string.Empty;
}
