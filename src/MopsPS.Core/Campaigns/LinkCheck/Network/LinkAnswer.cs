using System;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>The head of an answer, or the failure in its place.</summary>
internal sealed class LinkAnswer
{
    /// <summary>The status code; 0 where there was no answer.</summary>
    public int StatusCode { get; init; }

    /// <summary>Where a redirect leads, as it was sent.</summary>
    public string? Location { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The failure; null where there was an answer.</summary>
    public LinkFailureException? Failure { get; init; }

    /// <summary>Whether it may pass when asked again.</summary>
    public bool IsTransient => Failure is { Status: LinkStatus.TimedOut or LinkStatus.ConnectionFailed } || StatusCode is 408 or 425 or 429 or 500 or 502 or 503 or 504;
}
