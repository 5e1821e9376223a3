using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Reporting;

/// <summary>
/// Writes findings as a SARIF 2.1.0 log (OASIS standard, sections 3.13 to 3.58), one after the other as they come. Files under the base folder
/// are named relative to it, as GitHub code scanning wants them.
/// </summary>
public sealed class SarifLog : IGateLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const int Pending = 1 << 16;

    private readonly Utf8JsonWriter _json;
    private readonly string _base;
    private readonly List<Finding> _rules = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>Starts the log.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="baseFolder">The folder that relative names start from.</param>
    public SarifLog(Stream stream, string baseFolder)
    {
        _base = Path.GetFullPath(baseFolder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
        _json.WriteString("$schema", Schema);
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (finding is null) throw new ArgumentNullException(nameof(finding));
        if (!_indexes.TryGetValue(finding.RuleId, out var index))
        {
            _indexes.Add(finding.RuleId, index = _rules.Count);
            _rules.Add(finding);
        }

        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.RuleId);
        _json.WriteNumber("ruleIndex", index);
        _json.WriteString("level", Level(finding.Severity));
        Text("message", finding.Message);
        if (finding.Source is { File: { Length: > 0 } file } source) Location(file, source);
        if (finding.IsSuppressed)
        {
            _json.WriteStartArray("suppressions");
            _json.WriteStartObject();
            _json.WriteString("kind", "external");
            if (finding.Reason is not null) _json.WriteString("justification", finding.Reason);
            _json.WriteEndObject();
            _json.WriteEndArray();
        }

        _json.WriteStartObject("properties");
        Property("target", finding.Target);
        Property("field", finding.Field);
        Property("value", finding.Value);
        Property("suggestion", finding.Suggestion);
        Property("column", finding.Source?.Column);
        if (finding.Source is { Row: > 0 } position) _json.WriteNumber("row", position.Row);
        _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > Pending) _json.Flush();
    }

    /// <inheritdoc/>
    public void Finish(GateResult result)
    {
        if (result is null) throw new ArgumentNullException(nameof(result));
        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        // Whether the tool could do its work, not what came out.
        _json.WriteBoolean("executionSuccessful", result.ExitCode != 2);
        _json.WriteNumber("exitCode", result.ExitCode);
        _json.WriteString("exitCodeDescription", result.ToString());
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "MopsPS");
        _json.WriteString("version", typeof(SarifLog).Assembly.GetName().Version!.ToString(3));
        _json.WriteStartArray("rules");
        foreach (var rule in _rules) Rule(rule);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private void Location(string file, SourcePosition source)
    {
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", UriOf(file));
        _json.WriteEndObject();
        if (source.Line > 0)
        {
            _json.WriteStartObject("region");
            _json.WriteNumber("startLine", source.Line);
            if (source.Character > 0) _json.WriteNumber("startColumn", source.Character);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    // A reference by RFC 3986 with every segment escaped: blanks and umlauts in names of files are frequent.
    private string UriOf(string file)
    {
        if (Path.IsPathRooted(file))
        {
            var full = Path.GetFullPath(file);
            if (!full.StartsWith(_base, StringComparison.Ordinal)) return new Uri(full).AbsoluteUri;
            file = full.Substring(_base.Length);
        }

        return string.Join("/", file.Split(Path.DirectorySeparatorChar, '/').Select(Uri.EscapeDataString));
    }

    private void Rule(Finding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("id", finding.RuleId);
        if (RuleCatalog.Find(finding.RuleId) is { } rule)
        {
            _json.WriteString("name", rule.Name);
            Text("shortDescription", rule.Summary);
            Text("fullDescription", rule.Summary);
            Text("help", $"{rule.Remedy} See Get-Help {rule.HelpUri.Split('#')[0]}. {rule.Source}");
            _json.WriteStartObject("defaultConfiguration");
            _json.WriteString("level", Level(rule.DefaultSeverity));
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Text(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    private void Property(string name, string? value)
    {
        if (value is not null) _json.WriteString(name, value);
    }
}
