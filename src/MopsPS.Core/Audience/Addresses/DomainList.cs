using System;
using System.Collections.Generic;
using System.Text;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>Domains with all that is below them: <c>acme.com</c> holds <c>mail.acme.com</c>, too.</summary>
internal sealed class DomainList
{
    private readonly KeyMap _keys = new();

    public DomainList(IEnumerable<string> domains)
    {
        foreach (var domain in domains) Add(Encoding.UTF8.GetBytes(domain.Trim().TrimStart('@').Trim('.').ToLowerInvariant()));
    }

    /// <summary>How many domains it has.</summary>
    public int Count => _keys.Count;

    /// <summary>Adds a domain in lower case.</summary>
    /// <returns>False where it was there.</returns>
    public bool Add(ReadOnlySpan<byte> domain) => _keys.Add(Key128.Of(domain));

    /// <summary>Whether it holds a domain, or one that the domain is below.</summary>
    public bool Holds(ReadOnlySpan<byte> domain)
    {
        if (Count == 0) return false;
        while (true)
        {
            if (_keys.Contains(Key128.Of(domain))) return true;
            var dot = domain.IndexOf((byte)'.');
            if (dot < 0) return false;
            domain = domain.Slice(dot + 1);
        }
    }
}
