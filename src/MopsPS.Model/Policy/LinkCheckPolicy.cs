using System.Collections.Generic;

namespace MopsPS;

/// <summary>How links are opened: politely, and never into networks that are not the internet.</summary>
public sealed class LinkCheckPolicy
{
    /// <summary>The most requests at a time.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>The most requests at a time to one host.</summary>
    public int MaxPerHost { get; init; } = 2;

    /// <summary>The least time between two requests to one host, in milliseconds.</summary>
    public int DelayMilliseconds { get; init; } = 200;

    /// <summary>The time for one request, in seconds.</summary>
    public double TimeoutSeconds { get; init; } = 15;

    /// <summary>How often a request is tried again after a failure that may pass.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The wait before the first retry, in milliseconds; each further one doubles it.</summary>
    public int RetryMilliseconds { get; init; } = 1000;

    /// <summary>The longest wait that a server may ask for (Retry-After), in seconds; who asks for more is not asked again.</summary>
    public double MaxRetryAfterSeconds { get; init; } = 30;

    /// <summary>The most redirects that are followed.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>More redirects than this are a finding.</summary>
    public int LongChain { get; init; } = 3;

    /// <summary>Hosts, addresses and networks (10.0.0.0/8) that are allowed although they are not on the internet.</summary>
    public IReadOnlyList<string> Allow { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Links that are not opened, with wildcards: an unsubscribe link may do what it says when it is opened.</summary>
    public IReadOnlyList<string> Skip { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "*unsubscribe*", "*opt-out*", "*optout*", "*opt_out*", "*abmelden*", "*desinscri*", "*desabonn*", "*/logout*", "*list-manage.com/*",
    ]);
}
