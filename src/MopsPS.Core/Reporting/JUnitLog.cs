using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Reporting;

/// <summary>
/// Writes findings as JUnit XML: a test for each rule that found something, and one for the gate. A rule fails by findings from the gate's
/// severity up; what lies below is its output, and a rule with suppressed findings only is skipped. Each test names 100 findings at most.
/// </summary>
public sealed class JUnitLog : IGateLog
{
    private const int MostShown = 100;

    private readonly Stream _stream;
    private readonly Severity _failOn;
    private readonly SortedDictionary<string, RuleCase> _rules = new(StringComparer.Ordinal);

    /// <summary>Starts the file.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="failOn">The least severity of a finding that fails the gate.</param>
    public JUnitLog(Stream stream, Severity failOn)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _failOn = failOn;
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (finding is null) throw new ArgumentNullException(nameof(finding));
        if (!_rules.TryGetValue(finding.RuleId, out var rule)) _rules.Add(finding.RuleId, rule = new RuleCase());
        if (finding.IsSuppressed) rule.Suppressed++;
        else if (finding.Severity >= _failOn) rule.Failing++;
        else rule.Others++;
        var lines = finding.Severity >= _failOn && !finding.IsSuppressed ? rule.Failures : rule.Notes;
        if (lines.Count < MostShown) lines.Add(finding.ToString());
    }

    /// <inheritdoc/>
    public void Finish(GateResult result)
    {
        if (result is null) throw new ArgumentNullException(nameof(result));
        int failures = result.ExitCode == 1 ? 1 : 0, errors = result.ExitCode == 2 ? 1 : 0, skipped = 0;
        foreach (var rule in _rules.Values)
        {
            if (rule.Failing > 0) failures++;
            else if (rule.Others == 0) skipped++;
        }

        using var xml = XmlWriter.Create(_stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement("testsuites");
        Counts(xml, _rules.Count + 1, failures, errors);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "MopsPS");
        Counts(xml, _rules.Count + 1, failures, errors);
        xml.WriteAttributeString("skipped", Number(skipped));
        xml.WriteAttributeString("time", "0");
        foreach (var pair in _rules) Write(xml, pair.Key, pair.Value);
        Start(xml, "MopsPS.Gate", "Gate");
        if (result.ExitCode != 0) Problem(xml, result.ExitCode == 1 ? "failure" : "error", result.ToString(), "Gate", result.Reasons, result.Reasons.Count);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // All is written by Finish.
    }

    private static void Counts(XmlWriter xml, int tests, int failures, int errors)
    {
        xml.WriteAttributeString("tests", Number(tests));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", Number(errors));
    }

    private static void Start(XmlWriter xml, string group, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", group);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("time", "0");
    }

    private static string Lines(IReadOnlyList<string> lines, long total)
    {
        var text = Clean(string.Join("\n", lines));
        return total > lines.Count ? $"{text}\nand {(total - lines.Count).ToString(CultureInfo.InvariantCulture)} more" : text;
    }

    // What XML 1.0 cannot hold, escaped or not.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else clean[i] = '\uFFFD';
        }

        return clean.ToString();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Problem(XmlWriter xml, string element, string message, string type, IReadOnlyList<string> lines, long total)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", Clean(message));
        xml.WriteAttributeString("type", Clean(type));
        xml.WriteString(Lines(lines, total));
        xml.WriteEndElement();
    }

    private void Write(XmlWriter xml, string id, RuleCase rule)
    {
        var known = RuleCatalog.Find(id);
        Start(xml, $"MopsPS.{known?.Area ?? "Rules"}", Clean(known is null ? id : $"{id} {known.Name}"));
        if (rule.Failing > 0)
        {
            Problem(xml, "failure", $"{Number(rule.Failing)} findings of severity {_failOn} or above", id, rule.Failures, rule.Failing);
        }
        else if (rule.Others == 0)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", $"{Number(rule.Suppressed)} findings that the policy suppresses");
            xml.WriteEndElement();
        }

        if (rule.Notes.Count > 0) xml.WriteElementString("system-out", Lines(rule.Notes, rule.Others + rule.Suppressed));
        xml.WriteEndElement();
    }

    private sealed class RuleCase
    {
        public List<string> Failures { get; } = [];

        public List<string> Notes { get; } = [];

        public long Failing { get; set; }

        public long Others { get; set; }

        public long Suppressed { get; set; }
    }
}
