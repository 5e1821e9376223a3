using System;
using MopsPS.Core.Campaigns.LinkCheck.Network;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>linkCheck</c> section over that of the policy it builds on.</summary>
internal static class LinkCheckPolicyReader
{
    public static LinkCheckPolicy Read(PolicyNode? node, LinkCheckPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var links = new LinkCheckPolicy
        {
            MaxConcurrency = section.Count("maxConcurrency", 1) ?? from.MaxConcurrency,
            MaxPerHost = section.Count("maxPerHost", 1) ?? from.MaxPerHost,
            DelayMilliseconds = section.Count("delayMilliseconds", 0) ?? from.DelayMilliseconds,
            TimeoutSeconds = section.Number("timeoutSeconds", 0.1, 600) ?? from.TimeoutSeconds,
            Retries = section.Count("retries", 0) ?? from.Retries,
            RetryMilliseconds = section.Count("retryMilliseconds", 1) ?? from.RetryMilliseconds,
            MaxRetryAfterSeconds = section.Number("maxRetryAfterSeconds", 0, 3600) ?? from.MaxRetryAfterSeconds,
            MaxRedirects = section.Count("maxRedirects", 0) ?? from.MaxRedirects,
            LongChain = section.Count("longChain", 0) ?? from.LongChain,
            Allow = section.Texts("allow", Address) ?? from.Allow,
            Skip = section.Texts("skip") ?? from.Skip,
        };
        section.Finish();
        return links;
    }

    private static string? Address(string text) => AddressRange.Read(text) is not null || Uri.CheckHostName(text) == UriHostNameType.Dns
        ? null : $"'{text}' is no host name; expected a host, an address or a network such as 10.0.0.0/8.";
}
