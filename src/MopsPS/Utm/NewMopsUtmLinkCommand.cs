using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Links;
using MopsPS.Core.Utm.Parsing;
using MopsPS.Policy;

namespace MopsPS.Utm;

/// <summary>Builds links with UTM parameters that are valid against the policy, from parameters or from the rows of a plan.</summary>
/// <remarks>
/// <para>The page's own parameters and its fragment stay. Certain spellings are corrected: an alias becomes the allowed value. What the policy does not allow is not built:
/// each reason is an error of its own. Building on a link that is already built gives the same link.</para>
/// <para>A plan has a column of links (Url, Link, Landing Page …) and columns named after the parameters: Source or utm_source, Medium or utm_medium, and so on. Values given as
/// parameters of the command fill what the row leaves empty.</para>
/// </remarks>
/// <example>
/// <para>Builds one link.</para>
/// <code>New-MopsUtmLink 'https://www.example.com/launch' -Source newsletter -Medium email -Campaign 2026q4_emea_launch</code>
/// </example>
/// <example>
/// <para>Builds the links of a plan; rows that the policy does not allow are errors.</para>
/// <code>Import-MopsExport ./link-plan.csv | New-MopsUtmLink -ErrorAction SilentlyContinue</code>
/// </example>
/// <example>
/// <para>Writes the links alone.</para>
/// <code>Import-MopsExport ./link-plan.csv | New-MopsUtmLink -ErrorAction SilentlyContinue | ForEach-Object Url</code>
/// </example>
[Cmdlet(VerbsCommon.New, "MopsUtmLink", DefaultParameterSetName = "Url")]
[OutputType(typeof(UtmResult))]
public sealed class NewMopsUtmLinkCommand : MopsCmdlet
{
    private readonly RecordAccessor _accessor = new();
    private UtmLinkBuilder _builder = null!;
    private Dictionary<string, string> _given = [];

    /// <summary>The page to link to.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Url")]
    [Alias("Link")]
    public string[] Url { get; set; } = [];

    /// <summary>The rows of a plan.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Plan")]
    public PSObject? InputObject { get; set; }

    /// <summary>Where the visit comes from: utm_source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UtmValueCompleter))]
    public string? Source { get; set; }

    /// <summary>The kind of traffic: utm_medium.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UtmValueCompleter))]
    public string? Medium { get; set; }

    /// <summary>The campaign: utm_campaign.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UtmValueCompleter))]
    public string? Campaign { get; set; }

    /// <summary>The paid keyword: utm_term.</summary>
    [Parameter]
    public string? Term { get; set; }

    /// <summary>What tells links of the same campaign apart: utm_content.</summary>
    [Parameter]
    public string? Content { get; set; }

    /// <summary>The campaign's id: utm_id.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>The platform that directs the traffic: utm_source_platform.</summary>
    [Parameter]
    public string? SourcePlatform { get; set; }

    /// <summary>The kind of creative: utm_creative_format.</summary>
    [Parameter]
    public string? CreativeFormat { get; set; }

    /// <summary>The targeting: utm_marketing_tactic.</summary>
    [Parameter]
    public string? MarketingTactic { get; set; }

    /// <summary>Replaces other UTM values that the page's address already has; without it they are a reason to refuse.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _builder = new UtmLinkBuilder(new UtmAuditor(PolicyParameter.Resolve(this, Policy), DateTime.UtcNow));
        var values = new[] { Source, Medium, Campaign, Term, Content, Id, SourcePlatform, CreativeFormat, MarketingTactic };
        _given = UtmKeys.ShortNames.Zip(values, (name, value) => (name, value)).Where(pair => !string.IsNullOrWhiteSpace(pair.value))
            .ToDictionary(pair => pair.name, pair => pair.value!, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Url")
        {
            foreach (var url in Url) Build(url, _given, null);
            return;
        }

        if (InputObject is null) return;
        if (InputObject.BaseObject is string text)
        {
            Build(text, _given, null);
            return;
        }

        var record = _accessor.Read(InputObject);
        var columns = UrlColumns.Find(record.Schema.Columns);
        if (columns.Count == 0 || string.IsNullOrWhiteSpace(record[columns[0]]))
        {
            WriteError(UtmErrors.NoUrl("The row", InputObject));
            return;
        }

        Build(record[columns[0]]!, Values(record), record.GetPosition(record.Schema.Columns[columns[0]]));
    }

    private Dictionary<string, string> Values(MopsRecord record)
    {
        var values = new Dictionary<string, string>(_given, StringComparer.Ordinal);
        for (var i = 0; i < record.Schema.Count; i++)
        {
            var folded = new string([.. record.Schema.Columns[i].Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
            var name = UtmKeys.ShortNames.FirstOrDefault(known => known.Replace("_", string.Empty) == folded || "utm" + known.Replace("_", string.Empty) == folded);
            if (name is not null && !string.IsNullOrWhiteSpace(record[i])) values[name] = record[i]!;
        }

        return values;
    }

    private void Build(string url, IReadOnlyDictionary<string, string> values, SourcePosition? position)
    {
        var result = _builder.Build(url, values, Force, position);
        if (result.IsTagged && result.IsCompliant == true)
        {
            WriteObject(result);
            return;
        }

        var reasons = result.Findings.Where(finding => !finding.IsSuppressed && finding.Severity >= Severity.Warning).ToArray();
        foreach (var finding in reasons) WriteError(UtmErrors.Refused(result, finding));
        if (reasons.Length == 0) WriteError(UtmErrors.NoTags(result));
    }
}
