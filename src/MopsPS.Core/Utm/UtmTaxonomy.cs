using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Utm;

/// <summary>How a value stands to the taxonomy of its parameter.</summary>
internal enum TermMatch
{
    /// <summary>The policy lists no values for the parameter.</summary>
    Free,

    /// <summary>An allowed value, written right.</summary>
    Allowed,

    /// <summary>An allowed value in another case.</summary>
    OtherCase,

    /// <summary>An alias of an allowed value.</summary>
    Alias,

    /// <summary>None of them.</summary>
    Unknown,
}

/// <summary>The allowed values of a policy, made ready for look-ups.</summary>
internal sealed class UtmTaxonomy
{
    private readonly Dictionary<string, Terms> _terms = new(StringComparer.Ordinal);

    public UtmTaxonomy(UtmPolicy policy)
    {
        Add("source", policy.Sources);
        Add("medium", policy.Mediums);
        Add("campaign", policy.Campaigns);
    }

    /// <summary>Whether the policy lists values for a parameter.</summary>
    public bool Has(string parameter) => _terms.ContainsKey(parameter);

    /// <summary>Looks a value up.</summary>
    /// <returns>How it stands, and the value as it should be written (for an unknown one the nearest, or null).</returns>
    public (TermMatch Match, string? Value) Find(string parameter, string value)
    {
        if (!_terms.TryGetValue(parameter, out var terms)) return (TermMatch.Free, null);
        if (terms.Values.Contains(value)) return (TermMatch.Allowed, value);
        if (terms.AnyCase.TryGetValue(value, out var canonical)) return (TermMatch.OtherCase, canonical);
        if (terms.Aliases.TryGetValue(value, out canonical)) return (TermMatch.Alias, canonical);
        return (TermMatch.Unknown, PolicyProblems.Nearest(value, terms.Values));
    }

    /// <summary>The value as it should be written, or the value itself where nothing is known of it.</summary>
    public string Canonical(string parameter, string value) =>
        Find(parameter, value) is (TermMatch.OtherCase or TermMatch.Alias, { } canonical) ? canonical : value;

    private void Add(string parameter, IReadOnlyList<UtmTerm> list)
    {
        if (list.Count == 0) return;
        var terms = new Terms();
        foreach (var term in list)
        {
            terms.Values.Add(term.Value);
            if (!terms.AnyCase.ContainsKey(term.Value)) terms.AnyCase.Add(term.Value, term.Value);
        }

        foreach (var (alias, value) in list.SelectMany(term => term.Aliases.Select(alias => (alias, term.Value))))
            if (!terms.Aliases.ContainsKey(alias)) terms.Aliases.Add(alias, value);
        _terms.Add(parameter, terms);
    }

    private sealed class Terms
    {
        public HashSet<string> Values { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> AnyCase { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, string> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
