using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Normalizing;

namespace MopsPS.Core.Routing;

/// <summary>Named accounts by domain or company. A lead may be one by its domain and another by its company: then it fits the rules of both.</summary>
internal sealed class AccountDimension : RoutingDimension
{
    private readonly Dictionary<string, int> _domains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _companies = new(StringComparer.Ordinal);
    private readonly List<(ulong[] Rules, string? Name)> _domainKinds;
    private readonly List<(ulong[] Rules, string? Name)> _companyKinds;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly int[,] _ofPair;
    private readonly RoutingCache<int> _emails;
    private readonly RoutingCache<int> _sites;
    private readonly RoutingCache<int> _names;

    public AccountDimension(IReadOnlyList<RoutingRule> rules) : base(rules.Count)
    {
        var named = new List<(string Name, bool IsDomain, int Rule)>();
        for (var i = 0; i < rules.Count; i++)
        {
            for (var item = 0; item < rules[i].Accounts.Count; item++)
            {
                var text = rules[i].Accounts[item].Trim();
                var isDomain = IsDomain(text);
                var name = isDomain ? text.ToLowerInvariant() : CompanyNames.Normalize(text) ?? throw new RoutingRuleException(i, "accounts", item, $"'{text}' is no domain and no company.");
                named.Add((name, isDomain, i));
                if (!_texts.ContainsKey(name)) _texts.Add(name, text);
            }
        }

        var any = Classes.Where(rules, i => rules[i].Accounts.Count == 0);
        _domainKinds = Kinds(named.Where(account => account.IsDomain), _domains, (name, other) => name == other || name.EndsWith("." + other, StringComparison.Ordinal));
        _companyKinds = Kinds(named.Where(account => !account.IsDomain), _companies, (name, other) => name == other);
        _ofPair = new int[_domainKinds.Count, _companyKinds.Count];
        for (var d = 0; d < _domainKinds.Count; d++)
            for (var c = 0; c < _companyKinds.Count; c++)
                _ofPair[d, c] = Classes.Of(RoutingClasses.Union(any, RoutingClasses.Union(_domainKinds[d].Rules, _companyKinds[c].Rules)));
        _emails = new RoutingCache<int>(DomainKind);
        _sites = new RoutingCache<int>(SiteKind);
        _names = new RoutingCache<int>(text => CompanyNames.Normalize(text) is { } name && _companies.TryGetValue(name, out var kind) ? kind : 0);
    }

    /// <summary>Whether any account is named by its domain.</summary>
    public bool HasDomains => _domains.Count > 0;

    /// <summary>Whether any account is named by its company.</summary>
    public bool HasCompanies => _companies.Count > 0;

    /// <summary>The class of a lead. The website counts where the domain of the e-mail address names no account.</summary>
    public int Of(ReadOnlySpan<byte> email, ReadOnlySpan<byte> site, ReadOnlySpan<byte> company)
    {
        var domain = 0;
        if (HasDomains)
        {
            // What stands before the @ is a person, and no two rows have it alike.
            domain = email.IsEmpty ? 0 : _emails.Of(email.Slice(email.LastIndexOf((byte)'@') + 1));
            if (domain == 0 && !site.IsEmpty) domain = _sites.Of(site);
        }

        return _ofPair[domain, HasCompanies && !company.IsEmpty ? _names.Of(company) : 0];
    }

    /// <inheritdoc/>
    public override string Describe(ISet<int> classes)
    {
        var isIn = classes.Contains(_ofPair[0, 0]);
        var names = Enumerable.Range(1, _domainKinds.Count - 1).Where(d => classes.Contains(_ofPair[d, 0]) != isIn).Select(d => _domainKinds[d].Name!)
            .Concat(Enumerable.Range(1, _companyKinds.Count - 1).Where(c => classes.Contains(_ofPair[0, c]) != isIn).Select(c => _companyKinds[c].Name!)).ToList();
        return isIn ? "accounts other than " + List(names) : "accounts such as " + List(names);
    }

    /// <inheritdoc/>
    public override void Show(int id, RoutingSample lead)
    {
        for (var d = 0; d < _domainKinds.Count; d++)
        {
            for (var c = 0; c < _companyKinds.Count; c++)
            {
                if (_ofPair[d, c] != id) continue;
                (lead.Domain, lead.Company) = (_domainKinds[d].Name, _companyKinds[c].Name);
                return;
            }
        }
    }

    /// <summary>Whether an account is meant as a domain.</summary>
    private static bool IsDomain(string text) => text.IndexOf('.') > 0 && !text.EndsWith(".", StringComparison.Ordinal) && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');

    private List<(ulong[], string?)> Kinds(IEnumerable<(string Name, bool IsDomain, int Rule)> accounts, Dictionary<string, int> kinds, Func<string, string, bool> isOf)
    {
        var all = accounts.ToArray();
        var made = new List<(ulong[] Rules, string? Name)> { (new ulong[Classes.Words], null) };
        var byRules = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in all.Select(account => account.Name).Distinct())
        {
            var bits = new ulong[Classes.Words];
            foreach (var account in all.Where(account => isOf(name, account.Name))) bits[account.Rule >> 6] |= 1UL << (account.Rule & 63);
            var key = string.Join(",", bits);
            if (!byRules.TryGetValue(key, out var kind))
            {
                byRules.Add(key, kind = made.Count);
                made.Add((bits, _texts[name]));
            }

            kinds.Add(name, kind);
        }

        return made;
    }

    // The longest listed domain that the domain ends with.
    private int DomainKind(string domain)
    {
        domain = domain.Trim().TrimEnd('.').ToLowerInvariant();
        for (var at = 0; at >= 0; at = domain.IndexOf('.', at) is var dot and >= 0 ? dot + 1 : -1)
            if (_domains.TryGetValue(at == 0 ? domain : domain.Substring(at), out var kind)) return kind;
        return 0;
    }

    private int SiteKind(string site)
    {
        var start = site.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var end = site.IndexOfAny(['/', '?', '#', ':'], start);
        return DomainKind(site.Substring(start, (end < 0 ? site.Length : end) - start));
    }
}
