using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Core.Campaigns.LinkCheck.Network;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>
/// Opens links over the network and says what became of them. Nothing is sent but the address and the name of this program: no cookies, no credentials, no referrer.
/// Never connects to an address that is not on the internet unless the policy allows it, also not after a redirect or by a name.
/// </summary>
public sealed class LinkChecker
{
    private readonly LinkCheckPolicy _policy;
    private readonly string[] _allow;
    private readonly LinkJudge _judge;
    private readonly HostResolver _resolver;

    /// <summary>Makes a checker.</summary>
    /// <param name="policy">The policy: linkCheck, rules.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="allow">Hosts, addresses and networks that are allowed beside those of the policy; null for none.</param>
    public LinkChecker(MopsPolicy policy, DateTime todayUtc, IReadOnlyList<string>? allow = null) : this(policy, todayUtc, GuardedConnector.System, allow)
    {
    }

    internal LinkChecker(MopsPolicy policy, DateTime todayUtc, HostResolver resolver, IReadOnlyList<string>? allow = null)
    {
        _policy = (policy ?? throw new ArgumentNullException(nameof(policy))).LinkCheck;
        _allow = [.. _policy.Allow.Concat(allow ?? [])];
        _judge = new LinkJudge(_policy, new RuleSet(policy, todayUtc));
        _resolver = resolver;
    }

    /// <summary>How this program names itself to servers.</summary>
    public static string UserAgent { get; } = $"MopsPS/{typeof(LinkChecker).Assembly.GetName().Version?.ToString(3)} (link check before a campaign)";

    /// <summary>Whether a text may stand in a list of what is allowed: a host, an address or a network.</summary>
    public static bool CanAllow(string text) => AddressRange.Read(text ?? string.Empty) is not null || Uri.CheckHostName(text) == UriHostNameType.Dns;

    /// <summary>Whether a link would be opened: it is a web address that the policy does not skip.</summary>
    /// <param name="link">The link.</param>
    /// <param name="policy">The policy.</param>
    public static bool WouldOpen(string link, LinkCheckPolicy policy) => Prepare(link ?? throw new ArgumentNullException(nameof(link)), policy ?? throw new ArgumentNullException(nameof(policy)), null).Url is not null;

    /// <summary>A link as it may be shown: personal data masked.</summary>
    public static string Show(string link) => Utm.LinkMask.Mask(link ?? throw new ArgumentNullException(nameof(link)));

    /// <summary>Opens links; those that are alike but for their fragment once.</summary>
    /// <param name="links">The links.</param>
    /// <param name="isOpened">Whether a link may be opened; null for all. One that may not is skipped.</param>
    /// <param name="onDone">Is told how many of how many addresses are done, on any thread; null for nobody.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>One result for each link, in the order given.</returns>
    /// <exception cref="OperationCanceledException">The check was stopped.</exception>
    public async Task<IReadOnlyList<LinkCheckResult>> Check(
        IReadOnlyList<LinkToCheck> links, Func<string, bool>? isOpened = null, Action<int, int>? onDone = null, CancellationToken cancellation = default)
    {
        if (links is null) throw new ArgumentNullException(nameof(links));
        var targets = links.Select(link => Prepare(link.Url, _policy, isOpened)).ToArray();
        using var gates = new HostGates(_policy);
        using var transport = Transport();
        var visitor = new LinkVisitor(_policy, transport, gates);
        var visits = new Dictionary<string, Task<LinkVisit>>(StringComparer.Ordinal);
        var count = targets.Where(target => target.Url is not null).Select(target => target.Url!.AbsoluteUri).Distinct(StringComparer.Ordinal).Count();
        var done = 0;
        foreach (var (url, _) in targets)
        {
            if (url is null || visits.ContainsKey(url.AbsoluteUri)) continue;
            visits.Add(url.AbsoluteUri, Visit(url));
        }

        await Task.WhenAll(visits.Values).ConfigureAwait(false);
        var results = new LinkCheckResult[links.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var (url, skipped) = targets[i];
            results[i] = _judge.Judge(links[i].Url, links[i].Source, url is null ? skipped! : await visits[url.AbsoluteUri].ConfigureAwait(false));
        }

        return results;

        async Task<LinkVisit> Visit(Uri url)
        {
            var visit = await visitor.Visit(url, cancellation).ConfigureAwait(false);
            onDone?.Invoke(Interlocked.Increment(ref done), count);
            return visit;
        }
    }

    private static (Uri? Url, LinkVisit? Skipped) Prepare(string link, LinkCheckPolicy policy, Func<string, bool>? isOpened)
    {
        (Uri?, LinkVisit?) No(LinkStatus status, string reason) => (null, new LinkVisit { Status = status, Reason = reason });
        if (link.IndexOf("***", StringComparison.Ordinal) >= 0) return No(LinkStatus.Skipped, "Personal data in it is masked.");
        var url = WebUrl.Parse(link);
        // An IPv6 address in brackets looks like a token.
        if (Utm.MergeToken.Find(url.Kind == UrlKind.Web && url.Host.StartsWith("[", StringComparison.Ordinal) ? url.Path + "?" + url.RawQuery : link).Count > 0)
            return No(LinkStatus.Skipped, "It holds a token that the platform fills in.");
        if (url.Kind == UrlKind.OtherScheme) return No(LinkStatus.Skipped, $"It has the scheme {url.Scheme}.");
        if (url.Kind == UrlKind.Relative) return No(LinkStatus.Skipped, "It is relative to a page.");
        if (url.Kind == UrlKind.Invalid || url.Href is null) return No(LinkStatus.Invalid, url.Error ?? "It is no web address.");
        if (url.UserName.Length + url.Password.Length > 0) return No(LinkStatus.Invalid, "It has a user name in it.");
        if (policy.Skip.FirstOrDefault(pattern => Wildcard.IsMatch(pattern, link)) is { } skip) return No(LinkStatus.Skipped, $"The policy does not open links like {skip}.");
        if (isOpened?.Invoke(link) == false) return No(LinkStatus.Skipped, "It was not to be opened.");
        var href = url.Href;
        var fragment = href.IndexOf('#');
        return Uri.TryCreate(fragment < 0 ? href : href.Substring(0, fragment), UriKind.Absolute, out var address)
            ? (address, null) : No(LinkStatus.Invalid, "It is no web address that can be opened.");
    }

    private ILinkTransport Transport()
    {
        var connector = new GuardedConnector(new AddressGuard(_allow), _resolver);
#if NET8_0_OR_GREATER
        return new HttpTransport(connector, UserAgent);
#else
        return new SocketTransport(connector, UserAgent);
#endif
    }
}
