using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using MopsPS.Core.Reporting;
using Xunit;

namespace MopsPS.Core.Tests.Reporting;

/// <summary>Files for build systems hold what their formats require (SARIF 2.1.0; the JUnit XML that Jenkins and others read) and every finding.</summary>
public class GateLogTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "mops gate");

    private static readonly Finding[] Findings =
    [
        new("UTM001", Severity.Error, "medium is missing") { Target = "https://example.com/?a=<b>&c", Field = "utm_medium", Suggestion = "cpc", Source = new SourcePosition(Path.Combine(Folder, "my ads", "März.csv"), 3, 4, "Url", 7) },
        new("UTM001", Severity.Warning, "odd \u0001 value \uD83D\uDE00 \uD800") { Source = new SourcePosition("links.csv", 1) },
        new("UTM003", Severity.Warning, "wrong case") { IsSuppressed = true, Reason = "old campaign", Source = new SourcePosition(Path.GetFullPath(Path.Combine(Path.GetTempPath(), "else.csv")), 2, 3) },
        new("OWN001", Severity.Information, "a rule of somebody else"),
    ];

    [Fact]
    public void SarifHoldsWhatTheSchemaRequires()
    {
        var log = Sarif(new GateResult { ExitCode = 1, Reasons = ["1 findings"] }, Findings);
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", log.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("MopsPS", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
        Assert.Equal(["UTM001", "UTM003", "OWN001"], rules.Select(rule => rule.GetProperty("id").GetString()!));
        Assert.All(rules.Take(2), rule => Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!));
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(["error", "warning", "warning", "note"], results.Select(result => result.GetProperty("level").GetString()!));
        Assert.All(results, result =>
        {
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        });
        var invocation = Assert.Single(run.GetProperty("invocations").EnumerateArray());
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(1, invocation.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public void SarifNamesPlacesAsReferencesAndSaysWhatIsSuppressed()
    {
        var results = Sarif(new GateResult(), Findings).GetProperty("runs")[0].GetProperty("results");
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("my%20ads/M%C3%A4rz.csv", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(4, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(7, place.GetProperty("region").GetProperty("startColumn").GetInt32());
        Assert.Equal("cpc", results[0].GetProperty("properties").GetProperty("suggestion").GetString());
        // A line that is not known is none: the schema wants one from 1 up.
        Assert.False(results[1].GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out _));
        Assert.StartsWith("file:///", results[2].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        var suppression = Assert.Single(results[2].GetProperty("suppressions").EnumerateArray());
        Assert.Equal("external", suppression.GetProperty("kind").GetString());
        Assert.Equal("old campaign", suppression.GetProperty("justification").GetString());
        Assert.False(results[0].TryGetProperty("suppressions", out _));
        Assert.False(results[3].TryGetProperty("locations", out _));
    }

    [Fact]
    public void SarifOfNothingIsARunThatFailed()
    {
        var run = Sarif(new GateResult { ExitCode = 2 }).GetProperty("runs")[0];
        Assert.Equal(0, run.GetProperty("results").GetArrayLength());
        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Theory]
    [InlineData(Severity.Error, 2, 1)]
    [InlineData(Severity.Information, 3, 1)]
    public void JUnitHasATestForEachRuleAndTheGate(Severity failOn, int failures, int skipped)
    {
        var suites = JUnit(new GateResult { ExitCode = 1, Reasons = ["1 findings of severity Error or above"] }, failOn, Findings);
        var suite = Assert.Single(suites.Elements("testsuite"));
        var cases = suite.Elements("testcase").ToArray();
        Assert.Equal(["OWN001", "UTM001 MissingParameter", "UTM003", "Gate"], cases.Select(item => (string)item.Attribute("name")!).Select(name => name.StartsWith("UTM003", StringComparison.Ordinal) ? "UTM003" : name));
        Assert.All(cases, item => Assert.NotNull(item.Attribute("classname")));
        Assert.Equal(cases.Length, (int)suite.Attribute("tests")!);
        Assert.Equal(failures, (int)suite.Attribute("failures")!);
        Assert.Equal(failures, cases.Count(item => item.Element("failure") is not null));
        Assert.Equal(skipped, (int)suite.Attribute("skipped")!);
        Assert.Equal(skipped, cases.Count(item => item.Element("skipped") is not null));
        Assert.Equal(0, (int)suite.Attribute("errors")!);
        Assert.Contains("medium is missing", cases[1].Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Contains("old campaign", cases[2].Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnitOfAGateThatCouldNotJudgeIsAnError()
    {
        var suite = JUnit(new GateResult { ExitCode = 2, Reasons = ["nothing came in; that is no pass"] }, Severity.Error).Element("testsuite")!;
        Assert.Equal(1, (int)suite.Attribute("errors")!);
        Assert.Contains("no pass", Assert.Single(suite.Elements("testcase")).Element("error")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void JUnitStaysBoundedAndSaysHowMuchItLeavesOut()
    {
        var many = Enumerable.Range(0, 250).Select(i => new Finding("UTM001", Severity.Error, $"number {i}")).ToArray();
        var text = JUnit(new GateResult { ExitCode = 1 }, Severity.Error, many).Descendants("failure").First().Value;
        Assert.Equal(101, text.Split('\n').Length);
        Assert.EndsWith("and 150 more", text, StringComparison.Ordinal);
    }

    private static JsonElement Sarif(GateResult result, params Finding[] findings)
    {
        using var stream = new MemoryStream();
        using (var log = new SarifLog(stream, Folder))
        {
            foreach (var finding in findings) log.Add(finding);
            log.Finish(result);
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static XElement JUnit(GateResult result, Severity failOn, params Finding[] findings)
    {
        using var stream = new MemoryStream();
        using (var log = new JUnitLog(stream, failOn))
        {
            foreach (var finding in findings) log.Add(finding);
            log.Finish(result);
        }

        return XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF')).Root!;
    }
}
