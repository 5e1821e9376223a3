using System;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>Parses the host of an http or https URL (url.spec.whatwg.org, section 3.5).</summary>
internal static class HostParser
{
    private const string Forbidden = " #%/:<>?@[\\]^|";
    private static readonly char[] Dots = ['\u3002', '\uFF0E', '\uFF61'];

    /// <summary>Parses a host.</summary>
    /// <param name="text">What stands in the URL.</param>
    /// <param name="error">What is wrong, or null.</param>
    /// <returns>The host as browsers write it: lower case, punycode, addresses in their short form; null where it is no host.</returns>
    public static string? Parse(string text, out string? error)
    {
        error = null;
        if (text.Length > 0 && text[0] == '[')
        {
            if (text[text.Length - 1] == ']' && Ipv6.Parse(text.Substring(1, text.Length - 2)) is { } address) return "[" + Ipv6.Write(address) + "]";
            error = $"'{text}' is no IPv6 address.";
            return null;
        }

        var host = ToAscii(PercentCoding.Decode(text));
        if (string.IsNullOrEmpty(host))
        {
            error = $"The host '{text}' is not a valid domain name.";
            return null;
        }

        foreach (var c in host!)
        {
            if (c > ' ' && c < '\u007F' && Forbidden.IndexOf(c) < 0) continue;
            error = $"The host '{text}' contains {(c > ' ' && c < '\u007F' ? $"'{c}'" : "a space or control character")}, which no host may.";
            return null;
        }

        if (!Ipv4.EndsInNumber(host)) return host;
        var number = Ipv4.Parse(host);
        if (number is null) error = $"The host '{text}' ends in a number, but is no IPv4 address.";
        return number;
    }

    private static string? ToAscii(string domain)
    {
        // Since June 2026 the standard takes a domain of ASCII letters as it is, punycode that says nothing included: browsers always did.
        if (domain.All(c => c < 128)) return domain.ToLowerInvariant();
        foreach (var dot in Dots) domain = domain.Replace(dot, '.');
        var mapping = new IdnMapping { AllowUnassigned = true, UseStd3AsciiRules = false };
        var labels = domain.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].Length == 0) continue;
            try
            {
                if (labels[i].All(c => c < 128))
                {
                    labels[i] = labels[i].ToLowerInvariant();
                    if (!labels[i].StartsWith("xn--", StringComparison.Ordinal)) continue;
                    // A label that says it is punycode must be what its own decoding encodes to.
                    var unicode = mapping.GetUnicode(labels[i]);
                    if (unicode == labels[i] || mapping.GetAscii(unicode) != labels[i]) return null;
                }
                else
                {
                    labels[i] = mapping.GetAscii(labels[i]).ToLowerInvariant();
                }
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        return string.Join(".", labels);
    }
}
