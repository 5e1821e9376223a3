using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Core.Campaigns.LinkCheck;
using MopsPS.Core.Campaigns.LinkCheck.Network;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns.LinkCheck;

/// <summary>Against a server on loopback that misbehaves in every way named. Names are answered by a resolver of the test: nothing leaves the machine.</summary>
public class LinkCheckTests
{
    private static readonly LinkCheckPolicy Fast = new() { DelayMilliseconds = 0, RetryMilliseconds = 10, TimeoutSeconds = 1, Allow = ["127.0.0.1"], MaxRedirects = 5 };

    private static readonly Dictionary<string, string> Names = new()
    {
        ["site.test"] = "127.0.0.1",
        ["other.test"] = "127.0.0.1",
        ["internal.test"] = "192.168.0.5",
        ["mapped.test"] = "::ffff:10.0.0.1",
        ["loopback.test"] = "127.0.0.2",
        ["metadata.test"] = "169.254.169.254",
    };

    [Theory]
    [InlineData("/ok", LinkStatus.Working, 200)]
    [InlineData("/slow", LinkStatus.Working, 200)]
    [InlineData("/hints", LinkStatus.Working, 200)]
    [InlineData("/head405", LinkStatus.Working, 200)]
    [InlineData("/head501", LinkStatus.Working, 200)]
    [InlineData("/head403", LinkStatus.Working, 200)]
    [InlineData("/head404", LinkStatus.Working, 200)]
    [InlineData("/404", LinkStatus.Broken, 404)]
    [InlineData("/410", LinkStatus.Broken, 410)]
    [InlineData("/500", LinkStatus.ServerError, 500)]
    [InlineData("/403", LinkStatus.Blocked, 403)]
    [InlineData("/999", LinkStatus.Blocked, 999)]
    [InlineData("/hang", LinkStatus.TimedOut, null)]
    [InlineData("/drop", LinkStatus.ConnectionFailed, null)]
    [InlineData("/drop-once", LinkStatus.Working, 200)]
    [InlineData("/junk", LinkStatus.ConnectionFailed, null)]
    [InlineData("/headers", LinkStatus.ConnectionFailed, null)]
    [InlineData("/self", LinkStatus.RedirectLoop, 302)]
    [InlineData("/loop-a", LinkStatus.RedirectLoop, 302)]
    [InlineData("/chain/5", LinkStatus.Working, 200)]
    [InlineData("/chain/6", LinkStatus.TooManyRedirects, 302)]
    [InlineData("/to/none", LinkStatus.Broken, 302)]
    [InlineData("/to/file", LinkStatus.Broken, 302)]
    [InlineData("/to/script", LinkStatus.Broken, 302)]
    [InlineData("/to/user", LinkStatus.Broken, 302)]
    [InlineData("/to/private", LinkStatus.PrivateAddress, null)]
    [InlineData("/to/metadata", LinkStatus.PrivateAddress, null)]
    [InlineData("/to/mapped", LinkStatus.PrivateAddress, null)]
    [InlineData("/to/six", LinkStatus.PrivateAddress, null)]
    [InlineData("/to/number", LinkStatus.PrivateAddress, null)]
    [InlineData("/to/name", LinkStatus.PrivateAddress, null)]
    [InlineData("/to/unknown", LinkStatus.HostUnknown, null)]
    public async Task AServerThatMisbehavesIsSeenThrough(string path, LinkStatus status, int? code)
    {
        using var server = new MisbehavingServer(Behave);
        var result = (await Check([server.Url(path)], Fast)).Single();
        Assert.True(result.Status == status, result.ToString());
        Assert.Equal(code, result.StatusCode);
        Assert.Equal(status == LinkStatus.Working && path != "/chain/5", result.IsCompliant == true);
        Assert.Equal(LinkRules.Of(status)?.Id ?? (path == "/chain/5" ? "LCK012" : null), result.Findings.FirstOrDefault()?.RuleId);
        if (status != LinkStatus.Working) Assert.NotEmpty(result.Reason);
    }

    [Theory]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://0x7f000002/")]
    [InlineData("http://2130706434/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://internal.test/")]
    [InlineData("http://mapped.test/")]
    [InlineData("http://metadata.test/")]
    [InlineData("http://loopback.test/")]
    [InlineData("http://both.test/")]
    public async Task AddressesThatAreNotOnTheInternetAreNeverConnectedTo(string url)
    {
        var result = (await Check([url], Fast)).Single();
        Assert.True(result.Status == LinkStatus.PrivateAddress, result.ToString());
        Assert.Equal("LCK010", result.Findings.Single().RuleId);
    }

