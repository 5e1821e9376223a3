using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Utm;

/// <summary>Collects the results of many links for what shows only across all of them. Not for several threads at once.</summary>
public sealed class UtmAudit
{
    private readonly UtmAuditor _auditor;
    private readonly UtmGrouping _by;
    private readonly Dictionary<string, UtmTally> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly UtmTally _all = new();
    private readonly (string Name, NearDuplicates Values, Func<UtmResult, string?> Value)[] _values =
    [
        ("source", new(), result => result.Source),
        ("medium", new(), result => result.Medium),
        ("campaign", new(), result => result.Campaign),
    ];

    /// <summary>Starts a collection.</summary>
    /// <param name="auditor">The auditor that makes the results.</param>
    /// <param name="by">What segments are made of.</param>
    public UtmAudit(UtmAuditor auditor, UtmGrouping by = UtmGrouping.None)
    {
        _auditor = auditor ?? throw new ArgumentNullException(nameof(auditor));
        _by = by;
    }

    /// <summary>Takes a result in.</summary>
    /// <param name="result">The result.</param>
    public void Add(UtmResult result)
    {
        if (result is null) throw new ArgumentNullException(nameof(result));
        Add(result, 1, _by == UtmGrouping.None ? null : Key(result), hasCampaign: true);
    }

    /// <summary>What the summary is grouped by.</summary>
    internal UtmGrouping By => _by;

    /// <summary>Whether campaigns are still compared: not once there are too many.</summary>
    internal bool ComparesCampaigns => !_values[2].Values.IsOver;

    /// <summary>Takes a result in several times.</summary>
    /// <param name="result">The result.</param>
    /// <param name="times">How many links it stands for.</param>
    /// <param name="segment">Their segment; null where it is counted apart.</param>
    /// <param name="hasCampaign">Whether the campaign is that of all these links; else it is counted apart.</param>
    internal void Add(UtmResult result, int times, string? segment, bool hasCampaign)
    {
        _all.Add(result, times);
        if (segment is not null) Segment(segment).Add(result, times);
        foreach (var finding in result.Findings)
        {
            if (finding.IsSuppressed) continue;
            _rules.TryGetValue(finding.RuleId, out var count);
            _rules[finding.RuleId] = count + times;
        }

        for (var i = 0; i < (hasCampaign ? 3 : 2); i++)
        {
            if (_values[i].Value(result) is { } text && MergeToken.Find(text).Count == 0 && text.IndexOf("***", StringComparison.Ordinal) < 0)
                _values[i].Values.Add(text, times);
        }
    }

    /// <summary>Counts links of a segment that <see cref="Add(UtmResult, int, string?, bool)"/> was not told of.</summary>
    internal void AddSegment(string? segment, UtmTally tally) => Segment(Key(segment)).Add(tally);

    /// <summary>Counts a campaign that <see cref="Add(UtmResult, int, string?, bool)"/> was not told of.</summary>
    internal void AddCampaign(string campaign, int times) => _values[2].Values.Add(campaign, times);

    /// <summary>Takes in what another collection took in.</summary>
    internal void Add(UtmAudit other)
    {
        _all.Add(other._all);
        foreach (var pair in other._segments) Segment(pair.Key).Add(pair.Value);
        foreach (var pair in other._rules)
        {
            _rules.TryGetValue(pair.Key, out var count);
            _rules[pair.Key] = count + pair.Value;
        }

        for (var i = 0; i < _values.Length; i++) _values[i].Values.Add(other._values[i].Values);
    }

    /// <summary>The segment of a result.</summary>
    internal string Key(UtmResult result) => Key(_by switch
    {
        UtmGrouping.Source => result.Source,
        UtmGrouping.Medium => result.Medium,
        UtmGrouping.Campaign => result.Campaign,
        UtmGrouping.Channel => result.Channel,
        UtmGrouping.File => result.Position?.File,
        _ => result.Owner,
    });

    /// <summary>The name of a segment.</summary>
    internal static string Key(string? value) => value is { Length: > 0 } ? value : "(none)";

    /// <summary>The summary of what was taken in so far.</summary>
    public UtmSummary Summarize()
    {
        var segments = _segments.OrderByDescending(pair => pair.Value.Links).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        return new UtmSummary
        {
            Links = _all.Links,
            Tagged = _all.Tagged,
            Counted = _all.Counted,
            Compliant = _all.Compliant,
            Correctable = _all.Correctable,
            Segments = [.. segments.Select(pair => new UtmSegment
            {
                By = _by, Name = pair.Key, Links = pair.Value.Links, Counted = pair.Value.Counted, Compliant = pair.Value.Compliant,
            })],
            Rules = [.. _rules.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new UtmRuleCount { RuleId = pair.Key, Name = RuleCatalog.Find(pair.Key)!.Name, Count = pair.Value })],
            NotCompared = [.. _values.Where(item => item.Values.IsOver).Select(item => "utm_" + item.Name)],
            Findings = [.. _values.SelectMany(item => item.Values.Find(item.Name, _auditor.Taxonomy, _auditor.Rules))],
            Kpis = [Compliance(_all, null), .. segments.Select(pair => Compliance(pair.Value, $"{_by.ToString().ToLowerInvariant()} = {pair.Key}"))],
        };
    }

    private UtmTally Segment(string key)
    {
        if (!_segments.TryGetValue(key, out var tally)) _segments.Add(key, tally = new UtmTally());
        return tally;
    }

    private Kpi Compliance(UtmTally tally, string? segment) => UtmKpis.Compliance.Ratio(_auditor.Policy, tally.Compliant, tally.Counted, segment);
}
