using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Common;
using MopsPS.Core.Campaigns.LinkCheck;
using MopsPS.Policy;

namespace MopsPS.Campaigns;

/// <summary>Opens links over the network and says where they lead: broken ones, redirects, certificates, UTM parameters lost on the way.</summary>
/// <remarks>
/// <para>This cmdlet uses the network; -WhatIf shows which links it would open. Each link is asked by HEAD, and by GET where HEAD is answered with an error; the body is not read. Few requests at a time, a pause between two to one
/// host, waits that servers ask for are kept, and nothing is sent but the address and the name of this program: no cookies, no credentials, no proxy. Redirects of pages and scripts are not followed.</para>
/// <para>Addresses that are not on the internet (loopback, private networks, metadata services of clouds) are never connected to, also not after a redirect or by a name, unless the policy's linkCheck.allow or -Allow names them.
/// Links with tokens, links of other schemes and unsubscribe links (linkCheck.skip) are not opened. A server that does not answer programs (403, 429, 999) makes the status Blocked, not Broken. about_MopsPS_LinkCheck has the rules.</para>
/// </remarks>
/// <example>
/// <para>Shows which links of a mail would be opened.</para>
/// <code>Test-MopsUtm -Path ./newsletter.html | Test-MopsLink -WhatIf</code>
/// </example>
/// <example>
/// <para>Opens links; these two are never sent: one holds a token, the other is on this machine.</para>
/// <code>Test-MopsLink 'https://www.example.com/?id={{lead.Id}}', 'http://127.0.0.1/'</code>
/// </example>
/// <example>
/// <para>Shows the links that do not work, with their redirects.</para>
/// <code>'http://10.0.0.1/intranet', 'mailto:team@example.com' | Test-MopsLink | Where-Object IsCompliant -eq $false | ForEach-Object { $_.Hops }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "MopsLink", SupportsShouldProcess = true)]
[OutputType(typeof(LinkCheckResult))]
public sealed class TestMopsLinkCommand : MopsCmdlet
{
    private readonly List<LinkToCheck> _links = [];
    private MopsPolicy _policy = null!;

    /// <summary>The links: texts, results of Test-MopsUtm, or objects with a property Url, Link or Href.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    public object[] Url { get; set; } = [];

    /// <summary>Hosts, addresses and networks (10.0.0.0/8) that may be opened although they are not on the internet, beside those of the policy.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Allow { get; set; } = [];

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _policy = PolicyParameter.Resolve(this, Policy);
        foreach (var entry in Allow)
        {
            if (!LinkChecker.CanAllow(entry))
                ThrowTerminatingError(new ErrorRecord(new ArgumentException($"'{entry}' is neither a host, an address nor a network such as 10.0.0.0/8."), "MopsLinkAllowInvalid", ErrorCategory.InvalidArgument, entry));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in Url)
        {
            var value = item is PSObject wrapped ? wrapped.BaseObject : item;
            switch (value)
            {
                case string text:
                    _links.Add(new LinkToCheck(text));
                    break;
                case Uri uri:
                    _links.Add(new LinkToCheck(uri.OriginalString));
                    break;
                case UtmResult result:
                    _links.Add(new LinkToCheck(result.Url, result.Position));
                    break;
                default:
                    if (new[] { "Url", "Link", "Href" }.Select(name => PSObject.AsPSObject(item).Properties[name]?.Value).OfType<object>().FirstOrDefault() is { } link) _links.Add(new LinkToCheck(link.ToString()!));
                    else WriteError(new ErrorRecord(new ArgumentException("The object has no property Url, Link or Href. Give links as texts."), "MopsLinkNotFound", ErrorCategory.InvalidArgument, item));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_links.Count == 0) return;
        // Asked here and not by the checker, which works on other threads.
        var isWhatIf = new HashSet<string>(_links.Select(link => link.Url).Distinct(StringComparer.Ordinal).Where(link => LinkChecker.WouldOpen(link, _policy.LinkCheck) && !ShouldProcess(LinkChecker.Show(link), "Open over the network")), StringComparer.Ordinal);
        var checker = new LinkChecker(_policy, DateTime.UtcNow, Allow);
        var (done, count) = (0, 0);
        var check = Task.Run(() => checker.Check(_links, link => !isWhatIf.Contains(link), (now, all) => (done, count) = (now, all), CancellationToken), CancellationToken);
        try
        {
            while (!check.Wait(100, CancellationToken)) ReportProgress("Opening links", Volatile.Read(ref done), () => done, count);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (AggregateException exception) when (exception.InnerException is OperationCanceledException)
        {
            return;
        }

        CompleteProgress();
        WriteObject(check.Result, enumerateCollection: true);
    }
}
