using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Tests.Campaigns.LinkCheck;

/// <summary>A server on loopback that misbehaves in every way that a link checker meets. One connection for each request.</summary>
internal sealed class MisbehavingServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly Func<string, string, int, string?> _answer;
    private int _open;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Given method, path and how often both were asked, the whole answer; "HANG", "DROP", "BODY" (a body without an end) or "HEADERS" (headers without one).</param>
    /// <param name="certificate">For https.</param>
    public MisbehavingServer(Func<string, string, int, string?> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The heads of all requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>When each request came.</summary>
    public ConcurrentQueue<DateTime> Times { get; } = new();

    /// <summary>The most requests at a time.</summary>
    public int MostOpen { get; private set; }

    /// <summary>How many bytes of a body without an end were taken.</summary>
    public long BodyBytes { get; private set; }

    public string Url(string path, string host = "site.test") => $"{(_certificate is null ? "http" : "https")}://{host}:{Port}{path}";

    public int Count(string methodAndPath) => _counts.TryGetValue(methodAndPath, out var count) ? count : 0;

    public static string Answer(int code, params string[] headers) => $"HTTP/1.1 {code} Some Reason\r\n{string.Concat(headers.Select(header => header + "\r\n"))}Content-Length: 0\r\nConnection: close\r\n\r\n";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.LingerState = new LingerOption(false, 0);
                Stream stream = client.GetStream();
                if (_certificate is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                    stream = secure;
                }

                await Serve(stream);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, which is part of what is tested.
        }
    }

    private async Task Serve(Stream stream)
    {
        var head = await Head(stream);
        if (head.Length == 0) return;
        Requests.Enqueue(head);
        Times.Enqueue(DateTime.UtcNow);
        MostOpen = Math.Max(MostOpen, Interlocked.Increment(ref _open));
        try
        {
            var parts = head.Split(' ');
            var answer = _answer(parts[0], parts[1], _counts.AddOrUpdate(parts[0] + " " + parts[1], 1, (_, count) => count + 1));
            switch (answer)
            {
                case null or "DROP":
                    return;
                case "HANG":
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                    return;
                case "SLOW":
                    await Task.Delay(150, _stop.Token);
                    await Write(stream, Answer(200));
                    return;
                case "BODY":
                    await Write(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
                    for (var block = new string('x', 65_536); BodyBytes < 1L << 30; BodyBytes += block.Length) await Write(stream, block);
                    return;
                case "HEADERS":
                    await Write(stream, "HTTP/1.1 200 OK\r\n");
                    for (var i = 0; i < 1 << 20; i++) await Write(stream, $"X-Header-{i}: {new string('y', 1000)}\r\n");
                    return;
                default:
                    await Write(stream, answer);
                    return;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<string> Head(Stream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            bytes.Add(one[0]);
            if (bytes.Count > 3 && bytes[^1] == '\n' && bytes[^3] == '\n') return Encoding.ASCII.GetString([.. bytes]);
        }

        return "";
    }

    private async Task Write(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _stop.Token);
}
