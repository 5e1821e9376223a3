using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Core.Campaigns.LinkCheck.Network;
using Polly;
using Polly.Retry;

namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>Opens one link: HEAD, then GET where HEAD is answered with an error; retries with growing waits; follows redirects itself, so that each is guarded like the first.</summary>
internal sealed class LinkVisitor
{
    private readonly LinkCheckPolicy _policy;
    private readonly ILinkTransport _transport;
    private readonly HostGates _gates;
    private readonly ResiliencePipeline<LinkAnswer> _retry;

    public LinkVisitor(LinkCheckPolicy policy, ILinkTransport transport, HostGates gates)
    {
        _policy = policy;
        _transport = transport;
        _gates = gates;
        var longest = TimeSpan.FromSeconds(policy.MaxRetryAfterSeconds);
        _retry = policy.Retries == 0 ? ResiliencePipeline<LinkAnswer>.Empty : new ResiliencePipelineBuilder<LinkAnswer>().AddRetry(new RetryStrategyOptions<LinkAnswer>
        {
            MaxRetryAttempts = policy.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(policy.RetryMilliseconds),
            UseJitter = true,
            // A server that asks for a longer wait than we have is left alone.
            ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Result is { IsTransient: true } answer && !(answer.RetryAfter > longest)),
            DelayGenerator = arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.RetryAfter),
        }).Build();
    }

    /// <summary>Opens a link.</summary>
    /// <param name="url">The address as browsers write it, without a fragment.</param>
    /// <param name="cancellation">Stops the visit.</param>
    public async Task<LinkVisit> Visit(Uri url, CancellationToken cancellation)
    {
        var visit = new LinkVisit();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (!seen.Add(url.AbsoluteUri)) return End(visit, LinkStatus.RedirectLoop, "The redirects lead in a circle.");
            if (visit.Hops.Count > _policy.MaxRedirects) return End(visit, LinkStatus.TooManyRedirects, $"More than {_policy.MaxRedirects} redirects; the rest was not followed.");
            var (answer, isHead, requests) = await Ask(url, cancellation).ConfigureAwait(false);
            visit.Hops.Add((url.AbsoluteUri, answer.StatusCode, isHead, requests));
            if (answer.Failure is { } failure) return End(visit, failure.Status, failure.Message);
            visit.ContentType = answer.ContentType;
            if (answer.StatusCode is not (301 or 302 or 303 or 307 or 308)) return Judge(visit, answer.StatusCode);
            if (string.IsNullOrWhiteSpace(answer.Location)) return End(visit, LinkStatus.Broken, $"The server answers {answer.StatusCode} and says no place to go to.");
            if (!Uri.TryCreate(url, answer.Location!.Trim(), out var next) || next.Scheme is not ("http" or "https") || next.Host.Length == 0)
                return End(visit, LinkStatus.Broken, "The redirect leads to no web address.");
            if (next.UserInfo.Length > 0) return End(visit, LinkStatus.Broken, "The redirect leads to an address with a user name in it.");
            visit.LeftHttps |= url.Scheme == "https" && next.Scheme == "http";
            url = next.Fragment.Length == 0 ? next : new Uri(next.GetLeftPart(UriPartial.Query));
        }
    }

    private async Task<(LinkAnswer Answer, bool IsHead, int Requests)> Ask(Uri url, CancellationToken cancellation)
    {
        var requests = 0;
        var answer = await Retry(isHead: true).ConfigureAwait(false);
        // Servers that do not know HEAD say so in many ways; those that asked for patience are not asked at once by another method.
        if (answer.Failure is not null || answer.StatusCode < 400 || answer.StatusCode is 429 or 503) return (answer, true, requests);
        return (await Retry(isHead: false).ConfigureAwait(false), false, requests);

        async Task<LinkAnswer> Retry(bool isHead) => await _retry.ExecuteAsync(
            async token =>
            {
                requests++;
                return await _gates.Run(url.IdnHost, () => Once(url, isHead, token), token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
    }

    private async Task<LinkAnswer> Once(Uri url, bool isHead, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(_policy.TimeoutSeconds));
        try
        {
            var answer = await _transport.Ask(url, isHead, limit.Token).ConfigureAwait(false);
            if (answer.StatusCode is 429 or 503 && answer.RetryAfter is { } wait && wait.TotalSeconds <= _policy.MaxRetryAfterSeconds) _gates.Hold(url.IdnHost, wait);
            return answer;
        }
        catch (LinkFailureException failure)
        {
            return new LinkAnswer { Failure = failure };
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            return new LinkAnswer { Failure = new LinkFailureException(LinkStatus.TimedOut, FormattableString.Invariant($"'{url.Host}' did not answer within {_policy.TimeoutSeconds:0.##} seconds."), exception) };
        }
    }

    private static LinkVisit Judge(LinkVisit visit, int code) => code switch
    {
        >= 200 and < 300 => End(visit, LinkStatus.Working, string.Empty),
        401 or 403 or 407 or 429 or 451 or 999 => End(visit, LinkStatus.Blocked, $"The server answers {code}; whether the link works for people is not known."),
        >= 500 and < 600 => End(visit, LinkStatus.ServerError, $"The server answers {code}."),
        _ => End(visit, LinkStatus.Broken, $"The server answers {code}."),
    };

    private static LinkVisit End(LinkVisit visit, LinkStatus status, string reason)
    {
        visit.Status = status;
        visit.Reason = reason;
        return visit;
    }
}
