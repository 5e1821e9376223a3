#if !NET8_0_OR_GREATER
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>
/// The heads of HTTP/1.1 answers (RFC 9112) over a socket that the guard connected. The HttpClient of the .NET Framework resolves names by itself and lets nobody look at the
/// address before it connects; so it cannot be used here.
/// </summary>
internal sealed class SocketTransport(GuardedConnector connector, string userAgent) : ILinkTransport
{
    private const int MaxHead = 1 << 16;

    /// <inheritdoc/>
    public async Task<LinkAnswer> Ask(Uri url, bool isHead, CancellationToken cancellation)
    {
        string? problem = null;
        var socket = await connector.ConnectAsync(url.IdnHost, url.Port, cancellation).ConfigureAwait(false);
        try
        {
            using (cancellation.Register(socket.Dispose))
            using (var network = new NetworkStream(socket, ownsSocket: true))
            {
                if (url.Scheme != "https") return await Ask(network, url, isHead, cancellation).ConfigureAwait(false);
                using var stream = new SslStream(network, leaveInnerStreamOpen: false, (_, certificate, chain, errors) => (problem = CertificateCheck.Problem(url.IdnHost, certificate, chain, errors)) is null);
                await stream.AuthenticateAsClientAsync(url.IdnHost, null, SslProtocols.None, checkCertificateRevocation: false).ConfigureAwait(false);
                return await Ask(stream, url, isHead, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or AuthenticationException or InvalidDataException)
        {
            cancellation.ThrowIfCancellationRequested();
            if (problem is not null) throw new LinkFailureException(LinkStatus.CertificateInvalid, problem, exception);
            throw new LinkFailureException(LinkStatus.ConnectionFailed, exception is AuthenticationException
                ? $"'{url.Host}' and this machine agree on no encryption." : $"The connection to '{url.Host}' failed: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Every connection is closed with its answer.
    }

    private async Task<LinkAnswer> Ask(Stream stream, Uri url, bool isHead, CancellationToken cancellation)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? $"[{url.IdnHost.Trim('[', ']')}]" : url.IdnHost;
        var port = url.IsDefaultPort ? string.Empty : ":" + url.Port.ToString(CultureInfo.InvariantCulture);
        var request = Encoding.ASCII.GetBytes($"{(isHead ? "HEAD" : "GET")} {url.PathAndQuery} HTTP/1.1\r\nHost: {host}{port}\r\nUser-Agent: {userAgent}\r\nAccept: */*\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(request, 0, request.Length, cancellation).ConfigureAwait(false);
        var buffer = new byte[MaxHead];
        var length = 0;
        while (true)
        {
            var (head, end) = await ReadHead(stream, buffer, length, cancellation).ConfigureAwait(false);
            var answer = Read(head);
            // Interim answers (RFC 9110, 15.2) come before the one that counts.
            if (answer.StatusCode is < 100 or > 199 or 101) return answer;
            length = end.Length;
            end.CopyTo(buffer, 0);
        }
    }

    private static async Task<(string Head, byte[] Behind)> ReadHead(Stream stream, byte[] buffer, int length, CancellationToken cancellation)
    {
        while (true)
        {
            for (var i = 3; i < length; i++)
            {
                if (buffer[i] != '\n' || buffer[i - 1] != '\r' || buffer[i - 2] != '\n' || buffer[i - 3] != '\r') continue;
                var rest = new byte[length - i - 1];
                Array.Copy(buffer, i + 1, rest, 0, rest.Length);
                return (Encoding.UTF8.GetString(buffer, 0, i - 3), rest);
            }

            if (length == buffer.Length) throw new InvalidDataException($"the head of the answer is longer than {MaxHead >> 10} KiB.");
            var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellation).ConfigureAwait(false);
            if (read == 0) throw new IOException("the server closed it before it answered.");
            length += read;
        }
    }

    private static LinkAnswer Read(string head)
    {
        var lines = head.Split(["\r\n"], StringSplitOptions.None);
        var status = lines[0].Split([' '], 3);
        if (!status[0].StartsWith("HTTP/1.", StringComparison.Ordinal) || status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 100 or > 999)
            throw new InvalidDataException("the answer is no HTTP.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':');
            if (colon <= 0) throw new InvalidDataException("the answer is no HTTP.");
            var name = lines[i].Substring(0, colon);
            if (!headers.ContainsKey(name)) headers.Add(name, lines[i].Substring(colon + 1).Trim());
        }

        string? Header(string name) => headers.TryGetValue(name, out var value) ? value : null;
        return new LinkAnswer
        {
            StatusCode = code,
            Location = Header("Location"),
            RetryAfter = RetryAfterHeader.Read(Header("Retry-After"), DateTimeOffset.UtcNow),
            ContentType = Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant(),
        };
    }
}
#endif
