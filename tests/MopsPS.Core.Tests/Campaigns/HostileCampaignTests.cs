using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

/// <summary>Campaigns made to harm who checks them: time and memory stay bounded, nothing is a pass, and the report stays inert.</summary>
[Collection(nameof(Support.Alone))]
public sealed class HostileCampaignTests
{
    private const string Attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>&lt;&#x3c;javascript:alert(4){{ 7 | times: 7 }}{% raw %}";

    [Fact]
    public void LargeDeepAndPackedFilesEndInBoundedTimeAndMemory()
    {
        using var campaign = new TemporaryCampaign()
            .Write("emails/large.html", Encoding.ASCII.GetBytes("<html><body>" + new string('x', 50 << 20) + "</body></html>"))
            .Write("emails/nested.html", "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep" + string.Concat(Enumerable.Repeat("</div>", 100_000)))
            .Write("emails/tables.html", "<html><body>" + string.Concat(Enumerable.Repeat("<table><tr><td>", 30_000)))
            .Write("emails/attributes.html", "<a " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=\"{i}\" ")) + ">x</a>")
            .Write("emails/entities.html", "<p>" + string.Concat(Enumerable.Repeat("&amp;&#x3c;&nosuch;", 200_000)))
            .Write("emails/bomb.html.gz", TemporaryCampaign.Gzip(new byte[300 << 20]))
            .Write("emails/parts.eml", Multipart(2_000))
            .Write("emails/broken.eml", "From: \0\0\nSubject: =?utf-8?B?!!!?=\nContent-Type: multipart/mixed; boundary=\"\"\n\n--\n")
            .Write("landing-pages/nested.html", string.Concat(Enumerable.Repeat("<form><div><span>", 50_000)))
            .Write("links/links.txt", new string('h', 1 << 20) + "ttps://" + new string('a', 1 << 20));
        var clock = Process.GetCurrentProcess().TotalProcessorTime;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var run = campaign.Run();

        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - clock).TotalSeconds;
        var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) >> 20;
        Assert.Equal(CampaignDecision.NoGo, run.Decision);
        Assert.Equal(["emails/bomb.html.gz", "emails/large.html"], TemporaryCampaign.Check(run, "CQA002").Evidence.Select(finding => finding.Target));
        Assert.DoesNotContain(run.Checks, check => check.Reason?.Contains("broke off", StringComparison.Ordinal) == true);
        Assert.True(seconds < 60, $"{seconds:0.0} s of processor time");
        Assert.True(kept < 50, $"{kept} MB are kept");
    }

    [Fact]
    public void TheReportStaysInertWhateverStandsInTheCampaign()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Attack);
        using var campaign = new TemporaryCampaign(null).Write("campaign.json", $$"""
            {
              "name": {{json}}, "owner": {{json}}, "launchDate": "2026-11-01", "regions": [{{json}}], "language": {{json}}, "utmCampaign": {{json}}, "platform": {{json}},
              "from": { "name": {{json}} }, "subject": {{json}}, "preheader": {{json}}, "emails": [{ "file": {{json}}, "subject": {{json}} }], "landingPages": [{ "file": {{json}}, "thankYou": {{json}} }],
              "audience": { "consentPurpose": "marketing", "segment": [{ "field": {{json}}, "operator": "In", "values": [{{json}}] }] },
              "notApplicable": { "Routing": {{json}} },
              "waivers": [{ "check": {{json}}, "file": {{json}}, "name": {{json}}, "reason": {{json}}, "expires": "2026-12-01" }, { "check": "CQA005", "name": {{json}}, "reason": {{json}}, "expires": "2026-12-01" }],
              "signOffs": [{ "item": {{json}}, "name": {{json}}, "date": "2026-11-01", "note": {{json}} }, { "item": "Test send", "name": {{json}}, "date": "2026-11-01" }]
            }
            """)
            .Write("emails/a'\"&<b>.html", $"<html><head><title>{Attack}</title></head><body><p>{Attack}</p><a href=\"javascript:alert(1)\">{Attack}</a><a href='https://x.test/{Attack}'>x</a></body></html>")
            .Write("emails/b.eml", $"From: {Attack} <a@contoso.com>\nSubject: {Attack}\nList-Unsubscribe: <javascript:alert(1)>\nContent-Type: text/html\n\n<p>{Attack}</p>\n")
            .Write("emails/b.txt", Attack).Write("landing-pages/c.html", $"<title>{Attack}</title><meta name=description content=\"{Attack.Replace("\"", "", StringComparison.Ordinal)}\"><form action=\"{Attack}\"><input name=\"{Attack}\"></form>")
            .Write("links/links.csv", $"URL\n\"https://www.contoso.com/?utm_source={Attack.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        var policy = TemporaryCampaign.Team(""" "checks": [{ "id": "ACME001", "name": "N", "forbid": "<[^>]+>", "isRegex": true, "remedy": "<script>alert(5)</script>" }] """);
        var artifacts = new ArtifactFolder(campaign.Beside("runs"));
        artifacts.Write(campaign.Run(policy), policy);
        File.Delete(Path.Combine(campaign.Folder, "emails", "b.txt"));

        var (_, html) = artifacts.Write(artifacts.WithChanges(campaign.Run(policy), _ => { }), policy);

        var page = File.ReadAllText(html);
        Assert.Contains("alert(1)", page, StringComparison.Ordinal); // it is shown, as text
        Assert.DoesNotMatch(new Regex("<script|<img|<svg/|<[a-z]+[^>]*\\son[a-z]+\\s*=|href=\"javascript", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10)), page);
        if (Environment.GetEnvironmentVariable("MOPSPS_KEEP_REPORT") is { Length: > 0 } keep) File.Copy(html, keep, overwrite: true);
    }

    private static string Multipart(int depth)
    {
        var text = new StringBuilder("From: a@contoso.com\nSubject: deep\nMIME-Version: 1.0\n");
        for (var i = 0; i < depth; i++) text.Append("Content-Type: multipart/mixed; boundary=\"b").Append(i).Append("\"\n\n--b").Append(i).Append('\n');
        return text.Append("Content-Type: text/html\n\n<p>deep</p>\n").ToString();
    }
}
