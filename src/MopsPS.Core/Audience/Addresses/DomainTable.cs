using System;
using System.Collections.Generic;
using System.Text;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>Mail providers by domain, to be looked up by UTF-8.</summary>
internal static class DomainTable
{
    private static readonly Lazy<(KeyMap Map, List<DomainFacts> Facts)> Table = new(Load);

    /// <summary>What is known of a domain, or null.</summary>
    /// <param name="domain">The domain in lower case.</param>
    public static DomainFacts? Find(ReadOnlySpan<byte> domain) => Table.Value.Map.TryGet(Key128.Of(domain), out var at) ? Table.Value.Facts[at] : null;

    private static (KeyMap Map, List<DomainFacts> Facts) Load()
    {
        var map = new KeyMap();
        var facts = new List<DomainFacts>();
        foreach (var pair in EmailProviders.All)
        {
            map.Add(Key128.Of(Encoding.UTF8.GetBytes(pair.Key)), facts.Count);
            facts.Add(new DomainFacts { Provider = pair.Value, AliasOf = pair.Value.AliasOf is null ? null : Encoding.UTF8.GetBytes(pair.Value.AliasOf) });
        }

        return (map, facts);
    }
}
