using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>Finds the addresses of a host.</summary>
/// <param name="host">The host.</param>
/// <param name="cancellation">Stops the search.</param>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellation);

/// <summary>
/// Connects to a host: resolves its name once, asks the guard about every address, and connects to one of these very addresses. A name that is answered otherwise the
/// next time (DNS rebinding) gains nothing, for it is asked and judged at each connection.
/// </summary>
internal sealed class GuardedConnector(AddressGuard guard, HostResolver resolver)
{
    /// <summary>Asks the system.</summary>
    public static HostResolver System { get; } = async (host, cancellation) =>
    {
        cancellation.ThrowIfCancellationRequested();
#if NET8_0_OR_GREATER
        return await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
#else
        return await Dns.GetHostAddressesAsync(host).ConfigureAwait(false);
#endif
    };

    /// <summary>Connects.</summary>
    /// <exception cref="LinkFailureException">The host has no address, one that is forbidden, or none that answers.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        host = host.Trim('[', ']');
        var addresses = await Resolve(host, cancellation).ConfigureAwait(false);
        // One forbidden address among others is what a rebinding name looks like: all or none.
        foreach (var address in addresses)
        {
            if (guard.Forbids(host, address) is { } what)
                throw new LinkFailureException(LinkStatus.PrivateAddress, $"'{host}' has the address {address}, which is {what}; nothing was sent there.");
        }

        Exception? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await Connect(socket, new IPEndPoint(address, port), cancellation).ConfigureAwait(false);
                return socket;
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                socket.Dispose();
                cancellation.ThrowIfCancellationRequested();
                last = exception;
            }
        }

        throw new LinkFailureException(LinkStatus.ConnectionFailed, $"'{host}' does not take connections on port {port}: {(last as SocketException)?.SocketErrorCode.ToString() ?? "no address answers"}.", last);
    }

    private async Task<IPAddress[]> Resolve(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        try
        {
            var search = resolver(host, cancellation);
            // The system's search cannot be stopped everywhere; whoever waits can.
            if (await Task.WhenAny(search, Task.Delay(Timeout.Infinite, cancellation)).ConfigureAwait(false) != search) cancellation.ThrowIfCancellationRequested();
            var addresses = await search.ConfigureAwait(false);
            if (addresses.Length > 0) return [.. addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)];
        }
        catch (SocketException exception)
        {
            throw new LinkFailureException(LinkStatus.HostUnknown, $"'{host}' has no address: {exception.SocketErrorCode}.", exception);
        }

        throw new LinkFailureException(LinkStatus.HostUnknown, $"'{host}' has no address.");
    }

    private static async Task Connect(Socket socket, IPEndPoint end, CancellationToken cancellation)
    {
#if NET8_0_OR_GREATER
        await socket.ConnectAsync(end, cancellation).ConfigureAwait(false);
#else
        using (cancellation.Register(socket.Dispose)) await socket.ConnectAsync(end).ConfigureAwait(false);
#endif
    }
}
