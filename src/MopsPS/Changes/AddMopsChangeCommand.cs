using System;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Policy;

namespace MopsPS.Changes;

/// <summary>Adds an entry to a change log that shows when it is tampered with.</summary>
/// <remarks>
/// <para>The log is a file of JSON Lines. Each entry carries the SHA-256 of the one before, so an entry that is changed, removed or moved later is found by Get-MopsChange.
/// The policy's section changes says which entries need a ticket and an approver. The entry comes back with its Hash: kept in the ticket, it is the anchor for -ExpectedHead.</para>
/// <para>Several processes may write at once; they wait for one another. A writer that is interrupted leaves the entries before it as they are.
/// about_MopsPS_Changes has the format, and what a chain can prove.</para>
/// </remarks>
/// <example>
/// <para>Writes an entry.</para>
/// <code>Add-MopsChange ./changes.jsonl 'Leads from Austria go to the DACH team' -Category Routing -Target mops.policy.json -Ticket OPS-118 -Approver 'Ada Abel'</code>
/// </example>
/// <example>
/// <para>Keeps the state of files in the entry, by their hashes.</para>
/// <code>Add-MopsChange ./changes.jsonl 'Approved the taxonomy of the fourth quarter' -Category Taxonomy -File ./mops.policy.json, ./link-plan.csv -Ticket OPS-119 -Approver 'Ada Abel'</code>
/// </example>
/// <example>
/// <para>Says what was before and what is now, and keeps the anchor.</para>
/// <code>$anchor = (Add-MopsChange ./changes.jsonl 'Raised the target' -Category KPI -Target UtmCompliance -Before 90 -After 95 -Ticket OPS-120 -Approver 'Ada Abel').Hash</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "MopsChange", SupportsShouldProcess = true)]
[OutputType(typeof(ChangeEntry))]
public sealed class AddMopsChangeCommand : MopsCmdlet
{
    private MopsPolicy _policy = null!;
    private string _path = string.Empty;

    /// <summary>The log; it is made where it is missing.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("ChangeLog", "LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>What was changed, in one sentence. No personal data: a log is kept, and cannot be cleaned.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Summary { get; set; } = string.Empty;

    /// <summary>The kind of change, for example Routing or Taxonomy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string? Category { get; set; }

    /// <summary>The thing that was changed: a file, a rule, a campaign.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Target { get; set; }

    /// <summary>The ticket that asked for the change.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string? Ticket { get; set; }

    /// <summary>Who approved it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string? Approver { get; set; }

    /// <summary>Why it was changed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Reason { get; set; }

    /// <summary>How it was before.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Before { get; set; }

    /// <summary>How it is now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? After { get; set; }

    /// <summary>Files whose state goes into the entry, by their SHA-256; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] File { get; set; } = [];

    /// <summary>Who made the change; without it, the user of the session.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string? Author { get; set; }

    /// <summary>How many seconds to wait for other writers.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double Timeout { get; set; } = Core.Changes.ChangeLog.DefaultTimeout.TotalSeconds;

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _policy = PolicyParameter.Resolve(this, Policy);
        _path = PathResolver.Output(this, Path);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!ShouldProcess(_path, "Add a change")) return;
        var files = File.Select(path => PathResolver.Files(this, [path], isLiteral: false).ToArray()).ToArray();

        // The entry would tell less than it was to tell.
        if (files.Any(found => found.Length == 0)) return;
        ChangeEntry? written = null;
        ChangeErrors.Guard(this, _path, () =>
        {
            var entry = new ChangeEntry
            {
                Author = Author ?? Environment.UserName,
                Category = Category,
                Summary = Summary,
                Target = Target,
                Ticket = Ticket,
                Approver = Approver,
                Reason = Reason,
                Before = Before,
                After = After,
                Policy = $"{_policy.Name} {_policy.Version}",
                Files = [.. files.SelectMany(found => found).Distinct(StringComparer.Ordinal).Select(file => Core.Changes.ChangeLog.FileOf(_path, file))],
            };
            ChangeErrors.Require(_policy, entry);
            written = Core.Changes.ChangeLog.Append(_path, entry, TimeSpan.FromSeconds(Timeout), CancellationToken);
        });
        WriteObject(written);
    }
}
