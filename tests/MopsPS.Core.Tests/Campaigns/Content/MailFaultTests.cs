using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>Each kind of fault, put alone into a clean file, is found by its check, at its line, and no check that has nothing to do with it calls an error.</summary>
public sealed class MailFaultTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryFaultOfAnEmailIsFoundAtItsPlaceAndNothingElse()
    {
        var table = new FaultTable();
        foreach (var fault in MailFaults.Html)
        {
            var (html, line) = fault.In(CleanMail.Html);
            table.Add("html", fault, line, ContentRun.Html(html));
        }

        foreach (var fault in MailFaults.Text)
        {
            var (text, line) = fault.In(CleanMail.Text);
            table.Add("text", fault, line, ContentRun.Html(CleanMail.Html, text));
        }

        foreach (var fault in MailFaults.Message)
        {
            var (message, line) = fault.In(CleanMail.Message);
            table.Add("eml", fault, line, ContentRun.Message(message));
        }

        output.WriteLine(table.ToString());
        Assert.True(table.Kinds >= 60, $"{table.Kinds} kinds");
        Assert.True(table.IsPerfect, table.ToString());
    }

    [Fact]
    public void EveryFaultOfALandingPageIsFoundAtItsPlaceAndNothingElse()
    {
        var table = new FaultTable();
        foreach (var (clean, brief, faults) in PageFaults.All)
        {
            Assert.Equal(string.Empty, ContentRun.Page(clean, brief).ToString());
            foreach (var fault in faults)
            {
                var (html, line) = fault.In(clean);
                table.Add("page", fault, line, ContentRun.Page(html, brief));
            }
        }

        output.WriteLine(table.ToString());
        Assert.True(table.Kinds >= 40, $"{table.Kinds} kinds");
        Assert.True(table.IsPerfect, table.ToString());
    }

    [Fact]
    public void ACheckThatIsOffFindsNothing()
    {
        foreach (var fault in MailFaults.Html)
        {
            var policy = Core.Policy.PolicyLoader.Parse(CleanMail.Policy.TrimEnd().TrimEnd('}') + $$""", "rules": { "{{fault.Check}}": { "enabled": false } } }""");
            var run = ContentRun.Html(fault.In(CleanMail.Html).Text, policy: policy);
            Assert.Empty(run.Of(fault.Check));
        }
    }
}

/// <summary>What became of the faults: found, at the right line, and what else was called.</summary>
internal sealed class FaultTable
{
    private readonly StringBuilder _rows = new();
    private readonly HashSet<string> _kinds = [];
    private int _found;
    private int _placed;
    private int _total;
    private int _false;

    public int Kinds => _kinds.Count;

    public bool IsPerfect => _found == _total && _placed == _total && _false == 0;

    public void Add(string file, Fault fault, int line, ContentRun run)
    {
        _total++;
        _kinds.Add(fault.Kind);
        var findings = run.Of(fault.Check);
        var isFound = findings.Count > 0;
        var isPlaced = isFound && (line == 0 || findings.Any(finding => finding.Source!.Line == line));
        var others = run.Findings.Where(finding => finding.RuleId != fault.Check && !fault.Also.Contains(finding.RuleId) && !IsText(fault, finding)).ToList();
        if (isFound) _found++;
        if (isPlaced) _placed++;
        _false += others.Count;
        var places = string.Join(" ", findings.Select(finding => $"{finding.Source!.Line}:{finding.Source.Character}").Take(3));
        _rows.AppendLine($"{file,-5}{fault.Kind,-38}{fault.Check,-8}{(isFound ? "found" : "MISSED"),-7}{(isPlaced ? places : $"{places} expected line {line}"),-24}{string.Join("; ", others.Select(other => $"FALSE {other.RuleId} {other.Source!.Line}: {other.Message}"))}");
    }

    // A link that is wrong in the HTML is no longer the one of the text part, which is right to say.
    private static bool IsText(Fault fault, Finding finding) => fault.Check.StartsWith("LNK", StringComparison.Ordinal) && finding.RuleId == "EML032";

    public override string ToString() => $"{_rows}{_total} faults of {Kinds} kinds: {100.0 * _found / _total:0.0} % found, {100.0 * _placed / _total:0.0} % at their line, {_false} false alarms ({100.0 * _false / _total:0.0} per 100 faults)";
}
