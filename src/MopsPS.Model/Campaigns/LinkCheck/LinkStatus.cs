namespace MopsPS;

/// <summary>What became of a link when it was opened.</summary>
public enum LinkStatus
{
    /// <summary>It leads to a page.</summary>
    Working,

    /// <summary>It leads nowhere: an answer of 4xx, or a redirect that says no place.</summary>
    Broken,

    /// <summary>The server failed, after retries, too: an answer of 5xx.</summary>
    ServerError,

    /// <summary>The server does not answer programs (401, 403, 407, 429, 451, 999): whether the link works is not known.</summary>
    Blocked,

    /// <summary>No answer within the time.</summary>
    TimedOut,

    /// <summary>The host has no address.</summary>
    HostUnknown,

    /// <summary>The connection was refused or dropped, or the answer is no HTTP.</summary>
    ConnectionFailed,

    /// <summary>The certificate of the server is not in order.</summary>
    CertificateInvalid,

    /// <summary>Redirects lead in a circle.</summary>
    RedirectLoop,

    /// <summary>More redirects than are followed.</summary>
    TooManyRedirects,

    /// <summary>It, or a redirect of it, leads to an address that is not on the internet: nothing was sent there.</summary>
    PrivateAddress,

    /// <summary>It is no valid web address.</summary>
    Invalid,

    /// <summary>It was not opened: see the reason.</summary>
    Skipped,
}
