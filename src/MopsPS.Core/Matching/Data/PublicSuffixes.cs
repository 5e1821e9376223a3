using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>
/// Domains under which others register theirs (Data/Matching/public-suffixes.csv, in the sense of publicsuffix.org): <c>co.uk</c>,
/// <c>github.io</c>. Every last label is one as well, so that only suffixes of several labels are listed.
/// </summary>
public static class PublicSuffixes
{
    private static readonly Lazy<Dictionary<int, string[]>> Suffixes = new(Load);

    /// <summary>The part of a host name that one owner registered: <c>www.shop.example.co.uk</c> is <c>example.co.uk</c>.</summary>
    /// <param name="host">A host name in lower case, without port.</param>
    /// <returns>
    /// The registrable domain; the host itself when it is one, a suffix, a single label or an IP address. Nothing is allocated then.
    /// </returns>
    public static string RegistrableDomain(string host)
    {
        var end = host.Length > 0 && host[host.Length - 1] == '.' ? host.Length - 1 : host.Length;
        if (end == 0 || host.IndexOf(':') >= 0 || IsDigit(host[end - 1])) return host;

        // From the right: the hash grows by a label, and a suffix that is longer wins.
        var hash = 0;
        var suffix = host.LastIndexOf('.', end - 1) + 1;
        for (var i = end - 1; i >= 0; i--)
        {
            if (host[i] == '.' && i + 1 < suffix && Suffixes.Value.TryGetValue(hash, out var sameHash) && IsIn(sameHash, host, i + 1, end)) suffix = i + 1;
            hash = (hash * 31) + host[i];
        }

        var owner = suffix < 2 ? 0 : host.LastIndexOf('.', suffix - 2) + 1;
        return owner == 0 && end == host.Length ? host : host.Substring(owner, end - owner);
    }

    /// <summary>Tells whether others register domains under this one.</summary>
    /// <param name="domain">A domain of several labels in lower case.</param>
    /// <returns>True when the table has it.</returns>
    public static bool Contains(string domain) => Suffixes.Value.TryGetValue(Hash(domain), out var sameHash) && IsIn(sameHash, domain, 0, domain.Length);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsIn(string[] suffixes, string host, int start, int end)
    {
        foreach (var suffix in suffixes)
            if (suffix.Length == end - start && string.CompareOrdinal(host, start, suffix, 0, suffix.Length) == 0) return true;
        return false;
    }

    private static int Hash(string suffix)
    {
        var hash = 0;
        for (var i = suffix.Length - 1; i >= 0; i--) hash = (hash * 31) + suffix[i];
        return hash;
    }

    private static Dictionary<int, string[]> Load()
    {
        var suffixes = new Dictionary<int, string[]>();
        foreach (var row in EmbeddedTable.Read("Matching/public-suffixes.csv"))
            foreach (var suffix in EmbeddedTable.Values(row[2]))
            {
                var hash = Hash(suffix);
                suffixes[hash] = suffixes.TryGetValue(hash, out var others) ? [.. others, suffix] : [suffix];
            }

        return suffixes;
    }
}