    [Fact]
    public async Task ANameThatIsAnsweredOtherwiseTheSecondTimeGainsNothing()
    {
        using var server = new MisbehavingServer((_, path, _) => path == "/start" ? MisbehavingServer.Answer(302, "Location: /next") : MisbehavingServer.Answer(200));
        var asked = 0;
        Task<IPAddress[]> Rebind(string host, CancellationToken cancellation) => Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? "127.0.0.1" : "10.0.0.1")]);
        var result = (await new LinkChecker(new MopsPolicy { LinkCheck = Fast }, DateTime.UtcNow, Rebind).Check([new LinkToCheck(server.Url("/start", "rebind.test"))])).Single();
        Assert.True(result.Status == LinkStatus.PrivateAddress, result.ToString());
        Assert.Equal(2, asked);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ANetworkOrHostThatThePolicyAllowsIsOpened()
    {
        using var server = new MisbehavingServer(Behave);
        foreach (var allow in new[] { "127.0.0.0/8", "site.test", "127.0.0.1" })
            Assert.Equal(LinkStatus.Working, (await Check([server.Url("/ok")], Copy(allow: [allow]))).Single().Status);
        Assert.Equal(LinkStatus.PrivateAddress, (await Check([server.Url("/ok")], Copy(allow: ["other.test", "127.0.0.2"]))).Single().Status);
    }

    [Fact]
    public async Task RetriesHaveABoundAndWaitsAreKept()
    {
        using var server = new MisbehavingServer(Behave);
        var clock = Stopwatch.StartNew();
        var results = await Check([server.Url("/busy"), server.Url("/busy-long"), server.Url("/drop"), server.Url("/500")], Copy(perHost: 4));
        Assert.Equal([LinkStatus.Working, LinkStatus.Blocked, LinkStatus.ConnectionFailed, LinkStatus.ServerError], results.Select(result => result.Status));
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(1), "Retry-After: 1 was not kept");
        Assert.Equal((2, 1, 3, 3, 3), (server.Count("HEAD /busy"), server.Count("HEAD /busy-long"), server.Count("HEAD /drop"), server.Count("HEAD /500"), server.Count("GET /500")));
        Assert.Equal(0, server.Count("GET /busy-long"));
        Assert.Equal(2, results[0].Hops.Single().Requests);
    }

    [Theory]
    [InlineData("/keep?utm_source=a&utm_campaign=b&x=1", "")]
    [InlineData("/lose?utm_source=a&utm_campaign=b", "utm_source, utm_campaign")]
    [InlineData("/change?utm_source=a&utm_campaign=b", "utm_source")]
    [InlineData("/lose?x=1", "")]
    public async Task UtmParametersAreKeptThroughRedirectsOrNamed(string path, string lost)
    {
        using var server = new MisbehavingServer(Behave);
        var result = (await Check([server.Url(path)], Fast)).Single();
        Assert.Equal(LinkStatus.Working, result.Status);
        Assert.Equal(lost, string.Join(", ", result.LostUtm));
        Assert.Equal(lost.Length > 0, result.Findings.Any(finding => finding.RuleId == "LCK011"));
        Assert.Equal(1, result.Redirects);
        Assert.Equal(2, result.Hops.Count);
    }

    [Fact]
    public async Task TheBodyStaysWhereItIs()
    {
        using var server = new MisbehavingServer(Behave);
        var result = (await Check([server.Url("/body")], Fast)).Single();
        Assert.Equal((LinkStatus.Working, "text/html"), (result.Status, result.ContentType));
        await Task.Delay(100);
        Assert.True(server.BodyBytes < 32 << 20, $"{server.BodyBytes} bytes were taken");
    }

    [Fact]
    public async Task NothingIsSentButTheAddressAndTheName()
    {
        using var server = new MisbehavingServer((_, path, _) => path.StartsWith("/cookie", StringComparison.Ordinal) ? MisbehavingServer.Answer(302, "Set-Cookie: id=1", "Location: /next", "WWW-Authenticate: Basic") : MisbehavingServer.Answer(200));
        await Check([server.Url("/cookie?a=1#part")], Fast);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, head =>
        {
            var headers = head.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(':')[0]).ToArray();
            Assert.Empty(headers.Except(["Host", "User-Agent", "Accept", "Connection"]));
            Assert.Contains($"User-Agent: {LinkChecker.UserAgent}\r\n", head, StringComparison.Ordinal);
        });
        Assert.StartsWith("HEAD /cookie?a=1 HTTP/1.1", server.Requests.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneHostIsAskedGently()
    {
        using var server = new MisbehavingServer((_, _, _) => "SLOW");
        var links = Enumerable.Range(0, 8).Select(i => server.Url($"/{i}")).ToArray();
        await Check(links, Copy(delay: 40));
        Assert.Equal(2, server.MostOpen);
        var times = server.Times.Order().ToArray();
        Assert.True(times[^1] - times[0] > TimeSpan.FromMilliseconds(7 * 40 * 0.9), "the pauses were not kept");
    }

    [Fact]
    public async Task AllHostsTogetherHaveALimit()
    {
        using var server = new MisbehavingServer((_, _, _) => "SLOW");
        await Check([.. Enumerable.Range(0, 8).Select(i => server.Url("/", i % 2 == 0 ? "site.test" : "other.test") + i)], Copy(all: 3, perHost: 4));
        // The server sees a connection end later than the client does; without the limit all eight would be open.
        Assert.InRange(server.MostOpen, 2, 5);
    }

    [Fact]
    public async Task ALinkIsOpenedOnceAndEveryPlaceHasItsResult()
    {
        using var server = new MisbehavingServer(Behave);
        var links = new[] { "/ok", "/404", "/ok#part", "/ok" }.Select((path, i) => new LinkToCheck(server.Url(path), new SourcePosition("a.html", line: i + 1))).ToArray();
        var done = 0;
        var results = await Checker(Fast).Check(links, null, (_, _) => Interlocked.Increment(ref done));
        Assert.Equal([1, 2, 3, 4], results.Select(result => result.Source!.Line));
        Assert.Equal([LinkStatus.Working, LinkStatus.Broken, LinkStatus.Working, LinkStatus.Working], results.Select(result => result.Status));
        Assert.Equal((1, 2), (server.Count("HEAD /ok"), done));
    }

    [Theory]
    [InlineData("mailto:ada@acme.example", LinkStatus.Skipped)]
    [InlineData("/relative", LinkStatus.Skipped)]
    [InlineData("https://acme.example/{{lead.Id}}", LinkStatus.Skipped)]
    [InlineData("https://acme.example/Unsubscribe?u=1", LinkStatus.Skipped)]
    [InlineData("https://user:secret@acme.example/", LinkStatus.Invalid)]
    [InlineData("https://acme .example/", LinkStatus.Invalid)]
    [InlineData("https:///", LinkStatus.Invalid)]
    public async Task WhatIsNotToBeOpenedIsNot(string link, LinkStatus status)
    {
        var result = (await new LinkChecker(new MopsPolicy { LinkCheck = Fast }, DateTime.UtcNow, (_, _) => throw new InvalidOperationException("asked")).Check([new LinkToCheck(link)])).Single();
        Assert.True(result.Status == status, result.ToString());
        Assert.Empty(result.Hops);
        Assert.Equal(status == LinkStatus.Skipped ? null : false, result.IsCompliant);
        Assert.DoesNotContain("secret", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CertificateErrorsAreNamed()
    {
        foreach (var (subject, from, to, expected) in new[]
        {
            ("site.test", -2, 2, "issuer that is not trusted"), ("site.test", -3, -1, "ended on"), ("site.test", 1, 3, "begins on"), ("elsewhere.test", -2, 2, "not for 'site.test' but for 'elsewhere.test'"),
        })
        {
            using var server = new MisbehavingServer((_, _, _) => MisbehavingServer.Answer(200), Certificate(subject, from, to));
            var result = (await Check([server.Url("/")], Fast)).Single();
            Assert.True(result.Status == LinkStatus.CertificateInvalid, result.ToString());
            Assert.Contains(expected, result.Reason, StringComparison.Ordinal);
            Assert.Equal("LCK007", result.Findings.Single().RuleId);
            Assert.Empty(server.Requests);
        }
    }

    [Fact]
    public async Task ACheckCanBeStopped()
    {
        using var server = new MisbehavingServer((_, _, _) => "HANG");
        using var stop = new CancellationTokenSource(200);
        var clock = Stopwatch.StartNew();
        var policy = new LinkCheckPolicy { Allow = ["127.0.0.1"] };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Checker(policy).Check([new LinkToCheck(server.Url("/"))], cancellation: stop.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.255.255")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void TheGuardForbids(string address) => Assert.NotNull(new AddressGuard([]).Forbids("x.test", IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void TheGuardLetsTheInternetPass(string address) => Assert.Null(new AddressGuard([]).Forbids("x.test", IPAddress.Parse(address)));

    private static string? Behave(string method, string path, int count)
    {
        var isHead = method == "HEAD";
        string To(string place) => MisbehavingServer.Answer(302, "Location: " + place);
        var query = path.Contains('?', StringComparison.Ordinal) ? path[path.IndexOf('?', StringComparison.Ordinal)..] : "";
        return path.Split('?')[0] switch
        {
            "/ok" or "/end" => MisbehavingServer.Answer(200),
            "/slow" => "SLOW",
            "/hints" => "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + MisbehavingServer.Answer(200),
            "/head405" => MisbehavingServer.Answer(isHead ? 405 : 200),
            "/head501" => MisbehavingServer.Answer(isHead ? 501 : 200),
            "/head403" => MisbehavingServer.Answer(isHead ? 403 : 200),
            "/head404" => MisbehavingServer.Answer(isHead ? 404 : 200),
            "/404" => MisbehavingServer.Answer(404),
            "/410" => MisbehavingServer.Answer(410),
            "/500" => MisbehavingServer.Answer(500),
            "/403" => MisbehavingServer.Answer(403),
            "/999" => MisbehavingServer.Answer(999),
            "/hang" => "HANG",
            "/drop" => "DROP",
            "/drop-once" => count == 1 ? "DROP" : MisbehavingServer.Answer(200),
            "/junk" => "SSH-2.0-OpenSSH_9.6\r\n\r\n",
            "/headers" => "HEADERS",
            "/body" => isHead ? MisbehavingServer.Answer(405) : "BODY",
            "/busy" => count == 1 ? MisbehavingServer.Answer(429, "Retry-After: 1") : MisbehavingServer.Answer(200),
            "/busy-long" => MisbehavingServer.Answer(429, "Retry-After: 3600"),
            "/self" => To("/self"),
            "/loop-a" => To("/loop-b"),
            "/loop-b" => To("/loop-a"),
            "/keep" => To("/end" + query),
            "/lose" => To("/end"),
            "/change" => To("/end" + query.Replace("utm_source=a", "utm_source=A", StringComparison.Ordinal)),
            "/chain/0" => MisbehavingServer.Answer(200),
            "/to/none" => MisbehavingServer.Answer(302),
            "/to/file" => To("file:///etc/passwd"),
            "/to/script" => To("javascript:alert(1)"),
            "/to/user" => To("http://user:secret@site.test/"),
            "/to/private" => To("http://10.0.0.1/"),
            "/to/metadata" => To("http://169.254.169.254/latest/meta-data/"),
            "/to/mapped" => To("http://[::ffff:10.0.0.1]/"),
            "/to/six" => To("http://[::1]/"),
            "/to/number" => To("http://2130706434/"),
            "/to/name" => To("http://internal.test/"),
            "/to/unknown" => To("http://nowhere.test/"),
            _ when path.StartsWith("/chain/", StringComparison.Ordinal) => To($"/chain/{int.Parse(path[7..], System.Globalization.CultureInfo.InvariantCulture) - 1}"),
            _ => MisbehavingServer.Answer(404),
        };
    }

    private static LinkChecker Checker(LinkCheckPolicy policy) => new(new MopsPolicy { LinkCheck = policy }, DateTime.UtcNow, Resolve);

    private static Task<IReadOnlyList<LinkCheckResult>> Check(string[] links, LinkCheckPolicy policy) => Checker(policy).Check([.. links.Select(link => new LinkToCheck(link))]);

    private static Task<IPAddress[]> Resolve(string host, CancellationToken cancellation) =>
        host == "localhost" ? Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback])
        : host == "both.test" ? Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.1"), IPAddress.Parse("10.0.0.1")])
        : Names.TryGetValue(host, out var address) ? Task.FromResult<IPAddress[]>([IPAddress.Parse(address)])
        : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

    private static LinkCheckPolicy Copy(string[]? allow = null, int perHost = 2, int all = 8, int delay = 0) => new()
    {
        DelayMilliseconds = delay,
        RetryMilliseconds = Fast.RetryMilliseconds,
        TimeoutSeconds = Fast.TimeoutSeconds,
        Allow = allow ?? [.. Fast.Allow],
        MaxPerHost = perHost,
        MaxConcurrency = all,
    };

    private static X509Certificate2 Certificate(string name, int from, int to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
