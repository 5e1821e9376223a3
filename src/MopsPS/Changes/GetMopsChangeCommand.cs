using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Changes;
using MopsPS.Core.Policy;
using MopsPS.Policy;

namespace MopsPS.Changes;

/// <summary>Reads a change log, verifies it, and shows the entries asked for.</summary>
/// <remarks>
/// <para>The whole log is verified whatever is asked for: a changed, a removed and a moved entry is an error, and the entries still come out, marked by IsIntact.
/// With -Summary the faults are the findings of one result, for Assert-MopsResult and reports. Piped to Export-MopsReport the entries are release notes.</para>
/// <para>The chain alone cannot show that entries are missing at the end. The head file beside the log shows it, and -ExpectedHead shows it to whoever trusts neither:
/// it takes the Hash of any entry, kept elsewhere, and an intact entry with that hash must be there. about_MopsPS_Changes has the format and how others can verify it.</para>
/// </remarks>
/// <example>
/// <para>Shows the last five changes of the routing.</para>
/// <code>Get-MopsChange ./changes.jsonl -Category Routing -Last 5</code>
/// </example>
/// <example>
/// <para>Writes release notes.</para>
/// <code>Get-MopsChange ./changes.jsonl -Since 2026-10-01 | Export-MopsReport ./release-notes.md -Title 'Changes in the fourth quarter'</code>
/// </example>
/// <example>
/// <para>Verifies the log against an anchor that was kept in a ticket.</para>
/// <code>Get-MopsChange ./changes.jsonl -Summary -ExpectedHead 8afd5d2fe8e1d7684a8330272abdd8fbea88ac55d7653797bf1d49713ed3b5e9 | Assert-MopsResult</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "MopsChange", DefaultParameterSetName = EntrySet)]
[OutputType(typeof(ChangeEntry), ParameterSetName = [EntrySet])]
[OutputType(typeof(ChangeLogResult), ParameterSetName = [SummarySet])]
public sealed class GetMopsChangeCommand : MopsCmdlet
{
    private const string EntrySet = "Entry";
    private const string SummarySet = "Summary";

    /// <summary>The log.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LiteralPath", "ChangeLog")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Only these kinds of change; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string[] Category { get; set; } = [];

    /// <summary>Only changes of these things; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string[] Target { get; set; } = [];

    /// <summary>Only changes of these tickets; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string[] Ticket { get; set; } = [];

    /// <summary>Only changes by these people; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string[] Author { get; set; } = [];

    /// <summary>Only changes that these people approved; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string[] Approver { get; set; } = [];

    /// <summary>Only changes from this moment on; without a zone it is local time.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    public DateTime? Since { get; set; }

    /// <summary>Only changes before this moment; without a zone it is local time.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    public DateTime? Until { get; set; }

    /// <summary>Only the last so many of them.</summary>
    [Parameter(ParameterSetName = EntrySet)]
    [ValidateRange(1, int.MaxValue)]
    public int? Last { get; set; }

    /// <summary>The Hash of an entry that must be in the log: an anchor that was kept elsewhere.</summary>
    [Parameter]
    [ValidatePattern("^[0-9A-Fa-f]{64}$")]
    public string? ExpectedHead { get; set; }

    /// <summary>Writes one result with the findings of the check in place of the entries.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SummarySet)]
    public SwitchParameter Summary { get; set; }

    /// <summary>How many seconds to wait for a writer.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double Timeout { get; set; } = Core.Changes.ChangeLog.DefaultTimeout.TotalSeconds;

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = PathResolver.Output(this, Path);
        if (!File.Exists(path) && !File.Exists(path + ".head"))
        {
            WriteError(MopsErrors.PathNotFound(Path));
            return;
        }

        var policy = PolicyParameter.Resolve(this, Policy);
        ChangeLogContent content = null!;
        ChangeErrors.Guard(this, path, () => content = ChangeLogContent.Read(path, TimeSpan.FromSeconds(Timeout), CancellationToken));
        var result = new ChangeVerifier(policy, DateTime.UtcNow).Verify(content, ExpectedHead, out var entries);
        if (Summary)
        {
            WriteObject(result);
            return;
        }

        foreach (var finding in result.Findings.Where(finding => !finding.IsSuppressed))
        {
            if (finding.Severity == Severity.Error) WriteError(ChangeErrors.Broken(finding));
            else if (finding.Severity == Severity.Warning) WriteWarning(finding.ToString());
        }

        var asked = entries.Where(IsAsked).ToList();
        WriteObject(Last is { } count ? asked.Skip(asked.Count - count) : asked, enumerateCollection: true);
    }

    private bool IsAsked(ChangeEntry entry) =>
        Matches(Category, entry.Category) && Matches(Target, entry.Target) && Matches(Ticket, entry.Ticket) && Matches(Author, entry.Author) && Matches(Approver, entry.Approver)
        && (Since is not { } since || entry.Time >= since.ToUniversalTime()) && (Until is not { } until || entry.Time < until.ToUniversalTime());

    private static bool Matches(IReadOnlyCollection<string> patterns, string? value) => patterns.Count == 0 || (value is not null && patterns.Any(pattern => Wildcard.IsMatch(pattern, value)));
}
