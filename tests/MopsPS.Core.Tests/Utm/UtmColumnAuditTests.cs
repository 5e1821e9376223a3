using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Tests.Support;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Streaming;
using Xunit;

namespace MopsPS.Core.Tests.Utm;

/// <summary>The way of many links says of each what the audit of a single link says.</summary>
public class UtmColumnAuditTests
{
    private const int Links = 12_000;

    private static readonly DateTime Today = new(2026, 11, 24);

    public static TheoryData<string> Policies => [.. AllPolicies.Keys];

    private static Dictionary<string, MopsPolicy> AllPolicies { get; } = new()
    {
        ["default"] = PolicyLoader.Preset("default"),
        ["strict"] = PolicyLoader.Preset("strict"),
        ["b2b-saas"] = PolicyLoader.Preset("b2b-saas"),
        ["everything"] = new MopsPolicy
        {
            Utm = new UtmPolicy
            {
                Required = ["source", "medium", "campaign", "content"],
                Separator = "_",
                MaxUrlLength = 120,
                MaxValueLength = 20,
                Sources = [new UtmTerm { Value = "google", Aliases = ["adwords"] }, new UtmTerm { Value = "facebook", Aliases = ["fb"] }, new UtmTerm { Value = "newsletter" }],
                Pairs = new Dictionary<string, IReadOnlyList<string>> { ["google"] = ["cpc"] },
                Naming = new Dictionary<string, string> { ["campaign"] = "campaign", ["content"] = "content" },
                InternalDomains = ["example.com"],
                AllowedTokens = ["googleads"],
            },
            Naming = new Dictionary<string, NamingConvention>
            {
                ["campaign"] = new()
                {
                    Parts =
                    [
                        new NamingPart { Name = "quarter", Pattern = "20[0-9]{2}q[1-4]|[0-9]+" }, new NamingPart { Name = "region", Values = ["emea", "amer", "launch"] },
                        new NamingPart { Name = "name", Optional = true, MaxLength = 6 },
                    ],
                },
                ["content"] = new() { Separator = "-", Parts = [new NamingPart { Name = "any" }] },
            },
            Suppressions =
            [
                new Suppression { Rule = "PlainHttp", Target = "*launch*", Reason = "old", Expires = Today },
                new Suppression { Rule = "MissingParameter", Target = "*lang=de*", Reason = "old", Expires = Today },
                new Suppression { Rule = "WrongCase", Value = "Email", Reason = "old", Expires = Today },
            ],
            Rules = new Dictionary<string, RuleSetting> { ["UTM009"] = new() { Enabled = false }, ["UTM020"] = new() { Severity = Severity.Information } },
        },
        ["loose"] = new MopsPolicy
        {
            Utm = new UtmPolicy
            {
                Required = [],
                Lowercase = false,
                RequireHttps = false,
                ReservedValues = ["launch", "\u0130"],
                InternalDomains = ["example.org", "other.example"],
                Campaigns = [new UtmTerm { Value = "launch" }, new UtmTerm { Value = "2026q4_emea", Aliases = ["emea"] }],
            },
            Suppressions = [new Suppression { Rule = "UnknownValue", Reason = "old", Expires = Today }],
        },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void EachResultIsThatOfTheSingleAudit(string policy)
    {
        var auditor = new UtmAuditor(AllPolicies[policy], Today);
        foreach (var page in new[] { null, "https://www.example.com/start" })
        {
            var links = GeneratedLinks.Make(policy.Length, Links).ToArray();
            var results = Run(auditor, links, page, threads: 3);
            Assert.Equal(links.Count(link => link.Trim().Length > 0), results.Count);
            foreach (var result in results) AssertSame(auditor, links[result.Position!.Row - 1], page, result);
        }
    }

    [SharedDataFact]
    public void EachLinkFromTheWildIsAuditedTheSame()
    {
        var links = File.ReadAllLines(SharedData.Path("utm", "urls.txt"));
        // Twice, so that the second time everything is known.
        var twice = links.Concat(links).ToArray();
        foreach (var policy in AllPolicies.Values)
        {
            var auditor = new UtmAuditor(policy, Today);
            foreach (var result in Run(auditor, twice, null, threads: 2)) AssertSame(auditor, twice[result.Position!.Row - 1], null, result);
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void TheSummaryIsThatOfTheSingleResults(string policy)
    {
        var auditor = new UtmAuditor(AllPolicies[policy], Today);
        var owners = new[] { "Ada", "Ben", "", "J\u00F6rg", null };
        var rows = GeneratedLinks.Make(policy.Length + 7, Links / 3).Select((link, i) => new string?[] { link, owners[i % 5] }).ToArray();
        foreach (var by in Enum.GetValues<UtmGrouping>())
        {
            var expected = new UtmAudit(auditor, by);
            var row = 0;
            foreach (var pair in rows)
                if (pair[0]!.Trim().Length > 0) expected.Add(auditor.Audit(pair[0]!, new SourcePosition("links.csv", ++row), pair[1]));
            var summary = Json(expected.Summarize());
            foreach (var threads in new[] { 1, 4 })
            {
                var audit = new UtmAudit(auditor, by);
                new UtmColumnAudit(auditor, summary: audit, threads: threads).Run(new LinkRows(["Url", "Owner"], rows), 1, "links.csv", null, null, CancellationToken.None);
                Assert.Equal(summary, Json(audit.Summarize()));
            }

            // The order of the rows means nothing.
            var reversed = new UtmAudit(auditor, by);
            new UtmColumnAudit(auditor, summary: reversed).Run(new LinkRows(["Url", "Owner"], [.. rows.Reverse()]), 1, "links.csv", null, null, CancellationToken.None);
            Assert.Equal(summary, Json(reversed.Summarize()));
        }
    }

    [Fact]
    public void AMillionCampaignsFillNoTableAndAreCounted()
    {
        var auditor = new UtmAuditor(new MopsPolicy(), Today);
        var audit = new UtmAudit(auditor);
        var rows = Enumerable.Range(0, 120_000).Select(i => $"https://h{i}.example.com/?utm_source=s{i % 40_000}&utm_medium=email&utm_campaign=c{i}&x{i}=1").ToArray();
        new UtmColumnAudit(auditor, summary: audit).Run(LinkRows.Of(rows), 1, null, null, null, CancellationToken.None);
        var summary = audit.Summarize();
        Assert.Equal((120_000, 120_000), (summary.Links, summary.Compliant));
        Assert.Equal(["utm_campaign"], summary.NotCompared);
    }

    [Theory]
    [InlineData("https://www.example.com/a?utm_source=google&utm_medium=cpc&utm_campaign=spring-2&lang=de#top", true)]
    [InlineData("https://other.example/?x=1&utm_source=google&utm_medium=cpc&utm_campaign=summer", true)]
    [InlineData("https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=shop", false)]
    [InlineData("https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=Spring", false)]
    [InlineData("https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=test", false)]
    [InlineData("https://www.example.com/?utm_source=bing&utm_medium=cpc&utm_campaign=spring", false)]
    [InlineData("http://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring", false)]
    [InlineData("https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring&gclid=1", false)]
    [InlineData("https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring&x=1%40", false)]
    [InlineData("https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring&amp;x=1", false)]
    public void OnlyAlikeLinksShareAVerdict(string link, bool isAlike)
    {
        var judge = new LinkJudge(new UtmAuditor(new MopsPolicy(), Today), null);
        var first = judge.Judge("https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=spring"u8, forResult: true);
        Assert.False(first.IsWhole);
        Assert.Equal(isAlike, ReferenceEquals(first, judge.Judge(Encoding.UTF8.GetBytes(link), forResult: true)));
    }

    [Fact]
    public void MostGeneratedLinksAreJudgedByTheirSkeleton()
    {
        var judge = new LinkJudge(new UtmAuditor(new MopsPolicy(), Today), null);
        // Without results: a link that has a correction is judged whole for the sake of it.
        var shared = GeneratedLinks.Make(5, 5_000).Count(link => !judge.Judge(Encoding.UTF8.GetBytes(link), forResult: false).IsWhole);
        Assert.InRange(shared, 2_000, 4_500);
    }

    [Fact]
    public void ATableNeverGrows()
    {
        var table = new BytesTable<string>(64, 1024);
        var added = Enumerable.Range(0, 1000).Count(i => table.Find(BitConverter.GetBytes(i), out var hash) is null && table.TryAdd(BitConverter.GetBytes(i), hash, i.ToString()));
        Assert.Equal(64, added);
        Assert.Equal("63", table.Find(BitConverter.GetBytes(63), out _));
        Assert.Null(table.Find(BitConverter.GetBytes(64), out _));
        table.Clear();
        Assert.Null(table.Find(BitConverter.GetBytes(63), out var again));
        Assert.False(table.TryAdd(new byte[1025], again, "x"));
        Assert.True(table.TryAdd(BitConverter.GetBytes(63), again, "y"));
    }

    [Fact]
    public void BlankCellsGiveNoResultAndTheOwnerIsThatOfTheRow()
    {
        var auditor = new UtmAuditor(new MopsPolicy(), Today);
        string?[][] rows = [["https://a.example/", " ", "Ada"], ["\u00A0", "https://b.example/", ""], [null, "", "Ben"], ["https://c.example/"], ["https://c.example/", "https://d.example/", "J\u00F6rg"]];
        var results = new List<UtmResult>();
        new UtmColumnAudit(auditor).Run(new LinkRows(["Url", "Link", "Owner"], rows), 2, "f.csv", results.Add, null, CancellationToken.None);
        Assert.Equal(
            [("https://a.example/", 1, "Url", "Ada"), ("https://b.example/", 2, "Link", ""), ("https://c.example/", 4, "Url", null), ("https://c.example/", 5, "Url", "J\u00F6rg"), ("https://d.example/", 5, "Link", "J\u00F6rg")],
            results.Select(result => (result.Url, result.Position!.Row, result.Position.Column!, result.Owner)));
    }

    [Fact]
    public void WhatTheCallerThrowsEndsTheAudit()
    {
        var auditor = new UtmAuditor(new MopsPolicy(), Today);
        var links = GeneratedLinks.Make(3, 30_000).ToArray();
        var count = 0;
        Assert.Throws<InvalidOperationException>(() => new UtmColumnAudit(auditor).Run(LinkRows.Of(links), 1, null, _ => throw new InvalidOperationException(), null, CancellationToken.None));
        using var cancellation = new CancellationTokenSource();
        var audit = new UtmAudit(auditor);
        var column = new UtmColumnAudit(auditor, summary: audit);
        Assert.Throws<OperationCanceledException>(() => column.Run(LinkRows.Of(links), 1, null, null, rows =>
        {
            if (++count == 3) cancellation.Cancel();
        }, cancellation.Token));
        Assert.Equal(0, audit.Summarize().Links);
        // What was counted before is gone; the next run counts its own links.
        column.Run(LinkRows.Of(["https://example.com/", "https://example.com/"]), 1, null, null, null, CancellationToken.None);
        Assert.Equal(2, audit.Summarize().Links);
    }

    [Fact]
    public void AnExportIsReadAsItsRowsAre()
    {
        var text = new StringBuilder("Name,Final URL,Owner\r\n");
        var links = GeneratedLinks.Make(11, 2_000).Where(link => link.IndexOf('\0') < 0).ToArray();
        foreach (var link in links) text.Append("x,\"").Append(link.Replace("\"", "\"\"")).Append("\",Ada\r\n");
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "links.csv", new ImportOptions { UnescapeFormula = false }, schema => [1, 2]);
        var auditor = new UtmAuditor(new MopsPolicy(), Today);
        var results = new List<UtmResult>();
        new UtmColumnAudit(auditor).Run(reader, 1, "links.csv", results.Add, null, CancellationToken.None);
        Assert.All(results, result => Assert.Equal("Ada", result.Owner));
        Assert.Equal(links.Where(link => link.Trim().Length > 0).Select(link => auditor.Audit(link).ToString()), results.Select(result => result.ToString()));
    }

    private static List<UtmResult> Run(UtmAuditor auditor, IEnumerable<string> links, string? page, int threads)
    {
        var results = new List<UtmResult>();
        new UtmColumnAudit(auditor, page, threads: threads).Run(LinkRows.Of(links), 1, "links.csv", results.Add, null, CancellationToken.None);
        return results;
    }

    private static void AssertSame(UtmAuditor auditor, string link, string? page, UtmResult result)
    {
        var expected = Json(auditor.Audit(link, result.Position, null, page));
        var actual = Json(result);
        Assert.True(expected == actual, $"'{link}'\n{expected}\n{actual}");
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
