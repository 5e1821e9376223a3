using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace MopsPS.Tests.Campaigns;

/// <summary>Without a network: what is opened is on loopback, and allowed by name.</summary>
public sealed class LinkCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    [Fact]
    public async Task ALinkThatIsAllowedIsOpened()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = Task.Run(async () =>
        {
            for (var i = 0; i < 2; i++)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var buffer = new byte[4096];
                var length = await client.GetStream().ReadAsync(buffer);
                var isFirst = Encoding.ASCII.GetString(buffer, 0, length).StartsWith("HEAD /go", StringComparison.Ordinal);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {(isFirst ? "301 Moved\r\nLocation: /end" : "200 OK")}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
        });
        var result = module.Run($"Test-MopsLink 'http://127.0.0.1:{port}/go?utm_source=a' -Allow 127.0.0.1 -Policy default").Single();
        await serving;
        Assert.Equal("Working", result.Properties["Status"].Value.ToString());
        Assert.Equal($"http://127.0.0.1:{port}/end", result.Properties["FinalUrl"].Value);
        Assert.Equal("utm_source", result.Properties["LostUtm"].Value.ToString());
        Assert.Equal(false, result.Properties["IsCompliant"].Value);
    }

    [Fact]
    public void PrivateAddressesAreRefusedAndOthersSkipped()
    {
        var statuses = module.Run("'http://127.0.0.1/', 'http://[::1]/', 'mailto:ada@acme.example', 'https://acme.example/{{x}}', 'https://user@acme.example/' | Test-MopsLink -Policy default | ForEach-Object { \"$($_.Status)\" }");
        Assert.Equal(["PrivateAddress", "PrivateAddress", "Skipped", "Skipped", "Invalid"], statuses.Select(status => status.ToString()));
    }

    [Fact]
    public void WhatIfOpensNothing()
    {
        var statuses = module.Run($"Test-MopsUtm -Path '{Examples}/newsletter.html' -Policy default | Test-MopsLink -Policy default -WhatIf | ForEach-Object {{ \"$($_.Status)\" }}");
        Assert.NotEmpty(statuses);
        Assert.DoesNotContain(statuses, status => status.ToString() is not ("Skipped" or "Invalid"));
    }

    [Theory]
    [InlineData("Test-MopsLink 'http://127.0.0.1/' -Allow 'a b' -Policy default", "MopsLinkAllowInvalid")]
    [InlineData("[pscustomobject]@{ Name = 'x' } | Test-MopsLink -Policy default", "MopsLinkNotFound")]
    public void WhatCannotBeOpenedIsAnError(string script, string id)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Campaigns.TestMopsLinkCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    [Fact]
    public void AReportShowsTheLinks()
    {
        Assert.Empty(Help.ExampleFolder.Run("""
            'http://127.0.0.1/', 'https://acme.example/{{x}}' | Test-MopsLink | Export-MopsReport ./links.md
            if (-not [System.IO.File]::ReadAllText("$PWD/links.md").Contains('Links by status')) { throw 'no section' }
            """));
    }
}
