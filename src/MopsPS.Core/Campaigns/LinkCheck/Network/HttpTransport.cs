#if NET8_0_OR_GREATER
using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>HTTP of .NET; every connection is made by the guard.</summary>
internal sealed class HttpTransport(GuardedConnector connector, string userAgent) : ILinkTransport
{
    /// <inheritdoc/>
    public async Task<LinkAnswer> Ask(Uri url, bool isHead, CancellationToken cancellation)
    {
        string? problem = null;
        var connections = 0;
        // A handler for each request: nothing is shared, and the handler's own silent repeats of a dropped request (three of them) are seen and refused.
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
            ConnectCallback = async (context, stop) =>
            {
                if (Interlocked.Increment(ref connections) > 1) throw new LinkFailureException(LinkStatus.ConnectionFailed, $"'{url.Host}' dropped the connection without an answer.");
                return new NetworkStream(await connector.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop).ConfigureAwait(false), ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) => (problem = CertificateCheck.Problem(url.IdnHost, certificate, chain, errors)) is null;
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(isHead ? HttpMethod.Head : HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.ConnectionClose = true;
        try
        {
            // The invoker answers with the head; the body is never asked for.
            using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
            string? Header(string name) => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;
            return new LinkAnswer
            {
                StatusCode = (int)response.StatusCode,
                Location = Header("Location"),
                RetryAfter = RetryAfterHeader.Read(Header("Retry-After"), DateTimeOffset.UtcNow),
                ContentType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            };
        }
        catch (HttpRequestException exception)
        {
            if (problem is not null) throw new LinkFailureException(LinkStatus.CertificateInvalid, problem, exception);
            for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
                if (inner is LinkFailureException failure) throw failure;
            throw new LinkFailureException(LinkStatus.ConnectionFailed, exception.InnerException is AuthenticationException
                ? $"'{url.Host}' and this machine agree on no encryption." : $"The connection to '{url.Host}' failed: {exception.HttpRequestError}.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Every connection is closed with its answer.
    }
}
#endif
