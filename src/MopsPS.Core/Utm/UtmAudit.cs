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
    private readonly Dictionary<string, Tally> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly Tally _all = new();
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
        _all.Add(result);
        if (_by != UtmGrouping.None)
        {
            var key = Key(result);
            if (!_segments.TryGetValue(key, out var tally)) _segments.Add(key, tally = new Tally());
            tally.Add(result);
        }

        foreach (var finding in result.Findings)
        {
            if (finding.IsSuppressed) continue;
            _rules.TryGetValue(finding.RuleId, out var count);
            _rules[finding.RuleId] = count + 1;
        }

        foreach (var (_, values, value) in _values)
            if (value(result) is { } text && MergeToken.Find(text).Count == 0 && text.IndexOf("***", StringComparison.Ordinal) < 0) values.Add(text);
    }

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
            Findings = [.. _values.SelectMany(item => item.Values.Find(item.Name, _auditor.Taxonomy, _auditor.Rules))],
            Kpis = [Compliance(_all, null), .. segments.Select(pair => Compliance(pair.Value, $"{_by.ToString().ToLowerInvariant()} = {pair.Key}"))],
        };
    }

    private Kpi Compliance(Tally tally, string? segment) => UtmKpis.Compliance.Ratio(_auditor.Policy, tally.Compliant, tally.Counted, segment);

    private string Key(UtmResult result) => (_by switch
    {
        UtmGrouping.Source => result.Source,
        UtmGrouping.Medium => result.Medium,
        UtmGrouping.Campaign => result.Campaign,
        UtmGrouping.Channel => result.Channel,
        UtmGrouping.File => result.Position?.File,
        _ => result.Owner,
    }) is { Length: > 0 } key ? key : "(none)";

    private sealed class Tally
    {
        public int Links { get; private set; }

        public int Tagged { get; private set; }

        public int Counted { get; private set; }

        public int Compliant { get; private set; }

        public int Correctable { get; private set; }

        public void Add(UtmResult result)
        {
            Links++;
            if (result.IsTagged) Tagged++;
            if (result.IsCompliant is not null) Counted++;
            if (result.IsCompliant == true) Compliant++;
            if (result.CorrectedUrl is not null) Correctable++;
        }
    }
}
