using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Text;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Slips in the domains of the big mail providers and in top-level domains.</summary>
internal static class EmailDomains
{
    // The providers behind most private addresses. A domain one slip away from one of them that is no provider's itself is a slip.
    private static readonly string[] Big =
    [
        "gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "hotmail.co.uk", "yahoo.co.uk", "hotmail.fr", "yahoo.fr", "hotmail.de", "yahoo.de", "outlook.de",
        "outlook.fr", "hotmail.it", "yahoo.it", "hotmail.es", "yahoo.es", "live.com", "comcast.net", "verizon.net", "btinternet.com", "protonmail.com", "t-online.de", "freenet.de",
        "orange.fr", "wanadoo.fr", "libero.it", "yahoo.com.br", "yahoo.co.in", "yahoo.co.jp", "rediffmail.com", "sbcglobal.net", "bellsouth.net",
    ];

    // Real domains of others that are a slip away.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "mail.com", "email.com", "ymail.com", "rmail.com", "hmail.com", "qmail.com", "fmail.com", "jmail.com", "tmail.com", "zmail.com", "gmx.com", "live.co.uk", "olive.com", "love.com", "line.com",
        "like.com", "life.com", "five.com", "hive.com", "dive.com", "give.com", "drive.com", "clive.com", "yahoo.in", "lve.com", "live.cm", "range.fr", "grange.fr",
    };

    private static readonly Dictionary<string, string> Suffixes = new (string Meant, string Slips)[]
    {
        ("com", "con cmo ocm vom xom comm coom c0m cim cpm dom ccom ckm col copm comn"),
        ("net", "nte ner nett met"),
        ("org", "ogr orgg rog"),
    }.SelectMany(pair => pair.Slips.Split(' ').Select(slip => (slip, pair.Meant))).ToDictionary(pair => pair.slip, pair => pair.Meant, StringComparer.Ordinal);

    /// <summary>A domain with a slip in its ending corrected, for example <c>example.con</c>.</summary>
    /// <param name="domain">A domain in lower case.</param>
    /// <returns>The domain; null where there is no slip to see.</returns>
    public static string? WithEnding(string domain) =>
        domain.LastIndexOf('.') is var dot and > 0 && Suffixes.TryGetValue(domain.Substring(dot + 1), out var suffix) ? domain.Substring(0, dot + 1) + suffix : null;

    /// <summary>The domain that was meant.</summary>
    /// <param name="domain">A domain in lower case.</param>
    /// <param name="confidence">How sure it is.</param>
    /// <returns>The domain; null where there is no slip to see.</returns>
    public static string? Repair(string domain, out double confidence)
    {
        confidence = 0;
        if (EmailProviders.TryGet(domain, out _)) return null;
        var fixedDomain = domain;
        var dot = domain.LastIndexOf('.');
        if (dot > 0 && Suffixes.TryGetValue(domain.Substring(dot + 1), out var suffix))
        {
            fixedDomain = domain.Substring(0, dot + 1) + suffix;
            confidence = 0.95;
            if (EmailProviders.TryGet(fixedDomain, out _)) return fixedDomain;
        }

        if (Others.Contains(fixedDomain)) return fixedDomain == domain ? null : fixedDomain;
        if (Nearest(fixedDomain, out var near) is { } provider)
        {
            confidence = fixedDomain == domain ? near : Math.Min(confidence, near);
            return provider;
        }

        return fixedDomain == domain ? null : fixedDomain;
    }

    private static string? Nearest(string domain, out double confidence)
    {
        confidence = 0;
        if (domain.Length < 7) return null;
        string? found = null;
        var isShared = false;
        foreach (var provider in Big)
        {
            if (Similarity.Edits(domain, provider, 1) != 1) continue;
            // Another ending may be another country's site: yahoo.co is not yahoo.com for sure.
            var isEnding = domain.IndexOf('.') is var dot and > 0 && string.CompareOrdinal(domain, 0, provider, 0, dot + 1) == 0;
            var likely = domain[0] != provider[0] ? 0.8 : isEnding ? 0.85 : provider.Length < 9 ? 0.86 : 0.95;
            if (found is not null && Math.Abs(likely - confidence) < 0.05) isShared = true;
            if (likely <= confidence) continue;
            (found, confidence) = (provider, likely);
        }

        if (isShared) confidence = Math.Min(confidence, 0.85);
        return found;
    }
}
