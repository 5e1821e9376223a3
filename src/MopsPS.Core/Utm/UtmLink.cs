using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>One link under audit: taken apart, repaired, with its tokens and personal data known, and the findings so far.</summary>
internal sealed class UtmLink
{
    private readonly RuleSet _rules;
    private readonly Dictionary<QueryParameter, string> _masked = [];
    private readonly List<Finding> _findings = [];
    private readonly List<(string Name, QueryParameter Parameter)> _utm = [];

    public UtmLink(string text, SourcePosition? position, string? page, UtmPolicy policy, UtmTaxonomy taxonomy, RuleSet rules, IReadOnlyDictionary<string, NamingConvention> naming)
    {
        _rules = rules;
        Naming = naming;
        Position = position;
        Page = page;
        Policy = policy;
        Taxonomy = taxonomy;
        Url = WebUrl.Parse(text);
        Shape = LinkShape.Of(Url);
        foreach (var parameter in Shape.Parameters)
            if (LinkShape.NameOf(parameter) is { } name) _utm.Add((name, parameter));
        IsTagged = _utm.Count > 0 || Shape.Parameters.Any(parameter => parameter.Name.StartsWith(UtmKeys.Prefix, StringComparison.OrdinalIgnoreCase));
        foreach (var parameter in Shape.Parameters)
        {
            if (PersonalValue.Of(parameter) is not (var what, var masked)) continue;
            _masked.Add(parameter, masked);
            Personal.Add((parameter, what));
        }

        Display = LinkMask.Mask(this);
    }

    /// <summary>The link, taken apart as it stands.</summary>
    public WebUrl Url { get; }

    /// <summary>The link after repair of its structure.</summary>
    public LinkShape Shape { get; }

    public SourcePosition? Position { get; }

    /// <summary>The page on which the link stands, where that is known.</summary>
    public string? Page { get; }

    public UtmPolicy Policy { get; }

    public UtmTaxonomy Taxonomy { get; }

    public IReadOnlyDictionary<string, NamingConvention> Naming { get; }

    /// <summary>The link as it may be shown.</summary>
    public string Display { get; }

    /// <summary>The parameters that hold personal data, and what it is.</summary>
    public List<(QueryParameter Parameter, string What)> Personal { get; } = [];

    /// <summary>Whether anything was masked, so that no corrected URL may be given.</summary>
    public bool HoldsPersonal => Personal.Count > 0 || Display != Url.Raw;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The UTM parameters: short name and parameter, names repaired.</summary>
    public IReadOnlyList<(string Name, QueryParameter Parameter)> Utm => _utm;

    /// <summary>Whether there is any UTM parameter, misspelled ones included.</summary>
    public bool IsTagged { get; }

    /// <summary>The first value of a UTM parameter, or null.</summary>
    public string? Value(string name)
    {
        foreach (var (found, parameter) in _utm)
            if (found == name && parameter.Value.Trim().Length > 0) return parameter.Value;
        return null;
    }

    /// <summary>The first value of a UTM parameter as it may be shown, or null.</summary>
    public string? Shown(string name)
    {
        foreach (var (found, parameter) in _utm)
            if (found == name && parameter.Value.Trim().Length > 0) return Show(parameter);
        return null;
    }

    /// <summary>The value of a parameter as it may be shown.</summary>
    public string Show(QueryParameter parameter) => _masked.TryGetValue(parameter, out var masked) ? masked : parameter.Value;

    /// <summary>Whether rules about spelling look at a parameter: not where it holds personal data, a token or nothing.</summary>
    public bool IsPlain(QueryParameter parameter) =>
        parameter.Value.Trim().Length > 0 && !_masked.ContainsKey(parameter) && MergeToken.Find(parameter.Value).Count == 0;

    /// <summary>Whether the policy lets a rule run.</summary>
    public bool Asks(RuleInfo rule) => _rules.IsEnabled(rule);

    /// <summary>Adds a finding, where the policy lets the rule run.</summary>
    public void Report(RuleInfo rule, string message, string? field = null, string? value = null, string? suggestion = null)
    {
        if (_rules.IsEnabled(rule)) _findings.Add(_rules.Create(rule, message, Display, field, value, suggestion, Position));
    }
}
