using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>The rules for links that are opened.</summary>
public static class LinkRules
{
    private const string Area = "LinkCheck";

    /// <summary>The link leads nowhere.</summary>
    public static readonly RuleInfo BrokenLink = new("LCK001", Area, nameof(BrokenLink), Severity.Error, "A link leads nowhere: the server answers with an error of the request (4xx).", "Correct the address, or publish the page.", "RFC 9110, 15.5");

    /// <summary>The server fails.</summary>
    public static readonly RuleInfo LinkServerError = new("LCK002", Area, nameof(LinkServerError), Severity.Error, "The server of a link fails (5xx), when asked again, too.", "Ask those who run it.", "RFC 9110, 15.6");

    /// <summary>The server does not answer programs.</summary>
    public static readonly RuleInfo LinkBlocked = new("LCK003", Area, nameof(LinkBlocked), Severity.Warning, "The server of a link does not answer programs: whether it works is not known.", "Open the link by hand.", "RFC 9110, 15.5; LinkedIn answers 999");

    /// <summary>No answer in time.</summary>
    public static readonly RuleInfo LinkTimeout = new("LCK004", Area, nameof(LinkTimeout), Severity.Error, "A link does not answer within the time.", "Open it by hand; raise linkCheck.timeoutSeconds where a slow page is meant.", "the team's policy, linkCheck");

    /// <summary>The host has no address.</summary>
    public static readonly RuleInfo LinkHostUnknown = new("LCK005", Area, nameof(LinkHostUnknown), Severity.Error, "The host of a link has no address.", "Correct the host, or have its DNS entry made.", "RFC 1035");

    /// <summary>The connection fails.</summary>
    public static readonly RuleInfo LinkConnectionFailed = new("LCK006", Area, nameof(LinkConnectionFailed), Severity.Error, "The connection to a link is refused or dropped, or its answer is no HTTP.", "Ask those who run the server. Links are opened without a proxy: in a network that asks for one, check from outside it.", "RFC 9112");

    /// <summary>The certificate is not in order.</summary>
    public static readonly RuleInfo LinkCertificateInvalid = new("LCK007", Area, nameof(LinkCertificateInvalid), Severity.Error, "The certificate of a link's server is not in order; browsers warn about it.", "Have the certificate renewed or corrected.", "RFC 5280, RFC 9525");

    /// <summary>Redirects in a circle.</summary>
    public static readonly RuleInfo LinkRedirectLoop = new("LCK008", Area, nameof(LinkRedirectLoop), Severity.Error, "The redirects of a link lead in a circle.", "Correct the redirects.", "RFC 9110, 15.4");

    /// <summary>Too many redirects.</summary>
    public static readonly RuleInfo LinkTooManyRedirects = new("LCK009", Area, nameof(LinkTooManyRedirects), Severity.Error, "A link has more redirects than are followed.", "Link to the end of the chain.", "RFC 9110, 15.4");

    /// <summary>Into a private network.</summary>
    public static readonly RuleInfo LinkToPrivateAddress = new("LCK010", Area, nameof(LinkToPrivateAddress), Severity.Error, "A link, or a redirect of it, leads to an address that is not on the internet; it was not opened.", "Link to the public address. linkCheck.allow names hosts and networks that are meant.", "IANA special-purpose address registries, RFC 6890");

    /// <summary>UTM lost on the way.</summary>
    public static readonly RuleInfo LinkLosesUtm = new("LCK011", Area, nameof(LinkLosesUtm), Severity.Error, "UTM parameters of a link are lost or changed by its redirects: the visit is counted elsewhere.", "Let the redirect keep the query, or link to its end.", "practice");

    /// <summary>A long chain.</summary>
    public static readonly RuleInfo LongRedirectChain = new("LCK012", Area, nameof(LongRedirectChain), Severity.Warning, "A link has a long chain of redirects: each costs time and may lose the reader.", "Link to the end of the chain.", "the team's policy, linkCheck.longChain");

    /// <summary>From https to http.</summary>
    public static readonly RuleInfo RedirectToHttp = new("LCK013", Area, nameof(RedirectToHttp), Severity.Warning, "A redirect leads from https to http.", "Correct the redirect.", "RFC 9110, 17");

    /// <summary>No web address.</summary>
    public static readonly RuleInfo InvalidLink = new("LCK014", Area, nameof(InvalidLink), Severity.Error, "A link is no valid web address, or has a user name in it.", "Correct the address.", "url.spec.whatwg.org");

    /// <summary>Not opened.</summary>
    public static readonly RuleInfo LinkNotOpened = new("LCK015", Area, nameof(LinkNotOpened), Severity.Information, "A link was not opened: it holds a token, has another scheme, or the policy says so.", "Check it by hand where it matters.", "the team's policy, linkCheck.skip");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        BrokenLink, LinkServerError, LinkBlocked, LinkTimeout, LinkHostUnknown, LinkConnectionFailed, LinkCertificateInvalid, LinkRedirectLoop, LinkTooManyRedirects, LinkToPrivateAddress,
        LinkLosesUtm, LongRedirectChain, RedirectToHttp, InvalidLink, LinkNotOpened,
    ];

    /// <summary>The rule of a status; null for a link that works.</summary>
    public static RuleInfo? Of(LinkStatus status) => status switch
    {
        LinkStatus.Working => null,
        LinkStatus.Broken => BrokenLink,
        LinkStatus.ServerError => LinkServerError,
        LinkStatus.Blocked => LinkBlocked,
        LinkStatus.TimedOut => LinkTimeout,
        LinkStatus.HostUnknown => LinkHostUnknown,
        LinkStatus.ConnectionFailed => LinkConnectionFailed,
        LinkStatus.CertificateInvalid => LinkCertificateInvalid,
        LinkStatus.RedirectLoop => LinkRedirectLoop,
        LinkStatus.TooManyRedirects => LinkTooManyRedirects,
        LinkStatus.PrivateAddress => LinkToPrivateAddress,
        LinkStatus.Invalid => InvalidLink,
        _ => LinkNotOpened,
    };
}
